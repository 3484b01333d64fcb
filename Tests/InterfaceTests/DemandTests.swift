import Domain
import Terminal
import Testing

@testable import Interface

/// What the routine demands is asked for when it is missing, and then the step is taken.
struct DemandTests {
  /// A matter that was answered, with its note, and has come back as done.
  private func returned() throws -> World {
    try .one(then: [
      ("asa", World.answer()), ("asa", .noteAndReturn("Nytt schema.", .done, words: nil)),
    ])
  }

  @Test func closingAsksForTheSubjectAreaAndCloses() throws {
    var session = Session(try returned(), as: "maja")
    session.press("<Tab><Enter>v")
    #expect(session.notice == Refusal.needsSubjectArea.sentence)
    #expect(session.shows("Vilket ämne?"))
    #expect(!session.shows("(inget ämne)"))
    session.press("tid<Enter>")
    #expect(session.commands == [.close, .setSubjectArea("tider"), .close])
    #expect(try session.world.state(142).status == .closed)
  }

  @Test func leavingTheQuestionLeavesTheStep() throws {
    var session = Session(try returned(), as: "maja")
    try session.world.register(160, Post.mail("Ny", "Ny.", on: day("2026-11-20")))
    session.press("<Tab><Enter>v<Esc>")
    #expect(try session.world.state(142).status == .returned)
    // The next answer is about another matter, and does just what it says.
    session.press("q<S-Tab>cb")
    #expect(session.commands == [.close, .categorise(.praise)])
    #expect(try session.world.state(160).category == .praise)
    #expect(try session.world.state(142).category == .complaint)
    session.press("<Enter>ätid<Enter>")
    #expect(try session.world.state(142).status == .returned)
  }

  @Test func helpOverTheQuestionKeepsIt() throws {
    var session = Session(try returned(), as: "maja")
    session.press("<Tab><Enter>v<F1><Esc>tid<Enter>")
    #expect(try session.world.state(142).status == .closed)
  }

  @Test func aFailureInBetweenForgetsTheStep() throws {
    var session = Session(try returned(), as: "maja")
    try session.world.register(160, Post.mail("Ny", "Ny.", on: day("2026-11-20")))
    session.press("<Tab><Enter>v")
    session.world.failures = ["Databasen är upptagen. Försök igen."]
    session.press("tid<Enter>")
    #expect(session.notice == "Databasen är upptagen. Försök igen.")
    session.press("q<S-Tab>cb")
    #expect(try session.world.state(160).category == .praise)
    #expect(try session.world.state(142).category == .complaint)
  }

  @Test func theQuestionFollowsTheUnitsOwnRoutine() throws {
    let world = try World.one(150, unit: "gata", then: [("ulf", World.answer())])
    var session = Session(world, as: "ulf")
    session.press("<Enter>v")
    #expect(session.shows("parker") && !session.shows("bemötande"))
    session.press("parker<Enter>")
    #expect(try world.state(150).status == .closed)
  }

  @Test func severalDemandsAreAskedForInTurn() throws {
    let world = try World.one(
      134, Post.mail("Kallt", "Kallt.", from: Post.silent, on: day("2026-11-12")), category: nil)
    var session = Session(world, as: "asa")
    session.press("<Enter>a")
    session.press("Vi har satt in ett element.<C-s>")
    #expect(session.notice == Refusal.needsCategory.sentence)
    session.press("k")
    #expect(session.notice == Refusal.needsSubjectArea.sentence)
    session.press("övr<Enter>")
    let state = try world.state(134)
    #expect(state.status == .closed && state.category == .complaint)
    #expect(state.subjectArea == "övrigt" && state.officialNotes.count == 1)
    #expect(session.top is MatterScreen)
  }

  @Test func givingBackAsksForTheAnswer() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>rk")
    #expect(session.notice == Refusal.needsAnswer.sentence)
    #expect(session.top is TemplateScreen)
  }

  @Test func givingBackAsksForTheNote() throws {
    var session = Session(try MatterSnapshotTests.answered(), as: "asa")
    session.press("<Enter>rk")
    #expect(session.notice == Refusal.needsOfficialNote.sentence)
    #expect(try session.top(EditorScreen.self).kind == .officialNote)
    session.press("Nytt schema.<C-s>")
    #expect(try session.world.state(142).returnReason == .done)
  }

  @Test func answeringAsksForTheType() throws {
    var session = Session(try .one(category: nil), as: "asa")
    session.press("<Enter>s")
    #expect(session.notice == Refusal.needsCategory.sentence)
    session.press("k<Enter>")
    #expect(session.top is TemplateScreen)
  }

  @Test func whatSomebodyElseMustDoIsSaidAndNotOffered() throws {
    var session = Session(try .kommun(), as: "maja")
    session.press("no")
    #expect(!session.hints.contains("v avsluta"))
    session.press("v")
    #expect(session.notice == Refusal.needsAnswer.sentence)
    #expect(session.top is MatterScreen)
  }

  @Test(arguments: [
    ("ra<Enter>", "Fältet är tomt. Skriv något, eller gå tillbaka med Esc."),
    ("t<C-w><C-w><Enter>", "Fältet är tomt. Skriv något, eller gå tillbaka med Esc."),
    ("Rn<Enter><Enter>", "Fältet är tomt. Skriv något, eller gå tillbaka med Esc."),
    (
      "Re<Space>fel<Enter>Fel<Enter>",
      "Det går inte att använda som e-postadress: skriv den som namn@exempel.se."
    ),
    (
      "Rd<BS>x<Enter>Fel<Enter>",
      "Det går inte att använda som ankomstdag: skriv dagen som 2026-11-05."
    ),
    (
      "Rn<Enter>Fel<Enter>",
      "Nytt och gammalt värde är lika för namn, så ändra det eller gå tillbaka."
    ),
  ])
  func whatCannotBeUsedIsSaidAndStaysInTheField(keys: String, sentence: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>" + keys)
    #expect(session.top is PromptScreen)
    #expect(session.isRefused)
    #expect(session.notice?.prefix(40) == sentence.prefix(40))
  }
}
