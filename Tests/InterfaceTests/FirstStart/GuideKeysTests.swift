import Domain
import Terminal
import Testing

@testable import Interface

/// The guide of the first start, by keys.
struct GuideKeysTests {
  private func start(_ keys: String = "") -> Session {
    var session = Session(GuideSnapshotTests.unorganised(), as: "nina.ny")
    session.press(keys)
    return session
  }

  @Test func fromTheFirstPageToTheInbox() throws {
    var session = start(GuideSnapshotTests.review)
    #expect(session.world.rules.organisation.isEmpty)
    session.press("<Enter>")
    let organisation = session.world.rules.organisation
    #expect(organisation.municipality == "Exempelköpings kommun")
    #expect(
      organisation.units.map(\.id) == [
        "omsorgsforvaltningen", "hemtjanst-oster", "hemtjanst-vast",
      ])
    #expect(organisation.units[0].routine == "oms")
    #expect(organisation.isCare("hemtjanst-vast"))
    #expect(organisation.manager(of: "hemtjanst-vast")?.name == "Bo Falk")
    #expect(
      organisation.person("rut.holm")?.grants
        == [Grant(role: .registrar, unit: "omsorgsforvaltningen")])
    #expect(session.top is ListScreen)
    #expect(session.shows("[Nya 0]"))
    #expect(session.screen[0].contains("Exempelköpings kommun"))
    #expect(session.screen[0].contains("Nina Ny"))
    #expect(session.notice == "Organisationen är sparad. Välkommen!")
  }

  @Test func nothingIsAppliedByKeysTypedAhead() {
    // The rest of what was written in one go is dropped before the review.
    let session = start(GuideSnapshotTests.review + "<Enter><Enter>")
    #expect(session.world.rules.organisation.isEmpty)
    #expect(session.effects.contains(.dropQueuedKeys))
  }

  @Test func goingBackLosesNothing() throws {
    var session = start(GuideSnapshotTests.review)
    session.press("<Esc><Esc><Esc><Esc>")
    #expect(session.shows("Exempelköpings kommun"))
    session.press("<Esc>")
    #expect(session.shows("Välkommen till Synpunkt"))
    session.press("<Enter><C-s><C-s><C-s><C-s>")
    #expect(session.shows("5 av 5  Stämmer det?"))
    session.press("<Enter>")
    #expect(session.world.rules.organisation.people.count == 4)
  }

  @Test func aFailureKeepsThePage() {
    var session = start(GuideSnapshotTests.review)
    session.world.failures = ["Disken är full, så inget sparades: frigör plats och försök igen."]
    session.press("<Enter>")
    #expect(session.notice?.hasPrefix("Disken är full") == true)
    #expect(session.shows("Stämmer det?"))
    session.press("<Enter>")
    #expect(session.top is ListScreen)
  }

  @Test(arguments: [
    ("<Enter><C-s>", "Skriv vad kommunen heter.", "Kommun "),
    (GuideSnapshotTests.department + "<C-s>", "Skriv vad förvaltningen heter.", "Förvaltning"),
    (GuideSnapshotTests.units + "<C-s>", "Skriv minst en enhet.", "Enhet 1"),
    (GuideSnapshotTests.units + "A<C-s>", "Skriv vad chefen för A heter.", "chef"),
    (
      GuideSnapshotTests.units + "A<Tab>B<Tab>Bo Falk<C-s>",
      "Inloggningen ”Bo Falk” går inte att använda: högst 32 av a–z, 0–9, punkt, _ och -.",
      "inloggning"
    ),
    (
      GuideSnapshotTests.units + "A<Tab>B<Tab>b<Tab><Enter>A<Tab>C<Tab>c<C-s>",
      "Två enheter heter A. Ge dem olika namn.", "Enhet 2"
    ),
    (GuideSnapshotTests.people + "<C-s>", "Skriv vad du heter.", "Ditt namn"),
    (
      GuideSnapshotTests.people + "Nina<Tab>s<C-s>",
      "Någon måste sortera det som kommer in. Välj vem det är.", "gör"
    ),
    (
      GuideSnapshotTests.people + "Nina<Tab>i<Tab><Enter>Rut<Tab>rut<Tab>m<C-s>",
      "Välj vad du själv gör. Annars kommer du inte in sedan.", "gör"
    ),
  ])
  func whatIsMissingIsSaidWhereItIs(keys: String, sentence: String, label: String) {
    let session = start(keys)
    #expect(session.notice == sentence)
    #expect(session.cursorRow.contains("> ") && session.cursorRow.contains(label))
    #expect(session.world.rules.organisation.isEmpty)
  }

  @Test func leavingAsksWhenSomethingIsWritten() {
    var session = start("q")
    #expect(session.front.isFinished)
    session = start(GuideSnapshotTests.department + "<Esc><Esc>q")
    #expect(!session.front.isFinished)
    session.press("n<Enter>")
    #expect(session.shows("Exempelköpings kommun"))
    session.press("<Esc>qj")
    #expect(session.front.isFinished)
  }

  @Test func escapeNeverLeaves() {
    var session = start()
    session.press("<Esc><Esc>")
    #expect(!session.front.isFinished)
    #expect(session.shows("Välkommen till Synpunkt"))
  }

  @Test func pastedTextGoesIntoTheField() {
    var session = start("<Enter>")
    session.take(.paste("Exempel\nköping"))
    #expect(session.shows("Exempel köping"))
  }
}
