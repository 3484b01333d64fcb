import Domain
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  static let ten = DeadlineTerm(count: 10, unit: .workingDays)

  @Test(
    "Ten working days",
    arguments: [
      ("2026-11-05", "2026-11-19"), ("2026-11-10", "2026-11-24"), ("2026-11-13", "2026-11-27"),
      // Over Easter, Kristi himmelsfärdsdag, midsummer, Christmas.
      ("2026-03-30", "2026-04-15"), ("2026-05-11", "2026-05-26"), ("2026-06-15", "2026-06-30"),
      ("2026-12-18", "2027-01-08"),
      // Arrived on Saturday, Sunday, a holiday: day 1 is the next working day.
      ("2026-11-07", "2026-11-20"), ("2026-11-08", "2026-11-20"), ("2026-12-25", "2027-01-13"),
    ])
  func workingDays(start: String, last: String) {
    #expect(Self.ten.lastDay(from: day(start)).iso == last)
  }

  @Test(
    "Calendar days, moved to a working day or not",
    arguments: [
      (14, "2026-11-05", "2026-11-19", "2026-11-19"),
      (14, "2026-11-07", "2026-11-23", "2026-11-21"),
      (14, "2026-12-11", "2026-12-28", "2026-12-25"),
      (30, "2026-03-05", "2026-04-07", "2026-04-04"),
      (1, "2026-06-18", "2026-06-22", "2026-06-19"), (0, "2026-11-24", "2026-11-24", "2026-11-24"),
      (0, "2026-11-07", "2026-11-09", "2026-11-07"),
    ])
  func calendarDays(count: Int, start: String, moved: String, unmoved: String) {
    let moving = DeadlineTerm(count: count, unit: .calendarDays)
    let fixed = DeadlineTerm(count: count, unit: .calendarDays, movesToWorkingDay: false)
    #expect(moving.lastDay(from: day(start)).iso == moved)
    #expect(fixed.lastDay(from: day(start)).iso == unmoved)
  }

  @Test("No days at all end on the day itself, or on the next working day")
  func noDays() {
    let none = DeadlineTerm(count: 0, unit: .workingDays)
    #expect(none.lastDay(from: day("2026-11-24")).iso == "2026-11-24")
    #expect(none.lastDay(from: day("2026-11-07")).iso == "2026-11-09")
    let deadline = Deadline(start: day("2026-11-24"), term: none)
    #expect(deadline.counted.isEmpty && deadline.skipped.isEmpty)
    #expect(deadline.standing(on: day("2026-11-24")) == .today)
    #expect(deadline.standing(on: day("2026-11-25")) == .late(1))
  }

  @Test("A count is never below zero or above ten years")
  func clamped() {
    #expect(DeadlineTerm(count: -1, unit: .workingDays).count == 0)
    #expect(DeadlineTerm(count: .max, unit: .calendarDays).count == 3_650)
  }

  @Test(
    "A term in words",
    arguments: [
      (10, DeadlineTerm.Unit.workingDays, "10 arbetsdagar"), (1, .workingDays, "1 arbetsdag"),
      (14, .calendarDays, "14 dagar"), (1, .calendarDays, "1 dag"), (0, .calendarDays, "0 dagar"),
    ])
  func words(count: Int, unit: DeadlineTerm.Unit, words: String) {
    #expect(DeadlineTerm(count: count, unit: unit).words == words)
  }

  @Test("Over Easter every day is counted or skipped, and why")
  func explained() {
    let deadline = Deadline(start: day("2026-03-30"), term: Self.ten)
    #expect(
      deadline.counted.map(\.iso) == [
        "2026-03-31", "2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08", "2026-04-09",
        "2026-04-10", "2026-04-13", "2026-04-14", "2026-04-15",
      ])
    #expect(
      deadline.skipped.map { "\($0.day.iso) \($0.reason.rawValue)" } == [
        "2026-04-03 långfredagen", "2026-04-04 lördag", "2026-04-05 påskdagen",
        "2026-04-06 annandag påsk", "2026-04-11 lördag", "2026-04-12 söndag",
      ])
  }

  @Test("A moved last day says which days it moved over")
  func movedExplained() {
    let deadline = Deadline(
      start: day("2026-12-11"), term: DeadlineTerm(count: 14, unit: .calendarDays))
    #expect(deadline.counted.count == 14)
    #expect(deadline.counted.last == day("2026-12-25"))
    #expect(deadline.skipped.map(\.reason) == [.christmasDay, .boxingDay, .sunday])
  }

  @Test("From every day of twenty years the last day is the one that the table gives")
  func everyStart() throws {
    let off = Set(try Fixture.rows("holidays.tsv").map { day($0[0]) })
    var random = Pseudorandom(seed: 3)
    for number in day("2020-01-01").number...day("2039-12-31").number {
      let start = CivilDay(number: number)
      let count = Int.random(in: 1...20, using: &random)
      let deadline = Deadline(start: start, term: DeadlineTerm(count: count, unit: .workingDays))
      let span = (1...deadline.lastDay - start).map { start + $0 }
      guard span.count(where: { !off.contains($0) }) == count, !off.contains(deadline.lastDay),
        deadline.counted == span.filter({ !off.contains($0) }),
        deadline.skipped.map(\.day) == span.filter(off.contains)
      else {
        Issue.record("\(count) working days from \(start.iso): \(deadline.lastDay.iso)")
        return
      }
    }
  }
}
