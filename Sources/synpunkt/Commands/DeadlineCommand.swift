import ArgumentParser
import Domain

/// `synpunkt deadline`: counts the days of a term.
struct DeadlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadline",
    abstract: "Count a deadline from an arrival day, with every day counted or skipped.",
    discussion: "Without a term: 10 working days.")

  @Argument(help: "The arrival day, YYYY-MM-DD; it is day 0.") var date: String
  @Option(help: "Count so many working days.") var workingDays: Int?
  @Option(help: "Count so many calendar days.") var calendarDays: Int?
  @Flag(help: "Print an object as JSON.") var json = false

  func validate() throws {
    if workingDays != nil, calendarDays != nil {
      throw ValidationError("Give working days or calendar days, not both.")
    }
    for count in [workingDays, calendarDays].compactMap({ $0 }) where !(0...3_650).contains(count) {
      throw ValidationError("The number of days must be 0 to 3650.")
    }
    guard CivilDay(iso: date) != nil else {
      throw ValidationError("‘\(date)’ is no day; write it as 2026-11-05.")
    }
  }

  func run() throws {
    guard let start = CivilDay(iso: date) else { return }
    let term =
      calendarDays.map { DeadlineTerm(count: $0, unit: .calendarDays) }
      ?? DeadlineTerm(count: workingDays ?? 10, unit: .workingDays)
    let deadline = Deadline(start: start, term: term)
    if json {
      try Output.print(MatterJSON.deadline(deadline))
      return
    }
    var lines = ["\(start.iso)  ankomstdag, dag 0"]
    let counted = deadline.counted.enumerated().map { ($1, "dag \($0 + 1)") }
    let skipped = deadline.skipped.map { ($0.day, "räknas inte: \($0.reason.rawValue)") }
    for (day, words) in (counted + skipped).sorted(by: { $0.0 < $1.0 }) {
      lines.append("\(day.iso)  \(words)")
    }
    lines.append("Sista dagen: \(deadline.lastDay.iso)")
    try Output.print(lines: lines)
  }
}
