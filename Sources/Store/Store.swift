internal import GRDB

/// The record: a log of events in one SQLite file, and the tables that are read from it.
///
/// One connection in WAL mode, used from one thread. Every write is one short `IMMEDIATE`
/// transaction that appends events and brings the read tables up to date.
public final class Store {
  /// What a database is for.
  public enum Kind: Sendable {
    /// The real record.
    case ordinary
    /// Made-up matters to practise on.
    case demo
  }

  /// What the database is for.
  public let kind: Kind
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  /// The newest event that this connection knows of.
  var seenEvent: Int64
  /// `PRAGMA data_version` when it was last read.
  var seenDataVersion: Int64
  /// Where the heads of the chains are written after each commit; nil when nothing need be durable.
  private let witness: Witness?
  /// A write of our own came after one of somebody else's that nobody has been told of.
  var missedChange = false
  /// The file of the drafts, once it is open.
  var draftFile: DraftFile?
  /// The file of the drafts could not be opened: it is not tried but for somebody's text.
  var draftsAreRefused = false
  /// The front that is open in this process; nil when none is.
  var ownSession: OwnSession?
  /// The organisation that held when it was last looked at, and the rights that follow from it.
  var knownRights: Rights?
  /// What has been logged as opened in this session.
  var opened: Set<Opening> = []
  /// The search over senders that was last logged in this session, until the words are cleared.
  var logged: LoggedSearch?

  init(kind: Kind, path: String, queue: DatabaseQueue, witness: Witness?) throws {
    self.kind = kind
    self.path = path
    self.queue = queue
    self.witness = witness
    (seenEvent, seenDataVersion) = try queue.unsafeRead { db in
      (try EventLog(db: db).lastID(), try Self.dataVersion(db))
    }
  }

  /// Reads in one transaction, so that all of it is seen as of one moment.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw explained(failure(error))
    }
  }

  /// What a newer program has changed, an older one may not be able to read.
  private func explained(_ error: StoreError) -> StoreError {
    switch error {
    case .other, .damaged:
      do {
        try queue.unsafeRead { db in try requireOwnSchema(db) }
        return error
      } catch StoreError.newerVersion(let path) {
        return .newerVersion(path)
      } catch {
        return StoreError(error, path: path)
      }
    default: return error
    }
  }

  /// Writes in one `IMMEDIATE` transaction: all of it or nothing.
  ///
  /// - Throws: `.newerVersion` when a newer program has changed the schema meanwhile; and what
  ///   `body` throws, after nothing has been written.
  func writing<Value>(
    ending completion: Database.TransactionCompletion = .commit, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: Value?
        var newest = seenEvent
        var heads: [Head] = []
        try db.inTransaction(.immediate) {
          try requireOwnSchema(db)
          let log = EventLog(db: db)
          if try log.lastID() != seenEvent { missedChange = true }
          let changes = db.totalChangesCount
          result = try body(db)
          guard completion == .commit else { return completion }
          newest = try log.lastID()
          if witness != nil, db.totalChangesCount > changes { heads = try Head.all(in: db) }
          return .commit
        }
        seenEvent = newest
        if !heads.isEmpty { witness?.write(heads) }
        guard let result else { throw StoreError.other("Databasen avslutade inte skrivningen") }
        return result
      }
    } catch {
      throw failure(error)
    }
  }

  /// What was thrown; a database that is found to be damaged is left as it lies.
  private func failure(_ error: any Error) -> StoreError {
    let failure = StoreError(error, path: path)
    if case .damaged = failure { WALAtClose.keep(queue) }
    return failure
  }

  /// Refuses a record that a newer program has changed.
  func requireOwnSchema(_ db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT identifier FROM grdb_migrations")
    if try Set(String.fetchAll(statement)) != Self.ownMigrations {
      throw StoreError.newerVersion(path)
    }
  }

  private static let ownMigrations = Set(Schema.migrator.migrations)
}
