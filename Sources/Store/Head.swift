internal import Domain

/// The newest row of a chain and its hash: whoever keeps it can tell later whether the chain has
/// been rewritten or cut off since.
public struct Head: Hashable, Sendable {
  /// What is chained.
  public enum Chain: String, Sendable {
    /// The record.
    case event
    /// The log of who has seen what.
    case access
  }

  /// The chain.
  public let chain: Chain
  /// The row's number; 0 when there is none.
  public let row: Int64
  /// Its hash, 64 hexadecimal digits; noughts when there is none.
  public let hash: String
  /// When it happened, as text.
  public let time: String

  /// The head as one line: number, hash and time, and before them the name of a chain that is not
  /// the record.
  public var line: String {
    (chain == .event ? "" : chain.rawValue + " ") + "\(row) \(hash) \(time)"
  }

  /// The head of a chain with nothing in it.
  static func none(_ chain: Chain) -> Head {
    Head(chain, row: 0, hash: String(repeating: "0", count: 64), at: nil)
  }

  init(_ chain: Chain, row: Int64, hash: String, at instant: Instant?) {
    self.chain = chain
    self.row = row
    self.hash = hash
    time = instant.map { SwedishTime($0).iso } ?? "-"
  }

  /// Reads a line as ``line`` writes it.
  ///
  /// - Parameter line: The line; nil is returned when it is none of a head.
  public init?(line: some StringProtocol) {
    var parts = line.split(separator: " ")[...]
    let chain = parts.first == "access" ? Chain.access : .event
    if chain == .access { parts.removeFirst() }
    guard parts.count == 3, let number = parts.first, let row = Int64(number), row >= 0,
      let time = parts.last
    else { return nil }
    let hash = parts[parts.startIndex + 1]
    guard hash.utf8.count == 64, hash.utf8.allSatisfy(Self.isDigit) else { return nil }
    self.chain = chain
    self.row = row
    self.hash = String(hash)
    self.time = String(time)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }
}
