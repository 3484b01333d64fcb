internal import Domain
internal import FoundationEssentials
internal import GRDB

/// A row of the table `session`: a front that is open, and what is being written in it.
struct SessionRow {
  /// The newest of a person's sessions has the highest number.
  var id: Int64
  let login: PersonID
  let began: Instant
  let process: ProcessMark
  /// What is being written; nil when nothing is, or what only a newer program knows.
  let writing: Presence?

  static func all(in db: Database) throws -> [SessionRow] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, login, began, pid, started, boot, matter, kind, since FROM session")
    return try Array(Row.fetchCursor(statement).map(SessionRow.init(row:)))
  }

  private init(row: Row) throws {
    id = try row.decode(atIndex: 0)
    login = try row.decode(atIndex: 1)
    began = Instant(milliseconds: try row.decode(atIndex: 2))
    process = ProcessMark(
      pid: try row.decode(atIndex: 3), started: try row.decode(atIndex: 4),
      boot: try row.decode(atIndex: 5))
    let matter = try row.decode(MatterID?.self, atIndex: 6)
    let kind: TextKind? = try row.decode(Data?.self, atIndex: 7).flatMap {
      try EventCoding.known($0)
    }
    let since = try row.decode(Int64?.self, atIndex: 8)
    guard let matter, let kind, let since else {
      writing = nil
      return
    }
    writing = Presence(
      login: login, matter: matter, kind: kind, since: Instant(milliseconds: since))
  }

  /// Writes a session of this process as the newest.
  ///
  /// - Returns: Its number.
  static func insert(_ login: PersonID, began: Instant, in db: Database) throws -> Int64 {
    let own = ProcessMark.own
    try db.execute(
      sql: "INSERT INTO session (login, began, pid, started, boot) VALUES (?, ?, ?, ?, ?)",
      arguments: [login.storable, began.milliseconds, own.pid, own.started, own.boot])
    return db.lastInsertedRowID
  }

  /// Writes what is being written in a session.
  ///
  /// - Returns: Whether there is such a session.
  static func note(_ writing: Presence?, in id: Int64, _ db: Database) throws -> Bool {
    let kind = try writing.map { try String(decoding: EventCoding.bytes($0.kind), as: UTF8.self) }
    let statement = try db.cachedStatement(
      sql: "UPDATE session SET matter = ?, kind = ?, since = ? WHERE id = ?")
    try statement.execute(arguments: [writing?.matter, kind, writing?.since.milliseconds, id])
    return db.changesCount > 0
  }

  static func remove(_ ids: [Int64], in db: Database) throws {
    for id in ids { try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id]) }
  }
}
