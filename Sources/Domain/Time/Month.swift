/// A month of the Swedish calendar.
public struct Month: Hashable, Sendable {
  /// Its first day.
  public let first: CivilDay
  /// The first day after it.
  public let after: CivilDay

  /// Reads `YYYY-MM`; nil for anything else.
  public init?(iso text: String) {
    guard let first = CivilDay(iso: text + "-01") else { return nil }
    self.first = first
    // No month is longer than 31 days, and none that follows one is shorter than 28.
    let later = (first + 31).parts
    guard let after = CivilDay(year: later.year, month: later.month, day: 1) else { return nil }
    self.after = after
  }

  /// The month as `YYYY-MM`.
  public var iso: String { String(first.iso.dropLast(3)) }

  /// Its first instant.
  public var start: Instant { SwedishTime.instant(first, hour: 0, minute: 0) }

  /// The first instant after it.
  public var end: Instant { SwedishTime.instant(after, hour: 0, minute: 0) }
}
