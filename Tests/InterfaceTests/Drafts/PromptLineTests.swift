import Domain
import Terminal
import Testing

@testable import Interface

/// The line of a prompt is kept, and offered when the same is asked of the same matter.
struct PromptLineTests {
  struct Asked: Sendable, CustomTestStringConvertible {
    let keys: String
    let typed: String
    let line: String
    var testDescription: String { keys }

    init(_ keys: String, _ typed: String, _ line: String? = nil) {
      self.keys = keys
      self.typed = typed
      self.line = line ?? typed
    }
  }

  @Test(arguments: [
    Asked("rb", "Vilken dag?"), Asked("ra", "För att"), Asked("oi", "Ringde två gånger"),
    Asked("t", "<C-End> igen", "Sena morgonbesök igen"), Asked("Rn", "<C-End>a", "Anna Exempela"),
    Asked("Rn<C-End>!<Enter>", "Stavfel"), Asked("A", "Hon bad om det"),
  ])
  func escKeepsIt(_ asked: Asked) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>\(asked.keys)\(asked.typed)<Esc>")
    #expect(session.top is MatterScreen)
    session.press(asked.keys.replacing("<C-End>!", with: ""))
    #expect(session.cursorRow.trimmingSpaces == asked.line)
    // Also when the program has been ended without a warning meanwhile.
    session.startAgain()
    session.press("<Enter>" + asked.keys.replacing("<C-End>!", with: ""))
    #expect(session.cursorRow.trimmingSpaces == asked.line)
  }

  @Test func ctrlZGoesBackBehindIt() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>t<C-End> igen<Esc>t<C-z>")
    #expect(session.cursorRow.trimmingSpaces == "Sena morgonbesök")
  }

  @Test func whatWasGivenIsNotOfferedAgain() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>oiRingde<Enter>oi")
    #expect(session.cursorRow.trimmingSpaces.isEmpty)
    #expect(session.front.context.drafts.isEmpty)
  }

  @Test func anotherMatterHasItsOwn() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Enter>oiRingde<Esc>qj<Enter>oi")
    #expect(session.cursorRow.trimmingSpaces.isEmpty)
  }

  @Test func aCodeIsNotKept() throws {
    let session = Session(try .one(), as: "asa")
    var prompt = PromptScreen(.receiptCode)
    _ = prompt.type(.character("K"), in: session.front.context)
    #expect(prompt.writing == nil)
  }

  @Test func whyItWasNotReadBackIsKept() throws {
    var session = TakingKeysTests.session([Told.toReadBack(), "kHon lade på<Esc>"])
    session.press("k")
    #expect(session.cursorRow.trimmingSpaces == "Hon lade på")
    session.press("<Enter><C-s>")
    #expect(try session.world.state(143).whyNotReadBack == "Hon lade på")
    #expect(session.front.context.drafts.isEmpty)
  }
}
