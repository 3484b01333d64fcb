import Testing

@testable import Domain

/// When a draft has become an event: the same text in the same place.
struct DraftBecomingTests {
  private static let matter = DraftMatter(1, Reference(year: 2026, serial: 1))

  struct Case: Sendable {
    let kind: TextKind
    let facts: MatterFacts
    let isSame: Bool
  }

  static let added = MatterFacts.added(
    channel: .phone, on: CivilDay(number: 20_000), source: nil, files: 0)

  @Test(arguments: [
    Case(kind: .officialNote, facts: .officiallyNoted, isSame: true),
    Case(kind: .internalNote, facts: .internallyNoted, isSame: true),
    Case(kind: .addition(.phone), facts: added, isSame: true),
    Case(kind: .addition(.email), facts: added, isSame: false),
    Case(kind: .internalNote, facts: .officiallyNoted, isSame: false),
    Case(kind: .answer, facts: .internallyNoted, isSame: false),
    Case(kind: .answer, facts: .titled, isSame: false),
  ])
  func onlyInItsPlace(_ one: Case) {
    let draft = Draft.text(Self.matter, one.kind, BegunText(text: "Ring Lena"))
    #expect(draft.hasBecome(event(one.facts, "Ring Lena")) == one.isSame)
  }

  @Test(arguments: [
    ("Ring Lena", true), ("  Ring Lena\n\n", true), ("Ring  Lena", false), ("Ring Len", false),
    (nil, false),
  ])
  func onlyWithItsText(text: String?, isSame: Bool) {
    let draft = Draft.text(Self.matter, .internalNote, BegunText(text: "Ring Lena\n"))
    #expect(draft.hasBecome(event(.internallyNoted, text)) == isSame)
  }

  @Test func aLineBecomesNothing() {
    let line = Draft.line(Self.matter, purpose: "title", question: "Rubrik", text: "Mat")
    #expect(!line.hasBecome(event(.titled, "Mat")))
  }

  @Test func aFormWithNothingButItsDayIsEmpty() {
    var begun = BegunTaking(text: " \n", details: TakingDetails(channel: .letter))
    begun.details.words[.arrivedOn] = "2026-11-23"
    #expect(begun.isEmpty)
    begun.details.words[.name] = "Anna"
    #expect(!begun.isEmpty)
  }

  private func event(_ facts: MatterFacts, _ text: String?) -> MatterEvent {
    MatterEvent(
      sequence: 2, step: 2, at: Instant(milliseconds: 0), by: "asa", facts: facts,
      content: MatterContent(text: text))
  }
}
