import Domain
import Testing

@Suite("Refusals in words")
struct RefusalTests {
  static let findings: [LetterFinding] = [
    .mark("namn"), .brace, .healthUnanswered, .healthByEmail, .healthQuotes, .healthNamesSubject,
    .mayKnowUnanswered, .mayNotKnow, .quotedBrace,
  ]

  static let all: [Refusal] =
    Permission.allCases.map(Refusal.notAllowed) + AnswerWay.allCases.map(Refusal.wayNotPossible)
    + findings.map(Refusal.letter) + [
      .mayNotTakeIn, .alreadyRegistered, .ownAccess, .alreadyAtUnit("Hemtjänst"), .isClosed,
      .isNotMatter, .inTriage, .isReturned,
      .isOpen, .atUnit("Hemtjänst"), .unknownUnit("x"), .unitWithoutManager("Hemtjänst"),
      .unknownSubjectArea("x"), .notAtUnit(person: "Anna"), .alreadyHandedTo("Anna"),
      .notHandedOver, .needsCategory, .needsSubjectArea, .needsAnswer, .needsOfficialNote,
      .emptyText("Svaret"), .tooLong(limit: 1_000_000), .noWayBack, .needsRecipient,
      .invalid(field: .matter(.email), hint: "skriv den som namn@exempel.se"),
      .unchanged(field: .matter(.name)), .senderIsAnonymous, .nothingToUndo, .builtUpon,
      .cannotUndo("Ett svar som har lämnats"),
    ]

  @Test("Each is one Swedish sentence", arguments: all)
  func sentence(refusal: Refusal) {
    let sentence = refusal.sentence
    #expect(sentence.last == "." || sentence.last == "?")
    #expect(sentence.first?.isUppercase == true)
    #expect(sentence.split(whereSeparator: \.isNewline).count == 1)
    // One sentence: nothing ends before the end.
    for end in [". ", "? ", "! ", "  "] { #expect(!sentence.contains(end), "\(sentence)") }
    #expect(!sentence.contains("nil") && !sentence.contains("Optional"))
    #expect((10...110).contains(sentence.count), "\(sentence.count): \(sentence)")
  }

  @Test("No two say the same")
  func distinct() {
    #expect(Set(Self.all.map(\.sentence)).count == Self.all.count)
  }

  @Test(
    "Limits are said with their digits in threes",
    arguments: [(200, "200"), (1_000, "1 000"), (25_007, "25 007"), (1_000_000, "1 000 000")])
  func limits(limit: Int, words: String) {
    #expect(
      Refusal.tooLong(limit: limit).sentence
        == "Texten är för lång: korta den till högst \(words) tecken.")
  }

  @Test("What one step would remedy is known")
  func remedies() {
    let remedies = Self.all.compactMap { refusal in refusal.remedy.map { (refusal, $0) } }
    #expect(
      remedies.map(\.0) == [
        .needsCategory, .needsSubjectArea, .needsAnswer, .needsOfficialNote, .noWayBack,
      ])
    #expect(
      remedies.map(\.1) == [
        .chooseCategory, .chooseSubjectArea, .answer, .writeOfficialNote, .writeOfficialNote,
      ])
  }

  @Test("Next steps are short lines without a full stop, but what one waits for is a sentence")
  func nextSteps() {
    let steps: [NextStep] = [
      .triage, .categorise, .answer, .writeOfficialNote, .giveBack, .close, .readAddition,
      .fetchDetails,
    ]
    for step in steps {
      #expect(step.words.count <= 60 && step.words.last != ".")
      #expect(step.words.first?.isUppercase == true)
    }
    #expect(Set(steps.map(\.words)).count == steps.count)
    #expect(NextStep.wait("Väntar på Hemtjänst.").words == "Väntar på Hemtjänst.")
  }
}
