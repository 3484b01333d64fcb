import Domain
import Terminal

/// What the guide asks for, page by page: labelled fields in an order that Tab follows.
struct GuideForm: Equatable, Sendable {
  /// The routines to choose among.
  let routines: [Routine]
  private(set) var answers = FirstOrganisation()
  private(set) var step = GuideStep.welcome
  /// The field that keys go to.
  private(set) var focus = GuideField.onward
  private(set) var fields: [GuideField: TextField] = [:]

  /// - Parameters:
  ///   - login: Who answers.
  ///   - rules: The routines to choose among.
  init(login: PersonID, rules: Rulebook) {
    routines = rules.routines.values.sorted { $0.name < $1.name }
    answers.routine = rules.fallback.id
    answers.places = [FirstOrganisation.Place()]
    var own = FirstOrganisation.Colleague()
    own.login = login
    own.roles = [.triage, .registrar]
    answers.colleagues = [own]
  }

  /// Whether nothing has been written.
  var isEmpty: Bool { fields.values.allSatisfy(\.isEmpty) }

  /// The fields of a page, in order.
  var shown: [GuideField] {
    switch step {
    case .welcome, .review: []
    case .municipality: [.answer(.municipality), .onward]
    case .department:
      [.answer(.department), .answer(.routine), .answer(.regulation), .onward]
    case .units:
      answers.places.indices.flatMap { index -> [GuideField] in
        [.answer(.unit(index)), .answer(.chef(index)), .answer(.chefLogin(index))]
      } + [.moreUnits, .onward]
    case .people:
      answers.colleagues.indices.flatMap { index -> [GuideField] in
        index == 0
          ? [.answer(.name(0)), .answer(.roles(0))]
          : [.answer(.name(index)), .answer(.login(index)), .answer(.roles(index))]
      } + [.morePeople, .onward]
    }
  }

  /// Turns to a page.
  mutating func turn(to step: GuideStep) {
    self.step = step
    focus = shown.first ?? .onward
  }

  /// The page that asks for something.
  static func step(of field: FirstOrganisation.Field) -> GuideStep {
    switch field {
    case .municipality: .municipality
    case .department, .routine, .regulation: .department
    case .unit, .chef, .chefLogin: .units
    case .name, .login, .roles: .people
    }
  }

  // MARK: - Keys

  /// Goes to the next field, or to the one before; from the last to the first.
  mutating func move(by step: Int) {
    let shown = shown
    guard let index = shown.firstIndex(of: focus) else { return }
    focus = shown[(index + step + shown.count) % shown.count]
  }

  /// Goes to a field, on its own page.
  mutating func move(to field: FirstOrganisation.Field) {
    turn(to: Self.step(of: field))
    if shown.contains(.answer(field)) { focus = .answer(field) }
  }

  /// Adds a unit or a person, and goes there.
  mutating func addMore() {
    switch focus {
    case .moreUnits:
      answers.places.append(FirstOrganisation.Place())
      focus = .answer(.unit(answers.places.count - 1))
    case .morePeople:
      answers.colleagues.append(FirstOrganisation.Colleague())
      focus = .answer(.name(answers.colleagues.count - 1))
    default: break
    }
  }

  /// Takes a key for the field that has the focus.
  ///
  /// - Returns: Whether the key means something there.
  mutating func handle(_ key: Key) -> Bool {
    guard focus.isWritten else {
      guard let value = options(of: focus).value(for: key) else { return false }
      pick(value)
      return true
    }
    var field = field(focus)
    guard field.handle(key) else { return false }
    note(field)
    return true
  }

  /// Takes pasted text.
  mutating func paste(_ text: String) {
    guard focus.isWritten else { return }
    var field = field(focus)
    field.paste(text)
    note(field)
  }

  /// The text of a field.
  func field(_ field: GuideField) -> TextField { fields[field] ?? TextField(limit: 200) }

  private mutating func note(_ field: TextField) {
    fields[focus] = field
    guard case .answer(let answer) = focus else { return }
    switch answer {
    case .municipality: answers.municipality = field.text
    case .department: answers.department = field.text
    case .unit(let index): answers.places[index].name = field.text
    case .chef(let index): answers.places[index].chef = field.text
    case .chefLogin(let index): answers.places[index].login = field.text
    case .name(let index): answers.colleagues[index].name = field.text
    case .login(let index): answers.colleagues[index].login = field.text
    case .routine, .regulation, .roles: break
    }
  }

  private mutating func pick(_ value: Choice) {
    switch value {
    case .routine(let id): answers.routine = id
    case .regulation(let regulation): answers.regulation = regulation
    case .roles(let index, let roles): answers.colleagues[index].roles = roles
    }
  }
}
