public import Domain
internal import GRDB

extension Store {
  /// Finds matters by words and filters: first the one whose number was typed, then those whose
  /// words begin as they were typed, then those with other endings and letters without marks; each
  /// of these newest registered first.
  ///
  /// That senders were searched is logged in the same transaction, once a day in each session: a
  /// search is not done until the words are, and every letter would be a line.
  ///
  /// - Parameters:
  ///   - query: What is searched; an empty one finds everything.
  ///   - asking: Who searches, and when; nothing is found that he or she may not read, and nothing by
  ///     words that he or she may not see.
  ///   - after: The last hit of the page before; nil for the first page.
  ///   - limit: The most hits.
  /// - Returns: The hits; fewer than `limit` on the last page.
  /// - Throws: `.busy`, `.damaged`; the first time of a day like every write.
  public func search(
    _ query: SearchQuery, asking: Asking, after: SearchHit? = nil, limit: Int = 50
  ) throws(StoreError) -> [SearchHit] {
    let day = SearchDay(person: asking.actor.login, day: asking.today)
    guard !query.terms.isEmpty, !searched.contains(day) else {
      return try reading { db in
        try Search(query, asking: current(asking, in: db), in: db).hits(after: after, limit: limit)
      }
    }
    let (hits, isLogged) = try logging { db in
      let asking = try current(asking, in: db)
      if asking.actor.maySearchSenders {
        try AccessLog(db: db).append(
          .searchedSenders(from: nil), by: asking.actor.login, at: asking.now)
      }
      return (
        try Search(query, asking: asking, in: db).hits(after: after, limit: limit),
        asking.actor.maySearchSenders
      )
    }
    if isLogged { searched.insert(day) }
    return hits
  }
}

/// That somebody has searched senders on a day: logged once in a session.
struct SearchDay: Hashable {
  let person: PersonID
  let day: CivilDay
}
