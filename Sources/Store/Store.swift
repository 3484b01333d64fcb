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
  /// A write of our own came after one of somebody else's that nobody has been told of.
  var missedChange = false
  /// The organisation that held when it was last looked at, and the rights that follow from it.
  var knownRights: Rights?
  /// What has been logged as opened in this session.
  var opened: Set<Opening> = []

  init(kind: Kind, path: String, queue: DatabaseQueue) throws {
    self.kind = kind
    self.path = path
    self.queue = queue
    (seenEvent, seenDataVersion) = try queue.unsafeRead { db in
      (try EventLog(db: db).lastID(), try Self.dataVersion(db))
    }
  }

  /// Reads in one transaction, so that all of it is seen as of one moment.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes in one `IMMEDIATE` transaction: all of it or nothing.
  ///
  /// - Throws: `.newerVersion` when a newer program has changed the schema meanwhile; and what
  ///   `body` throws, after nothing has been written.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: Value?
        var newest = seenEvent
        try db.inTransaction(.immediate) {
          try requireOwnSchema(db)
          let log = EventLog(db: db)
          if try log.lastID() != seenEvent { missedChange = true }
          result = try body(db)
          newest = try log.lastID()
          return .commit
        }
        seenEvent = newest
        guard let result else { throw StoreError.other("Databasen avslutade inte skrivningen") }
        return result
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private func requireOwnSchema(_ db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT identifier FROM grdb_migrations")
    if try Set(String.fetchAll(statement)) != Self.ownMigrations {
      throw StoreError.newerVersion(path)
    }
  }

  private static let ownMigrations = Set(Schema.migrator.migrations)
}
