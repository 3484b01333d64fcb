import Domain
import Terminal

/// What can be done now.
///
/// Typing narrows the list, Enter does it.
struct HelpScreen: Screen {
  private let all: [Binding]
  private var field = TextField(limit: 40)
  private var cursor = ListCursor()
  /// Whether the last key moved in the list, so that the caret stands there.
  private var isMoving = false

  /// - Parameter bindings: What is possible on the screen below.
  init(bindings: [Binding]) {
    all = bindings.filter { $0.command != .help && !$0.keys.isEmpty }
    cursor.setCount(all.count)
  }

  var takesText: Bool { true }

  let bindings = [
    Binding(.accept, [.enter], "gör det", "Gör det som raden säger."),
    Binding(.handbook, [.function(1), .control("x")], "handboken", "Läs handboken."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka."),
  ]

  private var shown: [Binding] {
    guard !field.isEmpty else { return all }
    return all.filter { "\($0.keyLabels) \($0.command.rawValue) \($0.help)".holds(field.text) }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept where shown.indices.contains(cursor.selected):
      return [.runBelow(shown[cursor.selected].command)]
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    if cursor.handle(key, rows: 10, takesLetters: false) {
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
    surface.write("Det här går att göra nu", at: Point(column: 1, row: 0), role: .strong)
    surface.write("Sök: ", at: Point(column: 1, row: 1), role: .hint)
    field.draw(
      into: &surface, at: Point(column: 6, row: 1), width: min(30, surface.size.columns - 7))
    let caret = surface.cursor
    let rows = surface.size.rows - 3
    cursor.setCount(shown.count)
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      let binding = shown[index]
      let isSelected = index == cursor.selected
      let row = offset + 3
      if isSelected { surface.fill(row: row, role: .selected) }
      let role: StyleRole = isSelected ? .selected : .normal
      surface.write(isSelected ? ">" : " ", at: Point(column: 1, row: row), role: role)
      if isSelected { surface.cursor = Point(column: 1, row: row) }
      surface.write(
        binding.keyLabels, at: Point(column: 3, row: row), role: isSelected ? .selected : .key,
        width: 17)
      surface.write(
        TextWidth.clip(binding.help, to: surface.size.columns - 22),
        at: Point(column: 21, row: row), role: role)
    }
    if !isMoving || shown.isEmpty { surface.cursor = caret }
  }
}
