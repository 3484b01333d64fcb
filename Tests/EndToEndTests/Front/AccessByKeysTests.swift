import Foundation
import Testing

extension FrontSuite {
  /// The log of who has seen what, read with keys by who answers for it.
  @Suite struct AccessByKeysTests {
    private struct Line: Decodable {
      var kind: String
      var reference: String?
    }

    @Test func theFrontShowsWhatTheCommandPrints() throws {
      let place = try Place.withOrganisation()
      let reference = try place.register("a.eml", MailFile(subject: "Provärende").text)
      try place.succeed("assign", reference, "gata")
      try place.become("{role: head, unit: teknik}")
      try place.succeed("list", "--queue", "all")
      let parts = reference.split(separator: "-")
      let short = "\(parts[1].suffix(2))-\(try #require(Int(parts[2])))"

      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("[Att göra")
      try screen.type("Ö")
      try screen.waitFor("Logg: vem har läst vad")
      let lines: [Line] = try place.succeed("access", "--json").json()
      let shown = try screen.lines().filter { $0.contains("Prov Person ") && !$0.contains("(") }
      #expect(shown.count == lines.count && lines.count >= 3)
      for (row, line) in zip(shown, lines) {
        #expect(row.contains(line.kind == "exported" ? "tog ut listan Alla, 1 rad" : "öppnade"))
        #expect(row.contains(" \(short) ") == (line.reference == reference))
      }

      try screen.select(" \(short) ")
      try screen.press("Enter")
      try screen.waitFor("Vad som har hänt")
      try screen.type("Ö")
      try screen.waitFor("Vem har läst \(short)")
      // What has just been opened stands first.
      try screen.waitFor("Öppnade · Prov Person (\(Program.login)) · \(reference)")
      let before = try place.succeed("access", "--matter", reference).lines.count
      #expect(try screen.lines().count { $0.hasSuffix("öppnade") } == before)
      try screen.resize(columns: 20, rows: 5)
      try screen.waitFor("Gör fönstret större")
      try screen.resize(columns: 80, rows: 24)
      try screen.waitFor("Vem har läst \(short)")
      try screen.press("q", "q", "q", "q")
      #expect(try screen.waitForEnd() == 0)
      try place.expectVerified()
    }

    @Test func othersDoNotReadIt() throws {
      let place = try Place()
      let demo = try Demo.copy(to: place.folder)
      let screen = try Screen(["demo", "--database", demo], environment: place.environment)
      try screen.waitFor("[Nya")
      try screen.type("Ö")
      try screen.waitFor("Bara förvaltningschefen kan läsa vem som har öppnat ärenden.")
      try screen.press("F2")
      try screen.waitFor("Vem vill du vara i demon?")
      try screen.press("4")
      try screen.waitFor("Nu är du Karin Exempel")
      try screen.type("Ö")
      try screen.waitFor("Logg: vem har läst vad", without: "Bara förvaltningschefen")
      // What she has just read beside her list.
      try screen.waitForSelection("Maja Exempelsson        öppnade")
      try screen.press("q", "q")
      #expect(try screen.waitForEnd() == 0)
    }
  }
}
