import Terminal

/// A text that is only read: wrapped to its part of the screen, scrolled by keys.
struct ReadingPane: Equatable, Sendable {
  /// The text.
  ///
  /// Another text keeps the place, as far as there is one.
  var lines: [StyledLine] {
    didSet { wrap() }
  }
  /// The part of the screen the text has.
  private(set) var size: Size
  /// The first row that is shown, counted from zero.
  private(set) var top = 0
  /// All rows, as wrapped.
  private(set) var rows: [Row] = []

  /// A row of a wrapped line.
  struct Row: Equatable, Sendable {
    /// The line it belongs to.
    let line: Int
    /// Whether it is the first row of the line.
    let isFirst: Bool
    /// What it says.
    let text: Substring
  }

  /// Makes a pane at the beginning of its text; call ``layout(_:)`` before keys are taken.
  init(_ lines: [StyledLine] = [], size: Size = Size(columns: 80, rows: 24)) {
    self.lines = lines
    self.size = size
    wrap()
  }

  /// Whether the last row is in view.
  var isAtEnd: Bool { top >= lastTop }

  /// Whether a text stands on one of the rows in view.
  func shows(_ text: String) -> Bool {
    rows.dropFirst(top).prefix(size.rows).contains { $0.text.contains(text) }
  }

  /// Wraps to another size; the line at the top stays there.
  mutating func layout(_ size: Size) {
    guard size != self.size else { return }
    let old = self.size
    self.size = size
    if size.columns != old.columns { wrap() }
    scroll(to: top)
  }

  /// Takes a key that scrolls.
  ///
  /// - Parameters:
  ///   - key: Arrows, space, page keys, Home, End and Ctrl with `d`, `u`, `f` and `b`.
  ///   - takesLetters: Whether `j`, `k`, `g` and `G` scroll too.
  /// - Returns: Whether it is such a key, even if there is nothing more to scroll.
  mutating func handle(_ key: Key, takesLetters: Bool = true) -> Bool {
    let page = max(1, size.rows - 1)
    switch key {
    case .up: scroll(to: top - 1)
    case .down: scroll(to: top + 1)
    case .pageUp, .control("b"): scroll(to: top - page)
    case .pageDown, .control("f"), .character(" "): scroll(to: top + page)
    case .control("u"): scroll(to: top - max(1, size.rows / 2))
    case .control("d"): scroll(to: top + max(1, size.rows / 2))
    case .home, .documentStart: scroll(to: 0)
    case .end, .documentEnd: scroll(to: lastTop)
    case .character("k") where takesLetters: scroll(to: top - 1)
    case .character("j") where takesLetters: scroll(to: top + 1)
    case .character("g") where takesLetters: scroll(to: 0)
    case .character("G") where takesLetters: scroll(to: lastTop)
    default: return false
    }
    return true
  }

  /// Draws the rows that are in view.
  func draw(into surface: inout Surface, in rect: Rect) {
    guard rect.size.columns > 0, rect.size.rows > 0 else { return }
    guard rect.size == size else {
      var fitting = self
      fitting.layout(rect.size)
      return fitting.draw(into: &surface, in: rect)
    }
    surface.fill(rect)
    for (offset, row) in rows[top...].prefix(rect.size.rows).enumerated() {
      let line = lines[row.line]
      let indent = Self.indent(of: line, columns: rect.size.columns)
      var point = Point(column: rect.origin.column, row: rect.origin.row + offset)
      if row.isFirst, !line.lead.isEmpty {
        let lead = TextWidth.clip(line.lead, to: indent)
        surface.write(lead, at: point, role: line.leadRole, width: indent)
      }
      point.column += indent
      surface.write(row.text, at: point, role: line.role, width: rect.size.columns - indent)
    }
  }

  private var lastTop: Int { max(0, rows.count - max(1, size.rows)) }

  private mutating func scroll(to row: Int) {
    top = min(max(0, row), lastTop)
  }

  private mutating func wrap() {
    let place = top < rows.count ? rows[top].line : 0
    let within = rows[..<min(top, rows.count)].reversed().prefix { $0.line == place }.count
    rows = []
    for (index, line) in lines.enumerated() {
      let width = max(1, size.columns - Self.indent(of: line, columns: size.columns))
      for (row, text) in TextWidth.wrap(line.text, columns: width).enumerated() {
        rows.append(Row(line: index, isFirst: row == 0, text: text))
      }
    }
    let first = rows.firstIndex { $0.line >= place } ?? rows.count
    let last = rows[first...].prefix { $0.line == place }.count
    scroll(to: first + min(within, max(0, last - 1)))
  }

  /// The indent of a line, less if hardly any room were left for the text.
  private static func indent(of line: StyledLine, columns: Int) -> Int {
    min(line.indent, columns / 2)
  }
}
