internal import Domain
internal import FoundationEssentials
internal import GRDB

extension Verification {
  /// Reads every event again, matter by matter, and compares what follows with the read tables.
  mutating func checkStreams() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, matter, sequence, facts, content FROM event ORDER BY matter, sequence")
    var stream = Stream(matter: 0)
    while let row = try rows.next() {
      let matter = try row.decode(MatterID.self, atIndex: 1)
      if matter != stream.matter {
        try finish(stream)
        stream = Stream(matter: matter)
      }
      try take(row, into: &stream)
    }
    try finish(stream)
  }

  /// The events of one matter, as far as they have been read.
  private struct Stream {
    let matter: MatterID
    var count = 0
    var events: [MatterEvent] = []
    var isReadable = true
  }

  private mutating func take(_ row: Row, into stream: inout Stream) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    let sequence = try row.decode(Int.self, atIndex: 2)
    stream.count += 1
    if sequence != stream.count {
      report("event", id, "kolumnen sequence ska vara \(stream.count)")
    }
    do {
      let facts = try row.decode(Data.self, atIndex: 3)
      let content = try row.decode(Data?.self, atIndex: 4)
      if stream.matter == EventLog.general {
        let envelope: Envelope<GeneralFacts> = try EventCoding.value(facts)
        checkPlace(id, envelope, matter: stream.matter, sequence: sequence)
        let content: GeneralContent? = try content.map { try EventCoding.value($0) }
        try checkGeneral(id, envelope.facts, content)
      } else {
        let envelope: Envelope<MatterFacts> = try EventCoding.value(facts)
        checkPlace(id, envelope, matter: stream.matter, sequence: sequence)
        let event = envelope.event(try content.map { try EventCoding.value($0) })
        stream.events.append(event)
        try checkFiles(id, event.content?.files ?? [])
        checkReadBack(id, event)
      }
    } catch is DecodingError {
      report("event", id, "facts eller content går inte att läsa")
      stream.isReadable = false
    }
  }

  private mutating func checkPlace<Facts>(
    _ id: Int64, _ envelope: Envelope<Facts>, matter: MatterID, sequence: Int
  ) {
    if envelope.matter != matter {
      report("event", id, "kolumnen matter stämmer inte med facts")
    }
    if envelope.sequence != sequence {
      report("event", id, "kolumnen sequence stämmer inte med facts")
    }
  }

  private mutating func checkFiles(_ id: Int64, _ files: [Attachment]) throws {
    for file in files {
      let found = try db.cachedStatement(sql: "SELECT 1 FROM attachment WHERE digest = ?")
      if try Int.fetchOne(found, arguments: [file.digest]) == nil {
        report("attachment", nil, "en fil som event \(id) nämner saknas")
      }
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO usedFile (digest) VALUES (?)")
        .execute(arguments: [file.digest])
    }
  }

  // MARK: - Comparing

  private mutating func finish(_ stream: Stream) throws {
    guard stream.matter != EventLog.general, stream.isReadable else { return }
    guard let matter = Matter(id: stream.matter, events: stream.events) else {
      report("matter", stream.matter, "händelserna börjar inte med en registrering")
      return
    }
    let entries = ReadEntries(matter)
    choices.merge(entries.choices) { max($0, $1) }
    try compareRow(entries.row)
    try compareWords(of: matter)
    try compare(
      "sender", of: matter.id, columns: "key",
      with: Set(entries.senderKeys.map { [$0.databaseValue] }))
    try compare(
      "source", of: matter.id, columns: "key, content",
      with: Set(entries.sources.map { [$0.key.databaseValue, $0.content.databaseValue] }))
  }

  private mutating func compareRow(_ expected: MatterRow) throws {
    let columns = MatterTable.columns.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM matter WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [expected.id]) else {
      report("matter", expected.id, "raden saknas fast händelserna finns")
      return
    }
    let differing = zip(MatterTable.columns, zip(row.databaseValues, MatterTable.values(expected)))
      .filter { !$0.1.0.isIdentical(to: $0.1.1) }.map(\.0)
    for column in differing {
      report("matter", expected.id, "kolumnen \(column) stämmer inte med händelserna")
    }
  }

  private mutating func compare(
    _ table: String, of matter: MatterID, columns: String, with expected: Set<[DatabaseValue]>
  ) throws {
    var unseen = expected.map { $0 }
    let statement = try db.cachedStatement(
      sql: "SELECT rowid, \(columns) FROM \(table) WHERE matter = ?")
    let rows = try Row.fetchCursor(statement, arguments: [matter])
    while let row = try rows.next() {
      let found = Array(row.databaseValues.dropFirst())
      let match = unseen.firstIndex { zip($0, found).allSatisfy { $0.isIdentical(to: $1) } }
      if let match {
        unseen.remove(at: match)
      } else {
        report(
          table, try row.decode(atIndex: 0), "stämmer inte med händelserna för matter \(matter)")
      }
    }
    for _ in unseen { report(table, nil, "en rad för matter \(matter) saknas") }
  }
}
