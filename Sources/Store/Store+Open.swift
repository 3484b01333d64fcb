internal import Domain
internal import GRDB
internal import GRDBSQLite

extension Store {
  /// Opens a database; makes it when there is none, but for that of an installed host.
  ///
  /// Processes that open at once wait for each other (`flock`), because GRDB's migrator does not
  /// look out for others. Nothing is changed in a file that is refused.
  ///
  /// - Parameters:
  ///   - path: The file. It is made with 0600, its folder with 0700, when they are missing.
  ///   - kind: What a new database is for. `.demo` opens nothing but a demo, `.ordinary` opens
  ///     both: see ``kind``.
  ///   - durable: Whether a commit waits for the disk. Turn off only for what can be made anew.
  ///   - patience: How long to wait for others, here and at every later call.
  /// - Returns: The open store.
  /// - Throws: `.notADatabase`, `.lost`, `.newerVersion`, `.notADemo`, `.unwritable`, `.diskFull`,
  ///   `.busy`.
  public static func open(
    at path: String, kind: Kind, durable: Bool = true, patience: Duration = .seconds(5)
  ) throws(StoreError) -> Store {
    try DatabaseFile(path: path).requireNotLost()
    return try opened(path, kind: kind, durable: durable, patience: patience)
  }

  /// Makes the database of an installed host, or one elsewhere, where none has been.
  ///
  /// - Parameter path: The file; its folder must be the caller's own, or be missing.
  /// - Throws: `.unwritable` when there is a file or the folder is another account's, `.lost` when
  ///   there are backups of one that is gone, and what ``open(at:kind:durable:patience:)`` throws.
  public static func setUp(at path: String) throws(StoreError) {
    try setUp(at: path, host: .installed)
  }

  static func setUp(at path: String, host: HostDatabase) throws(StoreError) {
    let file = DatabaseFile(path: path)
    if file.size != nil { throw .unwritable(path, reason: "filen finns redan") }
    if host.isAt(path), let backup = host.newestBackup {
      throw .lost(path, .missing, backup: backup)
    }
    try file.requireOwnFolder()
    _ = try opened(path, kind: .ordinary, durable: true, patience: .seconds(5))
  }

  /// Brings a database that is there to this program's version.
  ///
  /// - Parameter path: The file.
  /// - Throws: `.unwritable` when there is none, and what ``open(at:kind:durable:patience:)``
  ///   throws.
  public static func migrate(at path: String) throws(StoreError) {
    let file = DatabaseFile(path: path)
    try file.requireNotLost()
    try file.requirePlausible()
    _ = try opened(path, kind: .ordinary, durable: true, patience: .seconds(5))
  }

  /// The newest backup of the installed host's database; nil for any other, or when there is none.
  public static func lastBackup(of path: String) -> String? { DatabaseFile(path: path).lastBackup }

  private static func opened(
    _ path: String, kind: Kind, durable: Bool, patience: Duration
  ) throws(StoreError) -> Store {
    let file = DatabaseFile(path: path)
    try file.makeIfMissing()
    try file.requirePlausible()
    do {
      return try FileLock.holding(path + ".lock", mode: file.mode, patience: patience) {
        let witness = durable ? Witness(of: path) : nil
        let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
        let kind = try requireOurs(queue, path: path, kind: kind)
        try queue.writeWithoutTransaction { db in try prepare(db, path: path, durable: durable) }
        if try !queue.read(Schema.migrator.hasCompletedMigrations) {
          try Schema.migrator.migrate(queue)
        }
        if let witness { try require(witness, queue, path: path) }
        let store = try Store(kind: kind, path: path, queue: queue, witness: witness)
        WALAtClose.merge(queue)
        return store
      }
    } catch {
      switch StoreError(error, path: path) {
      case .damaged, .notADatabase: throw file.unreadable()
      case let error: throw error
      }
    }
  }

  /// Refuses a record that has lost what is known to have been written.
  private static func require(
    _ witness: Witness, _ queue: DatabaseQueue, path: String
  ) throws {
    let seen = witness.read()
    try queue.read { db in
      for head in seen {
        guard let loss = try head.loss(in: db) else { continue }
        throw StoreError.lost(path, loss, backup: DatabaseFile(path: path).lastBackup)
      }
      if seen.isEmpty { witness.write(try Head.all(in: db)) }
    }
  }

  /// Says how long every later call waits for others.
  ///
  /// The front waits a moment and tries again, so that it can say so.
  public func wait(atMost patience: Duration) throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        let milliseconds = Int(patience / .milliseconds(1))
        try db.execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// What holds for every connection; nothing here touches the file.
  static func configuration(_ patience: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience / .seconds(1))
    configuration.label = "synpunkt"
    configuration.prepareDatabase { db in
      // GRDB looks into the file next, and may find that it is damaged.
      WALAtClose.keep(db)
      // temp_store: personal data must not spill into /tmp. https://www.sqlite.org/tempfiles.html
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  /// Says what the file is, without changing it; a new one is marked.
  private static func requireOurs(
    _ queue: DatabaseQueue, path: String, kind: Kind
  ) throws -> Kind {
    try queue.writeWithoutTransaction { db in
      let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      if let found = Schema.kind(applicationID: mark) {
        if kind == .demo, found != .demo { throw StoreError.notADemo(path) }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newerVersion(path) }
        return found
      }
      let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard mark == 0, objects == 0 else { throw StoreError.notADatabase(path) }
      // What the witness of another record says does not concern this one.
      Witness(of: path).remove()
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID(kind))")
      return kind
    }
  }

  /// Sets what is kept in the file, and what GRDB would undo if it were set earlier.
  private static func prepare(_ db: Database, path: String, durable: Bool) throws {
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
      throw StoreError.unwritable(path, reason: "filsystemet klarar inte SQLites WAL-läge")
    }
    // Keeps the -wal file at the last close, so that the next open need not make it anew.
    // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlpersistwal
    var on: Int32 = 1
    sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &on)
    // A page that many matters share is copied to the file once for four times as many commits.
    try db.execute(
      sql: """
        PRAGMA synchronous = \(durable ? "FULL" : "OFF");
        PRAGMA wal_autocheckpoint = 4000;
        """)
  }
}
