extension SearchQuery {
  /// Reads what was typed; never fails.
  ///
  /// - Parameters:
  ///   - typed: Words, phrases in quotation marks, and filters such as `typ:klagomål`. A filter
  ///     that is only half typed narrows by what can become of it, and a last word that may become
  ///     the name of a filter narrows nothing: a space after it says that it is a word.
  ///   - vocabulary: What units, types and subject areas are called.
  /// - Returns: The query; what could not be understood is among its problems and narrows nothing.
  public static func parse(_ typed: String, by vocabulary: SearchVocabulary) -> SearchQuery {
    var query = SearchQuery(units: vocabulary.units)
    for token in SearchTokens.all(in: typed) {
      guard let name = token.name else {
        query.addTerm(token)
        continue
      }
      guard let name = SearchFilterName(typed: name) else {
        // "Hej:" is a word; "hej:du" is taken for a filter.
        if token.value.isEmpty, !token.isQuoted {
          query.terms += SearchWord(name).map { [.word($0)] } ?? []
        } else {
          query.problems.append(.unknownFilter(name))
        }
        continue
      }
      if token.value.contains(where: { !$0.isWhitespace }) {
        query.addFilter(name, token, vocabulary)
      }
    }
    if let from = query.filters.from, let to = query.filters.to, to < from {
      query.problems.append(.emptySpan)
    }
    return query
  }

  private mutating func addTerm(_ token: SearchToken) {
    if token.isQuoted {
      let words = SearchWord.parts(of: token.value)
      if !words.isEmpty { terms.append(.phrase(words, isClosed: token.isClosed)) }
    } else if token.isClosed || SearchFilterName.beginning(with: token.value).isEmpty,
      let word = SearchWord(token.value)
    {
      terms.append(.word(word))
    }
  }

  private mutating func addFilter(
    _ name: SearchFilterName, _ token: SearchToken, _ vocabulary: SearchVocabulary
  ) {
    let value = token.value
    switch name {
    case .category:
      let known = vocabulary.categories.map { (names: [$0.name], value: $0.category) }
      add(choices(token, name, known), to: \.categories)
    case .subjectArea:
      let known = vocabulary.subjectAreas.map { (names: [$0], value: $0) }
      add(choices(token, name, known), to: \.subjectAreas)
    case .status:
      let known = Status.allCases.map { (names: [$0.words, $0.rawValue], value: $0) }
      add(choices(token, name, known), to: \.statuses)
    case .channel:
      let known = Channel.allCases.map { (names: [$0.rawValue], value: $0) }
      add(choices(token, name, known), to: \.channels)
    case .state:
      let known = SearchState.allCases.map { (names: $0.words, value: $0) }
      if let chosen = choices(token, name, known) { filters.states.append(chosen) }
    case .unit:
      let units = vocabulary.units(named: value, isWhole: token.isClosed)
      if units.isEmpty {
        problems.append(.unknownValue(.unit, value))
      } else {
        add(units.reduce(into: []) { $0.formUnion(vocabulary.subtree(of: $1.id)) }, to: \.units)
      }
    case .from, .to: addSpan(name, value)
    case .number: addNumber(token)
    }
  }

  private mutating func addNumber(_ token: SearchToken) {
    guard let prefix = ReferencePrefix(token.value) else {
      if !Self.isBegunNumber(token.value) { problems.append(.noNumber(token.value)) }
      return
    }
    var prefixes: Set = [prefix]
    if prefix.year == nil, !token.isClosed {
      // "26" is on its way to "26-42", and "20" to the number of any matter.
      if "20".hasPrefix(token.value) { return }
      for year in 2_000...2_099
      where [String(year), padded(year % 100, 2)].contains(where: { $0.hasPrefix(token.value) }) {
        if let prefix = ReferencePrefix("\(year)-") { prefixes.insert(prefix) }
      }
    }
    add(prefixes, to: \.numbers)
  }

  /// What a value can become: the one of just that name when nothing can be added to it, else all
  /// whose names begin so.
  private mutating func choices<Value: Hashable>(
    _ token: SearchToken, _ filter: SearchFilterName, _ known: [(names: [String], value: Value)]
  ) -> Set<Value>? {
    let typed = TypedName(token.value)
    var found: Set<Value> = []
    if token.isClosed {
      found = Set(known.filter { $0.names.contains(where: typed.is) }.map(\.value))
    }
    if found.isEmpty, !typed.isEmpty {
      found = Set(known.filter { $0.names.contains(where: typed.begins) }.map(\.value))
    }
    if found.isEmpty { problems.append(.unknownValue(filter, token.value)) }
    return found.isEmpty ? nil : found
  }

  private mutating func add<Value>(
    _ values: Set<Value>?, to filter: WritableKeyPath<SearchFilters, Set<Value>?>
  ) {
    guard let values else { return }
    filters[keyPath: filter] = (filters[keyPath: filter] ?? []).union(values)
  }

  private mutating func addSpan(_ name: SearchFilterName, _ value: String) {
    guard let span = SearchSpan(value) else {
      problems.append(.noDay(name, value))
      return
    }
    // Of two, the narrower holds.
    if name == .from, let first = span.first {
      filters.from = filters.from.map { max($0, first) } ?? first
    } else if name == .to, let last = span.last {
      filters.to = filters.to.map { min($0, last) } ?? last
    }
  }

  /// Whether it can become a number when more is typed: "syn", "syn-20".
  private static func isBegunNumber(_ typed: String) -> Bool {
    let typed = typed.lowercased()
    return "syn-20".hasPrefix(typed)
      || typed.hasPrefix("syn-20") && typed.count == 7 && typed.last?.isNumber == true
  }
}
