import Domain
import Terminal

/// The line where commands are typed with words; Tab completes.
struct PaletteScreen: Screen {
  private var list: FilteredList<Binding>

  init(bindings: [Binding]) {
    let all = bindings.filter { ![.palette, .accept].contains($0.command) }
    list = FilteredList(all, limit: 40, fitting: Self.fitting)
  }

  var isDialog: Bool { true }
  var takesText: Bool { true }

  let bindings = [
    Binding(.accept, [.enter], "gör det", "Gör det som står på raden."),
    Binding(.next, [.tab], "fyll i", "Fyll i resten av ordet."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka."),
  ]

  private static func fitting(_ text: String, _ all: [Binding]) -> [Binding] {
    let typed = text.trimmingSpaces
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
    guard command == .accept, list.shown.isEmpty else { return nil }
    return "Det finns inget sådant kommando här. Sudda och skriv om."
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    guard command != .back else { return [.pop] }
    guard let chosen = list.selected?.command else { return [] }
    if command == .accept { return [.runBelow(chosen)] }
    list.fill(with: chosen.rawValue)
    return []
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    list.move(key, rows: 6) || list.type(key) ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    list.paste(text)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let (top, rows) = Panel.draw(
      title: "Kommando", height: min(9, surface.size.rows / 2), on: &surface)
    surface.write(":", at: Point(column: 1, row: top), role: .key)
    list.field.draw(
      into: &surface, at: Point(column: 2, row: top), width: min(40, surface.size.columns - 3))
    list.draw(rows: top + 1..<top + max(2, rows), on: &surface) { binding, row, role, surface in
      surface.write(
        binding.command.rawValue, at: Point(column: 3, row: row), role: role, width: 22)
      surface.write(
        TextWidth.clip(binding.help, to: surface.size.columns - 28),
        at: Point(column: 27, row: row), role: role)
    }
  }
}
