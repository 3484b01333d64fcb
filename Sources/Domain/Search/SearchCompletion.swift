/// Something that a half-typed filter can become.
public struct SearchCompletion: Hashable, Sendable {
  /// What it replaces, in characters.
  public var range: Range<Int>
  /// What is put there: the name with its colon, or the whole filter and a space.
  public var replacement: String
  /// What the person chooses by.
  public var label: String
  /// What it means, when the label does not say it.
  public var help: String?

  /// What was typed, completed.
  ///
  /// - Returns: The text, and how many of its characters stand before the caret.
  public func applied(to typed: String) -> (text: String, caret: Int) {
    let before = typed.prefix(range.lowerBound)
    var after = typed.dropFirst(range.upperBound)
    if replacement.hasSuffix(" "), after.first == " " { after = after.dropFirst() }
    return (before + replacement + after, before.count + replacement.count)
  }
}

extension SearchQuery {
  /// What can be put where the caret stands: names of filters for a word that begins one, values
  /// inside a filter.
  ///
  /// - Parameters:
  ///   - typed: All that is typed.
  ///   - caret: How many of its characters stand before the caret.
  ///   - vocabulary: What units, types and subject areas are called.
  /// - Returns: The completions, best first; none in a word that begins no filter.
  public static func completions(
    of typed: String, at caret: Int, by vocabulary: SearchVocabulary
  ) -> [SearchCompletion] {
    let token = SearchTokens.all(in: typed).first {
      $0.range.lowerBound < caret && caret <= $0.range.upperBound
    }
    guard var token, !(token.isQuoted && token.name == nil) else { return [] }
    let range = token.range
    // What stands after the caret is replaced, but does not say what is meant.
    let begun = String(typed.prefix(caret).dropFirst(range.lowerBound))
    guard let cut = SearchTokens.all(in: begun).first else { return [] }
    token = cut
    guard let name = token.name else { return names(begun: token.value, range) }
    guard let name = SearchFilterName(typed: name) else { return [] }
    return values(of: name, begun: token.value, by: vocabulary).map { value in
      let quotes = value.contains(where: \.isWhitespace) ? "\"" : ""
      return SearchCompletion(
        range: range, replacement: "\(name.rawValue):\(quotes)\(value)\(quotes) ", label: value)
    }
  }

  private static func names(begun: String, _ range: Range<Int>) -> [SearchCompletion] {
    SearchFilterName.beginning(with: begun).map { name in
      SearchCompletion(
        range: range, replacement: name.rawValue + ":", label: name.rawValue + ":",
        help: name.help)
    }
  }

  private static func values(
    of name: SearchFilterName, begun: String, by vocabulary: SearchVocabulary
  ) -> [String] {
    let known: [String]
    switch name {
    case .category: known = vocabulary.categories.map(\.name)
    case .state: known = SearchState.allCases.map(\.rawValue)
    case .unit: return vocabulary.openUnits(named: begun)
    case .subjectArea: known = vocabulary.subjectAreas
    case .status: known = Status.allCases.map(\.words)
    case .channel: known = Channel.allCases.map(\.rawValue)
    case .from, .to, .number: return []
    }
    let typed = TypedName(begun)
    var seen: Set<String> = []
    return known.filter { typed.begins($0) && seen.insert($0).inserted }
  }
}
