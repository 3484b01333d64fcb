internal import Domain
internal import GRDB

extension Store {
  /// Checks the whole record: that every row of every table is what the events say, that no event
  /// has been changed, added or taken away, and that the file holds together.
  ///
  /// All is read as of one moment while others go on writing. Memory does not grow with the record;
  /// time does. Content that has been purged is taken as such: the facts are checked all the same.
  /// The database is not opened for work, and nothing is made or changed; so it also checks one that ``open(at:kind:durable:patience:)`` refuses because its marks have
  /// been changed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - heads: Heads that were kept elsewhere, besides the one that is kept beside the file: each
  ///     must still be in the chain.
  ///   - patience: How long to wait for others.
  /// - Returns: What is wrong, at most ``Verification/limit`` faults and a word that there are more.
  /// - Throws: `.notADatabase` when the tables are not there; `.olderVersion` when they are not yet
  ///   those of this program; `.lost`, `.unwritable`, `.busy`.
  public static func verify(
    at path: String, heads: [Head] = [], patience: Duration = .seconds(5)
  ) throws(StoreError) -> [Fault] {
    // Read before the chain is: it may be behind, but not ahead.
    let witnessed = Witness(of: path).read()
    return try looking(at: path, patience: patience) { queue in
      try verify(queue, heads: heads + witnessed)
    }
  }

  /// Looks into a database that is not opened for work.
  static func looking<Result>(
    at path: String, patience: Duration, _ body: (DatabaseQueue) throws -> Result
  ) throws(StoreError) -> Result {
    let file = DatabaseFile(path: path)
    try file.requireNotLost()
    try file.requirePlausible()
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
      guard try queue.read({ db in try db.tableExists("event") }) else { throw file.unreadable() }
      return try body(queue)
    } catch {
      switch StoreError(error, path: path) {
      case .damaged, .notADatabase: throw file.unreadable()
      case let error: throw error
      }
    }
  }

  private static func verify(_ queue: DatabaseQueue, heads: [Head]) throws -> [Fault] {
    let intended = try Verification.intendedSchema()
    return try queue.writeWithoutTransaction { db in
      var verification = Verification(db: db)
      // Only a temporary table is written, and that is rolled back.
      try db.inTransaction(.deferred) {
        try verification.run(intended, heads: heads)
        return .rollback
      }
      // What is not up to date is not wrong.
      if verification.isBehind { throw StoreError.olderVersion(queue.path) }
      return verification.faults
    }
  }
}
