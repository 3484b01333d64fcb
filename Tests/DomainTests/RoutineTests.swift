import Domain
import Testing

/// What a routine says about itself.
struct RoutineTests {
  @Test(
    "The source of a time is that of its category, else of all answers where there is a time",
    arguments: [
      (Category?.none, String?.some("ingen typ")), (.praise, "beröm"), (.suggestion, "svar"),
      (.complaint, nil),
    ])
  func termSource(category: Category?, source: String?) {
    var routine = World.care
    routine.sources = [.answer: "svar", .praise: "beröm", .uncategorised: "ingen typ"]
    routine.answerTerms[.complaint] = nil
    #expect(routine.termSource(for: category) == source)
  }

  @Test func aRoutineWithoutSourcesNamesNone() {
    for category in Category.allCases + [nil] {
      #expect(World.care.termSource(for: category) == nil)
    }
  }

  @Test(
    "Only a last day that is no working day has moved",
    arguments: [("2026-11-10", 14, false), ("2026-11-14", 14, true), ("2026-11-14", 0, true)])
  func moved(start: String, days: Int, isMoved: Bool) {
    let term = DeadlineTerm(count: days, unit: .calendarDays)
    #expect(Deadline(start: day(start), term: term).isMoved == isMoved)
  }
}
