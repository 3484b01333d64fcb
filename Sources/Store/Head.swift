internal import Domain

/// The newest event of a record and its hash: whoever keeps it can tell later whether the record
/// has been rewritten or cut off since.
public struct Head: Hashable, Sendable {
  /// The event's number; 0 when there is none.
  public let event: Int64
  /// Its hash, 64 hexadecimal digits; noughts when there is none.
  public let hash: String
  /// When it happened, as text.
  public let time: String

  /// The head as one line: number, hash and time.
  public var line: String { "\(event) \(hash) \(time)" }

  /// The head of a record without events.
  static let none = Head(event: 0, hash: String(repeating: "0", count: 64), at: nil)

  init(event: Int64, hash: String, at instant: Instant?) {
    self.event = event
    self.hash = hash
    time = instant.map { SwedishTime($0).iso } ?? "-"
  }

  /// Reads a line as ``line`` writes it.
  ///
  /// - Parameter line: The line; nil is returned when it is none of a head.
  public init?(line: some StringProtocol) {
    let parts = line.split(separator: " ")
    guard parts.count == 3, let event = Int64(parts[0]), event >= 0 else { return nil }
    guard parts[1].utf8.count == 64, parts[1].utf8.allSatisfy(Self.isDigit) else { return nil }
    self.event = event
    hash = String(parts[1])
    time = String(parts[2])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }
}
