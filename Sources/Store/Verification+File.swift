internal import GRDB

/// A table or an index as the schema describes it.
struct SchemaObject: Hashable {
  let name: String
  let sql: String
}

extension Verification {
  /// The tables and indexes that the migrations make.
  static func intendedSchema() throws -> [SchemaObject] {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    return try queue.read(schema)
  }

  private static func schema(_ db: Database) throws -> [SchemaObject] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name
        """)
    return try Array(
      rows.map { row in
        SchemaObject(
          name: try row.decode(atIndex: 0), sql: try row.decode(String?.self, atIndex: 1) ?? "")
      })
  }

  /// Tables, indexes and the migrations that made them.
  ///
  /// - Returns: Whether all tables are there, so that the rest can be checked.
  mutating func checkSchema(_ intended: [SchemaObject]) throws -> Bool {
    let found = try Self.schema(db)
    for object in found where !intended.contains(object) {
      let isKnown = intended.contains { $0.name == object.name }
      report("sqlite_schema", nil, "\(object.name) är \(isKnown ? "ändrad" : "okänd")")
    }
    let names = Set(found.map(\.name))
    let missing = intended.filter { !names.contains($0.name) }
    for object in missing { report("sqlite_schema", nil, "\(object.name) saknas") }
    guard missing.allSatisfy({ $0.sql.hasPrefix("CREATE INDEX") }) else { return false }
    try checkMigrations()
    return true
  }

  private mutating func checkMigrations() throws {
    var unseen = Set(Schema.migrator.migrations)
    let rows = try Row.fetchAll(db, sql: "SELECT rowid, identifier FROM grdb_migrations")
    for row in rows where unseen.remove(try row.decode(atIndex: 1)) == nil {
      report(
        "grdb_migrations", try row.decode(atIndex: 0),
        "kolumnen identifier är okänd: ändrad, eller gjord av ett nyare Synpunkt")
    }
    for identifier in unseen.sorted() {
      report("grdb_migrations", nil, "raden för version \(identifier) saknas")
    }
  }

  /// The mark in the header and SQLite's own check.
  mutating func checkFile() throws {
    let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if Schema.kind(applicationID: mark) == nil {
      report("sqlite", nil, "application_id är inte Synpunkts")
    }
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
    for line in lines where line != "ok" {
      report("sqlite", nil, "SQLites egen kontroll säger: \(line)")
    }
  }
}
