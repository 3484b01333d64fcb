import Domain
import Terminal
import Testing

@testable import Interface

/// `u` takes one's own last step back, while nobody has built on it.
struct UndoKeysTests {
  @Test(arguments: [
    "cb", "ätid<Enter>", "t!<Enter>", "lsig<Enter>", "rf<Enter>", "or<Enter>", "iHej<C-s>",
    "KtHej<C-s>", "Rn!<Enter>Fel<Enter>",
  ])
  func everyStepButAnAnswerIsTakenBack(keys: String) throws {
    var session = Session(try .one(), as: "asa")
    let before = try session.world.state(142)
    session.press("<Enter>" + keys)
    #expect(session.commands.count == 1 && !session.isRefused)
    session.press("u")
    #expect(session.notice?.hasPrefix("Ångrat i 26-142: ") == true)
    #expect(try session.world.state(142) == before)
  }

  @Test func whatSomebodyHasBuiltOnStands() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>cb")
    try session.world.take(.setTitle("Sena besök"), on: 142, as: "maja")
    session.othersWrote()
    session.press("u")
    #expect(session.notice == "Någon har arbetat vidare med ärendet, så steget kan inte ångras.")
    #expect(try session.world.state(142).category == .praise)
  }

  @Test func anothersStepIsNotOnesOwn() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>u")
    #expect(session.notice == "Det finns inget eget steg att ångra här.")
    session.press("qu")
    #expect(session.notice == "Det finns inget eget steg att ångra.")
    #expect(session.commands == [.undo])
  }

  @Test func inTheListItIsTheLastStepOfTheSession() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("ck" + "jcf" + "u")
    #expect(try session.world.state(139).category == .complaint)
    #expect(try session.world.state(127).category == .complaint)
    session.press("u")
    #expect(try session.world.state(127).category == .suggestion)
  }

  @Test func onAMatterItIsTheLastStepThere() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("ck" + "jcf" + "g<Enter>u")
    #expect(try session.world.state(127).category == .suggestion)
    #expect(try session.world.state(139).category == .suggestion)
  }

  @Test func aMatterThatHasLeftOnesReachComesBack() throws {
    var session = Session(try .kommun(), as: "maja")
    session.press("nnnkväst<Enter>")
    #expect(try session.world.state(161).unit == "vast")
    session.press("u")
    #expect(try session.world.state(161).status == .received)
  }

  @Test(arguments: ["iRing Lena<C-s>", "KtHon ringde<C-s>"])
  func theTextOfANoteThatIsTakenBackIsNotLost(keys: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>\(keys)u")
    let text = try #require(keys.dropFirst(keys.hasPrefix("K") ? 2 : 1).split(separator: "<").first)
    session.press(keys.hasPrefix("K") ? "Kt" : "i")
    #expect(try session.top(EditorScreen.self).editor.text == text)
  }

  @Test func whatFailedCanBeTriedAgain() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("ckjcf")
    session.world.failures = ["Databasen är upptagen. Försök igen."]
    session.press("u")
    #expect(session.notice == "Databasen är upptagen. Försök igen.")
    session.press("u")
    #expect(try session.world.state(139).category == .complaint)
    #expect(try session.world.state(127).category == .complaint)
  }

  @Test func whatWasRefusedNeverLeadsToAnOlderStep() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("ckjcf")
    try session.world.take(.setTitle("Matlådan"), on: 139, as: "maja")
    session.othersWrote()
    for _ in 0..<2 {
      session.press("u")
      #expect(session.notice == "Någon har arbetat vidare med ärendet, så steget kan inte ångras.")
      #expect(try session.world.state(139).category == .suggestion)
      #expect(try session.world.state(127).category == .complaint)
    }
  }

  @Test func theTextOfANoteThatIsTakenBackNeverWritesOverAnother() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iEtt<C-s>iTvå<Esc>ui")
    #expect(try session.top(EditorScreen.self).editor.text == "Två")
    session.press("<Esc>qP")
    #expect(session.shows("Du har 2 påbörjade texter"))
  }

  @Test func inAFieldItIsALetter() throws {
    var session = Session(try .one(), as: "asa")
    session.press("cb")
    session.press("<Enter>iu")
    #expect(try session.top(EditorScreen.self).editor.text == "u")
    #expect(session.commands == [.categorise(.praise)])
  }

  @Test func aFirstStepOfAnotherPersonIsNotTakenBackInTheDemo() throws {
    var session = Session(try .one(), as: "asa", isDemo: true)
    session.press("cb<F2>4u")
    #expect(session.notice == "Det finns inget eget steg att ångra.")
    #expect(try session.world.state(142).category == .praise)
  }
}
