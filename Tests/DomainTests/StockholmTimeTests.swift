import Domain
import Foundation
import Testing

@Suite("Swedish time")
struct StockholmTimeTests {
  @Test("Every change of the clock 1996-2040 and 2 000 instants are as in tzdata")
  func table() throws {
    let rows = try Fixture.rows("stockholm.tsv")
    #expect(rows.count > 2_700)
    var wrong: [String] = []
    for row in rows {
      let milliseconds = try #require(Int64(row[0]))
      let time = SwedishTime(Instant(milliseconds: milliseconds))
      if time.iso != row[1] { wrong.append("\(row[0]): \(time.iso) is \(row[1])") }
      // A reading that comes twice is taken as its first passing.
      let isSecondPassing = row[2] == "1"
      let back = SwedishTime.instant(
        time.day, hour: time.hour, minute: time.minute, second: time.second)
      if back.milliseconds != milliseconds - (isSecondPassing ? 3_600_000 : 0) {
        wrong.append("\(row[1]) went back to \(back.milliseconds)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("The system's own tzdata says the same", arguments: 1996...2040)
  func system(year: Int) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
    let newYear = try #require(CivilDay(year: year, month: 1, day: 1))
    var random = Pseudorandom(seed: UInt64(year))
    var wrong: [Int] = []
    for _ in 0..<200 {
      let second = newYear.number * 86_400 + Int.random(in: 0..<31_536_000, using: &random)
      let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      let time = SwedishTime(Instant(milliseconds: Int64(second) * 1_000))
      if time.offset * 3_600 != seconds { wrong.append(second) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("A reading that summer time skips counts as winter time")
  func skipped() {
    let instant = SwedishTime.instant(day("2026-03-29"), hour: 2, minute: 30)
    #expect(SwedishTime(instant).iso == "2026-03-29T03:30:00+02:00")
  }

  @Test("Shortly before midnight UTC it is the next day in Sweden")
  func nextDay() {
    let late = SwedishTime.instant(day("2026-11-24"), hour: 0, minute: 5)
    #expect(SwedishTime(late).day == day("2026-11-24"))
    #expect(SwedishTime(late).clock == "00.05")
    #expect(
      SwedishTime(Instant(milliseconds: late.milliseconds - 300_001)).iso
        == "2026-11-23T23:59:59+01:00")
  }

  @Test("Milliseconds before 1970 are rounded down, not towards zero")
  func beforeTheEpoch() {
    #expect(SwedishTime(Instant(milliseconds: -1)).iso == "1970-01-01T00:59:59+01:00")
    #expect(SwedishTime(Instant(milliseconds: -3_600_001)).iso == "1969-12-31T23:59:59+01:00")
  }

  @Test("Who asks knows the Swedish day, whatever the server's zone")
  func asking() {
    let actor = World().actor("maja")
    let midnight = SwedishTime.instant(day("2026-07-01"), hour: 0, minute: 0)
    #expect(Asking(actor: actor, now: midnight).today == day("2026-07-01"))
    let before = Instant(milliseconds: midnight.milliseconds - 1)
    #expect(Asking(actor: actor, now: before).today == day("2026-06-30"))
  }
}
