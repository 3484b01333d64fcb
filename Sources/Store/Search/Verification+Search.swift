internal import Domain
internal import GRDB
internal import GRDBSQLite

extension Verification {
  /// The words of one matter, against the events.
  mutating func compareWords(of matter: Matter) throws {
    let entry = SearchEntry(matter)
    try words?.read(entry, of: matter.id)
    let columns = SearchEntry.columns.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM searchText WHERE matter = ?")
    guard let row = try Row.fetchOne(statement, arguments: [matter.id]) else {
      report("searchText", matter.id, "raden saknas fast händelserna finns")
      return
    }
    for (column, (found, value)) in zip(SearchEntry.columns, zip(row.databaseValues, entry.values))
    where !found.isIdentical(to: value.databaseValue) {
      report("searchText", matter.id, "kolumnen \(column) stämmer inte med händelserna")
    }
  }

  /// The index, word by word and place by place, against the words of the events.
  ///
  /// FTS5's own integrity check is a write, for which everybody else would have to wait: ten
  /// seconds among 100 000 matters.
  mutating func checkIndex() throws {
    do {
      if try !isIndexRight() {
        report("search", nil, "registret stämmer inte med orden i searchText")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      report("search", nil, "registret håller inte ihop")
    }
  }

  private func isIndexRight() throws -> Bool {
    try db.execute(
      sql: "CREATE VIRTUAL TABLE temp.searchWord USING fts5vocab(main, search, instance)")
    let statement = try db.makeStatement(sql: "SELECT term, doc, col, offset FROM temp.searchWord")
    let raw = statement.sqliteStatement
    let places = Dictionary(uniqueKeysWithValues: SearchEntry.columns.enumerated().map { ($1, $0) })
    var sum = WordSum()
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() {
      let matter = sqlite3_column_int64(raw, 1)
      let word = UnsafeBufferPointer(
        start: sqlite3_column_text(raw, 0), count: Int(sqlite3_column_bytes(raw, 0)))
      let column = try row.decode(String?.self, atIndex: 2).flatMap { places[$0] } ?? -1
      sum.add(word, column: column, matter: matter, offset: Int(sqlite3_column_int64(raw, 3)))
    }
    return sum == words?.sum
  }
}
