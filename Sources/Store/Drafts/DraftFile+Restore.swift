internal import Domain
internal import FoundationEssentials
internal import GRDB
internal import Glibc

extension DraftFile {
  /// Makes the drafts of a record ready for another record to come in its place.
  ///
  /// Nothing of it is wrong where the other one does not come after all: which matters are lost is
  /// found when drafts are read. The lock of the record is held.
  ///
  /// - Parameters:
  ///   - restored: The file of the other record.
  ///   - head: The newest event of the other record.
  ///   - record: The place of both.
  ///   - patience: How long to wait for others.
  /// - Throws: `.busy`, `.diskFull`. Drafts that cannot be reached, or are none, do not stand in the
  ///   way: nobody can go on with them either.
  static func prepare(
    for restored: String, head: Int64, record: String, patience: Duration
  ) throws(StoreError) {
    let path = path(of: record)
    guard access(path, F_OK) == 0 else { return }
    do {
      let queue = try connect(path, patience)
      try queue.write { db in
        try bind(in: db, record: record, restored: restored, patience)
        try db.execute(
          sql: "UPDATE draft SET fork = min(coalesce(fork, since), ?)", arguments: [head])
      }
      try queue.close()
    } catch {
      switch StoreError(error, path: path) {
      case .notADatabase, .damaged, .unwritable: return
      case let error: throw error
      }
    }
  }

  /// Ties what an older program has saved to its matters, in the record that is there; where that
  /// cannot be read, in the one that comes.
  private static func bind(
    in db: Database, record: String, restored: String, _ patience: Duration
  ) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, draft FROM draft WHERE matter > 0 AND registration IS NULL")
    var places: [Int64: DraftMatter] = [:]
    for row in rows {
      // What a newer program has written is not taken up here.
      guard let draft: Draft = try EventCoding.known(try row.decode(atIndex: 1)) else { continue }
      places[try row.decode(atIndex: 0)] = draft.matter
    }
    guard !places.isEmpty else { return }
    let found: [Int64: Data]
    do {
      found = try registrations(of: places, in: record, patience)
    } catch {
      found = try registrations(of: places, in: restored, patience)
    }
    for (id, registration) in found {
      try db.execute(
        sql: "UPDATE draft SET registration = ? WHERE id = ?", arguments: [registration, id])
    }
  }

  private static func registrations(
    of places: [Int64: DraftMatter], in record: String, _ patience: Duration
  ) throws -> [Int64: Data] {
    try Store.looking(at: record, patience: patience) { queue in
      try queue.read { db in
        try places.mapValues { try EventLog(db: db).registration(of: $0) ?? Data() }
      }
    }
  }
}
