import Domain
import Terminal

/// The form in which a substitute is named, or given another last day.
struct SubstituteForm: Equatable, Sendable {
  /// A row of the form, in the order in which they stand.
  enum Field: CaseIterable {
    case chef
    case substitute
    case from
    case to
    case done
  }

  /// The substitution that gets another last day; nil when one is named.
  let changed: Substitution?
  /// The chefer to choose among.
  let chefs: [Person]
  private let organisation: Organisation
  private let today: CivilDay
  /// The row that keys go to.
  private(set) var focus: Field
  private(set) var fields: [Field: TextField] = [:]
  /// Who has been chosen in the rows where somebody is.
  private var chosen: [Field: PersonID] = [:]
  /// Who of those that fit is the one that Enter takes.
  private(set) var choice = ListCursor()
  /// Whether the arrows have been used to choose.
  private(set) var isMoving = false
  /// The days that the form came with and that no key has touched: the first letter takes their
  /// place.
  private var untouched: Set<Field> = []
  /// What was asked for last.
  private(set) var asked: SubstitutionCommand?

  /// A form to name a substitute.
  init(in context: Context) {
    organisation = context.rules.organisation
    chefs = organisation.chefs(forWhomMayName: context.actor.login)
    today = context.today
    changed = nil
    focus = .chef
    for field in [Field.chef, .substitute, .to] { fields[field] = TextField(limit: 60) }
    fields[.from] = TextField(text: today.iso, limit: 60)
    untouched = [.from]
    // Who is chef themselves mostly asks for their own.
    let own = chefs.first { $0.login == context.actor.login } ?? (chefs.count == 1 ? chefs[0] : nil)
    if let own {
      choose(own, in: .chef)
      focus = .substitute
    }
    update()
  }

  /// A form to give one another last day.
  init(changing substitution: Substitution, in context: Context) {
    organisation = context.rules.organisation
    chefs = []
    today = context.today
    changed = substitution
    focus = .to
    fields[.to] = TextField(text: substitution.to.iso, limit: 60)
    untouched = [.to]
  }

  /// The rows that are shown.
  var shown: [Field] {
    changed == nil ? Field.allCases.filter { $0 != .chef || chefs.count > 1 } : [.to, .done]
  }

  /// Who has been chosen in a row.
  func person(_ field: Field) -> Person? { organisation.person(chosen[field]) }

  /// The day in a row; nil while it is none.
  func day(_ field: Field) -> CivilDay? {
    fields[field].flatMap { CivilDay(typed: $0.text, from: today) }
  }

  /// Who fits what stands in the row of the focus; nil where nobody is chosen.
  var candidates: [Person]? {
    guard focus == .chef || focus == .substitute else { return nil }
    guard chosen[focus] == nil else { return [] }
    let typed = fields[focus]?.text.trimmingSpaces ?? ""
    if focus == .chef { return organisation.people(chefs, matching: typed) }
    let chef = person(.chef)
    guard typed.isEmpty else {
      let others = organisation.people.filter { $0.login != chef?.login && !$0.isCommonLogin }
      return organisation.people(others, matching: typed)
    }
    let near = chef?.chefGrants.flatMap { organisation.people(at: $0.unit) } ?? []
    return near.reduce(into: []) {
      if $1 != chef, !$1.isCommonLogin, !$0.contains($1) { $0.append($1) }
    }
  }

  // MARK: - Keys

  /// Goes to the next row, or to the one before; who has been typed is chosen.
  mutating func move(by step: Int) {
    if fields[focus]?.text.trimmingSpaces.isEmpty == false { _ = settle() }
    let shown = shown
    let index = shown.firstIndex(of: focus) ?? 0
    go(to: shown[(index + step + shown.count) % shown.count])
  }

  /// Goes to the row that must be mended.
  mutating func focus(on refusal: Refusal) {
    switch refusal {
    case .substitution(.chefItself), .substitution(.ownSubstitution),
      .substitution(.unknownPerson), .substitution(.commonLogin):
      go(to: .substitute)
    case .substitution(.mayNotName), .substitution(.noChef): go(to: .chef)
    case .substitution(.firstDayHasBeen), .substitution(.taken): go(to: .from)
    default: go(to: .to)
    }
  }

  private mutating func go(to field: Field) {
    if shown.contains(field) { focus = field }
    update()
  }

  /// Takes a key for the row of the focus.
  ///
  /// - Returns: Whether the key means something there.
  mutating func handle(_ key: Key) -> Bool {
    if key == .up || key == .down {
      guard let candidates, !candidates.isEmpty else { return false }
      // The first arrow takes what stands first, where nothing was typed.
      if isMoving || fields[focus]?.isEmpty == false { _ = choice.handle(key, rows: 6) }
      isMoving = true
      return true
    }
    let before = fields[focus]?.text
    if case .character = key, untouched.contains(focus) { fields[focus]?.replaceAll(with: "") }
    untouched.remove(focus)
    guard fields[focus]?.handle(key) == true else { return false }
    if fields[focus]?.text != before { note() }
    return true
  }

  /// Takes pasted text.
  mutating func paste(_ text: String) {
    if untouched.remove(focus) != nil { fields[focus]?.replaceAll(with: "") }
    fields[focus]?.paste(text)
    note()
  }

  private mutating func note() {
    chosen[focus] = nil
    update()
  }

  private mutating func update() {
    isMoving = false
    choice.setCount(candidates?.count ?? 0)
    choice.moveTo(0)
  }

  private mutating func choose(_ person: Person, in field: Field) {
    chosen[field] = person.login
    fields[field]?.replaceAll(with: person.name)
  }

  // MARK: - What it says

  /// Takes what stands in the row of the focus as what it means.
  ///
  /// - Returns: What is wrong with it; nil when nothing is.
  mutating func settle() -> String? {
    let text = fields[focus]?.text.trimmingSpaces ?? ""
    switch focus {
    case .chef, .substitute:
      guard chosen[focus] == nil else { return nil }
      guard let candidates, candidates.indices.contains(choice.selected) else {
        return text.isEmpty ? Self.asksForName : "Ingen passar ”\(text)”. Sudda och skriv om."
      }
      guard isMoving || !text.isEmpty else { return Self.asksForName }
      choose(candidates[choice.selected], in: focus)
      update()
    case .from, .to:
      guard let day = day(focus) else { return "Skriv dagen som 2026-11-05, 5/11 eller 5 nov." }
      fields[focus]?.replaceAll(with: day.iso)
    case .done: break
    }
    return nil
  }

  private static let asksForName =
    "Skriv några bokstäver i namnet, eller välj med piltangenterna."

  /// Takes all of it together as what is asked for.
  ///
  /// - Returns: What is wrong, with the focus on it; nil when nothing is.
  mutating func finish() -> String? {
    for field in shown where field != .done {
      let before = focus
      if field != focus { go(to: field) }
      if let problem = settle() { return problem }
      if field != before { go(to: before) }
    }
    guard let to = day(.to) else { return nil }
    if let changed {
      asked = .move(changed, to: to)
    } else if let chef = chosen[.chef], let substitute = chosen[.substitute], let from = day(.from)
    {
      asked = .name(Substitution(chef: chef, substitute: substitute, from: from, to: to))
    }
    return nil
  }
}
