import Domain
import Testing

@Suite("Words")
struct WordsTests {
  @Test("The codes that scripts use")
  func scripts() {
    #expect(Category.allCases.map(\.word) == ["beröm", "förslag", "klagomål"])
    #expect(
      Status.allCases.map(\.rawValue)
        == ["inkommen", "hos-chef", "besvarad", "åter", "avslutad", "ej-synpunkt"])
    #expect(
      AnswerWay.allCases.map(\.rawValue)
        == ["epost", "säkert-meddelande", "brev", "e-tjänst", "telefon", "besök"])
    #expect(
      Queue.allCases.map(\.rawValue)
        == ["new", "mine", "late", "waiting", "done", "to-close", "all", "receipts"])
    #expect(
      ReturnReason.allCases.map(\.words)
        == ["klar", "fel enhet", "behöver uppgifter från avsändaren", "annat"])
    #expect(
      NotMatterKind.allCases.map(\.words)
        == ["fråga", "felanmälan", "skräp", "begäran om handling", "annan myndighet"])
  }

  @Test("A category is read from its word, in either normal form, and from nothing else")
  func category() {
    for category in Category.allCases { #expect(Category(word: category.word) == category) }
    #expect(Category(word: "bero\u{308}m") == .praise)
    #expect(Category(word: "berom") == nil)
    #expect(Category(word: "") == nil)
  }

  @Test("Codes hold no space, so that they can be typed in a shell")
  func codes() {
    let codes =
      AnswerWay.allCases.map(\.rawValue) + ReturnReason.allCases.map(\.rawValue)
      + NotMatterKind.allCases.map(\.rawValue) + Status.allCases.map(\.rawValue)
      + Channel.allCases.map(\.rawValue) + Queue.allCases.map(\.rawValue)
    #expect(codes.allSatisfy { !$0.contains(where: \.isWhitespace) })
  }

  @Test("Only telephone and visit are spoken")
  func spoken() {
    #expect(AnswerWay.allCases.filter(\.isSpoken) == [.phone, .inPerson])
    #expect(Set(AnswerWay.allCases.map(\.phrase)).count == 6)
    #expect(Set(AnswerWay.allCases.map(\.name)).count == 6)
  }

  @Test("A routine's own label is shown, else the word")
  func labels() {
    #expect(World.technical.label(.suggestion) == "förbättringsförslag")
    #expect(World.technical.label(.complaint) == "klagomål")
  }

  @Test("A routine's terms are by category")
  func terms() {
    #expect(World.care.answerTerm(for: .praise) == nil)
    #expect(World.care.answerTerm(for: .complaint)?.count == 10)
    #expect(World.care.answerTerm(for: nil)?.count == 10)
    #expect(World.technical.answerTerm(for: nil) == nil)
  }
}
