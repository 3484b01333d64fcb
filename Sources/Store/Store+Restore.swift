public import Domain
internal import GRDB
internal import Glibc

extension Store {
  /// What a restore has done.
  public struct Restored: Sendable {
    /// The newest event that is there now.
    public let head: Head
    /// Where the file lies that was there before; nil when there was none.
    public let replaced: String?
  }

  /// Puts a backup in a database's place.
  ///
  /// The backup is copied, brought up to this program's version and checked before anything else
  /// is touched. What was there before is kept beside it under a name with the time. Nobody can
  /// open the database meanwhile, and it is refused while somebody has it open. Begun texts stay.
  ///
  /// - Parameters:
  ///   - backup: The backup; it is not changed.
  ///   - path: The database, damaged, whole or missing.
  ///   - acceptFaults: Whether a backup with faults will do.
  ///   - now: The time.
  ///   - patience: How long to wait for others.
  /// - Returns: What has been done.
  /// - Throws: `.inUse`, `.damaged`, `.notADatabase`, `.newerVersion`, `.unwritable`, `.diskFull`.
  public static func restore(
    _ backup: String, to path: String, acceptFaults: Bool = false, now: Instant,
    patience: Duration = .seconds(5)
  ) throws(StoreError) -> Restored {
    let file = DatabaseFile(path: path)
    try file.makeFolder()
    try file.requireOwnFolder()
    try file.requireUnused()
    let partial = try PartialFile(for: path + ".restored")
    try prepare(backup, partial.path, patience)
    let faults = try verify(at: partial.path, patience: patience)
    if let first = faults.first, !acceptFaults {
      throw .damaged("\(faults.count) fel i \(backup), det första: \(first.sentence)")
    }
    let head = try Self.heads(at: partial.path, patience: patience)[0]
    let aside = "\(path).replaced-\(BackupName.stamp(now))"
    do {
      try FileLock.holding(path + ".lock", mode: 0o600, patience: patience) {
        try file.requireUnused()
        try DraftFile.prepare(
          for: partial.path, head: head.row, record: path, patience: patience)
        try exchange(path, new: partial, aside: aside)
      }
    } catch {
      throw StoreError(error, path: path)
    }
    return Restored(head: head, replaced: DatabaseFile(path: aside).size == nil ? nil : aside)
  }

  private static func prepare(
    _ backup: String, _ partial: String, _ patience: Duration
  ) throws(StoreError) {
    let file = DatabaseFile(path: backup)
    try file.requireNotLost()
    try file.requirePlausible(writable: false)
    do {
      var configuration = configuration(patience)
      configuration.readonly = access(backup, W_OK) != 0
      let source = try DatabaseQueue(path: backup, configuration: configuration)
      try source.read { db in
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard Schema.kind(applicationID: mark) != nil else { throw StoreError.notADatabase(backup) }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerVersion(backup) }
      }
      try copy(source, to: partial)
      try source.close()
      let copy = try DatabaseQueue(path: partial, configuration: Self.configuration(patience))
      // What takes the database's place is one file by itself.
      WALAtClose.merge(copy)
      try Schema.migrator.migrate(copy)
      try copy.close()
    } catch {
      throw StoreError(error, path: backup)
    }
  }

  /// Sets aside what is there, its WAL with it, and gives the new file its name.
  ///
  /// At no point does a new database lie beside an old WAL; when it is interrupted there is no
  /// database, and it can be done again.
  private static func exchange(_ path: String, new: PartialFile, aside: String) throws {
    for suffix in ["", "-wal"] where rename(path + suffix, aside + suffix) != 0 {
      if errno != ENOENT { throw StoreError(errno: errno, path: path + suffix) }
    }
    for suffix in ["-shm", "-journal"] where unlink(path + suffix) != 0 {
      if errno != ENOENT { throw StoreError(errno: errno, path: path + suffix) }
    }
    Witness(of: path).remove()
    try new.replace(path)
  }
}

extension DatabaseFile {
  /// Refuses when a process has the database open.
  ///
  /// In WAL mode SQLite holds a lock on the same bytes for as long as it has the file open.
  /// https://www.sqlite.org/fileformat2.html#the_lock_byte_page
  ///
  /// - Throws: `.inUse`.
  func requireUnused() throws(StoreError) {
    let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw StoreError(errno: errno, path: path)
    }
    defer { close(descriptor) }
    var range = Glibc.flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = 0x4000_0002
    range.l_len = 510
    guard fcntl(descriptor, F_GETLK, &range) == 0 else {
      throw StoreError(errno: errno, path: path)
    }
    if range.l_type != Int16(F_UNLCK) { throw .inUse(path, process: range.l_pid) }
  }
}
