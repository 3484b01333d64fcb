import Domain
import Terminal
import Testing

@testable import Interface

/// What is typed is on disk about a second after the last key, and at every change of screen.
struct AutosaveTests {
  private func saved(_ session: Session) -> [String] {
    (session.world.drafts[session.front.context.actor.login] ?? []).map(\.draft.text)
  }

  @Test func aSecondAfterTheLastKey() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    #expect(session.front.timeout == 1_000)
    #expect(saved(session).isEmpty)
    session.wait(seconds: 1)
    #expect(saved(session) == ["Halv"])
    #expect(session.front.timeout == 1_000)
  }

  @Test func typingWithoutAPauseIsSavedToo() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>i")
    for _ in 0..<7 {
      session.press("a")
      session.world.now = Instant(milliseconds: session.world.now.milliseconds + 900)
      session.wait(seconds: 0)
    }
    #expect(!saved(session).isEmpty)
  }

  @Test func whatHasNotChangedIsNotWritten() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.wait(seconds: 1)
    let writes = session.world.draftWrites
    session.press("<Left><Home><End>x<BS>")
    session.wait(seconds: 1)
    session.wait(seconds: 60)
    session.press("<Esc>i<Esc>qj")
    session.take(.suspend)
    #expect(session.world.draftWrites == writes)
  }

  @Test func aTemplateThatCameOfItselfIsNothingBegun() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>a<Esc>q")
    session.wait(seconds: 1)
    #expect(saved(session).isEmpty)
    session.press("<Enter>a!")
    session.wait(seconds: 1)
    #expect(saved(session).count == 1)
  }

  @Test func aFormThatNobodyHasWrittenInIsNothingBegun() throws {
    var session = Session(World(), as: "rut")
    session.press("p<Esc>")
    #expect(session.front.context.drafts.isEmpty)
    session.press("p")
    #expect(try session.top(TakingScreen.self).phase == .writing)
  }

  struct Begun: Sendable, CustomTestStringConvertible {
    let login: String
    let keys: String
    let place: Draft.Place
    var testDescription: String { keys }
  }

  static let begun = [
    Begun(login: "asa", keys: "<Enter>s<End><Enter>Halv", place: .text(142, .answer)),
    Begun(login: "asa", keys: "<Enter>aHalv", place: .text(142, .officialNote)),
    Begun(login: "asa", keys: "<Enter>iHalv", place: .text(142, .internalNote)),
    Begun(login: "asa", keys: "<Enter>KtHalv", place: .text(142, .addition(.phone))),
    Begun(login: "asa", keys: "m<Enter>Halv", place: .taking(.spoken)),
    Begun(login: "rut", keys: "pHalv", place: .taking(.paper)),
    Begun(login: "asa", keys: "<Enter>raHalv", place: .line(142, purpose: "returnWords:annat")),
  ]

  @Test(arguments: begun, [TerminalEvent.hangUp, .terminate, .suspend])
  func atTheEndOfTheLine(_ begun: Begun, _ event: TerminalEvent) throws {
    var session = Session(try .one(), as: begun.login)
    session.press(begun.keys)
    session.take(event)
    let drafts = try #require(session.world.drafts[begun.login])
    #expect(drafts.map(\.draft.place) == [begun.place])
    #expect(drafts.first?.draft.text.contains("Halv") == true)
    // What ends the program comes last.
    #expect(session.effects.last == (event == .suspend ? .suspend : .quit))
  }

  @Test(arguments: begun)
  func atAChangeOfScreen(_ begun: Begun) throws {
    var session = Session(try .one(), as: begun.login)
    session.press(begun.keys + "<Esc>")
    #expect(session.world.drafts[begun.login]?.map(\.draft.place) == [begun.place])
  }

  @Test(arguments: ["<C-s>", "<F1>"])
  func aScreenOnTopIsAChangeOfScreen(keys: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>Halv" + keys)
    #expect(saved(session) == ["Halv"])
  }

  @Test func theReviewKeepsWayAndRecipient() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>Halv<C-s>")
    session.press("sbm<C-w><C-w><C-w><C-w>Greta<Enter>")
    session.take(.hangUp)
    session.startAgain()
    session.press("<Enter><C-s>")
    let review = try session.top(ReviewScreen.self)
    #expect(review.way == .letter && review.recipient.contains("Greta"))
  }

  @Test func whatHasBecomeSomethingIsRemovedAfterThat() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.wait(seconds: 1)
    session.press("<C-s>")
    #expect(saved(session).isEmpty)
    let performed = session.effects.lastIndex { if case .perform = $0 { true } else { false } }
    let removed = session.effects.lastIndex {
      if case .saveDrafts(let work) = $0 { work.removed.count == 1 } else { false }
    }
    #expect(try #require(performed) < #require(removed))
  }

  @Test func whatIsRefusedOrFailsIsNotRemoved() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.wait(seconds: 1)
    session.world.failures = ["Disken är full."]
    session.press("<C-s>")
    try session.world.take(.setTitle("Ny"), on: 142, as: "maja")
    session.press("<C-s>")
    #expect(session.isRefused)
    session.wait(seconds: 1)
    #expect(saved(session) == ["Halv"])
  }

  @Test func whatWasTakenDownIsRemoved() throws {
    var session = TakingKeysTests.session([Told.toReadBack()])
    session.wait(seconds: 1)
    #expect(session.world.drafts["sigge"]?.count == 1)
    session.press("g<C-s>")
    #expect(try session.world.state(143).text != nil)
    #expect(session.world.drafts["sigge"]?.isEmpty == true)
  }

  @Test func anEmptiedTextIsRemoved() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej")
    session.wait(seconds: 1)
    session.press("<C-w>")
    session.wait(seconds: 1)
    #expect(saved(session).isEmpty)
  }

  @Test func aDiskThatIsFullIsToldAndTriedAgain() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.world.draftFailures = ["Disken är full.", "Disken är full."]
    session.wait(seconds: 1)
    let sentence = "Det du skriver är inte sparat än. Disken är full."
    #expect(session.notice == sentence && session.isRefused)
    session.press("t")
    #expect(session.notice == nil)
    session.wait(seconds: 1)
    #expect(session.notice == sentence)
    // It is in the list of messages once.
    #expect(session.front.messages.count { $0.hasSuffix(sentence) } == 1)
    session.wait(seconds: 3)
    #expect(session.notice == "Det du har skrivit är sparat nu.")
    #expect(saved(session) == ["Halvt"])
  }

  @Test func anotherPersonInTheDemoWaitsForTheDisk() throws {
    var session = Session(try .one(), as: "asa", isDemo: true)
    session.press("<Enter>iHalv")
    // At the change of screen, and before the change of person.
    session.world.draftFailures = ["Disken är full.", "Disken är full."]
    session.press("<F2>4")
    #expect(session.front.context.actor.login == "asa")
    #expect(session.isRefused)
    session.press("<F2>4")
    #expect(session.front.context.actor.login == "karin")
    #expect(session.world.drafts["asa"]?.map(\.draft.text) == ["Halv"])
  }

  @Test func pastedTextIsSavedAndWritesOverNothing() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iEtt två<Home>")
    session.take(.paste("Klistrat "))
    session.wait(seconds: 1)
    #expect(saved(session) == ["Klistrat Ett två"])
  }
}
