import Domain
import Testing

@Suite("The working calendar")
struct WorkingCalendarTests {
  @Test("Every day of 2020-2040 is off, and why, as an independent table says")
  func everyDay() throws {
    let rows = try Fixture.rows("holidays.tsv")
    #expect(rows.count > 2_300)
    let table = Dictionary(uniqueKeysWithValues: rows.map { (day($0[0]), $0[1]) })
    var wrong: [String] = []
    for number in day("2020-01-01").number...day("2040-12-31").number {
      let day = CivilDay(number: number)
      if day.dayOff?.rawValue != table[day] {
        wrong.append("\(day.iso) \(day.dayOff?.rawValue ?? "-") is \(table[day] ?? "-")")
      }
      if day.isWorkingDay != (table[day] == nil) { wrong.append(day.iso) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Easter 1900-2100 is as Lilius reckons it")
  func easter() throws {
    let rows = try Fixture.rows("easter.tsv")
    #expect(rows.count == 201)
    for row in rows {
      let easter = day(row[0])
      #expect(easter.dayOff == .easterDay, "\(row[0])")
      #expect((easter + -2).dayOff == .goodFriday, "\(row[0])")
    }
  }

  @Test(
    "Days that are often got wrong",
    arguments: [
      // Annandag pingst is an ordinary Monday since 2005.
      ("2026-05-25", nil), ("2026-05-24", DayOff.whitSunday),
      // The day after Kristi himmelsfärdsdag is a klämdag, so an ordinary day.
      ("2026-05-14", .ascension), ("2026-05-15", nil),
      // Half days: skärtorsdagen, valborg, allhelgonaafton, trettondagsafton.
      ("2026-04-02", nil), ("2026-04-30", nil), ("2026-10-30", nil), ("2026-01-05", nil),
      // Påskafton and pingstafton are Saturdays.
      ("2026-04-04", .saturday), ("2026-05-23", .saturday),
      // The first and last days of the moving ones.
      ("2020-06-19", .midsummerEve), ("2020-06-20", .midsummerDay),
      ("2026-06-19", .midsummerEve), ("2021-06-25", .midsummerEve), ("2021-06-26", .midsummerDay),
      ("2020-10-31", .allSaints), ("2021-11-06", .allSaints), ("2026-10-31", .allSaints),
      ("2026-11-07", .saturday), ("2021-10-30", .saturday),
      // A holiday is named before the weekday.
      ("2026-06-06", .nationalDay), ("2027-01-06", .epiphany), ("2026-12-26", .boxingDay),
      // Kristi himmelsfärdsdag on the first of May.
      ("2008-05-01", .firstOfMay),
    ])
  func pitfalls(iso: String, reason: DayOff?) {
    #expect(day(iso).dayOff == reason)
  }

  @Test("The next and the last working day")
  func neighbours() {
    #expect(day("2026-04-03").workingDayOnOrAfter == day("2026-04-07"))
    #expect(day("2026-04-07").workingDayOnOrAfter == day("2026-04-07"))
    #expect(day("2026-12-24").workingDayOnOrAfter == day("2026-12-28"))
    #expect(day("2026-04-07").workingDayBefore == day("2026-04-02"))
    #expect(day("2026-11-24").workingDayBefore == day("2026-11-23"))
    #expect(day("2027-01-04").workingDayBefore == day("2026-12-30"))
  }

  @Test("Working days between two days are those of the table")
  func between() throws {
    let off = Set(try Fixture.rows("holidays.tsv").map { day($0[0]) })
    var random = Pseudorandom(seed: 5)
    for _ in 0..<300 {
      let start = day("2020-01-01") + Int.random(in: 0..<7_000, using: &random)
      let length = Int.random(in: -20...60, using: &random)
      let expected = length <= 0 ? 0 : (1...length).count { !off.contains(start + $0) }
      #expect(start.workingDays(through: start + length) == expected, "\(start.iso) \(length)")
    }
  }
}
