import Domain
import Terminal

/// A dialog that asks for one of several things: by a key, by typing part of a name, or by moving.
struct ChoiceScreen: Screen {
  /// One thing to choose.
  struct Item: Sendable {
    /// The letter that chooses it at once; nil where letters filter.
    var letter: Character?
    /// What it is called.
    var label: String
    /// What it gives.
    var answer: DialogAnswer
  }

  let title: String
  let items: [Item]
  /// Whether letters narrow the list instead of choosing.
  let filters: Bool
  /// Whether Enter and arrows choose too; not where a key held down must not answer.
  let takesEnter: Bool
  private var list: FilteredList<Item>

  init(
    title: String, items: [Item], filters: Bool = false, selected: Int = 0,
    takesEnter: Bool = true
  ) {
    self.title = title
    self.items = items
    self.filters = filters
    self.takesEnter = takesEnter
    list = FilteredList(items, limit: 60, fitting: Self.fitting)
    list.select(selected)
  }

  /// The same question, with one of its answers marked.
  func selecting(_ answer: DialogAnswer) -> ChoiceScreen {
    var screen = self
    screen.list.select(items.firstIndex { $0.answer == answer } ?? 0)
    return screen
  }

  var isDialog: Bool { true }
  var takesText: Bool { filters }

  var bindings: [Binding] {
    let back = Binding(
      .back, filters ? [.escape] : [.escape, .letter("q")], "tillbaka",
      "Gå tillbaka utan att välja.")
    return takesEnter
      ? [Binding(.accept, [.enter], "välj", "Välj den markerade raden."), back] : [back]
  }

  /// What fits the words that were typed; what begins with them first.
  private static func fitting(_ text: String, _ items: [Item]) -> [Item] {
    let words = text.split(separator: " ")
    guard !words.isEmpty else { return items }
    let found = items.filter { item in words.allSatisfy { item.label.holds($0) } }
    let typed = foldedSwedish(text.trimmingSpaces)
    let starting = found.filter { foldedSwedish($0.label).hasPrefix(typed) }
    return starting + found.filter { !foldedSwedish($0.label).hasPrefix(typed) }
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    guard command == .accept, list.shown.isEmpty else { return nil }
    return "Inget passar det du skrev. Sudda och skriv om."
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept: list.selected.map { [.answer($0.answer)] } ?? []
    case .back: [.pop]
    default: []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    if !filters, case .character(let letter) = key,
      let item = items.first(where: { $0.letter == letter })
    {
      return [.answer(item.answer)]
    }
    let isTaken =
      filters && list.type(key)
      || takesEnter && list.move(key, rows: 8, takesLetters: !filters)
    return isTaken ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard filters else { return nil }
    list.paste(text)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let wanted = items.count + (filters ? 1 : 0)
    var (row, rows) = Panel.draw(
      title: title, height: min(wanted, max(8, surface.size.rows / 2)), on: &surface)
    if filters {
      surface.write("Sök: ", at: Point(column: 2, row: row), role: .hint)
      list.field.draw(
        into: &surface, at: Point(column: 7, row: row), width: surface.size.columns - 9)
      row += 1
      rows = max(1, rows - 1)
    }
    let hasLetters = !filters
    list.draw(rows: row..<row + rows, isMarked: takesEnter, on: &surface) {
      item, row, role, surface in
      let letter = !hasLetters ? "" : (item.letter.map { "\($0)  " } ?? "   ")
      surface.write("\(letter)\(item.label)", at: Point(column: 3, row: row), role: role)
    }
  }
}
