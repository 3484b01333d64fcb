/// A point in time: milliseconds since 1970-01-01 00:00 UTC.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public let milliseconds: Int64

  /// Makes an instant from milliseconds since 1970-01-01 00:00 UTC.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Orders instants by time.
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// Reads the milliseconds.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes the milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

/// A clock reading in Sweden: a civil day and the minute of it.
public struct SwedishTime: Hashable, Sendable {
  /// The civil day.
  public let day: CivilDay
  /// Hour of the day, 0 to 23.
  public let hour: Int
  /// Minute of the hour, 0 to 59.
  public let minute: Int
  /// Second of the minute, 0 to 59.
  public let second: Int
  /// Hours ahead of UTC: 1 in winter, 2 in summer.
  public let offset: Int

  /// The Swedish local time of an instant, by the EU's summer-time rule (directive 2000/84/EC):
  /// 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of October.
  ///
  /// Right from 1996 on, when the rule took its present form.
  public init(_ instant: Instant) {
    let seconds = instant.milliseconds.flooredQuotient(by: 1_000)
    offset = Self.isSummer(utcSeconds: seconds) ? 2 : 1
    let local = seconds + Int64(offset) * 3_600
    day = CivilDay(number: Int(local.flooredQuotient(by: 86_400)))
    let ofDay = Int(local - Int64(day.number) * 86_400)
    hour = ofDay / 3_600
    minute = ofDay / 60 % 60
    second = ofDay % 60
  }

  /// The instant of a Swedish clock reading.
  ///
  /// A reading that the change to summer time skips, counts as winter time; one that the change
  /// back repeats, counts as its first passing.
  public static func instant(_ day: CivilDay, hour: Int, minute: Int, second: Int = 0) -> Instant {
    let wall = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    let summer = wall - 7_200
    return Instant(milliseconds: (isSummer(utcSeconds: summer) ? summer : wall - 3_600) * 1_000)
  }

  /// The time as `YYYY-MM-DDTHH:MM:SS+0X:00`.
  public var iso: String {
    "\(day.iso)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))+\(padded(offset, 2)):00"
  }

  /// The time of day as `HH.MM`, the Swedish way.
  public var clock: String { "\(padded(hour, 2)).\(padded(minute, 2))" }

  private static func isSummer(utcSeconds: Int64) -> Bool {
    let year = CivilDay(number: Int(utcSeconds.flooredQuotient(by: 86_400))).parts.year
    func change(month: Int) -> Int64 {
      guard let last = CivilDay(year: year, month: month, day: 31) else { return 0 }
      let sunday = last.number - (last.weekday.rawValue + 1) % 7
      return Int64(sunday) * 86_400 + 3_600
    }
    return utcSeconds >= change(month: 3) && utcSeconds < change(month: 10)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity.
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
