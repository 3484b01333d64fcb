public import Domain
internal import GRDB

extension Store {
  /// One page of a list, in the order of the list.
  ///
  /// Open lists come by urgency, arrival day and identity; `.done` and `.all` newest first, by the
  /// day of closing or else of arrival. A page costs an index seek and its own rows, however many
  /// matters are closed.
  ///
  /// - Parameters:
  ///   - queue: The list.
  ///   - actor: Who looks; nothing that he or she may not read is in it.
  ///   - today: What is late is late on this day.
  ///   - after: The last row of the page before; nil for the first page.
  ///   - limit: The most rows.
  /// - Returns: The rows; fewer than `limit` on the last page.
  /// - Throws: `.busy`, `.damaged`.
  public func rows(
    in queue: Queue, for actor: Actor, today: CivilDay, after: MatterRow? = nil, limit: Int = 200
  ) throws(StoreError) -> [MatterRow] {
    try reading { db in
      let actor = try current(actor, in: db)
      let sql = try QueueQuery(for: actor, today: today).page(queue, after: after, limit: limit)
      let cursor = try SQLRequest<Row>(literal: sql, cached: true).fetchCursor(db)
      let rows = try Array(cursor.map(MatterTable.row))
      return try rows.map { row in try shown(row, to: actor, in: db) }
    }
  }

  /// A row as somebody may see it: in the title that a sender wrote there may stand a name.
  func shown(_ row: MatterRow, to actor: Actor, in db: Database) throws -> MatterRow {
    if actor.sight(of: row)?.contains(.sender) == true { return row }
    var shown = row
    shown.title = try EventLog(db: db).matter(row.id)?.seen(by: actor)?.state.title
    return shown
  }

  /// How many matters stand in each of some lists.
  ///
  /// `.done` and `.all` are not counted and not in the answer: nothing here looks at closed
  /// matters.
  public func counts(
    of queues: [Queue], for actor: Actor, today: CivilDay
  ) throws(StoreError) -> [Queue: Int] {
    let open = queues.filter { QueueOrder(of: $0) == .urgency }
    guard !open.isEmpty else { return [:] }
    return try reading { db in
      let actor = try current(actor, in: db)
      let sql = try QueueQuery(for: actor, today: today).counts(open)
      let row = try SQLRequest<Row>(literal: sql, cached: true).fetchOne(db)
      return try open.enumerated().reduce(into: [:]) { counts, entry in
        counts[entry.element] = try row?.decode(Int.self, atIndex: entry.offset) ?? 0
      }
    }
  }
}
