public import Domain
internal import GRDB

extension Store {
  /// Finds matters by words and filters: first the one whose number was typed, then those whose
  /// words begin as they were typed, then those with other endings and letters without marks; each
  /// of these newest registered first.
  ///
  /// - Parameters:
  ///   - query: What is searched; an empty one finds everything.
  ///   - actor: Who searches; nothing that he or she may not read is found, and nothing by a name
  ///     or an address that he or she may not see.
  ///   - today: What is late is late on this day.
  ///   - after: The last hit of the page before; nil for the first page.
  ///   - limit: The most hits.
  /// - Returns: The hits; fewer than `limit` on the last page.
  /// - Throws: `.busy`, `.damaged`.
  public func search(
    _ query: SearchQuery, for actor: Actor, today: CivilDay, after: SearchHit? = nil,
    limit: Int = 50
  ) throws(StoreError) -> [SearchHit] {
    try reading { db in
      try Search(query, for: actor, today: today, in: db).hits(after: after, limit: limit)
    }
  }
}
