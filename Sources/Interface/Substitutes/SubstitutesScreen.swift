import Domain
import Terminal

/// Who does a chef's work in the chef's stead and when, and the form in which one is named.
struct SubstitutesScreen: Screen {
  private var cursor = ListCursor()
  /// The form; what was filled in and left stands there again.
  private(set) var form: SubstituteForm?
  /// Whether keys go to the form.
  private(set) var isFilling = false

  var takesText: Bool { isFilling }

  var bindings: [Binding] {
    isFilling ? Self.formBindings(choosesPerson: form?.candidates != nil) : Self.listBindings
  }

  static let listBindings = [
    Binding(.nameSubstitute, [.letter("n")], "utse vikarie", "Utse en vikarie för en chef."),
    Binding(
      .changeLastDay, [.enter, .letter("ä")], "ändra sista dagen",
      "Ändra den markerade vikariens sista dag."),
    Binding(
      .endSubstitution, [.letter("x"), .delete], "avsluta", "Avsluta det markerade vikariatet nu."),
    Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka."),
  ]

  /// The keys in the form: where somebody is chosen, the arrows go among those who fit.
  static func formBindings(choosesPerson: Bool) -> [Binding] {
    [
      Binding(.accept, [.enter], "nästa", "Gå till nästa fält; på sista raden sparas det."),
      Binding(.save, [.control("s")], "spara", "Spara så som det är."),
      Binding(.nextField, choosesPerson ? [.tab] : [.tab, .down], "", "Gå till nästa fält."),
      Binding(
        .previousField, choosesPerson ? [.backTab] : [.backTab, .up], "", "Gå till förra fältet."),
      Binding(.back, [.escape], "tillbaka", "Gå tillbaka; det du fyllt i finns kvar."),
    ]
  }

  /// Those that hold or are to come, and that the person may change or is part of.
  func shown(in context: Context) -> [Substitution] {
    let organisation = context.rules.organisation
    let (own, today) = (context.actor.login, context.today)
    let standing = organisation.substitutes.filter { !$0.isOver(on: today) }
    guard !standing.isEmpty else { return [] }
    let chefs = Set(organisation.chefs(forWhomMayName: own).map(\.login))
    return standing.filter { chefs.contains($0.chef) || $0.substitute == own }
  }

  func selected(in context: Context) -> Substitution? {
    let shown = shown(in: context)
    return shown.indices.contains(cursor.selected) ? shown[cursor.selected] : shown.last
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    switch command {
    case .nameSubstitute:
      context.rules.organisation.chefs(forWhomMayName: context.actor.login).isEmpty
        ? "Det finns ingen chef som du kan utse vikarie för." : nil
    case .changeLastDay, .endSubstitution:
      selected(in: context) == nil ? "Det finns ingen vikarie att ändra." : nil
    default: nil
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .nameSubstitute:
      if form == nil || form?.changed != nil { form = SubstituteForm(in: context) }
      isFilling = true
    case .changeLastDay:
      guard let selected = selected(in: context) else { return [] }
      if form?.changed != selected { form = SubstituteForm(changing: selected, in: context) }
      isFilling = true
    case .endSubstitution:
      return selected(in: context).map { [.push(ChoiceScreen.ending($0, in: context))] } ?? []
    case .accept: return accept()
    case .save: return save()
    case .nextField: form?.move(by: 1)
    case .previousField: form?.move(by: -1)
    case .back:
      guard isFilling else { return [.pop] }
      isFilling = false
    default: break
    }
    return []
  }

  /// Enter: the next field, and on the last row the whole.
  private mutating func accept() -> [Step] {
    guard form?.focus == .done else {
      if let problem = form?.settle() { return [.complain(problem)] }
      form?.move(by: 1)
      return []
    }
    return save()
  }

  private mutating func save() -> [Step] {
    if let problem = form?.finish() { return [.complain(problem)] }
    return form?.asked.map { [.effect(.substitute($0))] } ?? []
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    guard isFilling else {
      cursor.setCount(shown(in: context).count)
      return cursor.handle(key, rows: 8) ? [] : nil
    }
    return form?.handle(key) == true ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard isFilling else { return nil }
    form?.paste(text)
    return []
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    guard case .endSubstitution(let substitution) = answer else { return [] }
    return [.effect(.substitute(.end(substitution)))]
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .substituted(let command, _, _):
      // What is being filled in about somebody else stays.
      guard isFilling, command == form?.asked else { return [] }
      form = nil
      isFilling = false
    case .notSubstituted(let refusal):
      if isFilling { form?.focus(on: refusal) }
    default: break
    }
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    if isFilling, let form {
      form.draw(on: &surface, in: context)
    } else {
      drawList(on: &surface, in: context)
    }
  }

  private mutating func drawList(on surface: inout Surface, in context: Context) {
    let shown = shown(in: context)
    surface.write("Vikarier", at: Point(column: 1, row: 0), role: .strong)
    guard !shown.isEmpty else {
      surface.write(
        "Ingen är eller ska bli vikarie.", at: Point(column: 3, row: 2), role: .faint)
      surface.cursor = Point(column: 1, row: 2)
      return
    }
    let width = max(8, (min(surface.size.columns, 110) - 41) / 2)
    let places = [3, 4 + width, 5 + 2 * width, 13 + 2 * width, 21 + 2 * width]
    for (head, column) in zip(["Vikarie", "För", "Från", "Till"], places) {
      surface.write(head, at: Point(column: column, row: 1), role: .faint)
    }
    cursor.setCount(shown.count)
    let visible = cursor.visible(rows: max(1, surface.size.rows - 2))
    for (row, index) in zip(2..., visible) {
      let (isSelected, entry) = (index == cursor.selected, shown[index])
      let role: StyleRole = isSelected ? .selected : .normal
      if isSelected {
        surface.fill(row: row, role: role)
        surface.cursor = Point(column: 1, row: row)
      }
      surface.write(isSelected ? ">" : " ", at: Point(column: 1, row: row), role: role)
      let words = [
        TextWidth.clip(context.personName(entry.substitute), to: width),
        TextWidth.clip(context.personName(entry.chef), to: width),
        entry.from.shortSwedish, entry.to.shortSwedish,
        entry.holds(on: context.today) ? "är vikarie nu" : "",
      ]
      for (text, column) in zip(words, places) {
        surface.write(text, at: Point(column: column, row: row), role: role)
      }
    }
  }
}
