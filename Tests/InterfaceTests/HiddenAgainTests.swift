import Domain
import Terminal
import Testing

@testable import Interface

/// A protected identity that was opened goes from the screen with the right to see it.
struct HiddenAgainTests {
  let world: World

  init() throws { world = try MatterSnapshotTests.marked() }

  private func opened(_ keys: String = "") -> Session {
    var session = Session(world, as: "vera", size: .wide)
    session.press("<Enter>VBrev ska ut.<Enter>")
    session.press(keys)
    return session
  }

  /// Vera is named for protected identities no longer.
  private func revoke() throws {
    let people = world.rules.organisation.people
    let index = try #require(people.firstIndex { $0.login == "vera" })
    world.rules.organisation.people[index].grants = [Grant(role: .registrar, unit: "oms")]
  }

  @Test(arguments: [false, true])
  func itGoesWithTheRight(isReadAgain: Bool) throws {
    var session = opened()
    #expect(session.shows("Anna"))
    try revoke()
    session.takeRules()
    if isReadAgain { session.othersWrote() }
    #expect(session.top is MatterScreen)
    #expect(!session.shows("Anna") && !session.shows("anna@"))
    #expect(session.shows("Skyddad identitet"))
    #expect(session.notice?.hasPrefix("De skyddade uppgifterna är dolda igen.") == true)
    session.press("V")
    #expect(session.isRefused && session.top is MatterScreen)
  }

  @Test func itStaysWhenSomethingElseIsChanged() {
    var session = opened()
    world.rules.organisation.municipality = "Annat namn"
    session.takeRules()
    session.othersWrote()
    #expect(session.shows("Anna"))
  }

  @Test func whoMayNotReadTheMatterAnyMoreSeesNothingOfIt() throws {
    var session = opened()
    try revoke()
    let index = try #require(world.rules.organisation.people.firstIndex { $0.login == "vera" })
    world.rules.organisation.people[index].grants = []
    session.takeRules()
    #expect(!session.shows("Anna") && session.shows("Du kan inte läsa 26-"))
    session.othersWrote()
    #expect(!session.shows("Anna"))
  }

  @Test(arguments: ["i", "Rn", "B", "?", "?<Esc>iHej"])
  func itGoesFromWhatStandsAboveToo(keys: String) throws {
    var session = opened(keys)
    try revoke()
    session.takeRules()
    #expect(!session.screen.joined().contains("Anna"), "\(keys)")
    session.press("<Esc>")
    #expect(!session.screen.joined().contains("Anna"), "\(keys)")
    if keys.hasSuffix("Hej") {
      session.press("i")
      #expect(try session.top(EditorScreen.self).editor.text == "Hej")
    }
  }
}
