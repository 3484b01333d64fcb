import Terminal

extension TextBuffer {
  /// The last row of the text.
  var lastRow: RowPlace {
    RowPlace(line: lines.count - 1, row: lines[lines.count - 1].rows.count - 1)
  }

  /// Returns the row in which a caret is shown.
  func row(of position: TextPosition) -> RowPlace {
    RowPlace(line: position.line, row: lines[position.line].row(of: position.column))
  }

  /// Returns the nearest row that exists.
  func clamped(_ row: RowPlace) -> RowPlace {
    guard row.line < lines.count else { return lastRow }
    return RowPlace(line: row.line, row: min(row.row, lines[row.line].rows.count - 1))
  }

  /// Returns the row so many rows further down, or up if negative, as far as there are rows.
  func row(_ place: RowPlace, movedBy distance: Int) -> RowPlace {
    var place = place
    var left = distance
    while left < 0 {
      let step = min(-left, place.row)
      place.row -= step
      left += step
      guard left < 0, place.line > 0 else { break }
      place = RowPlace(line: place.line - 1, row: lines[place.line - 1].rows.count - 1)
      left += 1
    }
    while left > 0 {
      let step = min(left, lines[place.line].rows.count - 1 - place.row)
      place.row += step
      left -= step
      guard left > 0, place.line + 1 < lines.count else { break }
      place = RowPlace(line: place.line + 1)
      left -= 1
    }
    return place
  }

  /// Returns how many screen columns of its row lie before a caret.
  func screenColumn(of position: TextPosition) -> Int {
    let line = lines[position.line]
    let start = line.range(ofRow: line.row(of: position.column)).lowerBound
    return TextWidth.width(of: String(line.characters[start..<position.column]))
  }

  /// Returns the first place of a row.
  func start(of row: RowPlace) -> TextPosition {
    TextPosition(line: row.line, column: lines[row.line].range(ofRow: row.row).lowerBound)
  }

  /// Returns the last place at which a caret is shown in a row: the end of the line, or before the
  /// space or letter after which the line is wrapped.
  func end(of row: RowPlace) -> TextPosition {
    let line = lines[row.line]
    let end = line.range(ofRow: row.row).upperBound
    let isLast = row.row == line.rows.count - 1
    return TextPosition(line: row.line, column: isLast ? end : end - 1)
  }

  /// Returns the place in a row that lies at a screen column or as near before it as possible.
  func position(in row: RowPlace, at screenColumn: Int) -> TextPosition {
    var place = start(of: row)
    let end = end(of: row)
    let characters = lines[row.line].characters
    var column = 0
    while place.column < end.column {
      column += TextWidth.width(of: characters[place.column])
      if column > screenColumn { break }
      place.column += 1
    }
    return place
  }
}
