internal import Domain
internal import FoundationEssentials
internal import GRDB

extension Verification {
  /// An event of stream 0, against the tables that are read from it.
  mutating func checkGeneral(
    _ id: Int64, _ facts: GeneralFacts, _ content: GeneralContent?
  ) throws {
    let statement = try db.cachedStatement(sql: "SELECT key, content FROM aside WHERE event = ?")
    let aside = try Row.fetchOne(statement, arguments: [id])
    switch facts {
    case .substitutesChanged(let applied, _, let concerned):
      checkSubstitutes(id, of: applied, concerned)
      if aside != nil { report("aside", id, "pekar på en händelse som inte är något meddelande") }
    case .organisationApplied(_, _, _, let concerned, _):
      organisation = max(organisation ?? id, id)
      applied = id
      for person in concerned ?? [] { unseen.insert(Unseen(person: person.storable, event: id)) }
      if aside != nil { report("aside", id, "pekar på en händelse som inte är något meddelande") }
    case .changesSeen(let person, let last):
      unseen = unseen.filter { $0.person != person.storable || $0.event > last }
      if aside != nil { report("aside", id, "pekar på en händelse som inte är något meddelande") }
    case .messageSetAside(_, _, let source):
      guard let aside else {
        report("aside", id, "raden saknas fast händelsen finns")
        return
      }
      let expected = [("key", source.key), ("content", source.content)]
      for ((column, value), found) in zip(expected, aside.databaseValues)
      where !found.isIdentical(to: value.databaseValue) {
        report("aside", id, "kolumnen \(column) stämmer inte med händelsen")
      }
    }
  }

  /// Rows that no event stands behind.
  mutating func checkOwnerless() throws {
    for (table, owner) in [
      ("matter", "id"), ("sender", "matter"), ("source", "matter"), ("searchText", "matter"),
    ] {
      let rows = try Int64.fetchCursor(
        db,
        sql: """
          SELECT rowid FROM \(table) WHERE \(owner) = 0
            OR NOT EXISTS (SELECT 1 FROM event WHERE event.matter = \(table).\(owner))
          """)
      while let row = try rows.next() { report(table, row, "ingen händelse finns för raden") }
    }
    let asides = try Int64.fetchCursor(
      db,
      sql: """
        SELECT event FROM aside WHERE NOT EXISTS
          (SELECT 1 FROM event WHERE event.id = aside.event AND event.matter = 0)
        """)
    while let row = try asides.next() { report("aside", row, "ingen händelse finns för raden") }
  }

  /// The units that people chose, against what was found in the events.
  mutating func checkRecentUnits() throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT rowid, person, unit, at FROM recentUnit")
    while let row = try rows.next() {
      let choice = ReadEntries.Choice(
        person: try row.decode(atIndex: 1), unit: try row.decode(atIndex: 2))
      if choices.removeValue(forKey: choice)?.milliseconds != (try row.decode(atIndex: 3)) {
        report("recentUnit", try row.decode(atIndex: 0), "stämmer inte med händelserna")
      }
    }
    for _ in choices { report("recentUnit", nil, "en rad saknas") }
  }

  /// The one row that says which organisation holds.
  mutating func checkOrganisation() throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id, event FROM organisation")
    for row in rows {
      let id = try row.decode(Int64.self, atIndex: 0)
      if id != 1 {
        report("organisation", id, "kolumnen id ska vara 1")
      } else if try row.decode(Int64.self, atIndex: 1) != organisation {
        report("organisation", id, "kolumnen event pekar inte på den senast tillämpade")
      }
    }
    if organisation != nil, rows.isEmpty { report("organisation", 1, "raden saknas") }
  }

  /// The bytes of files, one file in memory at a time.
  mutating func checkAttachments() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, digest, bytes,
          EXISTS (SELECT 1 FROM usedFile WHERE usedFile.digest = attachment.digest)
        FROM attachment
        """)
    while let row = try rows.next() {
      let id = try row.decode(Int64.self, atIndex: 0)
      let actual = try row.withUnsafeData(atIndex: 2) { Digest.plain($0 ?? Data()) }
      if try row.decode(String.self, atIndex: 1) != actual {
        report("attachment", id, "kolumnen bytes stämmer inte med digest")
      }
      if try !row.decode(Bool.self, atIndex: 3) {
        report("attachment", id, "ingen händelse nämner filen")
      }
    }
  }
}
