import Foundation
import Testing

extension FrontSuite {
  /// The disk becomes full just before a text is to be stored.
  @Suite(.needs(.mount, .python)) struct FullDiskWorkTests {
    let disk: SmallDisk

    init() throws {
      disk = try SmallDisk(kilobytes: 4_096)
      let organisation = try disk.place.write("organisation.yaml", Place.organisation)
      #expect(try disk.run(["organisation", "apply", organisation]).status == 0)
    }

    private func register(_ text: String, _ ledger: inout Ledger) throws -> String {
      let file = try disk.place.write("a.eml", MailFile(subject: "Grop", body: text).text)
      let taken: [ImportResult] = try disk.run(["import", "--json", file]).json()
      let reference = try #require(taken.first?.reference)
      ledger.report("registered", text, in: reference)
      for words in [["categorise", reference, "klagomål"], ["assign", reference, "gata"]] {
        #expect(try disk.run(words).status == 0)
      }
      return reference
    }

    private func expectHeld(_ ledger: Ledger) throws {
      let verified = try disk.run(["verify"])
      #expect(verified.status == 0, "\(verified.text)\(verified.complaint)")
      try ledger.expectHeld(in: Record(disk.path + "/synpunkt.sqlite"))
    }

    /// Expects that a new session finds nothing begun, because all of it has been stored.
    private func expectNothingBegun() throws {
      let screen = try Screen([], environment: disk.environment)
      try screen.waitFor("? hjälp", without: "påbörja")
    }

    @Test func whatIsToldIsRegisteredWhenThereIsRoom() throws {
      var ledger = Ledger()
      _ = try register("Gropen är djup.", &ledger)
      let screen = try Screen([], environment: disk.environment)
      try screen.waitForSelection("Grop")
      try screen.press("m", "Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.type("Maten kommer kall.")
      try screen.press("C-s")
      try screen.waitFor("Läs upp:")
      try screen.press("g")
      try screen.waitFor("Vem lämnar synpunkten?")
      try disk.fill()
      try screen.press("C-s")
      try screen.waitFor("Disken är full, så inget sparades: frigör plats och försök igen.")
      try screen.waitFor("Vem lämnar synpunkten?")
      try expectHeld(ledger)
      // And again, and nothing has become of it: the next letters come into the same form.
      try screen.press("C-s", "Tab", "Tab")
      try screen.type("Anna")
      try screen.waitFor("Anna", without: "Registrerat")
      try expectHeld(ledger)
      try disk.clear()
      try screen.press("C-s")
      let told = try screen.waitFor("Registrerat: SYN-")
      let number = try #require(told.firstMatch(of: /Registrerat: (SYN-\d+-\d+)/))
      ledger.report("registered", "Maten kommer kall.", in: String(number.1))
      try screen.press("Enter")
      try screen.waitFor("[Att göra")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      try expectHeld(ledger)
      try expectNothingBegun()
    }

    @Test func anAnswerIsStoredWhenThereIsRoom() throws {
      var ledger = Ledger()
      let reference = try register("Gropen är djup.", &ledger)
      let screen = try Screen([], environment: disk.environment)
      try screen.waitForSelection("Grop")
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("s")
      try screen.waitFor("Välj brevmall")
      try screen.press("End", "Enter")
      try screen.waitFor("Svar på", without: "Välj brevmall")
      try screen.type("Vi lagar gropen på fredag.")
      try screen.press("C-s")
      try screen.waitFor("Granska svaret")
      try disk.fill()
      try screen.press("Enter")
      try screen.waitFor("Disken är full, så inget sparades: frigör plats och försök igen.")
      try screen.waitFor("Vi lagar gropen på fredag.")
      try expectHeld(ledger)
      try disk.clear()
      try screen.press("Enter")
      try screen.waitFor("är sparat som lämnat", without: "Granska svaret")
      ledger.report("answered", "Vi lagar gropen på fredag.", in: reference)
      try screen.press("Escape")
      try screen.waitFor("Enter nästa steg")
      try screen.press("q")
      try screen.waitFor("[Att göra")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      try expectHeld(ledger)
      try expectNothingBegun()
    }
  }
}
