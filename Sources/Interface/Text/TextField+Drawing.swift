import Terminal

extension TextField {
  /// Draws the part of the text around the caret; `…` stands where there is more.
  ///
  /// - Parameters:
  ///   - surface: What to draw on.
  ///   - point: Where the field begins.
  ///   - width: Its columns.
  ///   - role: What it means.
  ///   - isFocused: Whether the cursor goes to the caret.
  ///   - placeholder: What is shown, in ``StyleRole/faint``, while nothing is written.
  func draw(
    into surface: inout Surface, at point: Point, width: Int, role: StyleRole = .field,
    isFocused: Bool = true, placeholder: String = ""
  ) {
    guard width > 0 else { return }
    let rect = Rect(origin: point, size: Size(columns: width, rows: 1))
    surface.fill(rect, role: role)
    if isEmpty {
      surface.write(
        TextWidth.clip(placeholder, to: width), at: point, role: .faint, width: width)
    }
    let caretColumn = TextWidth.width(of: String(line.characters[..<caret]))
    let first = isFocused ? Self.firstColumn(caret: caretColumn, width: width) : 0
    var strip = Surface(size: Size(columns: width, rows: 1))
    strip.fill(row: 0, role: role)
    line.draw(from: first, into: &strip, role: role)
    let hasMore = TextWidth.width(of: String(line.characters)) - first > width
    if width >= 4 {
      if first > 0 { strip.write("…", at: Point(column: 0, row: 0), role: role) }
      if hasMore { strip.write("…", at: Point(column: width - 1, row: 0), role: role) }
    }
    if !isEmpty { surface.draw(strip, at: point) }
    if isFocused {
      let column = min(max(0, caretColumn - first), width - 1)
      surface.cursor = Point(column: point.column + column, row: point.row)
    }
  }

  /// Returns the screen column of the text that the field begins with: zero while the caret fits,
  /// otherwise whole half fields, so that it seldom changes.
  private static func firstColumn(caret: Int, width: Int) -> Int {
    guard caret >= width - 1 else { return 0 }
    let step = max(1, width / 2)
    return (caret - (width - 1)) / step * step + step
  }
}

extension TextLine {
  /// Draws the line from a screen column on, as if it were one row.
  fileprivate func draw(from first: Int, into surface: inout Surface, role: StyleRole) {
    var column = 0
    var start = 0
    while start < count, column < first {
      column += TextWidth.width(of: characters[start])
      start += 1
    }
    surface.write(
      String(characters[start...].prefix(surface.size.columns + 1)),
      at: Point(column: column - first, row: 0), role: role)
    for mark in marks where mark.upperBound > start {
      let from = max(mark.lowerBound, start)
      let left = column - first + TextWidth.width(of: String(characters[start..<from]))
      let right = left + TextWidth.width(of: String(characters[from..<mark.upperBound]))
      surface.setRole(row: 0, columns: left..<right, role: .match)
    }
  }
}
