internal import FoundationEssentials
internal import GRDB

extension Verification {
  /// The log of who has seen what: without gaps, and each row chained to the one before.
  mutating func checkAccess() throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, at, person, kind, matter, words, hash FROM access ORDER BY id")
    var previous: (id: Int64, hash: Data)?
    while let row = try rows.next() {
      let id = try row.decode(Int64.self, atIndex: 0)
      let hash = try row.decode(Data.self, atIndex: 6)
      let expected = AccessLog.hash(
        previous: previous?.hash ?? Data(), at: try row.decode(atIndex: 1),
        person: try row.decode(atIndex: 2), kind: try row.decode(atIndex: 3),
        matter: try row.decode(atIndex: 4), words: try row.decode(atIndex: 5))
      // A row that is gone breaks the chain once, at the row that follows.
      if id != (previous?.id ?? 0) + 1 || hash != expected {
        report("access", id, "kedjan är bruten: raden, eller en före den, är ändrad eller borta")
      }
      previous = (id, hash)
    }
  }
}
