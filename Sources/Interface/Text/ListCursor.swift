import Terminal

/// Which element of a list is selected and which one is shown first.
struct ListCursor: Equatable, Sendable {
  /// The number of elements.
  private(set) var count: Int
  /// The selected element, counted from zero; 0 in an empty list.
  private(set) var selected: Int
  /// The element in the first row, as far as the selection can be seen then.
  private(set) var top = 0

  /// Makes a cursor for a list.
  init(count: Int = 0, selected: Int = 0) {
    self.count = max(0, count)
    self.selected = min(max(0, selected), max(0, count - 1))
  }

  /// Takes a key.
  ///
  /// - Parameters:
  ///   - key: Arrows, `j` `k` `g` `G`, Home, End, page keys, Ctrl-D and Ctrl-U for half a page,
  ///     Ctrl-F and Ctrl-B for a whole one.
  ///   - rows: The rows the list has on the screen.
  ///   - takesLetters: Whether the letters are taken too, and Ctrl-U, which clears a field.
  /// - Returns: Whether it is such a key, even if the selection stays.
  mutating func handle(_ key: Key, rows: Int, takesLetters: Bool = true) -> Bool {
    let page = max(1, rows - 1)
    switch key {
    case .up: moveTo(selected - 1, rows: rows)
    case .down: moveTo(selected + 1, rows: rows)
    case .home, .documentStart: moveTo(0, rows: rows)
    case .end, .documentEnd: moveTo(count - 1, rows: rows)
    case .pageUp, .control("b"): movePage(-page, rows: rows)
    case .pageDown, .control("f"): movePage(page, rows: rows)
    case .control("u") where takesLetters: movePage(-max(1, rows / 2), rows: rows)
    case .control("d"): movePage(max(1, rows / 2), rows: rows)
    case .character("k") where takesLetters: moveTo(selected - 1, rows: rows)
    case .character("j") where takesLetters: moveTo(selected + 1, rows: rows)
    case .character("g") where takesLetters: moveTo(0, rows: rows)
    case .character("G") where takesLetters: moveTo(count - 1, rows: rows)
    default: return false
    }
    return true
  }

  /// Selects an element, or the nearest one there is.
  ///
  /// - Parameters:
  ///   - index: The element, counted from zero.
  ///   - rows: The rows on the screen, or nil to leave scrolling to ``visible(rows:)``.
  mutating func moveTo(_ index: Int, rows: Int? = nil) {
    selected = min(max(0, index), max(0, count - 1))
    if let rows { top = visible(rows: rows).lowerBound }
  }

  /// Takes note of how many elements there are now.
  ///
  /// - Parameters:
  ///   - count: The number of elements.
  ///   - index: Where the selected element is now, if that is known. It stays in its row on the
  ///     screen. Otherwise the selection keeps its number, or becomes the last element.
  mutating func setCount(_ count: Int, selecting index: Int? = nil) {
    self.count = max(0, count)
    let row = selected - top
    moveTo(index ?? selected)
    if index != nil { top = max(0, selected - row) }
    top = min(top, max(0, self.count - 1))
  }

  /// Returns the elements to draw: scrolled as little as is needed to show the selected one, and
  /// without empty rows at the end when there are elements enough.
  func visible(rows: Int) -> Range<Int> {
    let rows = max(1, rows)
    var first = min(top, selected)
    first = max(first, selected - rows + 1)
    first = max(0, min(first, count - rows))
    return first..<min(count, first + rows)
  }

  private mutating func movePage(_ distance: Int, rows: Int) {
    top = min(max(0, visible(rows: rows).lowerBound + distance), max(0, count - max(1, rows)))
    moveTo(selected + distance, rows: rows)
  }
}
