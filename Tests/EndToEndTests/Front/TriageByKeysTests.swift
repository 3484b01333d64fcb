import Foundation
import Testing

extension FrontSuite {
  /// New matters, one at a time, and lists that others change.
  @Suite struct TriageByKeysTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    /// Takes in mails, the first the most urgent.
    private func register(_ subjects: String...) throws -> [String] {
      try subjects.enumerated().map { index, subject in
        try place.register(
          "\(index).eml", MailFile(subject: subject, daysAgo: 9 - index * 2, body: subject).text)
      }
    }

    @Test func keysFasterThanTheScreenActOnTheRightMatter() throws {
      let references = try register("Ett", "Två", "Tre")
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Ett")
      try screen.press("n")
      try screen.waitFor("3 nya")
      try screen.write("köst\rbväst\r")
      try screen.waitFor("1 ny")
      try screen.waitFor("Tre")
      let matters = try references.map(place.matter)
      #expect(matters.map(\.category) == ["klagomål", "beröm", nil])
      #expect(matters.map(\.unit) == ["Hemtjänst Öster", "Hemtjänst Väst", nil])
      try screen.press("Escape")
      try screen.waitFor("[")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      try place.expectVerified()
    }

    @Test func nothingLeavesBeforeEnterAndBackspaceGoesBack() throws {
      let reference = try register("Ett")[0]
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Ett")
      try screen.press("n", "k")
      try screen.waitFor("[k klagomål]")
      try screen.type("gat")
      try screen.waitFor("> Gata")
      try screen.press("BSpace", "BSpace", "BSpace", "BSpace")
      try screen.waitFor("väljs efter Enter")
      try screen.press("f")
      try screen.waitFor("[f förslag]")
      try screen.press("Escape", "Escape", "Escape")
      try screen.waitFor("sortera nya")
      let matter = try place.matter(reference)
      #expect(matter.category == nil && matter.unit == nil && matter.kinds == ["registered"])
    }

    @Test func whatIsNoSynpunktIsSetAsideAndTakenBack() throws {
      let reference = try register("Ett")[0]
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Ett")
      try screen.press("n", "x")
      try screen.waitFor("Vad är det i stället för en synpunkt?")
      try screen.press("e")
      try screen.waitFor("Vart gick det?")
      try screen.type("Felanmälan gata")
      try screen.press("Enter")
      try screen.waitFor("Inga nya ärenden att sortera")
      #expect(try place.matter(reference).status == "ej-synpunkt")
      try screen.press("u")
      try screen.waitFor("b beröm")
      #expect(try place.matter(reference).status == "inkommen")
      try place.expectVerified()
    }

    @Test func severalMarkedGetTheirTypeAtOnce() throws {
      let references = try register("Ett", "Två", "Tre")
      let screen = try Screen([], environment: place.environment)
      try screen.waitForSelection("Ett")
      try screen.press("Space", "Space")
      try screen.waitFor("2 markerade")
      try screen.press("c")
      try screen.waitFor("Vilken typ är det?")
      try screen.press("f")
      try screen.waitFor("Förslag", without: "markerade")
      #expect(try references.map { try place.matter($0).category } == ["förslag", "förslag", nil])
      try place.expectVerified()
    }

    @Test func anothersChangeAppearsAndTheSelectionStays() throws {
      let references = try register("Ett", "Två", "Tre")
      let screen = try Screen([], environment: place.environment)
      try screen.waitForSelection("Ett")
      try screen.press("j")
      try screen.waitForSelection("Två")
      try place.succeed("categorise", references[0], "beröm")
      try screen.waitFor("Beröm", seconds: 5)
      #expect(try screen.selectedLine()?.contains("Två") == true)
      // One that comes in above does not move it either.
      _ = try place.register(
        "x.eml", MailFile(subject: "Före alla", daysAgo: 60, body: "Före").text)
      try screen.waitFor("Före alla", seconds: 5)
      #expect(try screen.selectedLine()?.contains("Två") == true)
      // Nor one that goes away.
      try place.succeed("assign", references[0], "gata")
      try place.succeed("return", references[0], "--reason", "behöver-uppgifter")
      try screen.waitForSelection("Två")
    }
  }
}
