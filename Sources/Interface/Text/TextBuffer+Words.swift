extension TextBuffer {
  /// Returns the place one character to the left; the end of the line before at a line's start.
  func left(of position: TextPosition) -> TextPosition {
    if position.column > 0 {
      return TextPosition(line: position.line, column: position.column - 1)
    }
    guard position.line > 0 else { return position }
    return TextPosition(line: position.line - 1, column: lines[position.line - 1].count)
  }

  /// Returns the place one character to the right; the start of the next line at a line's end.
  func right(of position: TextPosition) -> TextPosition {
    if position.column < lines[position.line].count {
      return TextPosition(line: position.line, column: position.column + 1)
    }
    return position.line + 1 < lines.count ? TextPosition(line: position.line + 1) : position
  }

  /// Returns where the word begins that lies before a place, on this line or an earlier one.
  func wordStart(before position: TextPosition) -> TextPosition {
    var line = position.line
    var column = position.column
    while true {
      let start = wordStart(inLine: line, before: column)
      if start.isFound || line == 0 { return TextPosition(line: line, column: start.column) }
      line -= 1
      column = lines[line].count
    }
  }

  /// Returns where a deletion of the word to the left begins: within the line, unless it is the
  /// line break itself that lies to the left.
  func deletionStart(before position: TextPosition) -> TextPosition {
    guard position.column > 0 else { return left(of: position) }
    let start = wordStart(inLine: position.line, before: position.column)
    return TextPosition(line: position.line, column: start.column)
  }

  /// Returns where the word ends that lies after a place, on this line or a later one.
  func wordEnd(after position: TextPosition) -> TextPosition {
    var place = position
    while true {
      let characters = lines[place.line].characters
      let count = characters.count
      while place.column < count, Self.isBetweenWords(characters[place.column]) {
        place.column += 1
      }
      if place.column < count || place.line + 1 == lines.count {
        while place.column < count, !Self.isBetweenWords(characters[place.column]) {
          place.column += 1
        }
        return place
      }
      place = TextPosition(line: place.line + 1)
    }
  }

  private func wordStart(inLine line: Int, before column: Int) -> (column: Int, isFound: Bool) {
    let characters = lines[line].characters
    var column = column
    while column > 0, Self.isBetweenWords(characters[column - 1]) { column -= 1 }
    let isFound = column > 0
    while column > 0, !Self.isBetweenWords(characters[column - 1]) { column -= 1 }
    return (column, isFound)
  }

  /// Whether a character parts words; letters, digits, signs and emoji make them.
  static func isBetweenWords(_ character: Character) -> Bool {
    character.isWhitespace || character.isPunctuation
  }
}
