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
  private var field = TextField(limit: 60)
  private var cursor = ListCursor()
  /// Whether the last key moved in the list, so that the caret stands there.
  private var isMoving = false

  init(
    title: String, items: [Item], filters: Bool = false, selected: Int = 0,
    takesEnter: Bool = true
  ) {
    self.title = title
    self.items = items
    self.filters = filters
    self.takesEnter = takesEnter
    cursor.setCount(items.count)
    cursor.moveTo(selected)
  }

  /// The same question, with one of its answers marked.
  func selecting(_ answer: DialogAnswer) -> ChoiceScreen {
    var screen = self
    screen.cursor.moveTo(items.firstIndex { $0.answer == answer } ?? 0)
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
  private var shown: [Item] {
    let words = field.text.split(separator: " ")
    guard filters, !words.isEmpty else { return items }
    let found = items.filter { item in words.allSatisfy { item.label.holds($0) } }
    let typed = foldedSwedish(field.text.trimmingSpaces)
    let starting = found.filter { foldedSwedish($0.label).hasPrefix(typed) }
    return starting + found.filter { !foldedSwedish($0.label).hasPrefix(typed) }
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    if command == .accept, shown.isEmpty { return "Inget passar det du skrev. Sudda och skriv om." }
    return nil
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    let shown = shown
    switch command {
    case .accept where shown.indices.contains(cursor.selected):
      return [.answer(shown[cursor.selected].answer)]
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    if !filters, case .character(let letter) = key,
      let item = items.first(where: { $0.letter == letter })
    {
      return [.answer(item.answer)]
    }
    if filters, field.handle(key) {
      isMoving = false
      cursor.setCount(shown.count)
      cursor.moveTo(0)
      return []
    }
    guard takesEnter, cursor.handle(key, rows: 8, takesLetters: !filters) else { return nil }
    isMoving = true
    return []
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard filters else { return nil }
    field.paste(text)
    cursor.setCount(shown.count)
    cursor.moveTo(0)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let shown = shown
    cursor.setCount(shown.count)
    let wanted = items.count + (filters ? 1 : 0)
    var (row, rows) = Panel.draw(
      title: title, height: min(wanted, max(8, surface.size.rows / 2)), on: &surface)
    var caret: Point?
    if filters {
      surface.write("Sök: ", at: Point(column: 2, row: row), role: .hint)
      field.draw(
        into: &surface, at: Point(column: 7, row: row), width: surface.size.columns - 9)
      caret = surface.cursor
      row += 1
      rows -= 1
    }
    if shown.isEmpty {
      surface.write("Inget passar.", at: Point(column: 3, row: row), role: .faint)
    }
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      let isSelected = takesEnter && index == cursor.selected
      if isSelected { surface.fill(row: row + offset, role: .selected) }
      let role: StyleRole = isSelected ? .selected : .normal
      let letter = filters ? "" : (shown[index].letter.map { "\($0)  " } ?? "   ")
      surface.write(
        " \(isSelected ? ">" : " ") \(letter)\(shown[index].label)",
        at: Point(column: 0, row: row + offset), role: role)
      if index == cursor.selected { surface.cursor = Point(column: 1, row: row + offset) }
    }
    if let caret, !isMoving || shown.isEmpty { surface.cursor = caret }
  }
}
