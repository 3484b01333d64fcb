import Domain
import Terminal
import Testing

@testable import Interface

/// Somebody else is writing in the database: it is waited for, calmly, and nothing is lost.
struct BusyTests {
  @Test(arguments: [1, 5, 30])
  func itIsTriedAgain(times: Int) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.world.busyTimes = times
    session.press("<C-s>")
    #expect(try session.world.state(142).internalNotes == ["Halv"])
    #expect(session.notice == "Den interna anteckningen är sparad i 26-142.")
    #expect(session.world.drafts["asa"]?.isEmpty ?? true)
  }

  @Test func itIsGivenUpInOneSentence() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.world.busyTimes = 1_000
    session.press("<C-s>")
    #expect(session.isRefused)
    #expect(session.notice?.contains("upptagen") == true)
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
    session.world.busyTimes = 0
    session.press("<C-s>")
    #expect(try session.world.state(142).internalNotes == ["Halv"])
  }

  @Test func theTextIsSavedBeforeTheWaiting() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    var front = session.front
    let effects = front.update(.busy(.takeDown(TakenByHand(channel: .phone, text: "x"))))
    guard case .saveDrafts? = effects.first, case .retry? = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(front.notice?.text == "Någon annan skriver i databasen. Väntar …")
  }

  @Test func whatWasSaidStandsAgainWhenTheWaitingIsOver() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv<C-s>")
    let said = "Den interna anteckningen är sparad i 26-142."
    var front = session.front
    #expect(front.notice?.text == said)
    _ = front.update(.busy(.loadDrafts))
    #expect(front.notice?.text == "Någon annan skriver i databasen. Väntar …")
    _ = front.update(.drafts(DraftsFound()))
    #expect(front.notice?.text == said)
  }
}
