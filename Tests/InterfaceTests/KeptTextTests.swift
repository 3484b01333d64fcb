import Domain
import Terminal
import Testing

@testable import Interface

/// What was typed is kept: by Esc, by a refusal, by a conflict, and by a change of person.
struct KeptTextTests {
  @Test(arguments: ["s<End><Enter>", "a", "i", "Kt"])
  func escKeepsTheTextAndOpeningBringsItBack(keys: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>\(keys)Halvfärdigt å ä ö")
    let text = try session.top(EditorScreen.self).editor.text
    #expect(text.contains("Halvfärdigt å ä ö"))
    session.press("<Esc>q<Enter>")
    session.press(keys.hasPrefix("s") ? "s" : keys)
    #expect(try session.top(EditorScreen.self).editor.text == text)
    session.press(" mer")
    #expect(try session.top(EditorScreen.self).editor.text.contains("Halvfärdigt å ä ö mer"))
  }

  @Test func textsOfDifferentMattersAndKindsAreKeptApart() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Enter>s<End><Enter>Ett<Esc>iTvå<Esc>q")
    session.press("j<Enter>s")
    #expect(session.top is TemplateScreen)
    session.press("<End><Enter>Tre<Esc>q")
    session.press("k<Enter>s")
    #expect(try session.top(EditorScreen.self).editor.text == "Ett")
    session.press("<Esc>i")
    #expect(try session.top(EditorScreen.self).editor.text == "Två")
  }

  @Test func whatHasBecomeAnAnswerIsNotBroughtBack() throws {
    var session = Session(try .one(150, unit: "gata"), as: "ulf")
    session.press("<Enter>s<End><Enter>Halv<Esc>s<C-s>")
    session.press("<Enter>")
    #expect(try session.world.state(150).answers.count == 1)
    session.press("<Esc>s")
    #expect(session.top is TemplateScreen)
  }

  @Test func anEmptiedTextIsForgotten() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej<Esc>i<C-w><Esc>i")
    #expect(try session.top(EditorScreen.self).editor.isEmpty)
    #expect(session.front.context.drafts.isEmpty)
  }

  @Test func thatItWasSpokenAndFromWhichTemplateIsKeptToo() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>s<Down><Down><Enter>Ringde.<Esc>s")
    #expect(session.shows("Vad som sades i 26-142"))
    session.press("<C-s>")
    #expect(session.shows("Sätt         Telefon"))
    session.press("<Esc><C-End><C-w><C-w><Esc>s<Down><Enter>!<Esc>s<C-s>")
    #expect(try session.top(ReviewScreen.self).template == "svar-kort")
  }

  @Test func aConflictKeepsTheTextAndSaysWhatChanged() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>aNytt schema.")
    try session.world.take(.setTitle("Sena besök"), on: 142, as: "maja")
    let text = try session.top(EditorScreen.self).editor.text
    session.press("<C-g>")
    #expect(
      session.notice == "Maja Ek hann före: ny rubrik. Det du har skrivit finns kvar. Försök igen.")
    #expect(session.isRefused)
    #expect(try session.top(EditorScreen.self).editor.text == text)
    session.press("<C-g>")
    #expect(try session.world.state(142).officialNotes == [text])
  }

  @Test func aConflictInTheReviewKeepsTheAnswer() throws {
    var session = Session(try .one(), as: "asa")
    session.press(WritingSnapshotTests.written("Hej!"))
    session.press("hn")
    try session.world.take(.setTitle("Sena besök"), on: 142, as: "maja")
    session.press("<Enter>")
    #expect(session.isRefused)
    #expect(try session.top(ReviewScreen.self).text == "Hej!")
    #expect(try session.world.state(142).answers.isEmpty)
    session.press("<Enter>")
    #expect(try session.world.state(142).answers.count == 1)
  }

  @Test func aRefusalKeepsTheText() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>a<C-s>")
    #expect(session.isRefused)
    #expect(session.shows("⟦Beskriv åtgärder.⟧"))
    session.world.failures = ["Disken är full."]
    session.press("Klart.<C-g>")
    #expect(session.notice == "Disken är full.")
    #expect(try session.top(EditorScreen.self).editor.text.hasSuffix("Klart."))
  }

  struct Prompted: Sendable, CustomTestStringConvertible {
    let keys: String
    let text: String
    var testDescription: String { keys }
  }

  @Test(arguments: [
    Prompted(keys: "rbVilken dag?<Enter>", text: "Vilken dag?"),
    Prompted(keys: "oiRingde två gånger<Enter>", text: "Ringde två gånger"),
    Prompted(keys: "t<C-End> igen<Enter>", text: "Sena morgonbesök igen"),
    Prompted(keys: "Rn<C-End>a<Enter>Stavfel<Enter>", text: "Anna Exempela"),
  ])
  func aConflictBringsTheLineOfAPromptBack(_ prompted: Prompted) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>")
    try session.world.take(.categorise(.suggestion), on: 142, as: "maja")
    session.press(prompted.keys)
    #expect(session.isRefused)
    #expect(session.top is PromptScreen)
    #expect(session.cursorRow.trimmingSpaces == prompted.text)
    session.press("<Enter>" + (prompted.keys.hasPrefix("R") ? "Stavfel<Enter>" : ""))
    #expect(!session.isRefused, "\(session.notice ?? "")")
    #expect(session.top is MatterScreen)
  }

  @Test func aChangeOfPersonInTheDemoKeepsEachOnesText() throws {
    var session = Session(try .one(), as: "asa", isDemo: true)
    session.press("<Enter>iÅsas anteckning<F2>4")
    #expect(session.front.context.actor.login == "karin")
    session.press("<S-Tab><Enter>i")
    #expect(try session.top(EditorScreen.self).editor.isEmpty)
    session.press("Karins anteckning<F2>2")
    #expect(session.front.context.actor.login == "asa")
    session.press("<Enter>i")
    #expect(try session.top(EditorScreen.self).editor.text == "Åsas anteckning")
  }
}
