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
  private let reference: Reference?

  init(_ query: SearchQuery, for actor: Actor, today: CivilDay, in db: Database) throws {
    self.db = db
    self.actor = actor
    let stem = SwedishStem()
    var terms: [TermPattern] = []
    for term in query.terms { terms.append(TermPattern(term, stem)) }
    self.terms = terms
    expression = MatchExpression(sendersToo: actor.maySearchSenders, units: query.units)
    let reach = try Reach(actor, .read)
    let filters = try FilterCondition(filters: query.filters, today: today).sql()
    let letters = terms.compactMap(\.letter).map(FilterCondition.letter)
    condition = ([reach.condition] + (filters.map { [$0] } ?? []) + letters)
      .joined(separator: " AND ")
    places = Self.places(reach, query.filters)
    if case .word(let word)? = query.terms.first, query.terms.count == 1 {
      reference = word.reference
    } else {
      reference = nil
    }
  }

  /// One page of hits.
  func hits(after: SearchHit?, limit: Int) throws -> [SearchHit] {
    var hits: [SearchHit] = []
    var numbered: MatterID?
    if let reference, let row = try row(of: reference) {
      numbered = row.id
      if after == nil, limit > 0 { hits.append(try hit(row, .number)) }
    }
    for closeness in [SearchHit.Closeness.asTyped, .stretched] {
      guard hits.count < limit, closeness >= after?.closeness ?? .number else { continue }
      // On the first page, all that is closer is known by now.
      let others = after == nil ? hits.map(\.row.id) : numbered.map { [$0] } ?? []
      guard let source = source(closeness, knowsCloser: after == nil) else { continue }
      let last = after.flatMap { $0.closeness == closeness ? $0.row.id : nil }
      let rows = try page(of: source, before: last, without: others, limit: limit - hits.count)
      hits += try rows.map { try hit($0, closeness) }
    }
    return hits
  }

  // MARK: - Rows

  /// Where to look.
  private enum Source {
    /// In the index.
    case index(String)
    /// Among all matters.
    case all
  }

  private func source(_ closeness: SearchHit.Closeness, knowsCloser: Bool) -> Source? {
    guard let asTyped = expression.words(terms, .asTyped) else {
      guard closeness == .asTyped else { return nil }
      return places.map { .index($0) } ?? .all
    }
    let and = places.map { " AND \($0)" } ?? ""
    guard closeness == .stretched else { return .index("(\(asTyped))\(and)") }
    guard terms.contains(where: \.isStretchable),
      let stretched = expression.words(terms, .stretched)
    else { return nil }
    let not = knowsCloser ? "" : " NOT (\(asTyped))"
    return .index("((\(stretched))\(not))\(and)")
  }

  private func page(
    of source: Source, before last: MatterID?, without others: [MatterID], limit: Int
  ) throws -> [MatterRow] {
    var condition = condition
    if !others.isEmpty {
      condition = "\(condition) AND id NOT IN \(others)"
    }
    let columns = SQL(sql: MatterTable.listed.joined(separator: ", "))
    let request: SQLRequest<Row>
    switch source {
    case .index(let expression):
      // FTS5 gives its rows in the order that is asked for, so it stops when there are enough.
      let before: SQL = last.map { "AND rowid < \($0)" } ?? ""
      request = """
        SELECT \(columns)
        FROM (SELECT rowid AS hit FROM search WHERE search MATCH \(expression) \(before))
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

  private func row(of reference: Reference) throws -> MatterRow? {
    let request: SQLRequest<Row> = """
      SELECT \(sql: MatterTable.listed.joined(separator: ", ")) FROM matter
      WHERE year = \(reference.year) AND serial = \(reference.serial) AND \(condition)
      """
    return try request.fetchOne(db).map(MatterTable.row)
  }

  /// Units, handler and desks as the index knows them, when they are few enough to be looked up.
  private static func places(_ reach: Reach, _ filters: SearchFilters) -> String? {
    var parts: [String] = []
    if case .some(let units, let withoutUnit) = reach.units, units.count <= fewUnits {
      var codes = units.map { SearchCode.unit($0) }
      if withoutUnit { codes.append(SearchCode.unit(nil)) }
      if let handler = reach.handler { codes.append(SearchCode.handler(handler)) }
      parts.append(MatchExpression.codes(codes))
    }
    if let units = filters.units, units.count <= fewUnits {
      parts.append(MatchExpression.codes(units.map { SearchCode.unit($0) }))
    }
    if filters.areAtDesk { parts.append(MatchExpression.codes([SearchCode.atDesk])) }
    return parts.isEmpty ? nil : parts.map { "(\($0))" }.joined(separator: " AND ")
  }

  private static let fewUnits = 16

  // MARK: - Hits

  private func hit(_ row: MatterRow, _ closeness: SearchHit.Closeness) throws -> SearchHit {
    let statement = try db.cachedStatement(
      sql: "SELECT text, answer, note, sender FROM searchText WHERE matter = ?")
    let found = try Row.fetchOne(statement, arguments: [row.id])
    let sources: [Snippet.Source] =
      [.text, .answer, .note] + (actor.maySearchSenders ? [.sender] : [])
    let texts = try sources.enumerated().map { index, source in
      (source: source, text: try found?.decode(String.self, atIndex: index) ?? "")
    }
    let title = ScannedText(row.title ?? "")
    let marks = terms.flatMap { $0.titlePlaces(in: title) }.sorted { $0.lowerBound < $1.lowerBound }
    return SearchHit(
      row: row, closeness: closeness, snippet: Snippet(of: texts, terms: terms),
      titleMarks: (row.title ?? "").indices(ofBytes: marks))
  }
}
