import CSQLite
import Glibc

/// What SQLite itself can write here, to compare with.
struct RawSQLite {
  let path: String

  /// Writes rows of so many bytes, each in a transaction that waits for the disk.
  ///
  /// - Returns: The rows a second.
  /// - Throws: `Failed` when SQLite fails.
  func rate(rows: Int, bytes: Int) throws -> Double {
    var connection: OpaquePointer?
    defer {
      sqlite3_close(connection)
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }
    guard sqlite3_open(path, &connection) == SQLITE_OK else { throw Failed("cannot make \(path)") }
    func run(_ sql: String) throws {
      guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
        throw Failed(String(cString: sqlite3_errmsg(connection)))
      }
    }
    try run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    try run("CREATE TABLE t (id INTEGER PRIMARY KEY, content TEXT)")
    let text = String(repeating: "x", count: bytes)
    let began = Clock.now
    for _ in 0..<rows { try run("INSERT INTO t (content) VALUES ('\(text)')") }
    return Double(rows) * 1e9 / Double(Clock.now - began)
  }
}
