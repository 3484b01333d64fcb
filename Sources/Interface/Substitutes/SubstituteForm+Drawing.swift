import Domain
import Terminal

extension SubstituteForm {
  private static let labelColumns = 16

  /// Draws the rows, who fits what is typed, and what there is to know.
  func draw(on surface: inout Surface, in context: Context) {
    surface.write(
      TextWidth.clip(title(in: context), to: surface.size.columns - 2),
      at: Point(column: 1, row: 0), role: .strong)
    // On a low screen there is room for the row that is written in, and for who fits.
    let isLow = surface.size.rows < shown.count + 5
    var row = isLow ? 1 : 2
    for field in isLow ? [focus] : shown {
      draw(field, at: row, on: &surface)
      row += 1
    }
    let caret = surface.cursor
    if !isLow { row += 1 }
    row = drawCandidates(at: row, on: &surface) ?? row
    if let words = note(in: context), row < surface.size.rows {
      let pane = ReadingPane([StyledLine(words, role: .hint)])
      let columns = min(surface.size.columns - 4, ReadingPane.widest)
      pane.draw(
        into: &surface,
        in: Rect(column: 3, row: row, columns: columns, rows: max(1, surface.size.rows - row)))
    }
    if !isMoving { surface.cursor = caret }
  }

  private func title(in context: Context) -> String {
    guard let changed else {
      return chefs.count == 1
        ? "Utse en vikarie för \(chefs[0].name)" : "Utse en vikarie för en chef"
    }
    let names = [changed.substitute, changed.chef].map { context.personName($0) }
    return "Sista dagen för \(names[0]), vikarie för \(names[1])"
  }

  private func draw(_ field: Field, at row: Int, on surface: inout Surface) {
    let isFocused = field == focus
    surface.write(isFocused ? ">" : " ", at: Point(column: 1, row: row), role: .key)
    let label = Point(column: 3, row: row)
    guard let text = fields[field] else {
      surface.write(
        changed == nil ? "[ Utse vikarien ]" : "[ Spara ]", at: label,
        role: isFocused ? .activeTab : .normal)
      if isFocused { surface.cursor = label }
      return
    }
    surface.write(Self.label(field), at: label, role: isFocused ? .strong : .faint)
    let width = min(40, surface.size.columns - Self.labelColumns - 1)
    let place = Point(column: Self.labelColumns, row: row)
    text.draw(
      into: &surface, at: place, width: width, isFocused: isFocused,
      placeholder: isFocused ? Self.placeholder(field) : "")
    guard let day = day(field) else { return }
    surface.write(
      "\(day.weekday.swedish) \(day.longSwedish)",
      at: Point(column: Self.labelColumns + 14, row: row), role: .faint)
  }

  /// Draws those who fit, with the one that Enter takes marked.
  ///
  /// - Returns: The row after them; nil when there are none to choose among.
  private func drawCandidates(at row: Int, on surface: inout Surface) -> Int? {
    guard let candidates, !candidates.isEmpty else { return nil }
    let below = surface.size.rows - row
    let rows = min(6, max(1, below > 4 ? below - 2 : below))
    let visible = choice.visible(rows: rows)
    let isChosen = isMoving || fields[focus]?.isEmpty == false
    for (offset, index) in visible.enumerated() {
      let isSelected = isChosen && index == choice.selected
      let place = Point(column: Self.labelColumns - 2, row: row + offset)
      let role: StyleRole = isSelected ? .selected : .normal
      surface.write(
        "\(isSelected ? ">" : " ") \(Self.words(candidates[index], among: candidates))", at: place,
        role: role)
      if isSelected, isMoving { surface.cursor = place }
    }
    return row + visible.count + 1
  }

  /// The name and the title, and the login where another is called the same.
  private static func words(_ person: Person, among others: [Person]) -> String {
    let isAlone = others.count { $0.name == person.name } == 1
    let title = person.title.map { ", \($0)" } ?? ""
    return isAlone ? person.name + title : "\(person.name)\(title) (\(person.login))"
  }

  private static func label(_ field: Field) -> String {
    switch field {
    case .chef: "Vikarie för"
    case .substitute: "Vikarie"
    case .from: "Första dagen"
    case .to: "Sista dagen"
    case .done: ""
    }
  }

  private static func placeholder(_ field: Field) -> String {
    switch field {
    case .chef, .substitute: "några bokstäver i namnet"
    case .from, .to: "5/11 eller 2026-11-05"
    case .done: ""
    }
  }

  private func note(in context: Context) -> String? {
    switch focus {
    case .chef: "Chefen kan vara vem som helst som du själv står över, eller sorterar åt."
    case .substitute:
      "Vikarien ser och svarar på chefens ärenden de dagarna, i sitt eget namn. Chefen kan också "
        + "arbeta som vanligt."
    case .from: "Enter om vikariatet börjar den dagen; annars skriv en annan, som 5/12."
    case .to: "Den dagen är med. Dagen efter är det slut av sig självt."
    case .done: "Enter sparar. Båda får veta det."
    }
  }
}
