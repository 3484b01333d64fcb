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
  /// Whether an older program has made the record and no newer one has opened it; then nothing of
  /// it is checked.
  private(set) var isBehind = false
  /// When somebody last chose a unit.
  var choices: [ReadEntries.Choice: Instant] = [:]
  /// What people have not seen of what was changed for them.
  var unseen: Set<Unseen> = []
  /// The event of the organisation that holds.
  var organisation: Int64?
  /// The last event that read an organisation from a file.
  var applied: Int64?
  /// The words that the events say are searched.
  var words: WordReader?

  init(db: Database) {
    self.db = db
  }

  /// Checks everything.
  ///
  /// - Parameters:
  ///   - intended: What the migrations make.
  ///   - heads: Heads that were kept elsewhere and must still be in the chain.
  /// - Throws: What hinders the check itself.
  mutating func run(_ intended: [SchemaObject], heads: [Head]) throws {
    do {
      isBehind = try Schema.isBehind(db)
      guard !isBehind, try checkSchema(intended) else { return }
      try checkFile()
      try checkChain()
      try check(heads)
      try db.execute(sql: "CREATE TEMP TABLE usedFile (digest TEXT PRIMARY KEY) WITHOUT ROWID")
      words = try WordReader(db)
      try checkStreams()
      try checkIndex()
      try checkOwnerless()
      try checkRecentUnits()
      try checkOrganisation()
      try checkUnseenChanges()
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
