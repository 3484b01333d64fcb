extension CivilDay {
  /// Reads a day as somebody types one that is to come: "2026-11-05", "5/11" or "5 nov".
  ///
  /// - Parameters:
  ///   - text: What was typed; without a year it is the next such day.
  ///   - today: The day of typing, which is the first that can be meant.
  public init?(typed text: String, from today: CivilDay) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.count == 1, let day = CivilDay(iso: words[0]) {
      self = day
      return
    }
    let parts = words.count == 1 ? words[0].split(separator: "/") : words
    guard parts.count == 2, let day = Int(parts[0]), let month = Self.month(parts[1]) else {
      return nil
    }
    let year = today.parts.year
    // Leap days come every fourth year, or at longest after eight.
    for year in year...year + 8 {
      guard let found = CivilDay(year: year, month: month, day: day), found >= today else {
        continue
      }
      self = found
      return
    }
    return nil
  }

  private static func month(_ word: Substring) -> Int? {
    if let number = Int(word) { return number }
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }
}
