import Domain

extension CivilDay {
  /// The first day that an arrival is believed to have.
  static let earliestArrival = CivilDay(number: 7_305)  // 1990-01-01

  /// Reads a time stamp of a form, `2024-07-03T11:04:00`; nil when it cannot be read.
  ///
  /// It is local Swedish time, unless it has a zone (`Z` or `+02:00`).
  init?(formTimestamp text: String) {
    let text = text.trimmed
    guard let day = CivilDay(iso: text.prefix(10)), day >= .earliestArrival else { return nil }
    self = day
    let clock = text.dropFirst(11)
    let numbers = clock.split { !$0.isASCII || !$0.isNumber }.prefix(2).compactMap { Int($0) }
    guard numbers.count == 2, let shift = Self.zoneMinutes(of: clock) else { return }
    let minutes = Int64(day.number) * 1_440 + Int64(numbers[0] % 24 * 60 + numbers[1] % 60 - shift)
    self = SwedishTime(Instant(milliseconds: minutes * 60_000)).day
  }

  /// The minutes ahead of UTC at the end of a clock reading; nil when it has no zone.
  private static func zoneMinutes(of clock: Substring) -> Int? {
    if clock.hasSuffix("Z") { return 0 }
    guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = clock[sign...].compactMap(\.wholeNumberValue)
    guard digits.count == 4 else { return nil }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    return clock[sign] == "+" ? minutes : -minutes
  }
}
