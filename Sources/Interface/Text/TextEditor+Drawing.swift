import Terminal

extension TextEditor {
  /// Draws the rows that are in view, the marks `⟦…⟧` in the role ``StyleRole/match``.
  ///
  /// - Parameters:
  ///   - surface: What to draw on.
  ///   - rect: Where; best the size given to ``layout(_:)``, any other costs a layout.
  ///   - role: What the text means.
  ///   - isFocused: Whether the cursor goes to the caret.
  func draw(
    into surface: inout Surface, in rect: Rect, role: StyleRole = .normal, isFocused: Bool = true
  ) {
    guard rect.size.columns > 0, rect.size.rows > 0 else { return }
    guard rect.size == viewport else {
      var fitting = self
      fitting.layout(rect.size)
      return fitting.draw(into: &surface, in: rect, role: role, isFocused: isFocused)
    }
    surface.fill(rect, role: role)
    var place = top
    for offset in 0..<rect.size.rows {
      let point = Point(column: rect.origin.column, row: rect.origin.row + offset)
      buffer.lines[place.line].draw(
        row: place.row, into: &surface, at: point, width: rect.size.columns, role: role)
      if isFocused, place == buffer.row(of: caret) {
        let column = min(buffer.screenColumn(of: caret), rect.size.columns - 1)
        surface.cursor = Point(column: point.column + column, row: point.row)
      }
      let next = buffer.row(place, movedBy: 1)
      if next == place { break }
      place = next
    }
  }
}

extension TextLine {
  /// Draws one row of the line.
  func draw(
    row: Int, into surface: inout Surface, at point: Point, width: Int, role: StyleRole
  ) {
    let range = range(ofRow: row)
    surface.write(String(characters[range]), at: point, role: role, width: width)
    for mark in marks where mark.overlaps(range) {
      let part = mark.clamped(to: range)
      let start = TextWidth.width(of: String(characters[range.lowerBound..<part.lowerBound]))
      let end = start + TextWidth.width(of: String(characters[part]))
      guard start < width else { break }
      surface.setRole(
        row: point.row, columns: point.column + start..<point.column + min(end, width),
        role: .match)
    }
  }
}
