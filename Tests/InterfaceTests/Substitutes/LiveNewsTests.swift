import Domain
import Testing

@testable import Interface

/// What others change for the person while the front is open.
struct LiveNewsTests {
  private func news(_ event: Int64, _ sentence: String = "Du är vikarie för Bo.") -> Loaded {
    .ownChanges([
      OwnChange(
        event: event, at: Instant(milliseconds: 1_795_000_000_000), by: "karin",
        sentences: [sentence])
    ])
  }

  @Test func itIsShownAtOnceWhereNothingIsDone() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>")
    session.wait(seconds: 3)
    session.hear(news(7))
    #expect(session.top is OwnChangesScreen)
    session.press("<Enter>")
    #expect(session.top is MatterScreen)
    #expect(session.effects.contains(.ownChangesSeen(upTo: 7)))
    // What has been read does not come again.
    session.hear(news(7))
    session.wait(seconds: 9)
    #expect(session.top is MatterScreen)
  }

  @Test(arguments: ["<Enter>iRing", "<Enter>t", "m<Enter>Maten", "/kall", "c", "Vn"])
  func whatIsBeingDoneIsNotDisturbed(keys: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press(keys)
    session.wait(seconds: 9)
    let (before, layers) = (session.screen, session.front.layers.count)
    session.hear(news(7))
    session.wait(seconds: 9)
    #expect(session.front.layers.count == layers)
    #expect(session.notice == "Ändrat för dig: Du är vikarie för Bo.")
    #expect(session.screen.dropLast(2) == before.dropLast(2))
    session.press("<Esc><Esc><Esc><Esc>")
    #expect(!session.shows("Ändrat för dig"))
    session.wait(seconds: 3)
    #expect(session.top is OwnChangesScreen && session.shows("Du är vikarie för Bo."))
  }

  @Test func itWaitsForAPauseAndForWhatIsBeingRead() throws {
    var session = Session(try .one(), as: "asa")
    session.press("j")
    session.hear(news(7))
    #expect(session.top is ListScreen)
    session.wait(seconds: 1)
    #expect(session.top is ListScreen)
    session.wait(seconds: 1)
    #expect(session.top is OwnChangesScreen)
    session.hear(news(9, "Du är inte längre vikarie för Bo."))
    session.wait(seconds: 9)
    #expect(session.front.layers.count == 2)
    session.press("<Enter>")
    #expect(!session.effects.contains(.ownChangesSeen(upTo: 9)))
    session.wait(seconds: 2)
    #expect(session.shows("inte längre"))
  }

  @Test func whatMayNotBeSeenAnyMoreCloses() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>d")
    #expect(session.top is PageScreen)
    session.world.rules.organisation.people.removeAll { $0.login == "asa" }
    session.takeRules()
    session.othersWrote()
    #expect(session.top is MatterScreen && session.row(of: "Du kan inte läsa 26-142 längre.") == 1)
    #expect(session.notice == "Du kan inte läsa 26-142 längre.")
  }

  @Test func whatBecameOfTheTextIsSaidWithTheNews() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iRing")
    session.world.rules.organisation.people.removeAll { $0.login == "asa" }
    session.takeRules()
    session.othersWrote()
    session.hear(news(7))
    #expect(
      session.notice
        == "Ändrat för dig: Du är vikarie för Bo. Du kan inte läsa 26-142 längre. "
        + "Det du har skrivit finns kvar.")
  }

  @Test func aLineOfAQuestionIsKept() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>raFel dag")
    #expect(session.top is PromptScreen)
    session.world.rules.organisation.people.removeAll { $0.login == "asa" }
    session.takeRules()
    session.othersWrote()
    #expect(session.top is MatterScreen)
    #expect(session.notice?.hasSuffix("P i listan visar det.") == true)
    #expect(session.front.context.drafts.items.map(\.draft.text) == ["Fel dag"])
    #expect(session.world.drafts["asa"]?.count == 1)
  }

  @Test func anAnswerThatIsReviewedGoesBackToItsText() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>Hej! Vi har talat om det.")
    session.press("<C-s>")
    #expect(session.top is ReviewScreen && session.shows("anna@exempel.se"))
    session.world.rules.organisation.people.removeAll { $0.login == "asa" }
    session.takeRules()
    session.othersWrote()
    #expect(session.top is EditorScreen && session.shows("Vi har talat om det."))
    #expect(!session.shows("anna@exempel.se"))
    #expect(session.notice?.hasSuffix("Det du har skrivit finns kvar.") == true)
  }
}
