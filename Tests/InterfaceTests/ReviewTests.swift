import Domain
import Terminal
import Testing

@testable import Interface

/// The last look before an answer leaves, and what stops it.
struct ReviewTests {
  /// The review of an answer with this text.
  private func review(_ text: String, of world: World, as login: String = "asa") throws -> Session {
    var session = Session(world, as: login)
    session.press(WritingSnapshotTests.written(text))
    _ = try session.top(ReviewScreen.self)
    return session
  }

  @Test(arguments: [
    ("Hej ⟦namn⟧!", "Fyll i eller ta bort ”namn”."),
    ("Hej {{namn}}!", "Det står ”{{” i texten: ta bort det eller skriv det som ska stå där."),
  ])
  func whatIsUnfinishedStops(text: String, sentence: String) throws {
    var session = try review(text, of: .one())
    #expect(session.role(of: sentence) == .failure)
    #expect(!session.hints.contains("lämna svaret"))
    session.press("<Enter>")
    #expect(session.notice == sentence)
    #expect(session.commands.isEmpty)
    session.press("<Esc>")
    #expect(try session.top(EditorScreen.self).editor.text == text)
  }

  @Test(arguments: ["", "<Esc>"])
  func whoHasBeenMadeAnonymousMeanwhileGetsNoAnswer(back: String) throws {
    var session = try review("Hej!", of: .one())
    #expect(session.shows("anna@exempel.se"))
    session.press(back)
    try session.world.take(.hideSender(reason: "Ville det."), on: 142, as: "maja")
    session.othersWrote()
    #expect(!session.shows("anna@exempel.se"))
    session.press("<C-s>")
    #expect(session.notice?.hasPrefix("Avsändaren är nu anonym, så inget svar kan lämnas.") == true)
    #expect(session.commands.isEmpty)
    #expect(try session.world.state(142).answers.isEmpty)
    // What was written is kept, and a note can be.
    session.press("<Esc>")
    _ = try session.top(MatterScreen.self)
    #expect(session.front.context.drafts.text(of: 142, .answer)?.text == "Hej!")
    session.press("a")
    #expect(try session.top(EditorScreen.self).kind == .officialNote)
  }

  @Test func aBraceThatTheSenderWroteOnlyAsks() throws {
    var session = try review("> Vad är {{namn}}?", of: WritingSnapshotTests.braced(), as: "ulf")
    session.press("<Enter>")
    #expect(session.shows("ska svaret gå så?"))
    session.press("n<Enter>")
    #expect(session.shows("ska svaret gå så?"))
    session.press("j<Enter>")
    #expect(try session.world.state(150).status == .answered)
  }

  @Test func healthIsAskedInCareOnly() throws {
    let care = try review("Hej!", of: .one())
    #expect(care.shows("Hälsa        frågas när du trycker Enter"))
    let technical = try review(
      "Hej!", of: .one(150, unit: "gata"), as: "ulf")
    #expect(!technical.shows("Hälsa"))
    #expect(technical.shows("Går inte att ångra."))
  }

  @Test func healthHidesPlainMail() throws {
    var session = try review("Hej!", of: .one())
    session.press("<Enter>j")
    #expect(session.notice == "Vanlig e-post går inte då. Svaret lämnas nu med säkert meddelande.")
    #expect(session.shows("Sätt         Säkert meddelande"))
    session.press("s")
    #expect(!session.screen.contains { $0.contains("E-post") })
    session.press("p")
    #expect(session.shows("Sätt         Besök"))
    session.press("<Enter>")
    #expect(try session.world.state(142).answers.first?.way == .inPerson)
  }

  @Test func noHealthLeavesPlainMail() throws {
    var session = try review("Hej!", of: .one())
    session.press("hn<Enter>")
    #expect(try session.world.state(142).answers.first?.way == .email)
  }

  @Test(arguments: [
    (WritingSnapshotTests.quoting, "ta bort det som är citerat"),
    ("Om sena morgonbesök.", "ta bort rubriken"),
  ])
  func aLetterAboutHealthNeitherQuotesNorNames(text: String, sentence: String) throws {
    var session = try review(text, of: .one())
    session.press("hj<Enter>")
    #expect(session.isRefused && session.notice?.contains(sentence) == true)
    #expect(session.commands.isEmpty)
    session.press("hn<Enter>")
    #expect(try session.world.state(142).status == .answered)
  }

