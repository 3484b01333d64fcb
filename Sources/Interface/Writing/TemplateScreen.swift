import Domain
import Terminal

/// The choice of a template, each filled and shown as it would become.
struct TemplateScreen: Screen {
  /// One way to begin.
  struct Choice: Sendable {
    let title: String
    let preview: String
    let beginning: AnswerBeginning
  }

  let title: String
  private let choices: [Choice]
  /// Whether there is no text yet to go back to.
  private let isBeginning: Bool
  private var cursor = ListCursor()
  private var pane = ReadingPane()

  /// - Parameters:
  ///   - templates: The filled templates, the most fitting first.
  ///   - title: What is asked.
  ///   - canBeSpoken: Whether the answer may also be one that was spoken, or begun empty.
  init(_ templates: [FilledTemplate], title: String, canBeSpoken: Bool) {
    self.title = title
    var choices = templates.map {
      Choice(title: $0.title, preview: $0.text, beginning: .template($0))
    }
    if canBeSpoken {
      choices.append(
        Choice(
          title: "Svarade per telefon eller på plats",
          preview: "Inget brev: du skriver bara vad som sades.", beginning: .spoken))
      choices.append(
        Choice(title: "Utan mall", preview: "Du börjar med en tom sida.", beginning: .empty))
    }
    self.choices = choices
    isBeginning = canBeSpoken
    cursor.setCount(choices.count)
    preview()
  }

  let bindings = [
    Binding(.accept, [.enter], "sätt in", "Sätt in mallen."),
    Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka utan mall."),
  ]

  private mutating func preview() {
    guard choices.indices.contains(cursor.selected) else { return }
    pane = ReadingPane(MatterLines.paragraphs(choices[cursor.selected].preview))
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    guard command == .accept, choices.indices.contains(cursor.selected) else {
      return isBeginning ? [.answer(.beginning(.none))] : [.pop]
    }
    return [.answer(.beginning(choices[cursor.selected].beginning))]
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    switch key {
    case .pageUp, .pageDown, .character(" "): return pane.handle(key) ? [] : nil
    default:
      guard cursor.handle(key, rows: choices.count) else { return nil }
      preview()
      return []
    }
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    surface.write(title, at: Point(column: 1, row: 0), role: .strong)
    let rows = min(choices.count, max(3, size.rows / 2 - 1))
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      let isSelected = index == cursor.selected
      let role: StyleRole = isSelected ? .selected : .normal
      if isSelected { surface.fill(row: 1 + offset, role: .selected) }
      surface.write(
        " \(isSelected ? ">" : " ") \(choices[index].title)",
        at: Point(column: 0, row: 1 + offset), role: role)
      if isSelected { surface.cursor = Point(column: 1, row: 1 + offset) }
    }
    surface.rule(row: rows + 1)
    let cursorPoint = surface.cursor
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: rows + 2, columns: min(size.columns - 2, ReadingPane.widest),
        rows: size.rows - rows - 2))
    surface.cursor = cursorPoint
  }
}
