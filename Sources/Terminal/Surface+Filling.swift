extension Surface {
  /// Empties a row and gives it a role.
  public mutating func fill(row: Int, role: StyleRole) {
    fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), role: role)
  }

  /// Fills a rectangle with one narrow character.
  ///
  /// - Parameters:
  ///   - rect: The part of the grid; what lies outside is ignored.
  ///   - character: A character of one column; any other is taken as a space.
  ///   - role: What it means.
  public mutating func fill(
    _ rect: Rect, character: Character = " ", role: StyleRole = .normal
  ) {
    guard let area = clipped(rect) else { return }
    let scalars = character.unicodeScalars
    let scalar = scalars.first?.value ?? 0x20
    let isNarrow = scalars.count == 1 && ScalarClass(scalar) == .narrow
    let cell = PackedCell(scalar: isNarrow ? scalar : 0x20, role: role, width: 1)
    for row in area.rows {
      for column in area.columns { place(cell, column: column, row: row) }
    }
  }

  /// Gives cells another role and keeps what stands in them.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - columns: The columns, clipped to the grid, or nil for the whole row.
  ///   - role: What the cells mean from now on.
  public mutating func setRole(row: Int, columns: Range<Int>? = nil, role: StyleRole) {
    guard row >= 0, row < size.rows else { return }
    let columns = (columns ?? 0..<size.columns).clamped(to: 0..<size.columns)
    for index in columns.lowerBound + row * size.columns..<columns.upperBound + row * size.columns {
      cells[index] = cells[index].with(role: role)
    }
  }

  /// Draws another surface onto this one, and takes over its cursor if it has one.
  ///
  /// - Parameters:
  ///   - other: What to draw; all its cells replace those below.
  ///   - point: Where its top left corner goes; the part outside is cut off.
  public mutating func draw(_ other: Surface, at point: Point) {
    let rect = Rect(origin: point, size: other.size)
    if let cursor = other.cursor {
      self.cursor = Point(column: point.column + cursor.column, row: point.row + cursor.row)
    }
    guard let area = clipped(rect) else { return }
    let numbers = other.combinations.map { number(of: $0) }
    for row in area.rows {
      let source = (row - point.row) * other.size.columns - point.column
      for column in area.columns {
        var cell = other.cells[source + column]
        let isCut =
          (cell.width == 2 && column + 1 == area.columns.upperBound)
          || (cell.width == 0 && column == area.columns.lowerBound)
        if isCut { cell = .blank(cell.role) }
        if cell.combination > 0 {
          cell = PackedCell(
            scalar: cell.scalar, role: cell.role, width: cell.width,
            combination: numbers[cell.combination - 1])
        }
        mendEdge(column: column, row: row, of: area.columns)
        cells[row * size.columns + column] = cell
      }
    }
  }

  /// Mends wide characters that the edge of a drawn surface cuts in two.
  private mutating func mendEdge(column: Int, row: Int, of columns: Range<Int>) {
    let index = row * size.columns + column
    if column == columns.lowerBound, cells[index].width == 0 {
      cells[index - 1] = .blank(cells[index - 1].role)
    }
    if column + 1 == columns.upperBound, cells[index].width == 2 {
      cells[index + 1] = .blank(cells[index + 1].role)
    }
  }

  private func clipped(_ rect: Rect) -> (columns: Range<Int>, rows: Range<Int>)? {
    let left = max(0, rect.origin.column)
    let right = min(size.columns, rect.origin.column + rect.size.columns)
    let top = max(0, rect.origin.row)
    let bottom = min(size.rows, rect.origin.row + rect.size.rows)
    guard left < right, top < bottom else { return nil }
    return (left..<right, top..<bottom)
  }
}
