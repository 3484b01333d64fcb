import Foundation
import Testing

/// `synpunkt deadline`.
@Suite struct DeadlineTests {
  struct Answer: Decodable {
    struct Left: Decodable, Equatable {
      var date: String
      var reason: String
    }
    var start: String
    var lastDay: String
    var counted: [String]
    var skipped: [Left]
  }

  private func deadline(_ arguments: String...) throws -> Answer {
    let outcome = try Program.run(["deadline"] + arguments + ["--json"])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(try outcome.keys() == ["start", "lastDay", "counted", "skipped"])
    return try outcome.json()
  }

  @Test func tenWorkingDaysWithTheDaysBetweenThatDoNotCount() throws {
    let answer = try deadline("2026-11-05")
    #expect(answer.start == "2026-11-05")
    #expect(answer.lastDay == "2026-11-19")
    #expect(answer.counted.count == 10)
    #expect(answer.counted.first == "2026-11-06")
    #expect(answer.counted.last == "2026-11-19")
    #expect(
      answer.skipped.map(\.date) == ["2026-11-07", "2026-11-08", "2026-11-14", "2026-11-15"])
    #expect(answer.skipped.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func overChristmasEachHolidayHasItsName() throws {
    let answer = try deadline("2026-12-22", "--working-days", "5")
    #expect(answer.lastDay == "2027-01-04")
    let reasons = Dictionary(uniqueKeysWithValues: answer.skipped.map { ($0.date, $0.reason) })
    #expect(reasons["2026-12-24"]?.contains("julafton") == true, "\(reasons)")
    #expect(reasons["2026-12-25"]?.contains("juldag") == true, "\(reasons)")
    #expect(reasons["2027-01-01"]?.contains("nyår") == true, "\(reasons)")
  }

  @Test func calendarDaysMoveToTheNextWorkingDay() throws {
    let answer = try deadline("2026-11-05", "--calendar-days", "9")
    #expect(answer.lastDay == "2026-11-16")
  }

  @Test func zeroDaysIsTheDayItself() throws {
    let answer = try deadline("2026-11-05", "--working-days", "0")
    #expect(answer.lastDay == "2026-11-05")
    #expect(answer.counted.isEmpty)
  }

  @Test func asLinesForPeople() throws {
    let outcome = try Program.run(["deadline", "2026-11-05"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.first == "2026-11-05  ankomstdag, dag 0")
    #expect(outcome.lines.last == "Sista dagen: 2026-11-19")
    #expect(outcome.lines.contains("2026-11-19  dag 10"))
  }

  @Test(arguments: [
    ["2026-02-30"], ["i går"], ["2026-11-05", "--working-days", "-1"],
    ["2026-11-05", "--working-days", "3", "--calendar-days", "3"],
    ["2026-11-05", "--working-days", "99999999999999999999"], [],
  ])
  func aWrongCommandLineIsToldAsOne(arguments: [String]) throws {
    let outcome = try Program.run(["deadline"] + arguments)
    #expect(outcome.status == 64, "\(outcome.text)")
    #expect(!outcome.complaint.isEmpty)
    #expect(outcome.text.isEmpty)
  }
}
