internal import Domain
internal import GRDB
internal import Glibc

/// The SQLite file beside the record in which begun texts lie, so that typing does not wake the
/// other sessions.
///
/// A newer program may add tables to it, and columns with defaults, and nothing else: then an older
/// one that is still running can save what is typed in it.
final class DraftFile {
  let path: String
  let queue: DatabaseQueue
  /// Where a damaged file was put when this one was opened, until somebody has been told.
  var movedTo: String?
  /// Which drafts a person had when they were last read or saved here.
  var knownDrafts: KnownDrafts?
  /// `PRAGMA data_version` when drafts were last looked for.
  private var draftsVersion: Int64 = -1
  /// The number of this process's session.
  var ownSession: Int64?
  /// The sessions as they were last read.
  private var knownSessions: [SessionRow] = []
  /// `PRAGMA data_version` when sessions were last read.
  private var sessionsVersion: Int64 = -1

  /// The drafts of a person by number and version.
  struct KnownDrafts: Equatable {
    let login: PersonID
    var stamps: [DraftStamp]

    /// Takes note of what this session has saved; what others have done meanwhile stays news.
    mutating func note(_ saved: DraftsSaved) {
      let old = saved.work.removed + saved.work.changes.compactMap(\.over)
      let gone = Set(old.map(\.id))
      stamps.removeAll { gone.contains($0.id) }
      stamps = (stamps + saved.stamps.values).sorted { $0.id < $1.id }
    }
  }

  /// Where the drafts of a record lie.
  static func path(of record: String) -> String { record + ".drafts" }

  /// Opens the drafts of a record; makes the file (0600) when there is none.
  ///
  /// What is damaged is moved aside: it must never stand in the way of work.
  ///
  /// - Parameters:
  ///   - record: The file of the record.
  ///   - patience: How long to wait for others, here and at every later call.
  /// - Throws: `.unwritable`, `.diskFull`, `.busy`.
  init(record: String, patience: Duration) throws {
    let path = Self.path(of: record)
    self.path = path
    (queue, movedTo) = try FileLock.holding(record + ".lock", mode: 0o600, patience: patience) {
      do {
        return (try Self.connect(path, patience), nil)
      } catch  where Self.isDamage(error, path) {
        let aside = try Self.moveAside(path)
        return (try Self.connect(path, patience), aside)
      }
    }
    draftsVersion = try queue.unsafeRead(Store.dataVersion)
  }

  /// The number in the file's header that marks it as drafts.
  private static let applicationID: Int32 = 0x5359_4E55  // SYNU

  /// All migrations of the drafts, in order; a shipped one never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      // AUTOINCREMENT: a session that still holds the number of a draft that is gone must not meet
      // another one under it.
      try db.execute(
        sql: """
          CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            login TEXT NOT NULL,
            matter INTEGER,
            draft TEXT NOT NULL,
            savedAt INTEGER NOT NULL,
            since INTEGER NOT NULL,
            version INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX draftLogin ON draft (login);
          """)
    }
    migrator.registerMigration("2") { db in
      // AUTOINCREMENT: the newest of a person's sessions must have the highest number.
      try db.execute(
        sql: """
          CREATE TABLE session (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            login TEXT NOT NULL,
            began INTEGER NOT NULL,
            pid INTEGER NOT NULL,
            started INTEGER NOT NULL,
            boot TEXT NOT NULL,
            matter INTEGER,
            kind TEXT,
            since INTEGER
          ) STRICT;
          """)
    }
    migrator.registerMigration("3") { db in
      try db.execute(
        sql: """
          ALTER TABLE draft ADD COLUMN registration BLOB;
          ALTER TABLE draft ADD COLUMN seen BLOB;
          ALTER TABLE draft ADD COLUMN fork INTEGER;
          """)
    }
    return migrator
  }

  static func connect(_ path: String, _ patience: Duration) throws -> DatabaseQueue {
    let file = DatabaseFile(path: path)
    try file.makeIfMissing()
    try file.requirePlausible()
    let queue = try DatabaseQueue(path: path, configuration: Store.configuration(patience))
    try queue.writeWithoutTransaction { db in
      let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      if mark == 0 {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      } else if mark != applicationID {
        throw StoreError.notADatabase(path)
      }
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.unwritable(path, reason: "filsystemet klarar inte SQLites WAL-läge")
      }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw StoreError.notADatabase(path)
      }
    }
    if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
    WALAtClose.merge(queue)
    return queue
  }

  /// Whether the file is no file of drafts any more.
  static func isDamage(_ error: any Error, _ path: String) -> Bool {
    switch StoreError(error, path: path) {
    case .notADatabase, .damaged: true
    default: false
    }
  }

  /// Gives a damaged file another name; it is never removed.
  private static func moveAside(_ path: String) throws -> String {
    var number = 1
    var info = stat()
    while lstat("\(path).skadad-\(number)", &info) == 0 { number += 1 }
    let aside = "\(path).skadad-\(number)"
    for suffix in ["-wal", "-shm", ""] {
      guard rename(path + suffix, aside + suffix) == 0 || errno == ENOENT else {
        throw StoreError(errno: errno, path: path)
      }
    }
    return aside
  }

  /// Whether another process has saved or removed a draft of a person since this was last asked.
  ///
  /// That others type is no news.
  func draftsHaveChanged(of login: PersonID) throws -> Bool {
    let version = try queue.unsafeRead(Store.dataVersion)
    guard version != draftsVersion else { return false }
    let now = try queue.read { db in try Self.drafts(of: login, in: db) }
    draftsVersion = version
    defer { knownDrafts = now }
    return now != knownDrafts
  }

  /// Which drafts a person has.
  static func drafts(of login: PersonID, in db: Database) throws -> KnownDrafts {
    let statement = try db.cachedStatement(
      sql: "SELECT id, version FROM draft WHERE login = ? ORDER BY id")
    let rows = try Row.fetchCursor(statement, arguments: [login.storable])
    let stamps = try Array(
      rows.map { DraftStamp(id: try $0.decode(atIndex: 0), version: try $0.decode(atIndex: 1)) })
    return KnownDrafts(login: login, stamps: stamps)
  }

  /// All sessions, read again only when another process has written.
  func sessions() throws -> [SessionRow] {
    let version = try queue.unsafeRead(Store.dataVersion)
    if version != sessionsVersion {
      knownSessions = try queue.read(SessionRow.all)
      sessionsVersion = version
    }
    return knownSessions
  }

  /// Takes note of sessions that are gone.
  func forget(_ ids: Set<Int64>) { knownSessions.removeAll { ids.contains($0.id) } }
}
