import Domain
import Terminal

extension GuideForm {
  /// The columns before the fields.
  private static let labelColumns = 16

  /// Draws the fields, those around the focus when not all have room.
  ///
  /// - Parameters:
  ///   - surface: What to draw on.
  ///   - rect: Where.
  /// - Returns: The rows that were used.
  func draw(on surface: inout Surface, in rect: Rect) -> Int {
    let shown = shown
    let rows = min(shown.count, rect.size.rows)
    var cursor = ListCursor(count: shown.count, selected: shown.firstIndex(of: focus) ?? 0)
    cursor.moveTo(cursor.selected, rows: rows)
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      draw(shown[index], at: rect.origin.row + offset, columns: rect.size.columns, on: &surface)
    }
    return rows
  }

  private func draw(
    _ field: GuideField, at row: Int, columns: Int, on surface: inout Surface
  ) {
    let isFocused = field == focus
    surface.write(isFocused ? ">" : " ", at: Point(column: 1, row: row), role: .key)
    guard case .answer = field else {
      surface.write(
        field.label, at: Point(column: 3, row: row), role: isFocused ? .activeTab : .normal)
      if isFocused { surface.cursor = Point(column: 3, row: row) }
      return
    }
    surface.write(
      field.label, at: Point(column: 3, row: row), role: isFocused ? .strong : .faint)
    let place = Point(column: Self.labelColumns, row: row)
    let width = min(60, columns - Self.labelColumns - 1)
    if field.isWritten {
      self.field(field).draw(
        into: &surface, at: place, width: width, isFocused: isFocused,
        placeholder: isFocused ? field.placeholder : "")
    } else {
      options(of: field).draw(at: place, isFocused: isFocused, on: &surface)
    }
  }
}
