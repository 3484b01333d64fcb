internal import Domain
internal import GRDB

/// One search, inside a transaction.
struct Search {
  private let db: Database
  private let actor: Actor
  private let terms: [TermPattern]
  private let expression: MatchExpression
  /// What must be true of the row in `matter`.
  private let condition: SQL
  /// The same, as far as the index can say it.
  private let places: String?
  /// The numbers that were typed whole.
  private let numbers: SQL?
  /// The units whose names count.
  private let units: [SearchUnit]

  init(_ query: SearchQuery, asking: Asking, in db: Database) throws {
    self.db = db
    actor = asking.actor
    units = query.units
    let stem = SwedishStem()
    var terms: [TermPattern] = []
    for term in query.terms { terms.append(TermPattern(term, stem)) }
    self.terms = terms
    expression = MatchExpression(sendersToo: actor.maySearchSenders, units: query.units)
    let reach = try Reach(actor, .read)
    let filters = try FilterCondition(filters: query.filters, today: asking.today).sql()
    let letters = terms.compactMap(\.letter).map(FilterCondition.letter)
    condition = ([reach.condition] + (filters.map { [$0] } ?? []) + letters)
      .joined(separator: " AND ")
    places = Self.places(reach, query.filters)
    numbers = FilterCondition.whole(Self.numbers(query))
  }

  /// Numbers that stand by themselves: a word, or what `nr:` narrows by.
  private static func numbers(_ query: SearchQuery) -> Set<ReferencePrefix> {
    if query.terms.isEmpty { return query.filters.numbers ?? [] }
    guard case .word(let word)? = query.terms.first, query.terms.count == 1,
      let reference = word.reference, let number = ReferencePrefix(reference.short)
    else { return [] }
    return [number]
  }

  /// One page of hits.
  func hits(after: SearchHit?, limit: Int) throws -> [SearchHit] {
    let numbered = try numberedRows()
    var hits: [SearchHit] = []
    for row in numbered where hits.count < limit {
      guard after.map({ $0.closeness == .number && row.id < $0.row.id }) != false else { continue }
      if let hit = try hit(row, .number) { hits.append(hit) }
    }
    var closer: String?
    for closeness in SearchHit.Closeness.allCases where closeness > .number {
      guard hits.count < limit else { break }
      guard let source = source(closeness, notAgain: closer) else { continue }
      if case .index(let words, _) = source { closer = words }
      guard closeness >= after?.closeness ?? .number else { continue }
      // On the first page, all that is closer is known by now.
      let others = numbered.map(\.id) + (after == nil ? hits.map(\.row.id) : [])
      var last = after.flatMap { $0.closeness == closeness ? $0.row.id : nil }
      // What stands only where the person may not see it is no hit, and others take its place.
      while hits.count < limit {
        let wanted = limit - hits.count
        let rows = try page(
          of: source, before: last, without: others, knowsCloser: after == nil, limit: wanted)
        hits += try rows.compactMap { try hit($0, closeness) }
        guard rows.count == wanted else { break }
        last = rows.last?.id
      }
    }
    return hits
  }

  // MARK: - Rows

  /// Where to look.
  private enum Source {
    /// In the index, but for what is closer.
    case index(String, closer: String?)
    /// At the places alone.
    case places(String)
    /// Among all matters.
    case all
  }

  /// Where to look; nil where nothing is found that was not found before.
  private func source(_ closeness: SearchHit.Closeness, notAgain closer: String?) -> Source? {
    guard let words = expression.words(terms, closeness) else {
      return closeness == .asTyped ? places.map { .places($0) } ?? .all : nil
    }
    switch closeness {
    case .begun where terms.count == 1: return nil
    case .folded where !terms.contains(where: \.isFoldable): return nil
    default: if words == closer { return nil }
    }
    return .index(words, closer: closer)
  }

  private func page(
    of source: Source, before last: MatterID?, without others: [MatterID], knowsCloser: Bool,
    limit: Int
  ) throws -> [MatterRow] {
    var condition = condition
    if !others.isEmpty {
      condition = "\(condition) AND id NOT IN \(others)"
    }
    var match = ""
    switch source {
    case .index(let words, let closer):
      let not = knowsCloser ? "" : closer.map { " NOT (\($0))" } ?? ""
      match = "((\(words))\(not))" + (places.map { " AND \($0)" } ?? "")
    case .places(let places): match = places
    case .all: break
    }
    let columns = SQL(sql: MatterTable.listed.joined(separator: ", "))
    let request: SQLRequest<Row>
    switch source {
    case .index, .places:
      // FTS5 gives its rows in the order that is asked for, so it stops when there are enough.
      let before: SQL = last.map { "AND rowid < \($0)" } ?? ""
      request = """
        SELECT \(columns)
        FROM (SELECT rowid AS hit FROM search WHERE search MATCH \(match) \(before))
        CROSS JOIN matter ON id = hit
        WHERE \(condition) ORDER BY hit DESC LIMIT \(limit)
        """
    case .all:
      let before: SQL = last.map { "id < \($0) AND" } ?? ""
      request = """
        SELECT \(columns) FROM matter NOT INDEXED
        WHERE \(before) \(condition) ORDER BY id DESC LIMIT \(limit)
        """
    }
    return try Array(request.fetchCursor(db).map(MatterTable.row))
  }

