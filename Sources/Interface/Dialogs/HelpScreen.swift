import Domain
import Terminal

/// What can be done now.
///
/// Typing narrows the list, Enter does it.
struct HelpScreen: Screen {
  private var list: FilteredList<Binding>

  /// - Parameter bindings: What is possible on the screen below.
  init(bindings: [Binding]) {
    let all = bindings.filter { $0.command != .help && !$0.keys.isEmpty }
    list = FilteredList(all, limit: 40) { typed, all in
      guard !typed.isEmpty else { return all }
      return all.filter { "\($0.keyLabels) \($0.command.rawValue) \($0.help)".holds(typed) }
    }
  }

  var takesText: Bool { true }

  let bindings = [
    Binding(.accept, [.enter], "gör det", "Gör det som raden säger."),
    Binding(.handbook, [.function(1), .control("x")], "handboken", "Läs handboken."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka."),
  ]

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept: list.selected.map { [.runBelow($0.command)] } ?? []
    case .back: [.pop]
    default: []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    list.move(key, rows: 10) || list.type(key) ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    list.paste(text)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    surface.write("Det här går att göra nu", at: Point(column: 1, row: 0), role: .strong)
    surface.write("Sök: ", at: Point(column: 1, row: 1), role: .hint)
    list.field.draw(
      into: &surface, at: Point(column: 6, row: 1), width: min(30, surface.size.columns - 7))
    list.draw(rows: 3..<max(4, surface.size.rows), on: &surface) { binding, row, role, surface in
      surface.write(
        binding.keyLabels, at: Point(column: 3, row: row), role: role == .selected ? role : .key,
        width: 17)
      surface.write(
        TextWidth.clip(binding.help, to: surface.size.columns - 22),
        at: Point(column: 21, row: row), role: role)
    }
  }
}
