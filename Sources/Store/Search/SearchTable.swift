internal import Domain
internal import GRDB

/// The words of all matters: `searchText` as they are read, `search` (FTS5) as they are found.
///
/// `search` holds no text of its own but takes it from `searchText`, so what is taken out of it is
/// exactly what was put in, and a hit can be shown without reading the events. Triggers could not
/// keep it, since the schema is not trusted: https://www.sqlite.org/fts5.html#external_content_tables
struct SearchTable {
  let db: Database

  /// Brings the words in line with a matter.
  ///
  /// - Parameters:
  ///   - matter: The matter as it is now.
  ///   - old: The matter before, or nil when it is new.
  /// - Throws: What SQLite throws.
  func write(_ matter: Matter, old: Matter?) throws {
    let sources = SearchEntry.Sources(matter)
    if let old {
      guard SearchEntry.Sources(old) != sources else { return }
      try run(Self.forget, [matter.id])
    }
    try store(SearchEntry(sources), of: matter.id)
    try run(Self.index, [matter.id])
  }

  /// Writes the words of a matter anew, whatever stands there.
  func rewrite(_ matter: Matter) throws {
    try run(Self.forget, [matter.id])
    try store(SearchEntry(matter), of: matter.id)
    try run(Self.index, [matter.id])
  }

  /// Makes everything anew from the events.
  func rebuild() throws {
    try db.execute(sql: "DELETE FROM searchText")
    let log = EventLog(db: db)
    let matters = try Int64.fetchCursor(db, sql: "SELECT id FROM matter ORDER BY id")
    while let id = try matters.next() {
      guard let matter = try log.matter(id) else { continue }
      try store(SearchEntry(matter), of: id)
    }
    try db.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
  }

  private func store(_ entry: SearchEntry, of matter: MatterID) throws {
    let values = [matter.databaseValue] + entry.values.map(\.databaseValue)
    try run(Self.insert, StatementArguments(values))
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private static let columns = SearchEntry.columns.joined(separator: ", ")

  private static let forget = """
    INSERT INTO search (search, rowid, \(columns))
    SELECT 'delete', matter, \(columns) FROM searchText WHERE matter = ?
    """

  private static let insert = """
    INSERT OR REPLACE INTO searchText (matter, \(columns))
    VALUES (?\(String(repeating: ", ?", count: SearchEntry.columns.count)))
    """

  private static let index = """
    INSERT INTO search (rowid, \(columns)) SELECT matter, \(columns) FROM searchText
    WHERE matter = ?
    """
}
