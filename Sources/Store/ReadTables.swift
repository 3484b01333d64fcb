internal import Domain
internal import GRDB

/// What the read tables hold of one matter: all of it follows from the events.
struct ReadEntries: Hashable {
  /// A unit that somebody chose.
  struct Choice: Hashable {
    var person: PersonID
    var unit: UnitID
  }

  /// The row of `matter`.
  let row: MatterRow
  /// The keys in `sender`.
  let senderKeys: Set<String>
  /// The pairs in `source`.
  let sources: Set<SourceDigest>
  /// When somebody last chose a unit for this matter; of all matters the last one stands in
  /// `recentUnit`, whether it was taken back or not.
  let choices: [Choice: Instant]

  init(_ matter: Matter) {
    row = matter.row
    // A protected identity is found by nobody.
    senderKeys = Set(matter.listed.state.sender.recurrenceKeys.map(\.storable))
    sources = Set(matter.events.compactMap(\.facts.source))
    choices = matter.events.reduce(into: [:]) { choices, event in
      guard case .assigned(let unit, _, _) = event.facts else { return }
      let choice = Choice(person: event.by.storable, unit: unit.storable)
      choices[choice] = max(choices[choice] ?? event.at, event.at)
    }
  }
}

extension MatterFacts {
  /// How the outside named what the event took in.
  var source: SourceDigest? {
    switch self {
    case .registered(let registration): registration.source
    case .textArrived(let arrival): arrival.source
    case .added(_, _, let source, _): source
    default: nil
    }
  }
}

/// Brings the read tables in line with a matter.
struct ReadTables {
  let db: Database

  /// Writes what has changed.
  ///
  /// - Parameters:
  ///   - matter: The matter as it is now.
  ///   - old: The matter before, or nil when it is new.
  /// - Throws: What SQLite throws.
  func write(_ matter: Matter, old: Matter?) throws {
    try SearchTable(db: db).write(matter, old: old)
    let new = ReadEntries(matter)
    let old = old.map(ReadEntries.init)
    try writeRow(new.row, isNew: old == nil)
    if new.senderKeys != old?.senderKeys ?? [] {
      try run("DELETE FROM sender WHERE matter = ?", [matter.id])
      for key in new.senderKeys.sorted() {
        try run("INSERT INTO sender (matter, key) VALUES (?, ?)", [matter.id, key])
      }
    }
    for source in new.sources.subtracting(old?.sources ?? []) {
      try run(
        "INSERT INTO source (key, content, matter) VALUES (?, ?, ?)",
        [source.key, source.content, matter.id])
    }
    for (choice, at) in new.choices where old?.choices[choice] != at {
      try run(
        """
        INSERT INTO recentUnit (person, unit, at) VALUES (?, ?, ?)
        ON CONFLICT (person, unit) DO UPDATE SET at = max(at, excluded.at)
        """, [choice.person, choice.unit, at.milliseconds])
    }
  }

  /// Writes anew what is listed and found of the matters with protected identity, and of those whose
  /// sender was made anonymous.
  func rewriteHidden() throws {
    let matters = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT matter FROM event
        WHERE matter > 0 AND (instr(facts, 'identityProtected') > 0
          OR instr(facts, 'senderHidden') > 0)
        """)
    for id in matters {
      guard let matter = try EventLog(db: db).matter(id) else { continue }
      try SearchTable(db: db).rewrite(matter)
      try writeRow(matter.row, isNew: false)
    }
  }

  private func writeRow(_ row: MatterRow, isNew: Bool) throws {
    let values = MatterTable.values(row)
    if isNew {
      try run(Self.insert, StatementArguments(values))
    } else {
      try run(Self.update, StatementArguments(values + [row.id.databaseValue]))
    }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private static let insert = """
    INSERT INTO matter (\(MatterTable.columns.joined(separator: ", ")))
    VALUES (\(MatterTable.columns.map { _ in "?" }.joined(separator: ", ")))
    """

  private static let update = """
    UPDATE matter SET \(MatterTable.columns.map { "\($0) = ?" }.joined(separator: ", "))
    WHERE id = ?
    """
}
