public import Domain
internal import GRDB

extension Store {
  /// Other matters from the same sender, by e-mail address or telephone number, newest first.
  ///
  /// Only those whose senders the person may see. That senders were searched is logged.
  ///
  /// - Parameters:
  ///   - matter: The matter; who may not see its sender finds nothing.
  ///   - asking: Who asks, and when.
  ///   - again: Whether the list that was asked for, and logged, stands open and is only followed.
  /// - Returns: The rows.
  /// - Throws: Like every write; when it is only followed, like every read.
  public func otherMatters(
    bySenderOf matter: Matter, asking: Asking, again: Bool = false
  ) throws(StoreError) -> [MatterRow] {
    func rows(_ db: Database) throws -> [MatterRow] {
      let actor = try current(asking, in: db).actor
      // Who the sender is, is known to those who may still see it.
      guard let seen = try seen(matter.id, by: actor, in: db),
        let others = try others(bySenderOf: seen, for: actor)
      else { return [] }
      let request: SQLRequest<Row> = """
        SELECT \(sql: MatterTable.listed.joined(separator: ", ")) FROM matter
        WHERE \(others) ORDER BY arrivedOn DESC, id DESC
        """
      let rows = try Array(request.fetchCursor(db).map(MatterTable.row))
      return try rows.map { row in try shown(row, to: actor, in: db) }
    }
    if again { return try reading(rows) }
    return try writing { db in
      try AccessLog(db: db).append(
        .searchedSenders(from: matter.id), by: asking.actor.login, at: asking.now)
      return try rows(db)
    }
  }

  /// A matter as it is opened, with how many others there are from the same sender, as far as the
  /// person may see that.
  ///
  /// The number is a part of the matter that is open, and not logged on its own.
  ///
  /// - Returns: Both; nil when there is none or the person may not read it.
  /// - Throws: Like `matter(_:asking:)`.
  public func matterAmongOthers(
    id: MatterID, asking: Asking
  ) throws(StoreError) -> (matter: Matter, others: Int)? {
    try opening(id, asking: asking) { matter, actor, db in
      guard let others = try others(bySenderOf: matter, for: actor) else { return (matter, 0) }
      let request: SQLRequest<Int> = "SELECT count(*) FROM matter WHERE \(others)"
      return (matter, try request.fetchOne(db) ?? 0)
    }
  }

  /// The condition on `matter`, from a matter as the person may see it in this transaction; nil when
  /// nothing is known of the sender, or the person may not know.
  ///
  /// Only those whose senders the person may see: being listed here tells who it is.
  private func others(bySenderOf matter: Matter, for actor: Actor) throws -> SQL? {
    let keys = matter.state.sender.recurrenceKeys.map(\.storable)
    guard !keys.isEmpty else { return nil }
    let reach = try Reach(actor, seeing: .sender)
    return """
      id IN (SELECT matter FROM sender WHERE key IN \(keys))
        AND id <> \(matter.id) AND \(reach.condition)
      """
  }
}
