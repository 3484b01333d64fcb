import Domain
import Testing

/// The day of `YYYY-MM-DD`; fails the test when there is none.
func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) -> CivilDay {
  guard let day = CivilDay(iso: iso) else {
    Issue.record("No such day: \(iso)", sourceLocation: location)
    return CivilDay(number: 0)
  }
  return day
}

/// Day, month and year in a zone of its own, counted one by one: what the code is compared with.
struct NaiveCalendar {
  var year = 1900
  var month = 1
  var day = 1

  mutating func advance() {
    day += 1
    if day > lengthOfMonth { (month, day) = (month + 1, 1) }
    if month > 12 { (year, month) = (year + 1, 1) }
  }

  private var lengthOfMonth: Int {
    switch month {
    case 2: year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
