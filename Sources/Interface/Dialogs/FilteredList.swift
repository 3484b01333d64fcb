import Terminal

/// A list that what is typed narrows.
///
/// The caret stands in the field, and in the list while one moves there.
struct FilteredList<Item: Sendable>: Sendable {
  private(set) var field: TextField
  private let all: [Item]
  /// Those that fit what is typed, the best first.
  private let fitting: @Sendable (_ typed: String, _ all: [Item]) -> [Item]
  private var cursor: ListCursor
  private var isMoving = false

  /// - Parameters:
  ///   - all: What there is.
  ///   - limit: The most characters to type.
  ///   - fitting: Those that fit what is typed, the best first.
  init(
    _ all: [Item], limit: Int,
    fitting: @escaping @Sendable (_ typed: String, _ all: [Item]) -> [Item]
  ) {
    self.all = all
    self.fitting = fitting
    field = TextField(limit: limit)
    cursor = ListCursor(count: all.count)
  }

  /// Those that fit what is typed.
  var shown: [Item] { fitting(field.text, all) }

  /// The marked one; nil when none fits.
  var selected: Item? {
    let shown = shown
    return shown.indices.contains(cursor.selected) ? shown[cursor.selected] : nil
  }

  /// Marks one of those that are shown.
  mutating func select(_ index: Int) { cursor.moveTo(index) }

  /// Takes a key that moves in the list.
  mutating func move(_ key: Key, rows: Int, takesLetters: Bool = false) -> Bool {
    guard cursor.handle(key, rows: rows, takesLetters: takesLetters) else { return false }
    isMoving = true
    return true
  }

  /// Takes a key for the field.
  mutating func type(_ key: Key) -> Bool {
    guard field.handle(key) else { return false }
    isMoving = false
    narrow()
    return true
  }

  /// Takes pasted text.
  mutating func paste(_ text: String) {
    field.paste(text)
    narrow()
  }

  /// Puts other words into the field.
  mutating func fill(with text: String) {
    field = TextField(text: text, limit: field.limit)
    narrow()
  }

  private mutating func narrow() {
    cursor.setCount(shown.count)
    cursor.moveTo(0)
  }

  /// Draws those that fit, the marked one on a bar.
  ///
  /// - Parameters:
  ///   - rows: Where; the cursor is left in the field, if it stands there, unless one moves.
  ///   - isMarked: Whether the marked one is shown as such.
  ///   - surface: What to draw on.
  ///   - drawItem: Draws one on its row, in a role, from the third column on.
  mutating func draw(
    rows: Range<Int>, isMarked: Bool = true, on surface: inout Surface,
    _ drawItem: (Item, _ row: Int, StyleRole, inout Surface) -> Void
  ) {
    let caret = surface.cursor
    let shown = shown
    cursor.setCount(shown.count)
    if shown.isEmpty {
      surface.write("Inget passar.", at: Point(column: 3, row: rows.lowerBound), role: .faint)
    }
    for (row, index) in zip(rows, cursor.visible(rows: rows.count)) {
      let isSelected = isMarked && index == cursor.selected
      let role: StyleRole = isSelected ? .selected : .normal
      if isSelected {
        surface.fill(row: row, role: role)
        surface.write(">", at: Point(column: 1, row: row), role: role)
      }
      drawItem(shown[index], row, role, &surface)
      if index == cursor.selected { surface.cursor = Point(column: 1, row: row) }
    }
    if let caret, !isMoving || shown.isEmpty { surface.cursor = caret }
  }
}
