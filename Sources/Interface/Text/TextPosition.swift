/// A place between two characters of a text of several lines.
struct TextPosition: Comparable, Hashable, Sendable {
  /// The line, counted from zero.
  var line: Int
  /// How many characters (as a person counts them) of the line stand before it.
  var column: Int

  /// Makes a place; the beginning of the text if nothing else is said.
  init(line: Int = 0, column: Int = 0) {
    self.line = line
    self.column = column
  }

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A row as it is seen: a line that is wrapped has several.
struct RowPlace: Comparable, Hashable, Sendable {
  /// The line, counted from zero.
  var line: Int
  /// The row of the line, counted from zero.
  var row: Int

  /// Makes a place; the first row if nothing else is said.
  init(line: Int = 0, row: Int = 0) {
    self.line = line
    self.row = row
  }

  static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.line, left.row) < (right.line, right.row)
  }
}
