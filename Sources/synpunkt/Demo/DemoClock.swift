import Domain

/// A clock that gives each step of a story a believable time: later than the one before, never
/// after now.
struct DemoClock {
  private var day: CivilDay
  private var step = 0
  private let index: Int
  private let until: Instant

  init(from day: CivilDay, index: Int, until: Instant) {
    self.day = day
    self.index = index
    self.until = until
  }

  /// The time of the next step: the first three on the day of arrival, then a few days apart.
  mutating func next() -> Instant {
    step += 1
    if step > 3 { day = (day + 1 + (index + step) % 3).workingDayOnOrAfter }
    let minute = (index * 7 + step * 13) % 60
    let time = SwedishTime.instant(day, hour: 7 + min(step, 10), minute: minute)
    return min(time, Instant(milliseconds: until.milliseconds - Int64(max(0, 20 - step)) * 60_000))
  }

  /// The day of the step that came last.
  var today: CivilDay { min(day, SwedishTime(until).day) }
}
