internal import Domain
internal import GRDB

extension Verification {
  /// A change that somebody has not seen.
  struct Unseen: Hashable {
    let person: PersonID
    let event: Int64
  }

  /// What people have not seen, against what was found in the events.
  mutating func checkUnseenChanges() throws {
    var expected = unseen
    let rows = try Row.fetchCursor(db, sql: "SELECT rowid, person, event FROM unseenChange")
    while let row = try rows.next() {
      let found = Unseen(person: try row.decode(atIndex: 1), event: try row.decode(atIndex: 2))
      // Swift takes é and e + ´ for the same text; these are logins of the file's plain letters.
      if expected.remove(found) == nil {
        report("unseenChange", try row.decode(atIndex: 0), "stämmer inte med händelserna")
      }
    }
    for _ in expected { report("unseenChange", nil, "en rad saknas") }
  }
}