  @Test func whetherTheSenderMayKnowIsAskedWhenItIsAboutSomebodyElse() throws {
    var session = try review("Hej Eva!", of: WritingSnapshotTests.concerned())
    #expect(session.shows("Gäller       Greta Exempel"))
    session.press("hn<Enter>n")
    #expect(session.shows("Får veta     nej"))
    session.press("<Enter>")
    #expect(
      session.notice == "Avsändaren får inte veta detta, så skriv ett svar som inte berättar det.")
    session.press("vj<Enter>")
    #expect(try session.world.state(139).status == .answered)
  }

  @Test func enterHeldDownAnswersNoQuestion() throws {
    var session = try review("Hej Eva!", of: WritingSnapshotTests.concerned())
    session.press(Array(repeating: Key.enter, count: 50))
    #expect(session.commands.isEmpty)
    #expect(session.shows("j  Ja") && session.shows("n  Nej"))
    session.press(Array(repeating: Key.down, count: 3))
    session.press("<Enter><Esc>")
    #expect(try session.top(ReviewScreen.self).tellsOfHealth == nil)
  }

  @Test func wayAndRecipientAreChosen() throws {
    let world = try World.one(
      142, Post.mail("Hej", "Hej.", from: Post.eva, on: day("2026-11-13")))
    var session = try review("Hej!", of: world)
    session.press("sb")
    #expect(session.shows("Mottagare    Eva Exempel, Storgatan 1, Provköping"))
    session.press("m, Skåne<Enter>hn<Enter>")
    let answer = try #require(try world.state(142).answers.first)
    #expect(answer.way == .letter)
    #expect(answer.recipient == "Eva Exempel, Storgatan 1, Provköping, Skåne")
  }

  @Test func aMissingRecipientIsSaidAndAskedFor() throws {
    let world = try World.one(
      142,
      Post.mail(
        "Hej", "Hej.",
        from: Sender(kind: .individual, name: "Bo Ek", phone: "044-1", replyVia: .email),
        on: day("2026-11-13")))
    var session = try review("Hej!", of: world)
    #expect(session.shows("saknas (m)"))
    #expect(session.role(of: Refusal.needsRecipient.sentence) == .failure)
    session.press("<Enter>")
    #expect(session.isRefused)
    session.press("mbo@exempel.se<Enter>hn<Enter>")
    #expect(try world.state(142).answers.first?.recipient == "bo@exempel.se")
  }

  @Test func aWrongAddressIsRefusedInTheReview() throws {
    var session = try review("Hej!", of: .one())
    session.press("hnm<C-w><C-w><C-w>fel<Enter><Enter>")
    #expect(session.top is ReviewScreen)
    #expect(session.isRefused)
    #expect(try session.world.state(142).answers.isEmpty)
  }

  @Test func anAnonymousSenderIsAnsweredWhereTheyChose() throws {
    var form = Post.form(
      "Hej", "Hej.", from: .anonymous(replyVia: .eService), on: day("2026-11-13"))
    form.key = .flowInstance("123")
    var session = try review("Hej!", of: .one(142, form))
    #expect(session.shows("Sätt         E-tjänsten"))
    #expect(session.shows("Mottagare    e-tjänsten, ärende 123"))
    session.press("s")
    #expect(!session.shows("Brev") && !session.shows("E-post"))
    session.press("<Esc>hn<Enter>")
    #expect(try session.world.state(142).answers.first?.way == .eService)
  }

  @Test func anAnswerCannotBeTakenBack() throws {
    var session = Session(try MatterSnapshotTests.answered(), as: "asa")
    session.press("<Enter>u")
    #expect(session.notice == "Ett svar som har lämnats kan inte ångras.")
    #expect(try session.world.state(142).status == .answered)
  }

  @Test func theTextScrolls() throws {
    var session = try review(Post.long, of: .one())
    session.press("<PgDn>j<Space>")
    #expect(!session.shows("Dag 1:"))
    #expect(session.shows("Granska svaret på 26-142"))
    session.press("g")
    #expect(session.shows("Dag 1:"))
  }
}
