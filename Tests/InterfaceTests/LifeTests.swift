import Domain
import Terminal
import Testing

@testable import Interface

/// A matter from its arrival to its end, with the step it shows and Enter.
struct LifeTests {
  @Test func theNextStepLeadsThroughTheWholeLife() throws {
    let world = try World.onlyNew()
    var session = Session(world, as: "maja")
    session.press("nköst<Enter>")
    session.become("asa")
    session.press("<Enter>")
    #expect(session.shows("Enter: Svara avsändaren"))
    session.press("<Enter>")
    #expect(session.top is TemplateScreen)
    session.press("<Enter>")
    session.press("Bussen gick sönder.<C-s>")
    #expect(session.top is ReviewScreen)
    session.press("<Enter>n<Enter>")
    let answer = try #require(try world.state(160).answers.first)
    #expect(answer.text.contains("har vi kommit fram till:\nBussen gick sönder.\n"))
    #expect(answer.way == .email && answer.recipient == "anna@exempel.se")
    // The note opens by itself, prefilled, with the caret on what is to be written.
    #expect(try session.top(EditorScreen.self).kind == .officialNote)
    #expect(session.shows("Tjänsteanteckning 2026-11-24, ärende SYN-2026-00160"))
    session.press("Nytt schema.<C-s>")
    let returned = try world.state(160)
    #expect(returned.status == .returned && returned.returnReason == .done)
    #expect(returned.officialNotes.first?.hasSuffix("lett till:\nNytt schema.") == true)
    #expect(
      session.notice
        == "Anteckningen är sparad och 26-160 är åter till arbetsgruppen: klar.")
    session.become("maja")
    session.press("<Tab><Enter>")
    #expect(session.shows("Enter: Avsluta ärendet"))
    session.wait(seconds: 1)
    session.press("<Enter>")
    #expect(session.notice == "Välj ett ämne innan ärendet avslutas.")
    session.press("tid<Enter>")
    let closed = try world.state(160)
    #expect(closed.status == .closed && closed.subjectArea == "tider")
    #expect(session.notice == "26-160 är avslutat. u ångrar.")
    #expect(session.shows("Ärendet är avslutat."))
  }

  @Test func aNoteThatIsOnlySavedLeavesTheReturnToEnter() throws {
    var session = Session(try MatterSnapshotTests.answered(), as: "asa")
    session.press("<Enter>aNytt schema.<C-g>")
    #expect(try session.world.state(142).status == .answered)
    #expect(session.shows("Enter: Ge åter till arbetsgruppen"))
    session.press("<Enter>")
    #expect(try session.world.state(142).returnReason == .done)
  }

  @Test func aMatterWithoutTypeAsksForItFirst() throws {
    var session = Session(try .one(category: nil), as: "asa")
    session.press("<Enter>")
    #expect(session.shows("Enter: Välj typ: beröm, förslag eller klagomål"))
    session.press("<Enter>f")
    #expect(try session.world.state(142).category == .suggestion)
    #expect(session.shows("Enter: Svara avsändaren"))
  }

  @Test func whereTheUnitClosesItDoesSo() throws {
    var session = Session(try .kommun(), as: "ulf")
    session.press("<Enter><Enter><Down><Enter><C-s>")
    session.press("<Enter>")
    // No note is demanded, but one is offered.
    #expect(try session.top(EditorScreen.self).kind == .officialNote)
    session.press("<Esc>")
    #expect(session.shows("Enter: Avsluta ärendet"))
    session.press("<Enter>")
    #expect(session.shows("gator") && !session.shows("bemötande"))
    session.press("gator<Enter>")
    #expect(try session.world.state(150).status == .closed)
    #expect(try session.world.state(150).subjectArea == "gator")
  }

  @Test func withoutAWayBackANoteClosesIt() throws {
    var session = Session(try MatterSnapshotTests.anonymous(), as: "asa")
    session.press("<Enter>")
    #expect(session.shows("Enter: Skriv tjänsteanteckningen"))
    session.press("<Enter>")
    session.press("Vi har talat med personalen.<C-s>")
    #expect(session.notice == "Välj ett ämne innan ärendet avslutas.")
    session.press("bemö<Enter>")
    let state = try session.world.state(133)
    #expect(state.status == .closed && state.subjectArea == "bemötande")
    #expect(state.officialNotes.count == 1)
    #expect(session.top is MatterScreen)
  }

  @Test func withoutAWayBackThereIsNoAnswerToWrite() throws {
    var session = Session(try MatterSnapshotTests.anonymous(), as: "asa")
    session.press("<Enter>s")
    #expect(session.top is MatterScreen)
    #expect(session.notice == Refusal.noWayBack.sentence)
    #expect(!session.hints.contains("svara"))
  }

  @Test func whoWantsNoAnswerMayGetOneAllTheSame() throws {
    var session = Session(try MatterSnapshotTests.silent(), as: "asa")
    session.press("<Enter>")
    #expect(session.shows("Enter: Skriv tjänsteanteckningen"))
    session.press("s")
    #expect(session.top is TemplateScreen)
  }

  @Test func praiseIsAnsweredNotedAndReturned() throws {
    var session = Session(
      try .one(131, Post.mail("Tack", "Tack!", on: day("2026-11-03")), category: .praise),
      as: "asa")
    session.press("<Enter>")
    #expect(session.shows("Ingen tidsgräns för svaret"))
    session.press("<Enter><Down><Enter><C-s>")
    session.press("<Enter>n<Enter>")
    session.press("<C-s>")
    #expect(session.notice == "Fyll i eller ta bort ”Beskriv åtgärder.”.")
    #expect(try session.world.state(131).status == .answered)
    session.press("<C-Home><C-n>Ingen.<C-s>")
    #expect(try session.world.state(131).status == .returned)
  }

  @Test func anAdditionToAClosedMatterIsReadAndClosedAgain() throws {
    var session = Session(try MatterSnapshotTests.closedWithAddition(), as: "maja")
    session.press("<Tab><Enter>")
    #expect(session.shows("Enter: Läs vad avsändaren har lagt till, och avsluta igen"))
    session.wait(seconds: 1)
    session.press("<Enter>")
    #expect(try session.world.state(142).hasNewAddition == false)
    session.press("öDet är likadant igen<Enter>")
    #expect(try session.world.state(142).status == .answered)
    #expect(session.notice == "26-142 är öppet igen. u ångrar.")
  }

  @Test func whatAwaitsTheSenderIsFetchedAndSentOn() throws {
    var session = Session(try .kommun(), as: "maja")
    session.press("<Tab><Tab><Enter>")
    #expect(session.shows("Enter: Fråga avsändaren, och skicka sedan vidare"))
    session.press("<Enter>rHan menar måndag<Enter>")
    #expect(session.commands == [.logContact(.phone, reached: true, line: "Han menar måndag")])
    session.press("eväst<Enter>")
    let state = try session.world.state(110)
    #expect(state.unit == "vast" && state.status == .withManager)
  }

  @Test func whoHasNoTurnIsToldWhomItWaitsFor() throws {
    var session = Session(try .one(), as: "rut")
    session.press("<Enter>")
    #expect(session.shows("Väntar på Hemtjänst Öster."))
    session.press("<Enter>")
    #expect(session.notice == "Väntar på Hemtjänst Öster.")
    #expect(session.commands.isEmpty)
  }
}
