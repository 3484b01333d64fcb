import Foundation
import Testing

extension FrontSuite {
  /// Nothing typed is ever lost: the program is ended in every way, and the text is there.
  @Suite struct DraftTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    private var drafts: String { place.database + ".drafts" }

    private func open() throws -> Screen { try Screen([], environment: place.environment) }

    /// Registers a matter that is at its unit.
    private func register() throws -> String {
      let reference = try place.register("a.eml", MailFile(subject: "Grop").text)
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "gata")
      return reference
    }

    /// Begins an answer.
    private func beginAnswer(_ screen: Screen, _ text: String) throws {
      try screen.waitForSelection("Grop")
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("s")
      try screen.waitFor("Välj brevmall")
      try screen.press("End", "Enter")
      try screen.waitFor("Svar på", without: "Välj brevmall")
      try screen.type(text)
      try screen.waitFor(text)
    }

    /// Waits until a text is in the file of the drafts.
    private func waitForDraft(
      _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let isSaved = eventually {
        ["", "-wal"].contains { suffix in
          let data = FileManager.default.contents(atPath: drafts + suffix)
          return data?.range(of: text.data) != nil
        }
      }
      #expect(isSaved, "”\(text)” is not saved", sourceLocation: sourceLocation)
    }

    @Test func anAnswerSurvivesKillNine() throws {
      let reference = try register()
      var screen = try open()
      try beginAnswer(screen, "Vi lagar gropen på fredag åäö")
      waitForDraft("Vi lagar gropen på fredag åäö")
      #expect(place.mode(of: drafts) == 0o600)
      kill(screen.pid, SIGKILL)
      #expect(try screen.waitForEnd() == 128 + 9)

      screen = try open()
      try screen.waitFor("Du har en påbörjad text")
      try screen.waitForSelection("Svar")
      try screen.press("Enter")
      try screen.waitFor("Svar på")
      try screen.type(", senast.")
      try screen.waitFor("Vi lagar gropen på fredag åäö, senast.")
      try screen.press("C-s")
      try screen.waitFor("Granska svaret")
      try screen.press("Enter")
      try screen.waitFor("är sparat som lämnat", without: "Granska svaret")
      #expect(try place.matter(reference).kinds.last == "answered")

      // What has become an answer is no draft any more.
      kill(screen.pid, SIGKILL)
      #expect(try screen.waitForEnd() == 128 + 9)
      screen = try open()
      try screen.waitForSelection("Grop")
      #expect(!(try screen.text().contains("påbörja")))
      try place.expectVerified()
    }

    @Test func aSynpunktThatIsToldSurvivesKillNine() throws {
      var screen = try open()
      try screen.waitFor("Du har inget att göra just nu.")
      try screen.press("m", "Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.type("Maten kommer kall varje dag.")
      waitForDraft("Maten kommer kall varje dag.")
      kill(screen.pid, SIGKILL)
      #expect(try screen.waitForEnd() == 128 + 9)

      screen = try open()
      try screen.waitFor("Du har en påbörjad text")
      try screen.waitForSelection("Muntlig synpunkt")
      try screen.press("Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.waitFor("Maten kommer kall varje dag.")
      try screen.press("C-s")
      try screen.waitFor("Läs upp:")
      try screen.press("g")
      try screen.waitFor("Vem lämnar synpunkten?")
      try screen.press("C-s")
      try screen.waitFor("Registrerat: SYN-")
      try screen.press("Enter")
      try screen.waitForSelection("26-1")
      #expect(!(try screen.text().contains("påbörja")))
      #expect(try place.matters().count == 1)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalSavesWhatIsYoungerThanASecond(signal: Int32) throws {
      _ = try register()
      var screen = try open()
      try beginAnswer(screen, "Mitt i en")
      try screen.type(" mening")
      try screen.waitFor("Mitt i en mening")
      kill(screen.pid, signal)
      _ = try screen.waitForEnd()
      screen = try open()
      try screen.waitForSelection("Mitt i en mening")
    }

    @Test func aTerminalThatIsKilledSavesWhatIsYoungerThanASecond() throws {
      _ = try register()
      var screen = try open()
      try beginAnswer(screen, "Mitt i en")
      try screen.type(" mening")
      try screen.waitFor("Mitt i en mening")
      try screen.hangUp()
      // Nobody is left behind, at 100 % or otherwise.
      #expect(screen.processIsGone())
      screen = try open()
      try screen.waitForSelection("Mitt i en mening")
    }

    @Test func aWindowThatBecomesTinyKeepsTheText() throws {
      _ = try register()
      let screen = try open()
      try beginAnswer(screen, "Mitt i en mening")
      try screen.resize(columns: 10, rows: 3)
      try screen.waitFor("fönstret", without: "Mitt")
      try screen.press("x", "Escape", "C-l")
      try screen.resize(columns: 80, rows: 24)
      try screen.waitFor("Mitt i en mening")
      let before = try screen.settledText()
      try screen.press("C-l")
      try screen.type("!")
      try screen.waitFor("Mitt i en mening!")
      try screen.press("BSpace")
      try screen.waitFor("Mitt i en mening", without: "mening!")
      try screen.waitForSame(as: before)
    }

    @Test func aDamagedFileDoesNotStandInTheWay() throws {
      _ = try register()
      try "Det här är ingen databas.".data.write(to: URL(fileURLWithPath: drafts))
      let screen = try open()
      try screen.waitFor("Filen med påbörjade texter var skadad.")
      try screen.waitForSelection("Grop")
      try beginAnswer(screen, "Det går bra ändå")
      waitForDraft("Det går bra ändå")
      #expect(FileManager.default.fileExists(atPath: drafts + ".skadad-1"))
    }

    @Test(.needs(.python)) func aBusyDatabaseIsWaitedFor() throws {
      try Tool.python.require()
      let reference = try register()
      let screen = try open()
      try screen.waitForSelection("Grop")
      let holder = try Child([
        "python3", "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1], isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        sys.stdin.read()
        """, place.database,
      ])
      _ = try holder.readOutput { !$0.isEmpty }
      try screen.press("c")
      try screen.waitFor("Vilken typ är det?")
      try screen.press("f")
      try screen.waitFor("Någon annan skriver i databasen. Väntar …")
      // A key that is pressed meanwhile waits.
      try screen.press("Enter")
      _ = try holder.finish()
      try screen.waitFor("Enter: Svara avsändaren")
      #expect(try place.matter(reference).category == "förslag")
    }
  }
}
