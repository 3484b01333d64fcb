internal import GRDB

extension Store {
  /// Whether somebody else has changed the record since this was last asked.
  ///
  /// Cheap enough to ask every second: `PRAGMA data_version` moves for other connections' commits
  /// only, and nothing is read while it stands still.
  ///
  /// - Throws: `.newerVersion` when the one who has changed it is a newer program; `.busy`,
  ///   `.damaged`.
  public func hasChangedElsewhere() throws(StoreError) -> Bool {
    do {
      return try queue.unsafeRead { db in
        var changed = missedChange
        missedChange = false
        let version = try Self.dataVersion(db)
        if version != seenDataVersion {
          seenDataVersion = version
          try requireOwnSchema(db)
          let newest = try EventLog(db: db).lastID()
          changed = changed || newest != seenEvent
          seenEvent = newest
        }
        return changed
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  static func dataVersion(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
  }
}
