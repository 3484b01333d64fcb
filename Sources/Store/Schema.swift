internal import GRDB

/// The tables, and how they came to be.
enum Schema {
  /// All migrations, in order; a shipped one never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in try db.execute(sql: record) }
    migrator.registerMigration("2", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: search)
      // A later migration that changes what is searched takes this over.
      try SearchTable(db: db).rebuild()
    }
    // "3" became "5" before it was shipped.
    migrator.registerMigration("4") { db in try db.execute(sql: unseenChange) }
    migrator.registerMigration("5") { db in try db.execute(sql: access) }
    // Substitutes, moves and common logins are events that an older program cannot read: it is to
    // say that it must be restarted.
    migrator.registerMigration("6") { _ in }
    migrator.registerMigration("7") { db in try db.execute(sql: matterDesk) }
    // What tells of a protected identity is also hidden where it is written in other letters; and
    // what names a sender who was made anonymous goes out of titles and the words that are searched.
    migrator.registerMigration("8") { db in try ReadTables(db: db).rewriteHidden() }
    // The same goes for whom a letter was sent to.
    migrator.registerMigration("9") { db in try ReadTables(db: db).rewriteHidden() }
    return migrator
  }

  /// Whether the first migrations have been done, and none of the later ones.
  static func isBehind(_ db: Database) throws -> Bool {
    let done = try db.tableExists("grdb_migrations") ? migrator.appliedIdentifiers(db) : []
    let all = migrator.migrations
    let first = all.prefix { done.contains($0) }.count
    return first > 0 && first < all.count && done.count == first
  }

  /// The number in the file's header (`PRAGMA application_id`) that marks a kind of database.
  static func applicationID(_ kind: Store.Kind) -> Int32 {
    switch kind {
    case .ordinary: 0x5359_4E50  // SYNP
    case .demo: 0x5359_4E44  // SYND
    }
  }

  /// The kind that a number marks; nil when the file is not ours.
  static func kind(applicationID: Int32) -> Store.Kind? {
    [.ordinary, .demo].first { self.applicationID($0) == applicationID }
  }

  /// Events, and the read tables that are rebuilt from them.
  ///
  /// The lists walk the `matter…` indexes. The `Desk` ones hold nothing that is on nobody's desk,
  /// so a list of work costs the same however much is closed, and they hold all that counting asks
  /// for.
  private static let record = """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY NOT NULL,
      matter INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      facts TEXT NOT NULL,
      salt BLOB,
      content TEXT,
      digest BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (matter, sequence)
    ) STRICT;

    CREATE TABLE matter (
      id INTEGER PRIMARY KEY NOT NULL,
      version INTEGER NOT NULL,
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL,
      title TEXT,
      arrivedOn INTEGER NOT NULL,
      category TEXT,
      subjectArea TEXT,
      status TEXT NOT NULL,
      desk TEXT NOT NULL,
      unit TEXT,
      suggestedUnit TEXT,
      handler TEXT,
      channel TEXT NOT NULL,
      termCount INTEGER,
      termUnit TEXT,
      termMoves INTEGER,
      answerBy INTEGER,
      owesAnswer INTEGER NOT NULL,
      closedOn INTEGER,
      isFresh INTEGER NOT NULL,
      hasNewAddition INTEGER NOT NULL,
      urgency INTEGER NOT NULL,
      isOver INTEGER NOT NULL,
      day INTEGER NOT NULL,
      UNIQUE (year, serial)
    ) STRICT;
    CREATE INDEX matterDesk ON matter
      (desk, urgency, arrivedOn, id, status, unit, handler, isFresh, hasNewAddition)
      WHERE desk <> 'none';
    CREATE INDEX matterDeskUnit ON matter
      (unit, urgency, arrivedOn, id, desk, status, handler, isFresh, hasNewAddition)
      WHERE desk <> 'none';
    CREATE INDEX matterDeskHandler ON matter
      (handler, urgency, arrivedOn, id, desk, status, unit, isFresh, hasNewAddition)
      WHERE desk <> 'none';
    CREATE INDEX matterDay ON matter (isOver, day, id, unit, handler);
    CREATE INDEX matterDayUnit ON matter (unit, isOver, day, id, handler);
    CREATE INDEX matterDayHandler ON matter (handler, isOver, day, id, unit)
      WHERE handler IS NOT NULL;

    CREATE TABLE sender (
      matter INTEGER NOT NULL REFERENCES matter,
      key TEXT NOT NULL,
      UNIQUE (key, matter)
    ) STRICT;
    CREATE INDEX senderMatter ON sender (matter);

    CREATE TABLE source (
      key TEXT NOT NULL,
      content TEXT NOT NULL,
      matter INTEGER NOT NULL REFERENCES matter,
      UNIQUE (key, content)
    ) STRICT;
    CREATE INDEX sourceMatter ON source (matter);

    CREATE TABLE recentUnit (
      person TEXT NOT NULL,
      unit TEXT NOT NULL,
      at INTEGER NOT NULL,
      UNIQUE (person, unit)
    ) STRICT;

    CREATE TABLE organisation (
      id INTEGER PRIMARY KEY NOT NULL,
      event INTEGER NOT NULL REFERENCES event
    ) STRICT;

    CREATE TABLE aside (
      event INTEGER PRIMARY KEY NOT NULL REFERENCES event,
      key TEXT NOT NULL,
      content TEXT NOT NULL,
      UNIQUE (key, content)
    ) STRICT;

    CREATE TABLE attachment (
      digest TEXT PRIMARY KEY NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    """
}
