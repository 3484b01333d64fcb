import Terminal

/// A text to read: a handbook, a letter, the days of a deadline.
struct PageScreen: Screen {
  let title: String
  /// Without title and frame, so that the text can be copied from the terminal.
  let isFrameless: Bool
  /// The message set aside that it shows; nil when it is something else.
  var aside: Int64?
  private var pane: ReadingPane

  init(title: String, lines: [String], isFrameless: Bool = false) {
    self.init(title: title, styled: lines.map { StyledLine($0) }, isFrameless: isFrameless)
  }

  init(title: String, styled: [StyledLine], isFrameless: Bool = false) {
    self.title = title
    self.isFrameless = isFrameless
    pane = ReadingPane(styled)
  }

  let bindings = [
    Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka.")
  ]

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    command == .back ? [.pop] : []
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    pane.handle(key, takesLetters: true) ? [] : nil
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    surface.cursor = Point(column: 0, row: 0)
    guard !isFrameless else {
      let rows = surface.size.rows - 1
      pane.layoutAndDraw(
        into: &surface,
        in: Rect(column: 0, row: 0, columns: surface.size.columns, rows: rows))
      surface.write(
        pane.isAtEnd ? "Esc tillbaka" : "Esc tillbaka  ↓ mer", at: Point(column: 0, row: rows),
        role: .hint)
      return
    }
    surface.write(title, at: Point(column: 1, row: 0), role: .strong)
    surface.cursor = Point(column: 1, row: 2)
    if !pane.isAtEnd {
      surface.more(row: 0)
    }
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: 2, columns: min(surface.size.columns - 2, ReadingPane.widest),
        rows: surface.size.rows - 2))
  }
}
