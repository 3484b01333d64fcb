import Domain
import Terminal
import Testing

@testable import Interface

/// The program has been upgraded while it ran: the text is saved, and it asks to be started again.
struct UpgradeTests {
  private var session: Session

  init() throws {
    session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
  }

  @Test mutating func itIsSavedAndSaid() throws {
    session.hear(.programUpdated)
    #expect(session.world.drafts["asa"]?.map(\.draft.text) == ["Halv"])
    #expect(session.isRefused)
    #expect(session.notice?.hasPrefix("Synpunkt har uppdaterats medan du var inne.") == true)
    session.press("<Left>")
    #expect(session.shows("Synpunkt har uppdaterats. F4 avslutar, starta sedan igen."))
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
  }

  @Test mutating func nothingIsWrittenAndReadingGoesOn() throws {
    session.hear(.programUpdated)
    session.press("x")
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
    session.press("<C-s>")
    #expect(session.effects.allSatisfy { !$0.writes })
    session.press("<Esc>d")
    #expect(session.shows("Svarstid för SYN-2026-00142"))
    // Nor is it taken over by another window of the same person, or given back.
    session.hear(.others(OtherSessions(replacedAt: session.world.now)))
    session.hear(.others(OtherSessions()))
    #expect(session.front.halt == .updated)
  }

  @Test(arguments: ["<F4>", "<Esc><F4>", "<Esc><Esc>q", "<Esc><Esc><F4>"])
  mutating func aKeyLeaves(keys: String) throws {
    session.hear(.programUpdated)
    session.press(keys)
    #expect(session.front.isFinished)
    #expect(session.effects.last == .quit)
  }

  @Test func elsewhereTheKeyDoesNothing() throws {
    var session = session
    session.press("<Esc><F4>")
    #expect(!session.front.isFinished)
    #expect(session.notice?.contains("gör ingenting här") == true)
  }
}
