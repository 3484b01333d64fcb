internal import Domain
internal import FoundationEssentials
internal import GRDB

/// One check of the whole record, as of one moment.
struct Verification {
  /// More faults than so are not listed.
  static let limit = 1_000

  let db: Database
  /// What has been found.
  private(set) var faults: [Fault] = []
  /// When somebody last chose a unit.
  var choices: [ReadEntries.Choice: Instant] = [:]
  /// The event of the organisation that holds.
  var organisation: Int64?

  init(db: Database) {
    self.db = db
  }

  /// Checks everything.
  mutating func run(_ intended: [SchemaObject]) throws {
    do {
      guard try checkSchema(intended) else { return }
      try checkFile()
      try checkChain()
      try db.execute(sql: "CREATE TEMP TABLE usedFile (digest TEXT PRIMARY KEY) WITHOUT ROWID")
      try checkStreams()
      try checkOwnerless()
      try checkRecentUnits()
      try checkOrganisation()
      try checkAttachments()
      try checkAccess()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      report("sqlite", nil, "filen håller inte ihop, så allt kunde inte läsas")
    }
  }

  /// Notes a fault.
  mutating func report(_ table: String, _ row: Int64?, _ what: String) {
    if faults.count < Self.limit {
      faults.append(Fault(table: table, row: row, what: what))
    } else if faults.count == Self.limit {
      faults.append(Fault(table: "sqlite", row: nil, what: "fler fel finns men visas inte"))
    }
  }
}

extension DatabaseValue {
  /// Whether two values are the same bytes.
  ///
  /// Swift takes é and e + ´ for the same text; this does not.
  func isIdentical(to other: DatabaseValue) -> Bool {
    switch (storage, other.storage) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (let left, let right): left == right
    }
  }
}
