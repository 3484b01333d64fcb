public import Domain
internal import GRDB

extension Store {
  /// Finds matters by words and filters: first the one whose number was typed, then those that hold
  /// the words just as they were typed, then those whose words begin so, then those with other
  /// endings, then those with letters without marks; each of these newest registered first.
  ///
  /// That senders were searched is logged in the same transaction, once for each search: typing
  /// further, deleting letters, paging on and looking again are the same one.
  ///
  /// - Parameters:
  ///   - query: What is searched; an empty one finds everything.
  ///   - asking: Who searches, and when; nothing is found that he or she may not read, and nothing by
  ///     words that he or she may not see.
  ///   - after: The last hit of the page before; nil for the first page.
  ///   - limit: The most hits.
  /// - Returns: The hits; fewer than `limit` on the last page.
  /// - Throws: `.busy`, `.damaged`; where the search is logged like every write.
  public func search(
    _ query: SearchQuery, asking: Asking, after: SearchHit? = nil, limit: Int = 50
  ) throws(StoreError) -> [SearchHit] {
    let words = query.words
    let search = LoggedSearch(person: asking.actor.login, day: asking.today, words: words)
    let isSame = logged.map(search.isSame) ?? false
    if words.isEmpty { logged = nil } else if isSame { logged = search.longer(than: logged) }
    // The rights are looked up in the transaction: who has none to log only reads.
    let found = try reading { db -> [SearchHit]? in
      let asking = try current(asking, in: db)
      guard words.isEmpty || isSame || !asking.actor.maySearchSenders else { return nil }
      return try Search(query, asking: asking, in: db).hits(after: after, limit: limit)
    }
    if let found { return found }
    let (hits, isLogged) = try writing { db in
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
    if isLogged { logged = search }
    return hits
  }
}

/// A search over senders, as it is known in the session in which it was logged; the words stand
/// nowhere else.
struct LoggedSearch {
  let person: PersonID
  let day: CivilDay
  /// The most that has been typed of it.
  let words: String

  /// Whether another is the same search, with letters typed or deleted at the end.
  func isSame(as other: LoggedSearch) -> Bool {
    person == other.person && day == other.day
      && (words.hasPrefix(other.words) || other.words.hasPrefix(words))
  }

  /// The longer of two that are the same: who deletes letters and types others begins a new search.
  func longer(than other: LoggedSearch?) -> LoggedSearch {
    guard let other, other.words.count > words.count else { return self }
    return other
  }
}

extension SearchQuery {
  /// The words and phrases as they were typed.
  fileprivate var words: String {
    terms.map { term in
      switch term {
      case .word(let word): word.text
      case .phrase(let words, _): words.joined(separator: " ")
      }
    }.joined(separator: " ")
  }
}
