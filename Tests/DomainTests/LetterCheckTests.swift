import Domain
import Testing

@Suite("The check of a letter before it leaves")
struct LetterCheckTests {
  /// A matter of gatan, where nothing of care is asked.
  func state(
    _ text: String = "Lampan är trasig.", title: String? = nil, additions: [String] = [],
    concerns: String? = nil
  ) throws -> Matter.State {
    var incoming = World().incoming(text)
    incoming.title = title
    incoming.concerns = concerns
    let steps = additions.map { text in
      ("maja", MatterCommand.add(.phone, on: World.today, text: text))
    }
    return try World().matter(incoming, after: steps).state
  }

  func draft(_ text: String, mayKnow: Bool? = nil) -> AnswerDraft {
    AnswerDraft(way: .letter, recipient: "Anna", text: text, senderMayKnow: mayKnow)
  }

  @Test(
    "Marks and braces",
    arguments: [
      ("Hej! Lampan är bytt.", []),
      ("Hej ⟦namn⟧!", [.mark("namn")]),
      ("⟦a⟧ och ⟦b⟧ och ⟦a⟧", [.mark("a"), .mark("b"), .mark("a")]),
      ("⟦", [.mark("")]), ("Hej ⟦namn", [.mark("namn")]),
      ("Hej {{namn}}!", [.brace]), ("{{", [.brace]), ("{{{x}}}", [.brace]),
      ("Hej {namn} och }}!", []),
      ("⟦namn⟧ {{x}}", [.mark("namn"), .brace]),
    ] as [(String, [LetterFinding])])
  func marks(text: String, findings: [LetterFinding]) throws {
    #expect(try state().findings(in: draft(text), isCare: false) == findings)
  }

  @Test(
    "What stands in the sender's own words is only asked about, however it is quoted",
    arguments: [
      "Det står {{namn}} på skärmen.", "> Det står {{namn}} på skärmen.",
      "”Det står {{namn}} på skärmen.”", "  >> Det står {{namn}} på skärmen. ",
      "Du skrev:\n> Det står {{namn}} på skärmen.\nTack!",
    ])
  func quotedBraces(text: String) throws {
    let state = try state("Hej!\nDet står {{namn}} på skärmen.\nVarför?")
    #expect(state.findings(in: draft(text), isCare: false) == [.quotedBrace])
  }

  @Test("A brace of one's own stops, beside one that is quoted too")
  func mixedBraces() throws {
    let state = try state("Det står {{namn}} på skärmen.")
    let text = "> Det står {{namn}} på skärmen.\nHej {{namn}}!"
    #expect(state.findings(in: draft(text), isCare: false) == [.brace, .quotedBrace])
  }

  @Test("Words of an addition and of the title are the sender's too")
  func additions() throws {
    let state = try state(title: "Fel: {{x}}", additions: ["Även ⟦y⟧ syns."])
    #expect(state.findings(in: draft("Fel: {{x}}"), isCare: false) == [.quotedBrace])
    #expect(state.findings(in: draft("Om ⟦y⟧: tack."), isCare: false) == [.quotedBrace])
  }

  @Test("Only what is quoted can be passed with a yes")
  func asking() {
    let all: [LetterFinding] = [
      .mark("x"), .brace, .healthUnanswered, .healthByEmail, .healthQuotes, .healthNamesSubject,
      .mayKnowUnanswered, .mayNotKnow, .quotedBrace,
    ]
    #expect(all.filter(\.onlyAsks) == [.quotedBrace])
  }

  @Test("Where it concerns somebody else, the sender's right to know is asked for")
  func mayKnow() throws {
    let state = try state(concerns: "Mamma")
    #expect(state.findings(in: draft("Hej."), isCare: false) == [.mayKnowUnanswered])
    #expect(state.findings(in: draft("Hej.", mayKnow: false), isCare: false) == [.mayNotKnow])
    #expect(state.findings(in: draft("Hej.", mayKnow: true), isCare: false).isEmpty)
    #expect(try self.state(concerns: "").findings(in: draft("Hej."), isCare: false).isEmpty)
  }

  @Test("Stops come before what is only asked")
  func order() throws {
    let state = try state("Det står {{namn}} där.", concerns: "Mamma")
    let findings = state.findings(in: draft("> Det står {{namn}} där."), isCare: true)
    #expect(findings == [.healthUnanswered, .mayKnowUnanswered, .quotedBrace])
  }

  @Test("An answer with a stop is refused with it; one that only asks leaves")
  func decided() throws {
    let world = World()
    let matter = try world.matter(
      world.incoming("Det står {{namn}} på skärmen."), after: Place.withManager.steps)
    func refusal(_ text: String) -> Refusal? {
      world.refusal(of: .answer(World.letter(text: text)), as: "asa", on: matter)
    }
    #expect(refusal("Hej ⟦namn⟧!") == .letter(.mark("namn")))
    #expect(refusal("Hej {{namn}}!") == .letter(.brace))
    #expect(refusal("> Det står {{namn}} på skärmen.") == nil)
  }

  @Test("An official note with a mark is not finished", arguments: ["Åtgärd: ⟦vad⟧."])
  func note(text: String) throws {
    let world = World()
    let matter = try world.matter(after: Place.answered.steps)
    for command: MatterCommand in [
      .writeOfficialNote(text), .noteAndReturn(text, .done, words: nil), .noteAndClose(text),
    ] {
      #expect(world.refusal(of: command, as: "asa", on: matter) == .letter(.mark("vad")))
    }
  }

  @Test("Marks are found as they were made")
  func found() {
    let text = "a \(LetterMark.around("ett")) b \(LetterMark.around("två"))"
    #expect(LetterMark.all(in: text) == ["⟦ett⟧", "⟦två⟧"])
    #expect(LetterMark.all(in: "inget ⟧").isEmpty)
  }
}
