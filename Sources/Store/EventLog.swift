internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The table `event`: append-only, without gaps, each row chained to the one before.
struct EventLog {
  let db: Database

  /// The stream of what is no matter.
  static let general: MatterID = 0

  /// The newest event's number; 0 when there is none.
  func lastID() throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT max(id) FROM event")
    return try Int64.fetchOne(statement) ?? 0
  }

  /// Appends one event.
  ///
  /// `facts` and `content` are stored as exactly the bytes that were hashed. The digest covers a
  /// salt and the content, so that content can go at gallring and the chain still hold, without
  /// the digest giving a short text away. An event that never had content has an empty digest.
  ///
  /// - Returns: The event's number.
  @discardableResult
  func append<Facts>(_ envelope: Envelope<Facts>, content: (some Encodable)?) throws -> Int64 {
    let facts = try EventCoding.bytes(envelope)
    let bytes = try content.map { try EventCoding.bytes($0) }
    let salt = bytes.map { _ in Self.newSalt() }
    let digest = Self.digest(salt: salt, content: bytes)
    let last = try db.cachedStatement(sql: "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
    let previous = try Row.fetchOne(last)
    let id = try previous?.decode(Int64.self, atIndex: 0) ?? 0
    let hash = Self.hash(
      previous: try previous?.decode(Data.self, atIndex: 1) ?? Data(), facts: facts,
      digest: digest)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO event (id, matter, sequence, facts, salt, content, digest, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id + 1, envelope.matter, envelope.sequence, Self.text(facts), salt, bytes.map(Self.text),
      digest, hash,
    ])
    return id + 1
  }

  /// The digest column: over salt and content, or empty where there never was any.
  static func digest(salt: Data?, content: Data?) -> Data {
    guard let content else { return Data() }
    return Digest.of(salt ?? Data(), content)
  }

  /// The hash column: over the hash of the event before (empty for the first), facts and digest.
  static func hash(previous: Data, facts: Data, digest: Data) -> Data {
    Digest.of(previous, facts, digest)
  }

  /// JSON is UTF-8, so as TEXT it is the same bytes, and can be read with `sqlite3`.
  private static func text(_ bytes: Data) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func newSalt() -> Data {
    var generator = SystemRandomNumberGenerator()
    // The kernel is asked twice, not once for each byte.
    let halves = [generator.next(), generator.next()]
    return halves.withUnsafeBytes { Data($0) }
  }
}

extension EventLog {
  /// All events of a matter, in order.
  func events(of matter: MatterID) throws -> [MatterEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT facts, content FROM event WHERE matter = ? ORDER BY sequence")
    let rows = try Row.fetchCursor(statement, arguments: [matter])
    var events: [MatterEvent] = []
    while let row = try rows.next() {
      let envelope: Envelope<MatterFacts> = try EventCoding.value(
        row.decode(Data.self, atIndex: 0))
      events.append(envelope.event(try content(row, 1)))
    }
    return events
  }

  /// A matter: the fold of its events; nil when there is none.
  func matter(_ id: MatterID) throws -> Matter? {
    guard id > Self.general else { return nil }
    let events = try events(of: id)
    guard !events.isEmpty else { return nil }
    guard let matter = Matter(id: id, events: events) else {
      throw StoreError.damaged("ärende nummer \(id) börjar inte med en registrering")
    }
    return matter
  }

  /// One event of stream 0 by its number.
  func general(_ id: Int64) throws -> (Envelope<GeneralFacts>, GeneralContent?)? {
    let statement = try db.cachedStatement(
      sql: "SELECT facts, content FROM event WHERE id = ? AND matter = 0")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return (try EventCoding.value(row.decode(Data.self, atIndex: 0)), try content(row, 1))
  }

  /// Appends to stream 0.
  func appendGeneral(
    _ facts: GeneralFacts, content: GeneralContent, by: PersonID, at: Instant
  ) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: "SELECT max(sequence) FROM event WHERE matter = 0")
    let sequence = (try Int.fetchOne(statement) ?? 0) + 1
    return try append(
      Envelope(
        matter: Self.general, sequence: sequence, step: sequence, at: at, by: by, facts: facts),
      content: content)
  }

  private func content<Content: Decodable>(_ row: Row, _ index: Int) throws -> Content? {
    try row.decode(Data?.self, atIndex: index).map { try EventCoding.value($0) }
  }
}
