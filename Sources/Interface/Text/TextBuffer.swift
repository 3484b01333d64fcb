/// A text of lines that is changed in one place at a time.
///
/// A character is what a person sees as one: a letter with its marks, an emoji with its parts.
/// The lines are wrapped all the time, so a row can be found without going through the text.
struct TextBuffer: Equatable, Sendable {
  /// The lines, at least one.
  private(set) var lines: [TextLine]
  /// The width the lines are wrapped to.
  private(set) var columns: Int

  /// Makes a buffer of a text that is already clean.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String, columns: Int) {
    self.columns = columns
    lines = Self.pieces(of: text).map { TextLine($0, columns: columns) }
  }

  /// The whole text, with line feeds between the lines.
  var text: String {
    text(in: TextPosition()..<end)
  }

  /// Whether there is no character and no line feed.
  var isEmpty: Bool { lines.count == 1 && lines[0].count == 0 }

  /// The place after the last character.
  var end: TextPosition {
    TextPosition(line: lines.count - 1, column: lines[lines.count - 1].count)
  }

  /// Wraps all lines to another width.
  mutating func wrap(columns: Int) {
    guard columns != self.columns else { return }
    self.columns = columns
    for index in lines.indices { lines[index].wrap(columns: columns) }
  }

  /// Returns the text between two places.
  func text(in range: Range<TextPosition>) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start.line == end.line {
      return String(lines[start.line].characters[start.column..<end.column])
    }
    var text = String(lines[start.line].characters[start.column...])
    for line in lines[start.line + 1..<end.line] {
      text += "\n"
      text += String(line.characters)
    }
    text += "\n"
    return text + String(lines[end.line].characters[..<end.column])
  }

  /// Returns the nearest place that exists.
  func clamped(_ position: TextPosition) -> TextPosition {
    guard position.line >= 0 else { return TextPosition() }
    guard position.line < lines.count else { return end }
    let column = min(max(0, position.column), lines[position.line].count)
    return TextPosition(line: position.line, column: column)
  }

  /// Replaces what stands between two places.
  ///
  /// Where new neighbours grow together into one character (an accent after a letter, two halves
  /// of a flag), whole lines are replaced, so that every place stays between two characters.
  ///
  /// - Parameters:
  ///   - range: What to take away; may be empty.
  ///   - text: Clean text to put there; may be empty.
  /// - Returns: What was done, and the place after the new text.
  /// - Complexity: O(*n*) in the length of the lines concerned.
  mutating func replace(
    _ range: Range<TextPosition>, with text: String
  ) -> (change: TextChange, end: TextPosition) {
    let pieces = Self.pieces(of: text)
    let (start, end) = (range.lowerBound, range.upperBound)
    guard !growsTogether(range, pieces: pieces) else { return replaceLines(range, with: text) }
    let change = TextChange(start: start, removed: self.text(in: range), inserted: text)
    put(pieces, in: range)
    assert(end >= start)
    return (change, change.end)
  }

  /// Undoes what ``replace(_:with:)`` did.
  mutating func revert(_ change: TextChange) {
    put(Self.pieces(of: change.removed), in: change.start..<change.end)
  }

  /// Does again what ``revert(_:)`` undid.
  mutating func repeatChange(_ change: TextChange) {
    put(Self.pieces(of: change.inserted), in: change.start..<change.removedEnd)
  }

  private mutating func put(_ pieces: [[Character]], in range: Range<TextPosition>) {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard pieces.count > 1 || start.line != end.line else {
      lines[start.line].replace(start.column..<end.column, with: pieces[0], columns: columns)
      return
    }
    var pieces = pieces
    let last = pieces.count - 1
    pieces[last] += lines[end.line].characters[end.column...]
    pieces[0] = lines[start.line].characters[..<start.column] + pieces[0]
    lines.replaceSubrange(
      start.line...end.line, with: pieces.map { TextLine($0, columns: columns) })
  }

  private mutating func replaceLines(
    _ range: Range<TextPosition>, with text: String
  ) -> (change: TextChange, end: TextPosition) {
    let (start, end) = (range.lowerBound, range.upperBound)
    let whole =
      TextPosition(line: start.line)..<TextPosition(line: end.line, column: lines[end.line].count)
    let head = self.text(in: whole.lowerBound..<start) + text
    let tail = self.text(in: end..<whole.upperBound)
    let change = TextChange(
      start: whole.lowerBound, removed: self.text(in: whole), inserted: head + tail)
    let pieces = Self.pieces(of: change.inserted)
    put(pieces, in: whole)
    let headPieces = Self.pieces(of: head)
    var bytes = String(headPieces[headPieces.count - 1]).utf8.count
    var place = TextPosition(line: start.line + headPieces.count - 1)
    let line = lines[place.line]
    while bytes > 0, place.column < line.count {
      bytes -= line.characters[place.column].utf8.count
      place.column += 1
    }
    return (change, place)
  }

  /// Whether a character before or after the range would become one with a new neighbour.
  private func growsTogether(_ range: Range<TextPosition>, pieces: [[Character]]) -> Bool {
    let start = range.lowerBound
    let end = range.upperBound
    let before = start.column > 0 ? lines[start.line].characters[start.column - 1] : nil
    let rest = lines[end.line].characters
    let after = end.column < rest.count ? rest[end.column] : nil
    if pieces.count == 1, pieces[0].isEmpty { return Self.join(before, after) }
    return Self.join(before, pieces.first?.first) || Self.join(pieces.last?.last, after)
  }

  /// Whether two characters are no longer two when they stand beside each other.
  private static func join(_ left: Character?, _ right: Character?) -> Bool {
    guard let left, let right, let last = left.unicodeScalars.last,
      let first = right.unicodeScalars.first
    else { return false }
    if last.value < 0x300, first.value < 0x300 { return false }
    let both = String([left, right])
    return both.first?.utf8.count != left.utf8.count
  }

  private static func pieces(of text: String) -> [[Character]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }
}
