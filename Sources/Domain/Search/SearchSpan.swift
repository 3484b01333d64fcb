/// The days that a year, a month or a day covers, also while it is being typed.
struct SearchSpan {
  /// The first day; nil when too little has been typed to say.
  let first: CivilDay?
  /// The last day.
  let last: CivilDay?

  /// Reads `2026`, `2026-09` or `2026-09-15`, with or without hyphens, or the beginning of one.
  ///
  /// What is only begun widens: `2026-1` covers all of 2026, since it may become any of three
  /// months.
  ///
  /// - Returns: nil when it cannot become a day between 2000 and 2099.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let digits = parts.flatMap { $0 }
    guard digits.count <= 8, digits.allSatisfy({ (0x30...0x39).contains($0) }), parts.count <= 3
    else {
      return nil
    }
    // A hyphen stands only where a part is whole.
    let lengths = [4, 2, 2]
    if parts.count > 1 {
      for (part, length) in zip(parts.dropLast(), lengths) where part.count != length { return nil }
    }
    func number(_ range: Range<Int>) -> Int? {
      digits.count < range.upperBound
        ? nil : digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard Array("20".utf8).starts(with: digits.prefix(2)) else { return nil }
    guard let year = number(0..<4) else {
      (first, last) = (nil, nil)
      return
    }
    guard digits.count < 5 || (0x30...0x31).contains(digits[4]) else { return nil }
    guard let month = number(4..<6) else {
      first = CivilDay(year: year, month: 1, day: 1)
      last = CivilDay(year: year, month: 12, day: 31)
      return
    }
    guard (1...12).contains(month) else { return nil }
    guard digits.count < 7 || (0x30...0x33).contains(digits[6]) else { return nil }
    if let day = number(6..<8) {
      guard let exact = CivilDay(year: year, month: month, day: day) else { return nil }
      (first, last) = (exact, exact)
      return
    }
    first = CivilDay(year: year, month: month, day: 1)
    last =
      (28...31).reversed().lazy.compactMap { CivilDay(year: year, month: month, day: $0) }
      .first
  }
}
