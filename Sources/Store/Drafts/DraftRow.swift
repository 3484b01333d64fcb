internal import Domain
internal import FoundationEssentials
internal import GRDB

/// A row of the table `draft`.
struct DraftRow {
  var stamp = DraftStamp(id: 0, version: 0)
  let login: PersonID
  /// The draft; nil when it cannot be read here, as when a newer program has written it.
  let draft: Draft?
  let savedAt: Instant
  /// The newest event that the session knew of when it was saved.
  let since: Int64
  /// By what both are known again.
  let origin: DraftOrigin

  init(
    login: PersonID, draft: Draft, savedAt: Instant, since: Int64, origin: DraftOrigin
  ) {
    self.login = login
    self.origin = origin
    self.draft = draft
    self.savedAt = savedAt
    self.since = since
  }

  private init(_ row: Row, login: PersonID) throws {
    self.login = login
    stamp = DraftStamp(id: try row.decode(atIndex: 0), version: try row.decode(atIndex: 1))
    draft = try EventCoding.known(try row.decode(atIndex: 2))
    savedAt = Instant(milliseconds: try row.decode(atIndex: 3))
    since = try row.decode(atIndex: 4)
    origin = DraftOrigin(
      registration: try row.decode(atIndex: 5), seen: try row.decode(atIndex: 6),
      fork: try row.decode(atIndex: 7))
  }

  static func all(of login: PersonID, in db: Database) throws -> [DraftRow] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, version, draft, savedAt, since, registration, seen, fork
        FROM draft WHERE login = ?
        ORDER BY savedAt DESC, id DESC
        """, arguments: [login.storable])
    return try Array(rows.map { try DraftRow($0, login: login) })
  }

  /// Writes over the version that was seen, or else beside what is there.
  func save(over stamp: DraftStamp?, in db: Database) throws -> (DraftStamp, isParted: Bool) {
    let text = try String(decoding: EventCoding.bytes(draft), as: UTF8.self)
    var isParted = false
    if let stamp {
      let statement = try db.cachedStatement(
        sql: """
          UPDATE draft
          SET draft = ?, savedAt = ?, since = ?, registration = coalesce(?, registration),
            seen = ?, fork = NULL, version = version + 1
          WHERE id = ? AND version = ? AND login = ?
          """)
      try statement.execute(arguments: [
        text, savedAt.milliseconds, since, origin.registration, origin.seen, stamp.id,
        stamp.version, login.storable,
      ])
      if db.changesCount > 0 {
        return (DraftStamp(id: stamp.id, version: stamp.version + 1), false)
      }
      isParted =
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE id = ?)", arguments: [stamp.id])
        ?? false
    }
    try db.execute(
      sql: """
        INSERT INTO draft (login, matter, draft, savedAt, since, registration, seen, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, 1)
        """,
      arguments: [
        login.storable, draft?.matter?.id, text, savedAt.milliseconds, since, origin.registration,
        origin.seen,
      ])
    return (DraftStamp(id: db.lastInsertedRowID, version: 1), isParted)
  }

  /// Removes a version; one that another session has saved since is left.
  static func remove(_ stamp: DraftStamp, of login: PersonID, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "DELETE FROM draft WHERE id = ? AND version = ? AND login = ?")
    try statement.execute(arguments: [stamp.id, stamp.version, login.storable])
  }
}