  /// The matters whose whole number was typed, the newest first.
  private func numberedRows() throws -> [MatterRow] {
    guard let numbers else { return [] }
    let request: SQLRequest<Row> = """
      SELECT \(sql: MatterTable.listed.joined(separator: ", "))
      FROM (SELECT id AS hit FROM matter WHERE \(numbers)) CROSS JOIN matter ON id = hit
      WHERE \(condition)
      """
    return try Array(request.fetchCursor(db).map(MatterTable.row)).sorted { $0.id > $1.id }
  }

  /// Units, handler and desks as the index knows them, when they are few enough to be looked up.
  private static func places(_ reach: Reach, _ filters: SearchFilters) -> String? {
    var parts: [String] = []
    if case .some(let units, _) = reach.units, units.count <= Reach.fewUnits {
      var codes = units.map { SearchCode.unit($0) }
      if reach.unsorted != nil { codes.append(SearchCode.unit(nil)) }
      if let handler = reach.handler { codes.append(SearchCode.handler(handler)) }
      parts.append(MatchExpression.codes(codes))
    }
    if let units = filters.units, units.count <= Reach.fewUnits {
      parts.append(MatchExpression.codes(units.map { SearchCode.unit($0) }))
    }
    if filters.areAtDesk { parts.append(MatchExpression.codes([SearchCode.atDesk])) }
    return parts.isEmpty ? nil : parts.map { "(\($0))" }.joined(separator: " AND ")
  }

  // MARK: - Hits

  /// The hit as the person may see it; nil when the words stand only where he or she may not.
  private func hit(_ row: MatterRow, _ closeness: SearchHit.Closeness) throws -> SearchHit? {
    let statement = try db.cachedStatement(
      sql: "SELECT text, answer, note, sender FROM searchText WHERE matter = ?")
    let found = try Row.fetchOne(statement, arguments: [row.id])
    let texts = try Self.sources.indices.map { index in
      try found?.decode(String.self, atIndex: index) ?? ""
    }
    let hidden = Sight.all.subtracting(actor.sight(of: row) ?? [])
    // Where nobody has noted anything, nothing is hidden from who may not see the unit's notes.
    let isWhole =
      try hidden.isEmpty
      || hidden == .internalNotes && (texts[2].isEmpty || !hasInternalNote(row.id))
    return isWhole ? hit(row, closeness, texts) : try seenHit(row, closeness)
  }

  /// Whether there is an internal note; found by its code, which is sooner than reading the events.
  private func hasInternalNote(_ matter: MatterID) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM event WHERE matter = ? AND instr(facts, 'internallyNoted') > 0)
        """)
    return try Bool.fetchOne(statement, arguments: [matter]) == true
  }

  /// The same for somebody who does not see all of the matter: by what is left for that person.
  private func seenHit(
    _ row: MatterRow, _ closeness: SearchHit.Closeness
  ) throws -> SearchHit? {
    guard let matter = try EventLog(db: db).matter(row.id)?.seen(by: actor) else { return nil }
    let columns = SearchEntry.Sources(matter).columns.map(\.normalised)
    let scanned = columns.map { ScannedText($0) }
    let isSeen = terms.allSatisfy { term in
      if let number = term.number, number.matches(row.reference) { return true }
      if let digit = term.digit { return Self.begins(digit, in: [scanned[0], scanned[1]]) }
      return !term.titlePlaces(in: scanned[1]).isEmpty
        || scanned.contains { !term.places(in: $0).isEmpty }
        || term.phone.map { Self.begins($0, in: [scanned[5]]) } == true
        || row.unit.map { term.units(among: units, folding: true).contains($0) } == true
    }
    guard closeness == .number || isSeen else { return nil }
    var shown = row
    shown.title = matter.state.title
    return hit(shown, closeness, Array(columns[2...]))
  }

  private static func begins(_ digits: String, in texts: [ScannedText]) -> Bool {
    texts.contains { text in
      text.words.contains { text.word($0, begins: Array(digits.utf8), folding: false) }
    }
  }

  /// What texts a hit is shown by, in the order of their columns.
  private static let sources: [Snippet.Source] = [.text, .answer, .note, .sender]

  private func hit(
    _ row: MatterRow, _ closeness: SearchHit.Closeness, _ texts: [String]
  ) -> SearchHit {
    let texts = zip(Self.sources, texts).map { source, text in
      (source: source, text: source == .sender ? withNumberOnce(text) : text)
    }
    let title = ScannedText(row.title ?? "")
    let marks = terms.flatMap { $0.titlePlaces(in: title) }.sorted { $0.lowerBound < $1.lowerBound }
    return SearchHit(
      row: row, closeness: closeness,
      snippet: Snippet(of: texts, terms: terms, closest: terms.narrowed(to: closeness)),
      titleMarks: (row.title ?? "").indices(ofBytes: marks))
  }

  /// The sender's words with the number as it was written, or as digits only where it was so
  /// searched: the index has both.
  private func withNumberOnce(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let digits = lines.indices.dropFirst().first { index in
      lines[index].count >= 6 && lines[index].allSatisfy { ("0"..."9").contains($0) }
        && lines[index - 1].filter(\.isNumber).suffix(6) == lines[index].suffix(6)
    }
    guard let digits else { return text }
    func without(_ index: Int) -> String {
      (lines[..<index] + lines[(index + 1)...]).joined(separator: "\n")
    }
    func found(_ text: String) -> Int {
      let scanned = ScannedText(text)
      return terms.count { !$0.places(in: scanned).isEmpty }
    }
    let (written, plain) = (without(digits), without(digits - 1))
    return found(plain) > found(written) ? plain : written
  }
}
