/// The number of a matter, or the beginning of one, as it is typed: `SYN-2026-0004`, `26-4`, `42`.
public struct ReferencePrefix: Hashable, Sendable {
  /// The year, 2000 to 2099; nil when only a serial is given.
  public let year: Int?
  /// The digits that the serial begins with; empty when none has been typed.
  ///
  /// With a leading zero they are the beginning of the five digits of the full number.
  public let digits: String

  /// Reads what has been typed so far; nil when it cannot become a number.
  public init?(_ text: String) {
    var parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    let isNamed = parts.first == "syn"
    if isNamed { parts.removeFirst() }
    guard let first = parts.first, !first.isEmpty, parts.count <= 2,
      parts.allSatisfy({ $0.count <= 9 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    guard parts.count == 2 || isNamed else {
      year = nil
      digits = String(first)
      return
    }
    // "SYN-20" is on its way to "SYN-2026".
    guard [2, 4].contains(first.count), parts.count == 2 || first != "20",
      let number = Int(first)
    else { return nil }
    let year = number < 100 ? 2_000 + number : number
    guard (2_000...2_099).contains(year) else { return nil }
    self.year = year
    digits = parts.count == 2 ? String(parts[1]) : ""
  }

  /// Whether the digits are those of the full number, with its leading zeros.
  public var isPadded: Bool { digits.first == "0" }

  /// The serial that the digits are when none is added; nil while they are only the beginning of
  /// one.
  public var serial: Int? { isPadded && digits.count != 5 ? nil : Int(digits) }

  /// Whether a number begins so.
  public func matches(_ reference: Reference) -> Bool {
    if let year, year != reference.year { return false }
    let serial = isPadded ? padded(reference.serial, 5) : String(reference.serial)
    return serial.hasPrefix(digits)
  }
}
