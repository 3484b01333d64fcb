internal import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// The heads of a database's chains, that of the record first, without opening it for work.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long to wait for others.
  /// - Returns: The heads.
  /// - Throws: `.notADatabase`, `.lost`, `.unwritable`, `.busy`.
  public static func heads(
    at path: String, patience: Duration = .seconds(5)
  ) throws(StoreError) -> [Head] {
    try looking(at: path, patience: patience) { queue in
      try queue.read(Head.all)
    }
  }
}

extension EventLog {
  /// The newest event.
  func head() throws -> Head {
    let statement = try db.cachedStatement(
      sql: "SELECT id, hash, facts FROM event ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .none(.event) }
    let facts: Envelope<Ignored> = try EventCoding.value(row.decode(Data.self, atIndex: 2))
    return Head(
      .event, row: try row.decode(atIndex: 0),
      hash: Digest.hex(try row.decode(Data.self, atIndex: 1)), at: facts.at)
  }

  /// Facts of any kind.
  private struct Ignored: Codable {
    init(from decoder: any Decoder) {}
  }
}

extension AccessLog {
  /// The newest line.
  func head() throws -> Head {
    let statement = try db.cachedStatement(
      sql: "SELECT id, hash, at FROM access ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .none(.access) }
    return Head(
      .access, row: try row.decode(atIndex: 0),
      hash: Digest.hex(try row.decode(Data.self, atIndex: 1)),
      at: Instant(milliseconds: try row.decode(atIndex: 2)))
  }
}

extension Head {
  /// The heads of both chains, that of the record first.
  static func all(in db: Database) throws -> [Head] {
    [try EventLog(db: db).head(), try AccessLog(db: db).head()]
  }

  /// What is wrong with the place in the chain where the head should be; nil when it is there.
  func loss(in db: Database) throws -> Loss? {
    guard row > 0 else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT hash FROM \(chain.rawValue) WHERE id = ?")
    guard let found = try Data.fetchOne(statement, arguments: [row]) else {
      return .cutOff(chain, row: row)
    }
    return Digest.hex(found) == hash ? nil : .rewritten(chain, row: row)
  }
}

extension Verification {
  /// Compares with heads that were kept elsewhere.
  mutating func check(_ heads: [Head]) throws {
    for head in Set(heads).sorted(by: { $0.row < $1.row }) {
      switch try head.loss(in: db) {
      case .cutOff:
        report(
          head.chain.rawValue, head.row, "saknas, fast huvudet från \(head.time) har den: avkortad")
      case .rewritten:
        report(
          head.chain.rawValue, head.row,
          "har en annan hash än i huvudet från \(head.time): omskriven")
      default: break
      }
    }
  }
}
