import Domain
import Testing

@Suite("Dates in Swedish words")
struct SwedishDatesTests {
  @Test(
    "Months have their names",
    arguments: zip(
      1...12,
      [
        ("januari", "jan"), ("februari", "feb"), ("mars", "mar"), ("april", "apr"), ("maj", "maj"),
        ("juni", "jun"), ("juli", "jul"), ("augusti", "aug"), ("september", "sep"),
        ("oktober", "okt"), ("november", "nov"), ("december", "dec"),
      ]))
  func months(month: Int, names: (long: String, short: String)) throws {
    let day = try #require(CivilDay(year: 2026, month: month, day: 5))
    #expect(day.longSwedish == "5 \(names.long) 2026")
    #expect(day.shortSwedish == "5 \(names.short)")
  }

  @Test(
    "Weekdays have their names",
    arguments: zip(
      2...8, ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]))
  func weekdays(number: Int, name: String) throws {
    // 2026-11-02 was a Monday.
    let day = try #require(CivilDay(year: 2026, month: 11, day: number))
    #expect(day.weekdaySwedish == "\(name) \(number) november")
    #expect(day.weekday.swedish == name)
  }
}
