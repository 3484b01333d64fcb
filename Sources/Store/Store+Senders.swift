public import Domain
internal import GRDB

extension Store {
  /// Other matters from the same sender, by e-mail address or telephone number, newest first.
  ///
  /// Only those that the person may read. That senders were searched is logged.
  ///
  /// - Parameters:
  ///   - matter: The matter; who may not see its sender finds nothing.
  ///   - asking: Who asks, and when.
  /// - Returns: The rows.
  /// - Throws: Like every write.
  public func otherMatters(
    bySenderOf matter: Matter, asking: Asking
  ) throws(StoreError) -> [MatterRow] {
    try logging { db in
      try AccessLog(db: db).append(
        .searchedSenders(from: matter.id), by: asking.actor.login, at: asking.now)
      let actor = try current(asking, in: db).actor
      guard let others = try others(bySenderOf: matter.id, for: actor, in: db) else { return [] }
      let request: SQLRequest<Row> = """
        SELECT \(sql: MatterTable.listed.joined(separator: ", ")) FROM matter
        WHERE \(others) ORDER BY arrivedOn DESC, id DESC
        """
      let rows = try Array(request.fetchCursor(db).map(MatterTable.row))
      return try rows.map { row in try shown(row, to: actor, in: db) }
    }
  }

  /// How many they are: a part of the matter that is open, and not logged.
  public func countOfOthers(
    bySenderOf matter: Matter, for actor: Actor
  ) throws(StoreError) -> Int {
    try reading { db in
      let actor = try current(actor, in: db)
      guard let others = try others(bySenderOf: matter.id, for: actor, in: db) else { return 0 }
      let request: SQLRequest<Int> = "SELECT count(*) FROM matter WHERE \(others)"
      return try request.fetchOne(db) ?? 0
    }
  }

  /// The condition on `matter`; nil when nothing is known of the sender, or the person may not know.
  private func others(
    bySenderOf id: MatterID, for actor: Actor, in db: Database
  ) throws -> SQL? {
    // Who the sender is, is known to those who may still see it.
    let sender = try EventLog(db: db).matter(id)?.seen(by: actor)?.state.sender
    let keys = (sender?.recurrenceKeys ?? []).map(\.storable)
    guard !keys.isEmpty else { return nil }
    let reach = try Reach(actor, .read)
    return """
      id IN (SELECT matter FROM sender WHERE key IN \(keys))
        AND id <> \(id) AND \(reach.condition)
      """
  }
}
