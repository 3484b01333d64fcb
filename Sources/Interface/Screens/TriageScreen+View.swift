import Domain
import Terminal

extension TriageScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    guard let matter else {
      surface.write(emptyWords, at: Point(column: 1, row: 1), role: .strong)
      surface.write(
        "Esc går tillbaka till köerna.", at: Point(column: 1, row: 3), role: .faint)
      surface.cursor = Point(column: 1, row: 1)
      return
    }
    guard surface.size.rows >= 10 else { return drawLow(matter, on: &surface, in: context) }
    let state = matter.state
    let columns = surface.size.columns
    drawHead(of: matter, on: &surface, in: context)
    let listRows = min(6, max(2, surface.size.rows / 4))
    let bottom = surface.size.rows - listRows - 3
    // On a low screen the text comes before what is known about the sender. What is suggested
    // stands by the type and the unit, and what must be seen first above the text.
    let all = MatterLines.facts(
      of: matter, earlier: 0, suggestions: false, notes: false, in: context)
    let facts = all.prefix(max(0, min(4, bottom - 6)))
    // What is cut off there, or has no row, can be read after the text.
    let rest = all.enumerated().filter { index, line in
      index >= facts.count || TextWidth.width(of: line.text) > columns - 2
    }
    setRest(rest.map(\.element))
    for (offset, line) in facts.enumerated() {
      surface.write(
        TextWidth.clip(line.text, to: columns - 2), at: Point(column: 1, row: 2 + offset),
        role: line.role)
    }
    let top = 2 + facts.count + (bottom > 8 ? 1 : 0)
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: top, columns: min(columns - 2, ReadingPane.widest),
        rows: bottom - top))
    surface.rule(row: bottom)
    PresenceWords.draw(in: matter.id, on: &surface, row: bottom, context)
    if !pane.isAtEnd {
      surface.more("mer text: ↓", row: bottom)
    }
    drawTypes(at: bottom + 1, state: state, on: &surface, in: context)
    drawUnit(at: bottom + 2, rows: listRows, on: &surface, in: context)
  }

  /// Where rows are few the text has all but the title and what is asked just now.
  private mutating func drawLow(
    _ matter: Matter, on surface: inout Surface, in context: Context
  ) {
    let size = surface.size
    setRest(
      MatterLines.facts(of: matter, earlier: 0, suggestions: false, notes: false, in: context))
    let title = "\(matter.state.reference.short)  \(matter.state.displayTitle)"
    surface.write(
      TextWidth.clip(title, to: size.columns - 11), at: Point(column: 1, row: 0), role: .strong)
    let listRows = 2
    let bottom = phase == .type ? size.rows - 1 : size.rows - 1 - listRows
    pane.layoutAndDraw(
      into: &surface, in: Rect(column: 1, row: 1, columns: size.columns - 2, rows: bottom - 1))
    if !pane.isAtEnd {
      surface.more(row: 0)
    }
    if phase == .type {
      drawTypes(at: bottom, state: matter.state, on: &surface, in: context)
    } else {
      drawUnit(at: bottom, rows: listRows, on: &surface, in: context)
    }
  }

  private func drawHead(of matter: Matter, on surface: inout Surface, in context: Context) {
    let state = matter.state
    var head = "Ny \(state.reference.short)"
    if let last = state.answerBy {
      let standing = state.deadline?.standing(on: context.today).words ?? ""
      head += " · svar senast \(last.shortSwedish), \(standing)"
    }
    surface.write(head, at: Point(column: 1, row: 0), role: .faint)
    let queue = waiting == 1 ? "1 ny" : "\(waiting) nya"
    let place = surface.size.columns - queue.count - 1
    if place > TextWidth.width(of: head) + 2 {
      surface.write(queue, at: Point(column: place, row: 0), role: .faint)
    }
    surface.write(
      TextWidth.clip(state.displayTitle, to: surface.size.columns - 2),
      at: Point(column: 1, row: 1), role: .strong)
  }

  private func drawTypes(
    at row: Int, state: Matter.State, on surface: inout Surface, in context: Context
  ) {
    let isNarrow = surface.size.columns < 60
    var column = surface.write(
      isNarrow ? "" : " Typ    ", at: Point(column: 0, row: row), role: .faint)
    let letters: [(String, Category)] = [("b", .praise), ("f", .suggestion), ("k", .complaint)]
    for (letter, category) in letters {
      let isChosen = self.category == category && !isUntyped
      let label = context.rules.routine(at: state.suggestedUnit).label(category)
      let isSuggested = category == state.suggestedCategory && phase == .type && !isUntyped
      let words = isSuggested ? "\(label) (föreslaget)" : label
      let text = isChosen ? "[\(letter) \(words)]" : " \(letter) \(words) "
      column += surface.write(
        text, at: Point(column: column, row: row), role: isChosen ? .activeTab : .normal)
      column += 1
    }
    if isUntyped {
      column += surface.write(
        "[d utan typ]", at: Point(column: column, row: row), role: .activeTab)
    }
    let area = "Ämne: \(state.subjectArea ?? "–")"
    surface.write(area, at: Point(column: max(column + 2, 44), row: row), role: .faint)
    if phase == .type { surface.cursor = Point(column: isNarrow ? 0 : 8, row: row) }
  }

  private mutating func drawUnit(
    at row: Int, rows: Int, on surface: inout Surface, in context: Context
  ) {
    surface.write(" Enhet  ", at: Point(column: 0, row: row), role: .faint)
    guard phase == .unit else {
      let suggested = context.unitName(matter?.state.suggestedUnit)
      surface.write(
        suggested.isEmpty
          ? (knownCategory == nil ? "väljs när typen är vald" : "väljs efter Enter")
          : "\(suggested) (föreslagen)",
        at: Point(column: 8, row: row), role: .faint)
      return
    }
    field.draw(
      into: &surface, at: Point(column: 8, row: row), width: min(40, surface.size.columns - 9),
      placeholder: "några bokstäver i enhetens namn")
    let caret = surface.cursor
    let units = candidates(in: context)
    choice.setCount(units.count)
    for (offset, index) in choice.visible(rows: rows).enumerated() {
      let isSelected = index == choice.selected && !isNothingChosen
      draw(units[index], at: row + 1 + offset, isSelected: isSelected, on: &surface, in: context)
    }
    if units.isEmpty {
      let words = field.text.isEmpty ? "Skriv några bokstäver." : "Ingen enhet passar."
      surface.write(words, at: Point(column: 8, row: row + 1), role: .faint)
    }
    if !isMoving || units.isEmpty { surface.cursor = caret }
  }

  private func draw(
    _ unit: Unit, at row: Int, isSelected: Bool, on surface: inout Surface, in context: Context
  ) {
    let role: StyleRole = isSelected ? .selected : .normal
    if isSelected { surface.fill(row: row, role: .selected) }
    surface.write(isSelected ? ">" : " ", at: Point(column: 6, row: row), role: role)
    if isSelected { surface.cursor = Point(column: 6, row: row) }
    surface.write(unit.name, at: Point(column: 8, row: row), role: role, width: 32)
    let manager = context.rules.organisation.manager(of: unit.id)?.name ?? "ingen chef"
    let suggested = unit.id == matter?.state.suggestedUnit ? " · föreslagen" : ""
    surface.write(
      manager + suggested, at: Point(column: 42, row: row), role: isSelected ? .selected : .faint)
  }
}
