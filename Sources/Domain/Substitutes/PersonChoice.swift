extension Organisation {
  /// The people among some whose name or login holds what was typed, best first, as units are
  /// found.
  public func people(_ people: [Person], matching typed: String) -> [Person] {
    let words = typed.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return people }
    return people.enumerated().compactMap { index, person -> (Int, Int, Person)? in
      let ranks = [person.name, person.login].compactMap { rank(of: words, in: $0.lowercased()) }
      return ranks.min().map { ($0, index, person) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
