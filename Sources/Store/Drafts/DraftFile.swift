internal import Domain
internal import GRDB
internal import Glibc

/// The SQLite file beside the record in which begun texts lie, so that typing does not wake the
/// other sessions.
///
/// A newer program may add columns with defaults to it, and nothing else: then an older one that
/// is still running can save what is typed in it.
final class DraftFile {
  let path: String
  let queue: DatabaseQueue
  /// Where a damaged file was put when this one was opened, until somebody has been told.
  var movedTo: String?
  /// `PRAGMA data_version` when it was last read.
  private var seenDataVersion: Int64 = -1

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
    _ = try hasChangedElsewhere()
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
    return migrator
  }

  private static func connect(_ path: String, _ patience: Duration) throws -> DatabaseQueue {
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

  /// Whether another process has saved since this was last asked.
  func hasChangedElsewhere() throws -> Bool {
    let version = try queue.unsafeRead(Store.dataVersion)
    defer { seenDataVersion = version }
    return version != seenDataVersion
  }
}
