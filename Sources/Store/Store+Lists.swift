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
      let sql = try QueueQuery(for: actor, today: today).page(queue, after: after, limit: limit)
      let cursor = try SQLRequest<Row>(literal: sql, cached: true).fetchCursor(db)
      return try Array(cursor.map(MatterTable.row))
    }
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
      let sql = try QueueQuery(for: actor, today: today).counts(open)
      let row = try SQLRequest<Row>(literal: sql, cached: true).fetchOne(db)
      return try open.enumerated().reduce(into: [:]) { counts, entry in
        counts[entry.element] = try row?.decode(Int.self, atIndex: entry.offset) ?? 0
      }
    }
  }
}
