/// A promise of time in a routine: so many working or calendar days from the arrival day.
public struct DeadlineTerm: Hashable, Sendable, Codable {
  /// The kind of days that are counted.
  public enum Unit: String, Sendable, Codable {
    case workingDays
    case calendarDays
  }

  /// How many days; 0 or more.
  public let count: Int
  /// The kind of days that are counted.
  public let unit: Unit
  /// Whether a last day that is no working day moves to the next one (lag 1930:173, by analogy).
  public let movesToWorkingDay: Bool

  /// Makes a term.
  ///
  /// - Parameters:
  ///   - count: 0 to 3 650 days; clamped.
  ///   - unit: The kind of days that are counted.
  ///   - movesToWorkingDay: Whether a last day that is no working day moves to the next one.
  public init(count: Int, unit: Unit, movesToWorkingDay: Bool = true) {
    self.count = min(max(count, 0), 3_650)
    self.unit = unit
    self.movesToWorkingDay = movesToWorkingDay
  }

  /// The term in words: "10 arbetsdagar", "14 dagar".
  public var words: String {
    switch unit {
    case .workingDays: "\(count) arbetsdag\(count == 1 ? "" : "ar")"
    case .calendarDays: "\(count) dag\(count == 1 ? "" : "ar")"
    }
  }

  /// The last day of the term when day 0 is `start`.
  public func lastDay(from start: CivilDay) -> CivilDay {
    Deadline(start: start, term: self).lastDay
  }
}

/// A deadline that can explain itself: every day counted or skipped, and why.
public struct Deadline: Hashable, Sendable {
  /// A day that was not counted.
  public struct Skipped: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// Why it was not counted.
    public let reason: DayOff
  }

  /// Where a deadline stands on a given day.
  public enum Standing: Hashable, Sendable {
    /// Day `day` of `of`; 0 on the arrival day itself.
    case day(Int, of: Int)
    /// The last day is today.
    case today
    /// The last day passed; counted in the term's own kind of days, at least 1.
    case late(Int)
  }

  /// Day 0: the arrival day.
  public let start: CivilDay
  /// The promise.
  public let term: DeadlineTerm
  /// The last day.
  public let lastDay: CivilDay
  /// The days counted, in order; as many as the term says.
  public let counted: [CivilDay]
  /// The days that could not be the last one, or be counted, in order.
  ///
  /// A term of calendar days skips only at its end, and names the day it moved from too: that day
  /// stands both here and in `counted`.
  public let skipped: [Skipped]

  /// Counts a term from the arrival day, which is day 0.
  public init(start: CivilDay, term: DeadlineTerm) {
    self.start = start
    self.term = term
    var counted: [CivilDay] = []
    var skipped: [Skipped] = []
    var day = start
    while counted.count < term.count {
      day = day + 1
      if term.unit == .workingDays, let reason = day.dayOff {
        skipped.append(Skipped(day: day, reason: reason))
      } else {
        counted.append(day)
      }
    }
    while term.movesToWorkingDay, let reason = day.dayOff {
      skipped.append(Skipped(day: day, reason: reason))
      day = day + 1
    }
    lastDay = day
    self.counted = counted
    self.skipped = skipped
  }

  /// Whether the last day has moved to a working day.
  public var isMoved: Bool { lastDay != counted.last ?? start }

  /// Where the deadline stands on `today`.
  public func standing(on today: CivilDay) -> Standing {
    if today == lastDay { return .today }
    if today > lastDay {
      switch term.unit {
      // A late Saturday is no working day more than Friday, but it is late all the same.
      case .workingDays: return .late(max(1, lastDay.workingDays(through: today)))
      case .calendarDays: return .late(today - lastDay)
      }
    }
    switch term.unit {
    case .workingDays: return .day(start.workingDays(through: today), of: term.count)
    case .calendarDays: return .day(min(max(0, today - start), term.count), of: term.count)
    }
  }
}
