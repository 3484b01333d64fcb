import Foundation
import Testing

/// `backup`, `restore` and `verify --head` with the real program on real files.
@Suite(.serialized) struct BackupCommandTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  private func mails(_ prefix: String, _ count: Int) throws -> [String] {
    try (1...count).map { number in
      let mail = MailFile(id: "\(prefix)-\(number)@exempel.se", body: "\(prefix) \(number)")
      return try place.write("\(prefix)-\(number).eml", mail.text)
    }
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func whileOthersWriteEachBackupIsWholeAndHoldsAllThatWasReportedBefore() throws {
    let groups = try ["a", "b", "c"].map { try mails($0, 60) }
    let children = try groups.map {
      try Program.start(["import"] + $0, environment: place.environment)
    }
    var copies: [(path: String, atLeast: Int)] = []
    var reported = 0
    for count in [1, 20, 30] {
      for child in children {
        let said = try child.readOutput { $0.filter { $0 == 0x0A }.count >= count }
        reported += said.filter { $0 == 0x0A }.count
      }
      let path = place.folder + "/copy-\(count).sqlite"
      try place.succeed("backup", path)
      copies.append((path, reported))
    }
    for child in children { #expect(try child.finish().status == 0) }
    let all = try place.matters()
    #expect(all.count == 180)
    for copy in copies {
      try place.succeed("verify", "--database", copy.path)
      let found = try place.succeed(
        "list", "--queue", "all", "--json", "--database", copy.path
      ).json([MatterAnswer].self)
      #expect(found.count >= copy.atLeast)
      #expect(Set(found.map(\.reference)).isSubset(of: Set(all.map(\.reference))))
    }
    try place.expectVerified()
    // One command puts the last of them back.
    let last = try #require(copies.last)
    let before = try place.succeed(
      "list", "--queue", "all", "--json", "--database", last.path
    ).json([MatterAnswer].self)
    try place.succeed("restore", last.path)
    #expect(try place.matters() == before)
    try place.expectVerified()
  }

  @Test func inAFolderTheNewestAreKept() throws {
    let folder = place.folder + "/backups"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for second in 0..<3 {
      let name = "synpunkt-2020-01-01T00000\(second)Z.sqlite"
      try place.write("backups/" + name, "old")
    }
    try place.write("backups/anteckning.txt", "stays")
    let said = try place.succeed("backup", "--keep", "2", folder)
    let kept = try names(folder)
    #expect(kept.count == 3)
    #expect(kept[0] == "anteckning.txt" && kept[1] == "synpunkt-2020-01-01T000002Z.sqlite")
    #expect(place.mode(of: "\(folder)/\(kept[2])") == 0o600)
    #expect(said.text.hasPrefix("\(folder)/\(kept[2]): up to event 1 "), "\(said.text)")
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    let taken = try place.write("taken", "x")
    try place.run("backup", taken).expectRefused("finns redan")
    try place.run("backup", place.folder + "/none/copy").expectRefused("finns inte")
    try place.run("backup", "--keep", "2", place.folder + "/copy").expectRefused("no folder")
    #expect(try place.run("backup", "--keep", "0", place.folder).status == 64)
    try place.run("backup", "--database", place.folder + "/none", place.folder + "/copy")
      .expectRefused("finns inte")
    try place.run("restore", place.folder + "/none").expectRefused("finns inte")
    try place.run("restore", taken).expectRefused("ingen databas")
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/copy"))
  }

  @Test func nothingIsReplacedWhileSomebodyHasItOpen() throws {
    let copy = place.folder + "/copy.sqlite"
    try place.succeed("backup", copy)
    try FileManager.default.removeItem(atPath: place.database + ".head")
    // Waits for its file with the database open.
    let child = try Program.start(["import", "-"], environment: place.environment)
    #expect(eventually { FileManager.default.fileExists(atPath: place.database + ".head") })
    let before = try names(place.folder)
    try place.run("restore", copy).expectRefused("används av process \(child.pid)")
    #expect(try names(place.folder) == before)
    let outcome = try child.finish(input: MailFile().text.data)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(try place.matters().count == 1)
    try place.succeed("restore", copy)
    #expect(try place.matters().isEmpty)
  }

  @Test func aSavedHeadShowsThatTheEndIsGone() throws {
    let copy = place.folder + "/copy.sqlite"
    try place.succeed("backup", copy)
    _ = try place.register("a.eml", MailFile().text)
    let head = try place.succeed("verify", "--head").text
    let lines = head.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map(\.count) == [3, 4] && lines[0][0] == "2" && lines[1][0] == "access")
    let journal = "Starting synpunkt-head.service ...\n\(head)Finished synpunkt-head.service\n"
    try place.succeed("verify", "--saved-heads", input: journal)
    // A restore is no secret, and by itself all is well; the saved head tells.
    try place.succeed("restore", copy)
    try place.expectVerified()
    let outcome = try place.run("verify", "--saved-heads", input: journal)
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("event 2: saknas"), "\(outcome.text)")
    try place.run("verify", "--saved-heads", input: "nothing\n").expectRefused("no head")
  }

  @Test func aDamagedDatabaseIsNamedWithTheWayBack() throws {
    let copy = place.folder + "/copy.sqlite"
    _ = try place.register("a.eml", MailFile().text)
    try place.succeed("backup", copy)
    #expect(truncate(place.database, 0) == 0)
    for command in [["list"], ["verify"], ["backup", place.folder + "/other"]] {
      try place.run(command).expectRefused("är tom", "synpunkt restore FIL")
    }
    #expect(try place.matters(at: copy).count == 1)
    try place.succeed("restore", copy)
    #expect(try place.matters().count == 1)
  }
}

extension Place {
  /// All matters of another database.
  func matters(at path: String) throws -> [MatterAnswer] {
    try succeed("list", "--queue", "all", "--json", "--database", path).json()
  }
}
