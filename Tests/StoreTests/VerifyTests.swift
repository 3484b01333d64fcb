import Domain
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Store

/// A record with something in every table, and copies of it to spoil.
final class Specimen {
  let folder: TemporaryFolder
  let bytes: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let store = try Store.temporary(folder, "original")
    try Self.fill(store)
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    bytes = try folder.read("original")
  }

  private static func fill(_ store: Store) throws {
    let file = IncomingFile(name: "a.txt", mediaType: "text/plain", bytes: [1, 2, 3])
    let other = IncomingFile(name: "b.txt", mediaType: "text/plain", bytes: [4])
    var before = Kommun.organisation
    before.municipality = "Förr"
    try store.apply(before, by: "root", at: Kommun.instant())
    _ = try store.takeIn(synpunkt("Ett", key: .message("1"), files: [file]))
    _ = try store.takeIn(synpunkt("Två", title: "Två é", key: .flowInstance("2")))
    for id in ["a", "b"] {
      _ = try store.takeIn(
        .aside(
          AsideMessage(
            reason: .bounce, from: "m@exempel.se", subject: "Ämne", text: "Text", messageID: id,
            arrivedOn: Kommun.today)))
    }
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant(minute: 1))
    let seen = try store.unseenChanges(for: "chef1").map(\.event)
    try store.noteSeen(upTo: seen.max() ?? 0, by: "chef1", at: Kommun.instant(minute: 1))
    let sender = Sender(name: "Bo", email: "bo@exempel.se", phone: "070-123 45 67")
    _ = try store.takeIn(synpunkt("Tre", sender: sender, files: [file, other]))
    _ = try store.takeIn(synpunkt("Mer", key: .flowInstance("2"), files: [other]))
    try store.perform(.triage(.complaint, unit: "s1"), on: 1, as: "mc", minute: 2)
    try store.perform(.triage(.suggestion, unit: "o1"), on: 2, as: "mc", minute: 3)
    try store.perform(.setTitle("Neutral"), on: 2, as: "mc")
    try store.perform(.undo, on: 2, as: "mc")
    try store.perform(.handOver(to: "staff"), on: 2, as: "chef1")
    try store.perform(.writeInternalNote("Internt"), on: 2, as: "staff")
    try store.perform(
      .answer(AnswerDraft(way: .secureMessage, recipient: "Anna", text: "Tack.")), on: 1,
      as: "rektor1")
    try store.perform(.setSubjectArea("mat"), on: 1, as: "rektor1")
    try store.perform(.close, on: 1, as: "rektor1")
    for id in [MatterID(1), 2] { _ = try store.matter(id: id, asking: Kommun.asking("mc")) }
    try store.logExport(of: "all", rows: 2, asking: Kommun.asking("mc"))
  }

  /// A copy that has been changed behind the program's back.
  func spoiled(_ change: (Database) throws -> Void) throws -> [Fault] {
    try folder.write(bytes, to: "copy")
    for suffix in ["-wal", "-shm"] { unlink(folder.file("copy") + suffix) }
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: folder.file("copy"), configuration: configuration)
      try queue.write { db in
        // Nor is the log safe from who has the file.
        let triggers = try Row.fetchAll(
          db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
        try change(db)
        for row in triggers { try db.execute(sql: row["sql"]) }
      }
    }
    return try Store.verify(at: folder.file("copy"))
  }
}

@Suite struct VerifyTests {
  let specimen: Specimen

  init() throws {
    specimen = try Specimen()
  }

  /// The tables that are checked row by row: all but the index over words, see `SearchVerifyTests`.
  static let tables = PersonalData.tables.union(PersonalData.others)
    .subtracting(["search", "search_data", "search_idx", "search_config"])

  @Test func anUntouchedRecordHasNoFaults() throws {
    #expect(try specimen.spoiled { _ in } == [])
    let store = try Store.open(at: specimen.folder.file("original"), kind: .ordinary)
    #expect(try store.verify() == [])
    // The check leaves nothing behind and can be made again.
    #expect(try store.verify() == [])
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc"))?.state.status == .closed)
  }

  /// Other values than the one that stands there: one more, one bit less, none, some.
  private static func others(_ value: DatabaseValue, type: String) -> [DatabaseValue] {
    switch value.storage {
    case .int64(let number):
      [(number + 1).databaseValue, (number + 1_000_003).databaseValue, .null]
    case .string(let text):
      [
        String(text.dropLast()).databaseValue, (text + " ").databaseValue, .null,
        String(text.map { $0 == text.last ? "~" : $0 }).databaseValue,
        text.replacing("é", with: "e\u{301}").databaseValue,
      ].filter { $0 != value || !$0.isIdentical(to: value) }
    case .blob(let data):
      [
        (data.first.map { [$0 ^ 1] + data.dropFirst() } ?? [0]).blob,
        (Array(data.dropLast()) + [0]).blob, .null,
      ].filter { $0 != value }
    default:
      switch type {
      case "INTEGER": [0.databaseValue]
      case "TEXT": ["".databaseValue, "x".databaseValue]
      default: [[0].blob]
      }
    }
  }

