/// A matter's number (ärendenummer): `SYN-YYYY-NNNNN`, counted anew each year.
public struct Reference: Hashable, Comparable, Sendable, Codable {
  /// The year of registration, 2000 to 2099.
  public let year: Int
  /// The serial within the year, from 1.
  public let serial: Int

  /// Makes a reference from its parts.
  public init(year: Int, serial: Int) {
    self.year = year
    self.serial = serial
  }

  /// Reads every form that people write: `SYN-2026-00042`, `2026-42`, `26-42`, `syn-26-42`, also
  /// with space around it, as when it has been pasted.
  public init?(_ text: String) {
    let words = text.uppercased().split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else { return nil }
    var parts = words[0].split(separator: "-", omittingEmptySubsequences: false)
    if parts.first == "SYN" { parts.removeFirst() }
    guard parts.count == 2, [2, 4].contains(parts[0].count), (1...9).contains(parts[1].count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let serial = Int(parts[1]), serial > 0
    else { return nil }
    self.init(year: year < 100 ? 2_000 + year : year, serial: serial)
    guard (2_000...2_099).contains(self.year) else { return nil }
  }

  /// The full number, at least five digits: "SYN-2026-00042".
  public var full: String { "SYN-\(year)-\(padded(serial, 5))" }

  /// The short number of lists: "26-42".
  public var short: String { "\(padded(year % 100, 2))-\(serial)" }

  /// Orders numbers by year, then by serial as a number.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.serial) < (right.year, right.serial)
  }
}
