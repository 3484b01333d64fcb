import Domain
import Terminal
import Testing

@testable import Interface

/// Writing an answer: from a template, from nothing, or what was said.
struct AnswerTests {
  @Test func theTemplateIsFilledAndTheCaretStandsOnTheFirstMark() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Enter>")
    #expect(session.shows("Hej Anna Exempel!"))
    #expect(session.cursorRow == " ⟦Beskriv vad som hände och varför.⟧")
    session.press("Bussen.")
    #expect(session.cursorRow == " Bussen.")
  }

  @Test func thePickerShowsWhatATemplateWouldBecome() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s")
    #expect(session.shows("⟦Beskriv vad som hände"))
    session.press("j")
    #expect(session.shows("Vi har talat om det på enheten."))
    #expect(!session.shows("⟦Beskriv vad som hände"))
    session.press("jj")
    #expect(session.shows("Du börjar med en tom sida."))
  }

  @Test func aTemplateNeverOverwritesWhatIsTyped() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>Före efter<C-Left><C-t>")
    #expect(!session.shows("Svarade per telefon"))
    session.press("<Down><Enter>")
    let text = try session.top(EditorScreen.self).editor.text
    #expect(text.hasPrefix("Före efter\nHej Anna Exempel!"))
    #expect(text.hasSuffix("på enheten."))
    session.press("<C-z>")
    #expect(try session.top(EditorScreen.self).editor.text == "Före efter")
    session.press("<C-y>")
    #expect(try session.top(EditorScreen.self).editor.text == text)
  }

  @Test func aTemplateInWhichNothingIsTypedIsReplacedByTheNext() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Enter>")
    let first = try session.top(EditorScreen.self).editor.text
    session.press("<C-t><Down><Enter>")
    let second = try session.top(EditorScreen.self).editor.text
    #expect(second != first && second.hasPrefix("Hej Anna Exempel!"))
    #expect(second.split(separator: "\n").count { $0 == "Hej Anna Exempel!" } == 1)
    // The first one is a Ctrl-Z away.
    session.press("<C-z>")
    #expect(try session.top(EditorScreen.self).editor.text == first)
    session.press("<C-y>x<C-t><Enter>")
    let third = try session.top(EditorScreen.self).editor.text
    #expect(third.split(separator: "\n").count { $0 == "Hej Anna Exempel!" } == 2)
  }

  @Test func aTemplateInWhichNothingIsTypedIsNoBegunText() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Enter><Tab>")
    session.wait(seconds: 2)
    #expect(session.front.context.drafts.isEmpty)
    session.startAgain()
    #expect(session.top is ListScreen)
    session.press("<Enter>s<Enter>x")
    session.wait(seconds: 2)
    #expect(!session.front.context.drafts.isEmpty)
  }

  @Test func escInTheFirstPickerGoesBackToTheMatter() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Esc>")
    #expect(session.top is MatterScreen)
    session.press("s<End><Enter>Hej.<C-t><Esc>")
    #expect(try session.top(EditorScreen.self).editor.text == "Hej.")
  }

  @Test func aPasteIsOneStep() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>Hej ")
    session.take(.paste("där\noch här"))
    #expect(try session.top(EditorScreen.self).editor.text == "Hej där\noch här")
    session.press("<C-z>")
    #expect(try session.top(EditorScreen.self).editor.text == "Hej ")
  }

  @Test func theSourceIsShownSmallLargeOrNotAtAll() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter>")
    #expect(session.shows("Min mamma Greta") && !session.shows("Jag vill veta"))
    session.press("<F3>")
    #expect(session.shows("Jag vill veta"))
    session.press("<F3>")
    #expect(!session.shows("Min mamma Greta"))
    session.press("<F3>")
    #expect(session.shows("Min mamma Greta") && !session.shows("Jag vill veta"))
  }

  @Test func nothingWrittenIsNotReviewed() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<End><Enter> <Enter> <C-s>")
    #expect(session.notice == "Det finns ingen text än.")
    #expect(session.top is EditorScreen)
  }

  @Test func anAnswerByPhoneNeedsNoLetterOnlyWhatWasSaid() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Down><Down><Enter>")
    #expect(session.shows("Vad som sades i 26-142"))
    session.press("Ringde Anna. Hon är nöjd.<C-s>")
    #expect(session.shows("Telefon") && session.shows("Anna Exempel, 070-123 45 67"))
    #expect(!session.shows("Hälsa"))
    session.press("<Enter>")
    let answer = try #require(try session.world.state(142).answers.first)
    #expect(answer.way == .phone && answer.text == "Ringde Anna. Hon är nöjd.")
    #expect(session.notice == "Svaret på 26-142 är sparat: lämnat per telefon.")
  }

  @Test func aTemplateAfterAllMakesItALetter() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Down><Down><Enter><C-t><Down><Enter><C-s>")
    #expect(session.shows("E-post"))
  }

  @Test func theSentTextIsKeptUnchangedWithItsTemplate() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Down><Enter><C-End>")
    session.take(.paste(" Å, ä & ö <hej>."))
    session.press("<C-s>")
    let text = try session.top(ReviewScreen.self).text
    session.press("hn<Enter>")
    #expect(try session.world.state(142).answers.first?.text == text)
    #expect(text.hasSuffix("på enheten. Å, ä & ö <hej>."))
    guard case .answer(let draft)? = session.commands.first else {
      Issue.record("No answer was given")
      return
    }
    #expect(draft.template == "svar-kort" && draft.tellsOfHealth == false)
  }

  @Test func keysTypedAheadOfTheReviewAreThrownAway() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Down><Enter><C-s><Enter><Enter>hn<Enter>")
    #expect(session.top is ReviewScreen)
    #expect(session.commands.isEmpty)
  }

  @Test func aTemplateThatFailsIsTold() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>a<Esc>")
    session.hear(.templates([], .officialNote))
    #expect(session.top is MatterScreen)
    session.press("a<Esc>")
    session.press("a<C-Home>X")
    session.hear(.failed("Mallen svar.mustache går inte att läsa."))
    session.hear(.templates([], .officialNote))
    #expect(session.notice == "Det finns ingen mall att sätta in.")
    #expect(session.top is EditorScreen)
  }
}
