import Domain
import Terminal

/// The line where commands are typed with words; Tab completes.
struct PaletteScreen: Screen {
  private let all: [Binding]
  private var field = TextField(limit: 40)
  private var cursor = ListCursor()
  /// Whether the last key moved in the list, so that the caret stands there.
  private var isMoving = false

  init(bindings: [Binding]) {
    all = bindings.filter { ![.palette, .accept].contains($0.command) }
    cursor.setCount(all.count)
  }

  var isDialog: Bool { true }
  var takesText: Bool { true }

  let bindings = [
    Binding(.accept, [.enter], "gör det", "Gör det som står på raden."),
    Binding(.next, [.tab], "fyll i", "Fyll i resten av ordet."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka."),
  ]

  private var shown: [Binding] {
    let typed = field.text.trimmingSpaces
    guard !typed.isEmpty else { return all }
    let folded = foldedSwedish(typed)
    let ranked = all.compactMap { binding -> (rank: Int, binding: Binding)? in
      let name = binding.command.rawValue
      if foldedSwedish(name).hasPrefix(folded) { return (0, binding) }
      if name.holds(typed) { return (1, binding) }
      return binding.help.holds(typed) ? (2, binding) : nil
    }
    return (0...2).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.binding) }
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    guard command == .accept, shown.isEmpty else { return nil }
    return "Det finns inget sådant kommando här. Sudda och skriv om."
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    let shown = shown
    guard shown.indices.contains(cursor.selected) else { return command == .back ? [.pop] : [] }
    switch command {
    case .accept: return [.runBelow(shown[cursor.selected].command)]
    case .next:
      field = TextField(text: shown[cursor.selected].command.rawValue, limit: 40)
      cursor.setCount(self.shown.count)
      cursor.moveTo(0)
      return []
    default: return [.pop]
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    if cursor.handle(key, rows: 6, takesLetters: false) {
      isMoving = true
      return []
    }
    guard field.handle(key) else { return nil }
    isMoving = false
    cursor.setCount(shown.count)
    cursor.moveTo(0)
    return []
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    field.paste(text)
    cursor.setCount(shown.count)
    cursor.moveTo(0)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let shown = shown
    let (top, rows) = Panel.draw(
      title: "Kommando", height: min(9, surface.size.rows / 2), on: &surface)
    surface.write(":", at: Point(column: 1, row: top), role: .key)
    field.draw(
      into: &surface, at: Point(column: 2, row: top), width: min(40, surface.size.columns - 3))
    let caret = surface.cursor
    cursor.setCount(shown.count)
    if shown.isEmpty {
      surface.write("Inget passar.", at: Point(column: 3, row: top + 1), role: .faint)
    }
    for (offset, index) in cursor.visible(rows: rows - 1).enumerated() {
      let binding = shown[index]
      let isSelected = index == cursor.selected
      let row = top + 1 + offset
      if isSelected { surface.fill(row: row, role: .selected) }
      let role: StyleRole = isSelected ? .selected : .normal
      surface.write(
        "\(isSelected ? ">" : " ") \(binding.command.rawValue)", at: Point(column: 1, row: row),
        role: role, width: 24)
      surface.write(binding.help, at: Point(column: 27, row: row), role: role)
      if isSelected { surface.cursor = Point(column: 1, row: row) }
    }
    if !isMoving || shown.isEmpty { surface.cursor = caret }
  }
}

extension String {
  /// The text without spaces at either end.
  var trimmingSpaces: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
