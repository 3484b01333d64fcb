internal import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// The head of a database's chain, without opening it for work.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long to wait for others.
  /// - Returns: The head.
  /// - Throws: `.notADatabase`, `.lost`, `.unwritable`, `.busy`.
  public static func head(
    at path: String, patience: Duration = .seconds(5)
  ) throws(StoreError) -> Head {
    try looking(at: path, patience: patience) { queue in
      try queue.read { db in try EventLog(db: db).head() }
    }
  }
}

extension EventLog {
  /// The newest event.
  func head() throws -> Head {
    let statement = try db.cachedStatement(
      sql: "SELECT id, hash, facts FROM event ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .none }
    let facts: Envelope<Ignored> = try EventCoding.value(row.decode(Data.self, atIndex: 2))
    return Head(
      event: try row.decode(atIndex: 0),
      hash: Digest.hex(try row.decode(Data.self, atIndex: 1)), at: facts.at)
  }

  /// What is wrong with the place in the chain where a head should be; nil when it is there.
  func loss(of head: Head) throws -> Loss? {
    guard head.event > 0 else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT hash FROM event WHERE id = ?")
    guard let hash = try Data.fetchOne(statement, arguments: [head.event]) else {
      return .cutOff(event: head.event)
    }
    return Digest.hex(hash) == head.hash ? nil : .rewritten(event: head.event)
  }

  /// Facts of any kind.
  private struct Ignored: Codable {
    init(from decoder: any Decoder) {}
  }
}

extension Verification {
  /// Compares with heads that were kept elsewhere.
  mutating func check(_ heads: [Head]) throws {
    for head in Set(heads).sorted(by: { $0.event < $1.event }) {
      switch try EventLog(db: db).loss(of: head) {
      case .cutOff:
        report("event", head.event, "saknas, fast huvudet från \(head.time) har den: avkortad")
      case .rewritten:
        report("event", head.event, "har en annan hash än i huvudet från \(head.time): omskriven")
      default: break
      }
    }
  }
}
