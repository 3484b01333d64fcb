import Foundation
import Testing

/// A full disk: a sentence, and nothing stored is lost.
@Suite(.serialized, .needs(.mount)) struct FullDiskTests {
  @Test func importUntilFull() throws {
    let disk = try SmallDisk(kilobytes: 1_024)
    let organisation = try disk.place.write("organisation.yaml", Place.organisation)
    #expect(try disk.run(["organisation", "apply", organisation]).status == 0)
    let files = try (1...60).map { number in
      let body = "Nummer \(number).\n" + String(repeating: "Lång text. ", count: 2_000)
      return try disk.place.write("\(number).eml", MailFile(body: body).text)
    }
    let outcome = try disk.run(["import", "--json"] + files)
    #expect(outcome.status == 1)
    let results: [ImportResult] = try outcome.json()
    #expect(results.count == files.count)
    let registered = results.filter { $0.result == "registered" }
    let refused = results.filter { $0.result == "refused" }
    #expect(!registered.isEmpty && !refused.isEmpty)
    #expect(refused.allSatisfy { $0.reason?.contains("Disken är full") == true }, "\(refused)")

    // Nothing but the sentence comes of another try, a note too.
    let number = try #require(registered.first?.reference)
    let note = try disk.run(
      ["note", number, "--internal"], input: String(repeating: "Ord. ", count: 5_000))
    note.expectRefused("Disken är full")

    // With room again all is there, and whole.
    let more = try Child(["mount", "-o", "remount,size=8192k", disk.path]).finish()
    #expect(more.status == 0, "\(more.complaint)")
    let verified = try disk.run(["verify"])
    #expect(verified.status == 0, "\(verified.text)\(verified.complaint)")
    let list = try disk.run(["list", "--queue", "all", "--json"])
    let found = try list.json([MatterAnswer].self)
    #expect(found.count == registered.count)
    for (file, result) in zip(files, results) where result.result == "registered" {
      let again = try disk.run(["import", "--json", file]).json([ImportResult].self)
      #expect(again.map(\.result) == ["duplicate"])
      #expect(again.first?.reference == result.reference)
    }
    let rest = zip(files, results).filter { $1.result == "refused" }.map(\.0)
    let second = try disk.run(["import", "--json"] + rest)
    #expect(second.status == 0, "\(second.complaint)")
    #expect(try disk.run(["verify"]).status == 0)
  }

  @Test func aBackupThatHasNoRoomLeavesNothing() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let place = disk.place
    let bodies = String(repeating: "Lång text. ", count: 30_000)
    _ = try place.register("a.eml", MailFile(body: bodies).text)
    for target in [disk.path, disk.path + "/copy.sqlite"] {
      try place.run("backup", target).expectRefused("isken är full")
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }
    // Nor does a restore that has no room touch what is there.
    let copy = place.folder + "/copy.sqlite"
    try place.succeed("backup", copy)
    let database = disk.path + "/synpunkt.sqlite"
    try place.succeed("setup", "--database", database)
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
    try place.run("restore", "--database", database, copy).expectRefused("isken är full")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == names)
    try place.succeed("verify", "--database", database)

    // With room, the same goes through.
    let more = try Child(["mount", "-o", "remount,size=8192k", disk.path]).finish()
    #expect(more.status == 0, "\(more.complaint)")
    try place.succeed("backup", disk.path + "/copy.sqlite")
    try place.succeed("restore", "--database", database, disk.path + "/copy.sqlite")
    #expect(try place.matters(at: database) == place.matters())
    try place.succeed("verify", "--database", database)
  }

  @Test func aDiskThatHasTurnedReadOnly() throws {
    let disk = try SmallDisk(kilobytes: 4_096)
    let mail = try disk.place.write("a.eml", MailFile().text)
    #expect(try disk.run(["import", mail]).status == 0)
    func remount(_ how: String) throws {
      let outcome = try Child(["mount", "-o", "remount,\(how)", disk.path]).finish()
      try #require(outcome.status == 0, "\(outcome.complaint)")
    }
    try remount("ro")
    let copy = disk.place.folder + "/copy.sqlite"
    for command in [["list"], ["import", mail], ["verify"], ["backup", copy]] {
      try disk.run(command).expectRefused("skrivskyddad")
    }
    try disk.place.run("backup", disk.path + "/copy.sqlite").expectRefused()
    try remount("rw")
    #expect(try disk.run(["verify"]).status == 0)
    #expect(try disk.run(["list", "--queue", "all"]).lines.count == 1)
  }

  @Test func aDiskWithNoRoomForADatabase() throws {
    let disk = try SmallDisk(kilobytes: 16)
    let outcome = try disk.run(["list"])
    outcome.expectRefused("isken är full")
  }

  @Test func aDemoThatHasNoRoom() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let outcome = try disk.run(["demo", "--database", disk.path + "/demo.sqlite"])
    outcome.expectRefused("isken är full")
  }

  @Test(.needs(.tmux)) func whatIsTypedOnAFullDisk() throws {
    let disk = try SmallDisk(kilobytes: 4_096)
    let organisation = try disk.place.write("organisation.yaml", Place.organisation)
    #expect(try disk.run(["organisation", "apply", organisation]).status == 0)
    var screen = try Screen([], environment: disk.environment)
    try screen.waitFor("Du har inget att göra just nu.")
    try screen.press("m", "Enter")
    try screen.waitFor("Skriv det som berättas")
    try disk.fill()
    try screen.type("Maten kommer kall.")
    try screen.waitFor("Det du skriver är inte sparat än. Disken är full")
    try screen.waitFor("Maten kommer kall.")
    // Who leaves is asked first.
    try screen.press("Escape")
    try screen.waitFor("P påbörjade")
    try screen.press("q")
    try screen.waitFor("Det du har skrivit går inte att spara. Lämna programmet ändå?")
    try screen.press("n")
    try screen.waitFor("P påbörjade", without: "Lämna programmet")
    try disk.clear()
    try screen.waitFor("Det du har skrivit är sparat nu.")
    kill(screen.pid, SIGKILL)
    #expect(try screen.waitForEnd() == 128 + 9)
    screen = try Screen([], environment: disk.environment)
    try screen.waitFor("Du har en påbörjad text")
    try screen.waitForSelection("Maten kommer kall.")
  }
}