  @Test(arguments: tables.sorted())
  func everyChangedValueIsFoundAndItsRowNamed(table: String) throws {
    let (columns, rows) = try shape(of: table)
    #expect(rows.count >= 1)
    var tried = 0
    for row in rows {
      for column in columns {
        for other in Self.others(row.values[column.name] ?? .null, type: column.type) {
          if column.isRequired, other.isNull { continue }
          var renamed = row.id
          let sql = "UPDATE \(table) SET \(column.name) = ? WHERE rowid = ? RETURNING rowid"
          let faults: [Fault]
          do {
            faults = try specimen.spoiled { db in
              renamed = try Int64.fetchOne(db, sql: sql, arguments: [other, row.id]) ?? 0
            }
          } catch DatabaseError.SQLITE_CONSTRAINT {
            continue
          }
          tried += 1
          let isNamed = faults.contains {
            $0.table == table && ($0.row == row.id || $0.row == renamed)
          }
          #expect(
            isNamed, "\(table) \(row.id) \(column.name) = \(other): \(faults.map(\.sentence))")
        }
      }
    }
    #expect(tried >= columns.count)
  }

  @Test(arguments: tables.sorted())
  func everyMissingRowIsFound(table: String) throws {
    var rows = try shape(of: table).rows
    if table == "grdb_migrations", let last = rows.popLast() {
      // Where only the last is missing, an older program has made the database.
      let error = #expect(throws: StoreError.self) {
        try specimen.spoiled { db in
          try db.execute(sql: "DELETE FROM \(table) WHERE rowid = ?", arguments: [last.id])
        }
      }
      if case .olderVersion? = error {} else { Issue.record("\(String(describing: error))") }
    }
    for row in rows {
      let faults = try specimen.spoiled { db in
        try db.execute(sql: "DELETE FROM \(table) WHERE rowid = ?", arguments: [row.id])
      }
      // The last event of all is missed by the matter that it belonged to; the last line of the log
      // by nobody.
      let isLast = try table == "access" && row.id == shape(of: table).rows.map(\.id).max()
      let isNoticed = isLast || faults.contains { $0.table == table || table == "event" }
      #expect(isNoticed, "\(table) \(row.id): \(faults.map(\.sentence))")
    }
  }

  @Test func everyAddedRowIsFound() throws {
    let additions = [
      "matter": """
      INSERT INTO matter SELECT 99, version, year, 99, title, arrivedOn, category, subjectArea,
        status, desk, unit, suggestedUnit, handler, channel, termCount, termUnit, termMoves,
        answerBy, owesAnswer, closedOn, isFresh, hasNewAddition, urgency, isOver, day, taker
      FROM matter WHERE id = 1
      """,
      "sender": "INSERT INTO sender VALUES (1, 'e:x@exempel.se')",
      "source": "INSERT INTO source VALUES ('a', 'b', 0)",
      "recentUnit": "INSERT INTO recentUnit VALUES ('mc', 'o9', 1)",
      "unseenChange": "INSERT INTO unseenChange VALUES ('mc', 99)",
      "organisation": "INSERT INTO organisation VALUES (2, 1)",
      "aside": "INSERT INTO aside VALUES (1, 'a', 'b')",
      "searchText": "INSERT INTO searchText VALUES (99, '', '', 'x', '', '', '', '', '', '')",
      "attachment": """
      INSERT INTO attachment VALUES
        ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'')
      """,
      "grdb_migrations": "INSERT INTO grdb_migrations VALUES ('999')",
      "access": "INSERT INTO access VALUES (4, 1, 'mc', 'opened', 1, NULL, x'00')",
      "event": """
      INSERT INTO event SELECT 99, matter, 99, facts, salt, content, digest, hash
      FROM event WHERE id = 2
      """,
    ]
    #expect(Set(additions.keys) == Self.tables)
    for (table, sql) in additions {
      let faults = try specimen.spoiled { db in try db.execute(sql: sql) }
      #expect(faults.contains { $0.table == table && $0.row != nil }, "\(table): \(faults)")
    }
  }

  @Test func aFaultSaysTableAndRowAndNothingThatStandsInIt() throws {
    let faults = try specimen.spoiled { db in
      try db.execute(
        sql: """
          UPDATE matter SET unit = 'o2' WHERE id = 2;
          UPDATE sender SET key = 'e:hemlig@exempel.se' WHERE matter = 3 AND key LIKE 'e:%'
          """)
    }
    #expect(
      faults.map(\.sentence) == [
        "matter 2: kolumnen unit stämmer inte med händelserna.",
        "sender 3: stämmer inte med händelserna för matter 3.",
        "sender: en rad för matter 3 saknas.",
      ])
  }

  // MARK: - The file

  @Test func whatIsChangedInTheSchemaIsFound() throws {
    for (sql, words) in [
      ("DROP INDEX matterDesk", "matterDesk saknas"),
      ("CREATE TABLE extra (id)", "extra är okänd"),
      ("ALTER TABLE aside ADD COLUMN extra TEXT", "aside är ändrad"),
      ("DROP TABLE source", "source saknas"),
    ] {
      let faults = try specimen.spoiled { db in try db.execute(sql: sql) }
      #expect(faults.contains { $0.table == "sqlite_schema" && $0.what == words }, "\(faults)")
    }
  }

  @Test func aChangedMarkIsFound() throws {
    let faults = try specimen.spoiled { db in try db.execute(sql: "PRAGMA application_id = 1") }
    #expect(faults.map(\.sentence) == ["sqlite: application_id är inte Synpunkts."])
  }

  @Test func aFileThatDoesNotHoldTogetherIsFound() throws {
    let clean = try specimen.spoiled { _ in }
    #expect(clean == [])
    var bytes = specimen.bytes
    for index in (bytes.count - 9_000)..<(bytes.count - 5_000) { bytes[index] = 0xFF }
    try specimen.folder.write(bytes, to: "torn")
    let faults = try Store.verify(at: specimen.folder.file("torn"))
    #expect(faults.contains { $0.table == "sqlite" })
  }

  @Test func whicheverTableIsDamagedTheCheckGoesOnAndSaysSo() throws {
    let roots = try DatabaseQueue(path: specimen.folder.file("original")).read { db in
      try Row.fetchAll(db, sql: "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
    }
    #expect(roots.count > 20)
    for root in roots {
      var bytes = specimen.bytes
      let start = (try root.decode(Int.self, atIndex: 1) - 1) * 4_096
      for index in start..<(start + 4) { bytes[index] = 0 }
      try specimen.folder.write(bytes, to: "torn")
      let faults = try Store.verify(at: specimen.folder.file("torn"))
      #expect(!faults.isEmpty, "\(root)")
    }
  }

  @Test func whatIsNoRecordIsNotChecked() throws {
    let folder = specimen.folder
    try folder.write(Array("text".utf8), to: "text")
    try folder.write([], to: "empty")
    for name in ["text", "empty"] {
      #expect(throws: StoreError.notADatabase(folder.file(name))) {
        try Store.verify(at: folder.file(name))
      }
    }
    let names = folder.names
    #expect(throws: StoreError.self) { try Store.verify(at: folder.file("missing")) }
    #expect(folder.names == names)
  }

  @Test func faultsWithoutEndAreCut() throws {
    let folder = try TemporaryFolder()
    let store = try Store.temporary(folder)
    try ListTests.insert(ListTests.randomRows(1_500, seed: 4), into: store)
    let faults = try store.verify()
    #expect(faults.count == Verification.limit + 1)
    #expect(faults.last?.sentence == "sqlite: fler fel finns men visas inte.")
  }

  // MARK: - Gallring

  @Test func contentThatIsGoneIsNoFaultWhenTheReadTablesFollow() throws {
    func purge(_ db: Database) throws {
      let old = try #require(try EventLog(db: db).matter(3))
      try db.execute(sql: "UPDATE event SET content = NULL, salt = NULL WHERE matter = 3")
      let new = try #require(try EventLog(db: db).matter(3))
      #expect(new.state.title == nil)
      #expect(new.state.sender.name == nil)
      try ReadTables(db: db).write(new, old: old)
    }
    #expect(try specimen.spoiled(purge) == [])
    // The facts are checked all the same.
    let faults = try specimen.spoiled { db in
      try purge(db)
      try db.execute(sql: "UPDATE matter SET channel = 'brev' WHERE id = 3")
      try db.execute(
        sql: "UPDATE event SET facts = replace(facts, 'e-post', 'e-p0st') WHERE matter = 3")
    }
    #expect(faults.contains { $0.table == "event" && $0.what.hasPrefix("kedjan är bruten") })
  }

  // MARK: - The shape of a table

  struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  struct TableRow {
    let id: Int64
    let values: [String: DatabaseValue]
  }

  /// The columns, and up to five rows: the first ones and the last ones.
  func shape(of table: String) throws -> (columns: [Column], rows: [TableRow]) {
    let queue = try DatabaseQueue(path: specimen.folder.file("original"))
    return try queue.read { db in
      let columns = try db.columns(in: table).map {
        Column(name: $0.name, type: $0.type, isRequired: $0.isNotNull)
      }
      let rows = try Row.fetchAll(db, sql: "SELECT rowid AS rowid_, * FROM \(table) ORDER BY 1")
        .map { row in
          TableRow(
            id: row["rowid_"],
            values: Dictionary(row.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))
        }
      return (columns, rows.count > 5 ? Array(rows.prefix(2) + rows.suffix(3)) : rows)
    }
  }
}

extension [UInt8] {
  /// The bytes as a BLOB.
  fileprivate var blob: DatabaseValue { Data(self).databaseValue }
}
