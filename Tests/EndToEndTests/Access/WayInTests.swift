import Foundation
import Testing

extension AccessSuite {
  /// Each of the two ways in, whole: who one is, what one sees, and work on a matter.
  @Suite struct WayInTests {
    let host: Host

    init() throws { host = try Host.shared() }

    @Test(arguments: Host.Way.allCases)
    func oneSeesOnesOwnAndTheRestDoesNotExist(way: Host.Way) throws {
      let own = try host.matter(at: "gata", title: "Grop")
      let other = try host.matter(at: "oster", title: "Sena besök")
      let listed = try host.send("list --json", from: "asa.lind", by: way)
      let references = try listed.json([MatterAnswer].self).map(\.reference)
      #expect(references.contains(own) && !references.contains(other))
      #expect(try host.send("show \(own)", from: "asa.lind", by: way).text.contains("Grop"))
      let refused = try host.send("show \(other)", from: "asa.lind", by: way)
      let missing = try host.send("show 26-99999", from: "asa.lind", by: way)
      #expect(refused.status == 1 && refused.complaint == "Det finns inget sådant ärende.\n")
      #expect(missing.status == 1 && missing.complaint == refused.complaint)
      #expect(refused.text.isEmpty && missing.text.isEmpty)
    }

    @Test(arguments: Host.Way.allCases)
    func textComesOnStandardInput(way: Host.Way) throws {
      let reference = try host.matter(at: "gata")
      let outcome = try host.send(
        "synpunkt note \(reference) --internal", from: "asa.lind", by: way, input: "Ringt åäö.")
      #expect(outcome.status == 0, "\(outcome.complaint)")
      let matter = try host.send("show \(reference) --json", from: "asa.lind", by: way)
      let last = try matter.json(MatterAnswer.self).events?.last
      #expect(last?.by == "asa.lind" && last?.kind == "internal-note")
    }

    /// With the commands that the screens and the handbook tell of.
    @Test(arguments: Host.Way.allCases)
    func aFileGoesThereAndBack(way: Host.Way) throws {
      let reference = try host.matter(at: "gata")
      let added = try host.send(
        "attach \(reference) --name brev.txt -", from: "asa.lind", by: way, input: "Hej åäö.\n")
      #expect(added.status == 0, "\(added.complaint)")
      let fetched = try host.send("attachment \(reference) 1", from: "asa.lind", by: way)
      #expect(fetched.text == "Hej åäö.\n")
    }

    @Test(arguments: Host.Way.allCases)
    func aChefWorksAMatterInTheFront(way: Host.Way) throws {
      let name = "Grop \(way.rawValue) \(Int.random(in: 1_000...9_999))"
      let reference = try host.matter(at: "gata", title: name)
      let screen = try host.front("asa.lind", way)
      try screen.select(name)
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Vägverket är tillsagt åäö.")
      try screen.press("C-s")
      try screen.waitFor("Enter: Svara avsändaren", without: "Intern anteckning · ")
      try screen.press("q")
      try screen.waitForSelection(name)
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      let shown = try host.send("show \(reference) --json", from: "asa.lind", by: .key)
      let last = try shown.json(MatterAnswer.self).events?.last
      #expect(last?.by == "asa.lind" && last?.text == "Vägverket är tillsagt åäö.")
    }

    @Test func theTerminalIsRestoredAndAHangUpEndsTheSession() throws {
      let screen = try host.front("asa.lind", .sudo)
      let pid = try host.session()
      try screen.hangUp()
      #expect(eventually { !FileManager.default.fileExists(atPath: "/proc/\(pid)") })
    }

    @Test func whatIsChangedForAPersonIsToldOnce() throws {
      let screen = try Screen([], environment: [:], by: host.ssh("bo.berg", .key, ["-tt"]))
      try screen.waitFor("Ändrat för dig")
      let told = try screen.waitFor("rollen chef på Hemtjänst Öster")
      let key = try Child(["ssh-keygen", "-l", "-f", host.folder + "/bo.berg.pub"]).finish().text
      #expect(told.contains(key.split(separator: " ")[1]) && told.contains("av root"))
      try screen.press("Enter")
      try screen.waitFor("Att göra", without: "Ändrat för dig")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      let again = try Screen([], environment: [:], by: host.ssh("bo.berg", .sudo, ["-tt"]))
      #expect(try !again.waitFor("Att göra").contains("Ändrat för dig"))
      #expect(try host.administer("verify").status == 0)
    }

    @Test func helpTellsOfNothingThatDoesNotExist() throws {
      let help = try host.send("--help", from: "asa.lind", by: .key)
      #expect(help.status == 0 && help.text.contains("list"))
      for word in ["organisation", "verify", "demo", "keys", "database"] {
        #expect(!help.text.contains(word), "\(word)")
      }
      #expect(try !host.send("list --help", from: "asa.lind", by: .key).text.contains("database"))
    }

    @Test func somebodyWhoHasLeftComesInNoMore() throws {
      #expect(try host.send("list", from: "bo.berg", by: .key).status == 0)
      let lines = try host.organisation().split(separator: "\n")
      let successor = "  - {login: ny.chef, name: Ny Chef, roles: [{role: manager, unit: oster}]}"
      try host.apply(
        lines.map { $0.contains("bo.berg") ? successor[...] : $0 }.joined(separator: "\n") + "\n")
      defer { try? host.apply(host.organisation()) }
      let refused = try host.send("list", from: "bo.berg", by: .key)
      #expect(refused.status == 255 && refused.complaint.contains("Permission denied"))
      try host.send("list", from: "bo.berg", by: .sudo)
        .expectRefused("”bo.berg” finns inte i organisationen")
    }
  }
}
