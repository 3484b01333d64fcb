import Foundation
import Testing

extension FrontSuite {
  /// Several sessions of the real program on one database.
  @Suite struct TogetherTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    private func open() throws -> Screen { try Screen([], environment: place.environment) }

    /// Registers a matter that is at its unit.
    private func register() throws {
      let reference = try place.register("a.eml", MailFile(subject: "Grop").text)
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "gata")
    }

    /// Opens the matter and begins a note.
    private func beginNote(_ screen: Screen, _ text: String) throws {
      try screen.waitForSelection("Grop")
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("i")
      try screen.waitFor("Intern anteckning 26-")
      try screen.type(text)
      try screen.waitFor(text)
    }

    private let replaced = "Läsläge: du arbetar i ett annat fönster sedan"

    // MARK: - The same person twice

    @Test func theNewLoginTakesTheDraftAndTheOldOneReads() throws {
      try register()
      let first = try open()
      try beginNote(first, "Gropen")
      let second = try open()
      try second.waitFor("Du var redan inloggad, sedan")
      try first.waitFor("Du arbetar nu i ett annat fönster.")
      try first.type("x")
      try first.press("C-s", "Left")
      try first.waitFor(replaced, without: "Gropenx")
      // What the older one had is there, offered or to be asked for.
      try second.press("Escape")
      try second.waitFor("P påbörjade")
      try second.press("P")
      try second.waitForSelection("Gropen")
      try second.press("Enter")
      try second.waitFor("Intern anteckning 26-")
      try second.type(" är djup.")
      try second.waitFor("Gropen är djup.")
      // The older one follows what becomes of the text, and is not a second version of it.
      try first.waitFor("Gropen är djup.")

      // Taken back with one key, and the newer one reads.
      try first.press("F4")
      try first.waitFor("Nu går det att skriva här igen.")
      try first.type(" Lagas.")
      try first.waitFor("Gropen är djup. Lagas.")
      try second.waitFor("Du arbetar nu i ett annat fönster.")
      try second.waitFor("Gropen är djup. Lagas.")

      // The line of the one that writes is cut: the other one is alone, and writes.
      kill(first.pid, SIGKILL)
      #expect(try first.waitForEnd() == 128 + 9)
      try second.waitFor("Nu går det att skriva här igen.")
      try second.press("C-s")
      try second.waitFor("Den interna anteckningen är sparad")
      #expect(try place.matters().count == 1)
      let text = try place.matter("26-1").events?.last?.text
      #expect(text == "Gropen är djup. Lagas.")
      try place.expectVerified()
    }

    @Test func scriptsAreNoSessions() throws {
      try register()
      let screen = try open()
      try beginNote(screen, "Gropen")
      try place.succeed("note", "26-1", "--internal", input: "Från ett skript")
      try screen.type(" är djup.")
      try screen.waitFor("Gropen är djup.")
    }

    // MARK: - Two people

    /// The demo, as one of its people.
    private func demo(_ path: String, as key: String, _ name: String) throws -> Screen {
      let screen = try Screen(["demo", "--database", path], environment: place.environment)
      try screen.waitFor("DEMO")
      try screen.press("F2")
      try screen.waitFor("Vem vill du vara i demon?")
      try screen.press(key)
      try screen.waitFor("Nu är du \(name).", without: "Vem vill du vara")
      return screen
    }

    @Test func eachSeesWhoElseWritesAndWhatBecameOfIt() throws {
      let path = try Demo.copy(to: place.folder)
      let asa = try demo(path, as: "2", "Åsa Exempel")
      let number = try #require(
        try asa.selectedLine()?.split(separator: " ").dropFirst().first.map(String.init))
      let karin = try demo(path, as: "4", "Karin Exempel")
      try karin.press("/")
      try karin.type("nr:\(number)")
      try karin.waitForSelection(number)
      try karin.press("Enter", "Enter")
      try karin.waitFor("Väntar på")

      try asa.press("Enter")
      try asa.waitFor("Enter:")
      try asa.press("i")
      try asa.waitFor("Intern anteckning \(number)")
      try karin.waitFor("─ Åsa Exempel skriver intern anteckning sedan")
      try karin.press("i")
      try karin.waitFor("Vill du skriva ändå?")
      try karin.press("j")
      try karin.waitFor("Intern anteckning \(number)")
      try karin.type("Jag ringer.")
      try asa.waitFor("Karin Exempel skriver också här: intern anteckning.")

      try asa.type("Klart.")
      try asa.waitFor("Klart.")
      try asa.press("C-s")
      try asa.waitFor("är sparad")
      try karin.waitFor("Nytt i ärendet: Åsa Exempel")
      try karin.waitFor("Jag ringer.")
      try karin.press("C-s")
      try karin.waitFor("Åsa Exempel hann före")
      try karin.press("C-s")
      try karin.waitFor("är sparad")

      // Who is ended in the middle lets go too.
      try asa.waitFor("Enter:", without: "Karin Exempel skriver")
      try asa.press("i")
      try asa.waitFor("Intern anteckning \(number)")
      try karin.waitFor("─ Åsa Exempel skriver intern anteckning sedan")
      kill(asa.pid, SIGKILL)
      try karin.waitFor("Väntar på", without: "Åsa Exempel skriver")
    }

    // MARK: - An upgrade

    @Test(.needs(.python)) func anUpgradeSavesTheTextAndAsksToBeStartedAgain() throws {
      try Tool.python.require()
      try register()
      let screen = try open()
      try beginNote(screen, "Gropen")
      try Place.sql(place.database, "INSERT INTO grdb_migrations VALUES ('99')")
      try screen.waitFor("Synpunkt har uppdaterats medan du var inne.")
      try screen.type("x")
      try screen.press("C-s", "Escape")
      try screen.waitFor("Enter:", without: "Gropenx")
      try screen.waitFor("Synpunkt har uppdaterats. F4 avslutar, starta sedan igen.")
      try screen.press("F4")
      #expect(try screen.waitForEnd() == 0)
      try Place.sql(place.database, "DELETE FROM grdb_migrations WHERE identifier = '99'")
      let again = try open()
      try again.waitFor("Du har en påbörjad text")
      try again.waitForSelection("Gropen")
      #expect(try place.matter("26-1").kinds.last != "internal-note")
    }

    @Test(.needs(.python)) func anUpgradeThatIsMetByAWriteLosesNothingEither() throws {
      try Tool.python.require()
      try register()
      let screen = try open()
      try beginNote(screen, "Gropen")
      // One write: the upgrade comes, and the key that saves.
      try Place.sql(place.database, "INSERT INTO grdb_migrations VALUES ('99')")
      try screen.press("C-s")
      try screen.waitFor("Synpunkt har uppdaterats medan du var inne.")
      try screen.waitFor("Gropen")
    }
  }
}
