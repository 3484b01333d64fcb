import Domain
import Terminal

/// New matters, one at a time: a key for the type, letters for the unit, Enter, next.
struct TriageScreen: Screen {
  /// What the next key means.
  enum Phase: Hashable, Sendable {
    /// A key chooses the type.
    case type
    /// Letters find the unit.
    case unit
  }

  private(set) var matter: Matter?
  private(set) var waiting = 0
  private(set) var recent: [UnitID] = []
  private(set) var phase: Phase = .type
  private(set) var category: Category?
  /// Whether it is sent without a type.
  private(set) var isUntyped = false
  private(set) var skipped: [MatterID] = []
  private var isLoaded = false
  /// The number of events that the person knew of when the last step was begun: what comes while a
  /// unit is chosen or a question is open may not have been seen.
  private var known = 0
  /// The matter that the open question is about.
  private var asked: MatterID?
  var field = TextField(limit: 60)
  var choice = ListCursor()
  var pane = ReadingPane([])
  /// What is to be read: notes and text.
  private var read: [StyledLine] = []

  var takesText: Bool { phase == .unit }
  var subject: DraftMatter? { matter?.draftMatter }
  var shown: Matter? { matter }

  var bindings: [Binding] {
    guard phase == .type else { return Self.unitBindings }
    guard knownCategory != nil else { return Self.typeBindings }
    let onward = Binding(
      .next, [.enter], "enhet", "Gå vidare till enheten med den typ som är vald.")
    return [onward] + Self.typeBindings.filter { $0.command != .next }
  }

  /// The type that Enter goes on with.
  var knownCategory: Category? {
    category ?? matter?.state.category ?? matter?.state.suggestedCategory
  }

  static let typeBindings = [
    Binding(.praise, [.letter("b")], "beröm", "Det är beröm; välj sedan enhet."),
    Binding(.suggestion, [.letter("f")], "förslag", "Det är ett förslag; välj sedan enhet."),
    Binding(.complaint, [.letter("k")], "klagomål", "Det är ett klagomål; välj sedan enhet."),
    Binding(
      .sendUntyped, [.letter("d")], "utan typ",
      "Skicka till enhetens chef utan typ: chefen sätter den."),
    Binding(.notMatter, [.letter("x")], "ej synpunkt", "Det är ingen synpunkt."),
    Binding(
      .subjectArea, [.letter("ä"), .letter("a")], "ämne", "Välj ämne; det går att vänta med."),
    Binding(.retitle, [.letter("t")], "rubrik", "Skriv en neutral rubrik utan namn."),
    Binding(.forward, [.letter("n")], "nästa", "Gå till nästa ärende utan att göra något."),
    Binding(.backward, [.letter("p")], "", "Gå tillbaka till det förra ärendet."),
    Binding(.wholeMatter, [.letter("o")], "", "Visa hela ärendet med historik."),
    Binding(.next, [.enter], "", "Gå vidare till enheten med den typ som är vald."),
    Binding(.back, [.escape, .letter("q")], "köer", "Gå tillbaka till köerna."),
  ]

  static let unitBindings = [
    Binding(.send, [.enter], "skicka", "Skicka till den markerade enhetens chef och visa nästa."),
    Binding(.back, [.escape], "typ", "Gå tillbaka till typen; inget skickas."),
  ]

  func obstacle(to command: Command, in context: Context) -> String? {
    if command == .back || command == .help { return nil }
    guard matter != nil else {
      return Self.needsMatter.contains(command) ? "Det finns inget nytt ärende att sortera." : nil
    }
    if command == .backward, skipped.isEmpty { return "Det finns inget förra ärende." }
    return nil
  }

  func isFinal(_ command: Command, in context: Context) -> Bool {
    command == .send || command == .next && knownCategory != nil
  }

