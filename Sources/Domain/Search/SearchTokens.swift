/// One word, phrase or filter of what was typed, with where it stands.
struct SearchToken: Hashable {
  /// Where it stands, in characters.
  var range: Range<Int>
  /// What stands before the colon; nil when it is no filter.
  var name: String?
  /// The word, the phrase or the filter's value, without quotation marks.
  var value: String
  /// Whether quotation marks stand around it.
  var isQuoted: Bool
  /// Whether more cannot be added at its end: it is followed by a space or by its quotation mark.
  var isClosed: Bool
}

/// Takes apart what was typed.
struct SearchTokens {
  private let characters: [Character]
  private var position = 0

  /// The tokens of a text, in order.
  static func all(in typed: String) -> [SearchToken] {
    var reader = SearchTokens(characters: Array(typed))
    var tokens: [SearchToken] = []
    while let token = reader.next() { tokens.append(token) }
    return tokens
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func next() -> SearchToken? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    if isQuote(at: position) { return quoted(name: nil, from: start) }
    var name: String?
    var valueStart = start
    while position < characters.count, !characters[position].isWhitespace {
      if name == nil, let found = filterName(start) {
        name = found
        position += 1
        valueStart = position
        if isQuote(at: position) { return quoted(name: found, from: start) }
        continue
      }
      position += 1
    }
    return SearchToken(
      range: start..<position, name: name, value: String(characters[valueStart..<position]),
      isQuoted: false, isClosed: position < characters.count)
  }

  /// What stands before a colon here, when it can be the name of a filter: letters, and no address
  /// of a page.
  private func filterName(_ start: Int) -> String? {
    guard characters[position] == ":", position > start,
      characters[start..<position].allSatisfy(\.isLetter)
    else { return nil }
    let isAddress = position + 1 < characters.count && characters[position + 1] == "/"
    return isAddress ? nil : String(characters[start..<position])
  }

  private mutating func quoted(name: String?, from start: Int) -> SearchToken {
    position += 1
    let valueStart = position
    while position < characters.count, !isQuote(at: position) { position += 1 }
    let value = String(characters[valueStart..<position])
    let isClosed = position < characters.count
    if isClosed { position += 1 }
    return SearchToken(
      range: start..<position, name: name, value: value, isQuoted: true, isClosed: isClosed)
  }

  private func isQuote(at index: Int) -> Bool {
    index < characters.count && ["\"", "”", "“", "„", "»"].contains(characters[index])
  }
}
