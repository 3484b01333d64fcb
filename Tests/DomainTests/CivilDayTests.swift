import Domain
import Testing

@Suite("Civil days")
struct CivilDayTests {
  @Test("Every day of 1900-2100 is the one that counting one by one gives")
  func everyDay() throws {
    var naive = NaiveCalendar()
    // 1900-01-01 was a Monday, 25 567 days before 1970-01-01.
    var number = -25_567
    var wrong: [String] = []
    while naive.year <= 2100 {
      let made = CivilDay(year: naive.year, month: naive.month, day: naive.day)
      let parts = CivilDay(number: number).parts
      let weekday = CivilDay(number: number).weekday.rawValue
      if made?.number != number || parts != (naive.year, naive.month, naive.day)
        || weekday != (number + 25_567) % 7
      {
        wrong.append("\(naive)")
      }
      if let made, CivilDay(iso: made.iso) != made { wrong.append(made.iso) }
      number += 1
      naive.advance()
    }
    #expect(wrong.isEmpty)
    #expect(number == -25_567 + 73_414)
  }

  @Test("Days far away are told from one another too", arguments: [1, 4, 100, 400, 1582, 9999])
  func farAway(year: Int) throws {
    let first = try #require(CivilDay(year: year, month: 1, day: 1))
    let last = try #require(CivilDay(year: year, month: 12, day: 31))
    let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
    #expect(last - first == (isLeap ? 365 : 364))
    #expect(first.parts == (year, 1, 1))
    #expect(CivilDay(iso: first.iso) == first)
  }

  @Test(
    "There is no such day",
    arguments: [
      (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 2, 29), (2100, 2, 29),
      (2026, 4, 31), (2026, 6, 31), (2026, 9, 31), (2026, 11, 31), (0, 1, 1), (10_000, 1, 1),
      (-1, 1, 1),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test(
    "Only YYYY-MM-DD is read",
    arguments: [
      "", "2026", "2026-1-1", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01",
      "2026-02-30", "2026-00-10", "+026-01-01", "2026-0a-01", "20260101", "２０２６-01-01",
      "2026–01–01", "0000-01-01",
    ])
  func garbage(text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test("A day is written with all its digits")
  func written() {
    #expect(day("2026-03-05").iso == "2026-03-05")
    #expect(CivilDay(year: 800, month: 1, day: 2)?.iso == "0800-01-02")
    #expect(CivilDay(number: 0).iso == "1970-01-01")
  }

  @Test("Days are ordered, added to and taken from each other")
  func arithmetic() {
    #expect(day("2026-11-05") < day("2026-11-10"))
    #expect(day("2026-12-31") + 1 == day("2027-01-01"))
    #expect(day("2024-03-01") + -1 == day("2024-02-29"))
    #expect(day("2026-11-24") - day("2026-11-05") == 19)
  }
}
