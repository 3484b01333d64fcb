internal import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// Registers a new matter, inside a transaction: it gets the next number of the year.
  ///
  /// - Parameters:
  ///   - year: The year of the number.
  ///   - db: The transaction.
  ///   - decide: Decides the first events under that number.
  /// - Returns: The matter.
  /// - Throws: What `decide` throws, and what SQLite throws.
  static func register(
    year: Int, in db: Database, deciding decide: (Reference) throws -> [MatterEvent]
  ) throws -> Matter {
    let serial = try next("SELECT max(serial) FROM matter WHERE year = ?", [year], in: db)
    let events = try decide(Reference(year: year, serial: Int(serial)))
    let id = try next("SELECT max(id) FROM matter", [], in: db)
    guard let matter = Matter(id: id, events: events) else {
      throw StoreError.other("Ärendet blev inget ärende")
    }
    for event in events { try append(event, to: id, in: db) }
    try ReadTables(db: db).write(matter, old: nil)
    return matter
  }

  /// Keeps the bytes of files under their digests, inside a transaction.
  static func keep(
    _ files: [IncomingFile], as attachments: [Attachment], in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO attachment (digest, bytes) VALUES (?, ?)")
    for (file, attachment) in zip(files, attachments) {
      try statement.execute(arguments: [attachment.digest, Data(file.bytes)])
    }
  }

  private static func next(
    _ sql: String, _ arguments: StatementArguments, in db: Database
  ) throws -> Int64 {
    (try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0) + 1
  }
}

extension Attachment {
  /// What a matter remembers of a file that came.
  init(_ file: IncomingFile) {
    self.init(
      name: file.name, mediaType: file.mediaType, size: file.bytes.count,
      digest: Digest.plain(file.bytes))
  }
}
