internal import FoundationEssentials
internal import GRDB

extension Verification {
  /// Numbers without gaps, digests of content, and the chain of hashes.
  mutating func checkChain() throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, facts, salt, content, digest, hash FROM event ORDER BY id")
    var expected: Int64 = 1
    // A row whose own hash has been changed is named, but not the row that builds on it.
    var previous: Set<Data> = [Data()]
    while let row = try rows.next() {
      let id = try row.decode(Int64.self, atIndex: 0)
      if id > expected {
        report("event", expected, "saknas, och med den alla fram till \(id)")
      } else if id < expected {
        report("event", id, "har ett nummer som ingen händelse kan ha")
      }
      expected = id + 1
      let digest = try row.decode(Data.self, atIndex: 4)
      try checkContent(id, row, digest: digest)
      let facts = try row.decode(Data.self, atIndex: 1)
      let hash = try row.decode(Data.self, atIndex: 5)
      let computed = previous.map { EventLog.hash(previous: $0, facts: facts, digest: digest) }
      if !computed.contains(hash) {
        report("event", id, "kedjan är bruten: hash stämmer inte med facts och digest")
      }
      previous = Set(computed + [hash])
    }
  }

  private mutating func checkContent(_ id: Int64, _ row: Row, digest: Data) throws {
    let salt = try row.decode(Data?.self, atIndex: 2)
    let content = try row.decode(Data?.self, atIndex: 3)
    switch (salt, content) {
    case (nil, nil):
      // Never had any, or has been purged.
      if !digest.isEmpty, digest.count != 32 {
        report("event", id, "kolumnen digest har fel längd")
      }
    case (let salt?, let content?):
      if EventLog.digest(salt: salt, content: content) != digest {
        report("event", id, "digest stämmer inte med salt och content")
      }
    case (nil, _?): report("event", id, "kolumnen salt är tom fast content finns")
    case (_?, nil): report("event", id, "kolumnen content är tom fast salt finns")
    }
  }
}
