import Testing

@testable import Domain

@Suite("Where a deadline stands")
struct StandingTests {
  @Test(
    "Ten working days, in the words of a list",
    arguments: [
      // The sketch of the design, on Tuesday 24 November 2026.
      ("2026-11-05", "2026-11-24", "3 dgr sen"), ("2026-11-10", "2026-11-24", "i dag"),
      ("2026-11-13", "2026-11-24", "dag 7/10"),
      // The first and last days.
      ("2026-11-13", "2026-11-13", "dag 0/10"), ("2026-11-13", "2026-11-16", "dag 1/10"),
      ("2026-11-13", "2026-11-26", "dag 9/10"), ("2026-11-13", "2026-11-27", "i dag"),
      ("2026-11-13", "2026-11-30", "1 dag sen"), ("2026-11-13", "2026-12-01", "2 dgr sen"),
      // Days off do not count, but late on Saturday is late.
      ("2026-11-13", "2026-11-14", "dag 0/10"), ("2026-11-13", "2026-11-22", "dag 5/10"),
      ("2026-11-13", "2026-11-28", "1 dag sen"), ("2026-11-13", "2026-11-29", "1 dag sen"),
      // Looked at before it came, as when the clock is wrong.
      ("2026-11-13", "2026-11-01", "dag 0/10"),
      // Arrived on Saturday.
      ("2026-11-07", "2026-11-08", "dag 0/10"), ("2026-11-07", "2026-11-09", "dag 1/10"),
      // Late over Christmas: 11, 14-18 and 21-23 December, then 28.
      ("2026-11-26", "2026-12-28", "10 dgr sen"),
    ])
  func workingDays(start: String, today: String, words: String) {
    let deadline = Deadline(start: day(start), term: DeadlineTests.ten)
    #expect(deadline.standing(on: day(today)).words == words)
  }

  @Test(
    "Fourteen calendar days, in the words of a list",
    arguments: [
      ("2026-11-05", "2026-11-12", "dag 7/14"), ("2026-11-05", "2026-11-18", "dag 13/14"),
      ("2026-11-05", "2026-11-19", "i dag"), ("2026-11-05", "2026-11-20", "1 dag sen"),
      ("2026-11-05", "2026-11-22", "3 dgr sen"),
      // Moved from Saturday to Monday: Sunday is still day 14.
      ("2026-11-07", "2026-11-22", "dag 14/14"), ("2026-11-07", "2026-11-23", "i dag"),
      ("2026-11-07", "2026-11-24", "1 dag sen"),
    ])
  func calendarDays(start: String, today: String, words: String) {
    let term = DeadlineTerm(count: 14, unit: .calendarDays)
    #expect(Deadline(start: day(start), term: term).standing(on: day(today)).words == words)
  }

  @Test("The most overdue comes first, then the soonest, then what has no running deadline")
  func urgency() throws {
    let world = World()
    func row(_ arrived: String, _ steps: [(PersonID, MatterCommand)]) throws -> MatterRow {
      try world.matter(world.incoming(arrivedOn: day(arrived)), after: steps).row
    }
    let late = try row("2026-11-05", [])
    let today = try row("2026-11-10", [])
    let later = try row("2026-11-20", [])
    let answered = try row("2026-11-01", Place.answered.steps)
    let praise = try row("2026-11-01", [("maja", .categorise(.praise))])
    let order = [praise, later, answered, late, today].sorted { $0.urgency < $1.urgency }
    #expect(order.map(\.arrivedOn).prefix(3) == [late, today, later].map(\.arrivedOn)[...])
    #expect(praise.urgency == MatterRow.noDeadline)
    #expect(answered.urgency == MatterRow.noDeadline)
    #expect(late.standing(on: World.today) == .late(3))
    #expect(praise.standing(on: World.today) == nil)
    #expect(answered.standing(on: World.today) == nil)
  }
}