  private static let needsMatter: Set<Command> = [
    .praise, .suggestion, .complaint, .sendUntyped, .notMatter, .subjectArea, .retitle, .forward,
    .wholeMatter, .next, .send,
  ]

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    if phase == .type { known = matter?.version ?? 0 }
    switch command {
    case .praise: choose(.praise, in: context)
    case .suggestion: choose(.suggestion, in: context)
    case .complaint: choose(.complaint, in: context)
    case .sendUntyped:
      isUntyped = true
      beginUnit(in: context)
    case .next:
      guard let category = knownCategory else {
        return [.complain("Välj typ först: b beröm, f förslag eller k klagomål.")]
      }
      choose(category, in: context)
    case .send: return send(in: context)
    case .back:
      guard phase == .unit else { return [.pop] }
      phase = .type
    case .notMatter:
      asked = matter?.id
      return [.push(ChoiceScreen.notMatterKinds())]
    case .subjectArea:
      asked = matter?.id
      let routine = context.rules.routine(at: matter?.state.suggestedUnit)
      return [.push(ChoiceScreen.subjectAreas(routine, canClear: true))]
    case .retitle:
      asked = matter?.id
      return [.push(PromptScreen(.title, text: matter?.state.title ?? ""))]
    case .forward: return skip()
    case .backward:
      guard let last = skipped.popLast() else { return [] }
      return [.effect(.loadTriage(skipping: [], only: last))]
    case .wholeMatter: return matter.map { [.effect(.loadMatter($0.id, .open))] } ?? []
    default: break
    }
    return []
  }

  private mutating func choose(_ category: Category, in context: Context) {
    self.category = category
    isUntyped = false
    beginUnit(in: context)
  }

  private mutating func beginUnit(in context: Context) {
    phase = .unit
    isMoving = false
    updateChoice(in: context)
  }

  private mutating func skip() -> [Step] {
    guard let matter else { return [] }
    skipped.removeAll { $0 == matter.id }
    skipped.append(matter.id)
    return [.effect(.loadTriage(skipping: Set(skipped), only: nil))]
  }

  private func send(in context: Context) -> [Step] {
    guard let matter else { return [] }
    guard let unit = chosenUnit(in: context) else {
      let typed = field.text.trimmingSpaces
      return [
        .complain(
          typed.isEmpty
            ? "Skriv några bokstäver i enhetens namn, eller välj med piltangenterna."
            : "Ingen enhet passar ”\(typed)”. Sudda och skriv om.")
      ]
    }
    return [
      .perform(
        .triage(isUntyped ? nil : category, unit: unit.id), on: matter.id, expecting: known)
    ]
  }

  /// The units to choose from: those that fit what was typed; with nothing typed the suggested one
  /// and the last five used.
  func candidates(in context: Context) -> [Unit] {
    let organisation = context.rules.organisation
    let typed = field.text.trimmingSpaces
    if !typed.isEmpty { return organisation.units(matching: typed) }
    let open = Set(organisation.openUnits.map(\.id))
    let ids = [matter?.state.suggestedUnit].compactMap { $0 } + recent
    return ids.reduce(into: [Unit]()) { list, id in
      if open.contains(id), !list.contains(where: { $0.id == id }),
        let unit = organisation.unit(id)
      {
        list.append(unit)
      }
    }
  }

  /// The unit that Enter sends to.
  ///
  /// With nothing typed it is the suggested one, or one that was chosen with the arrows: a unit
  /// used last is never sent to by chance.
  func chosenUnit(in context: Context) -> Unit? {
    let units = candidates(in: context)
    guard units.indices.contains(choice.selected), !isNothingChosen else { return nil }
    return units[choice.selected]
  }

  /// Nothing is typed, nothing is suggested, and no arrow has been used.
  private(set) var isNothingChosen = false
  /// Whether the last key moved among the units, so that the caret stands there.
  private(set) var isMoving = false

  private mutating func updateChoice(in context: Context) {
    choice.setCount(candidates(in: context).count)
    choice.moveTo(0)
    isNothingChosen =
      field.text.trimmingSpaces.isEmpty
      && context.rules.organisation.unit(matter?.state.suggestedUnit) == nil
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    guard phase == .unit else {
      return pane.handle(key, takesLetters: false) ? [] : nil
    }
    switch key {
    case .backspace where field.text.isEmpty:
      phase = .type
      return []
    case .up, .down:
      isMoving = true
      if isNothingChosen {
        isNothingChosen = false
      } else {
        _ = choice.handle(key, rows: 5)
      }
      return []
    case .pageUp, .pageDown:
      _ = pane.handle(key, takesLetters: false)
      return []
    case .character(" ") where field.text.isEmpty:
      _ = pane.handle(key, takesLetters: false)
      return []
    default:
      guard field.handle(key) else { return nil }
      isMoving = false
      updateChoice(in: context)
      return []
    }
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard phase == .unit else { return nil }
    field.paste(text)
    updateChoice(in: context)
    return []
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    guard let matter, matter.id == asked else {
      return [.complain("Ett annat ärende visas nu, så svaret gäller inte. Börja om.")]
    }
    switch answer {
    case .notMatter(let kind): return [.push(PromptScreen(.wentTo(kind)))]
    case .text(.wentTo(let kind), let words):
      return [.perform(.setAside(kind, wentTo: words), on: matter.id, expecting: known)]
    case .subjectArea(let area):
      return [.perform(.setSubjectArea(area), on: matter.id, expecting: known)]
    case .text(.title, let title):
      return [.perform(.setTitle(title), on: matter.id, expecting: known)]
    default: return []
    }
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .triage(let next, let waiting, let recent):
      self.waiting = waiting
      self.recent = recent
      isLoaded = true
      if next == nil, !skipped.isEmpty, waiting > 0 {
        skipped = []
        return [
          .say("Du har sett alla nya. Det första visas igen."),
          .effect(.loadTriage(skipping: [], only: nil)),
        ]
      }
      show(next, in: context)
    case .performed(let command, let changed):
      return follow(command, changed, in: context)
    case .conflict(_, let changed) where changed.id == matter?.id:
      // What was typed still stands, where it can still be done.
      if changed.isToSort {
        take(changed, in: context)
        known = changed.version
        return []
      }
      return [.effect(.loadTriage(skipping: Set(skipped), only: nil))]
    case .matter(let changed, .refresh, _) where changed.id == matter?.id:
      // Another took it while it was on the screen.
      guard changed.isToSort else {
        return [
          .complain("\(changed.state.reference.short) togs om hand av någon annan."),
          .effect(.loadTriage(skipping: Set(skipped), only: nil)),
        ]
      }
      return tell(of: changed, in: context)
    case .matterGone(matter?.id):
      show(nil, in: context)
      return [.effect(.loadTriage(skipping: Set(skipped), only: nil))]
    default: break
    }
    return []
  }

  private mutating func follow(
    _ command: MatterCommand, _ changed: Matter, in context: Context
  ) -> [Step] {
    switch command {
    case .triage, .setAside, .assign:
      skipped.removeAll { $0 == changed.id }
      return [.effect(.loadTriage(skipping: Set(skipped), only: nil))]
    case .undo where changed.isToSort:
      show(changed, in: context)
      return [.effect(.loadTriage(skipping: [], only: changed.id))]
    default:
      if changed.id == matter?.id {
        take(changed, in: context)
        known = changed.version
      }
      return []
    }
  }

  /// Shows what somebody else has done meanwhile, and says it.
  private mutating func tell(of changed: Matter, in context: Context) -> [Step] {
    let isNew = changed.version != matter?.version
    take(changed, in: context)
    guard isNew, let last = changed.events.last, last.by != context.actor.login else { return [] }
    return [.complain("Nytt i ärendet: \(PresenceWords.done(last, context)).")]
  }

  mutating func narrow(in context: Context) {
    guard let matter else { return }
    guard let seen = matter.kept(for: context.actor) else { return show(nil, in: context) }
    take(seen, in: context)
  }

  func refresh(in context: Context) -> [Step] {
    guard let matter else { return [.effect(.loadTriage(skipping: [], only: nil))] }
    return [.effect(.loadMatter(matter.id, .refresh))]
  }

  private mutating func show(_ next: Matter?, in context: Context) {
    take(next, in: context)
    known = next?.version ?? 0
    phase = .type
    category = next?.state.category
    isUntyped = false
    field = TextField(limit: 60)
    pane = ReadingPane(read)
  }

  /// Takes what is to be read of a matter; the pane stays where it is.
  private mutating func take(_ changed: Matter?, in context: Context) {
    matter = changed
    let notes = changed.map { MatterLines.notes(of: $0, in: context) } ?? []
    let text = changed.map { MatterLines.text(of: $0) } ?? []
    read = notes + (notes.isEmpty ? [] : [StyledLine("")]) + text
  }

  /// Puts what has no room above the text below it.
  mutating func setRest(_ rest: [StyledLine]) {
    let lines = read + (rest.isEmpty ? [] : [StyledLine("")]) + rest
    if pane.lines != lines { pane.lines = lines }
  }

  /// What is said when there is nothing to show.
  var emptyWords: String { isLoaded ? "Inga nya ärenden att sortera." : "Hämtar …" }
}

extension Matter {
  /// Whether it waits to be sorted.
  fileprivate var isToSort: Bool { state.desk == .triage || state.desk == .details }
}
