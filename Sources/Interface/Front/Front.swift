public import Domain
public import Terminal

/// The front: a stack of layers, and what happens to them.
///
/// Pure: events in, effects out, a surface to paint.
///
/// The last layer is on top. Input goes to the top; results of effects go to every layer.
public struct Front: Sendable {
  /// What every screen may know.
  public internal(set) var context: Context
  /// The size of the terminal.
  public internal(set) var size: Size
  /// The layers, the lowest first.
  var layers: [any Screen] = []
  /// The line above the hint bar.
  var notice: Notice?
  /// All that the notice line has said, the oldest first.
  var messages: [String] = []
  /// The matters of one's own steps in this session, the latest last; what `u` takes back.
  ///
  /// A step on several matters at once is one.
  var ownSteps: [[MatterID]] = []
  /// The matters whose step is being taken back, until that is done.
  var undoing: [MatterID] = []
  /// The matters of a step on several that is under way.
  var underWay: [MatterID] = []
  /// What others on this keyboard had begun to write, while the demo has changed person.
  var keptByOthers: [PersonID: [KeptText: BegunText]] = [:]
  /// What others on this keyboard had begun to take in by hand.
  var begunByOthers: [PersonID: [TakingScreen.Kind: BegunTaking]] = [:]
  /// The command that waits for something the routine demands first.
  var pending: (command: MatterCommand, matter: MatterID)?
  /// Whether the person asked to leave.
  public internal(set) var isFinished = false

  /// A line on the screen that says what happened.
  struct Notice: Hashable, Sendable {
    var text: String
    var isFailure: Bool
  }

  /// Makes a front with the first screen of the person.
  public init(context: Context, size: Size) {
    self.context = context
    self.size = size
  }

  /// Shows the first screen: the inbox or, where no organisation is known, the guide to one.
  public mutating func start() -> [Effect] {
    guard !context.rules.organisation.isEmpty else {
      layers = [GuideScreen(in: context)]
      return []
    }
    let inbox = ListScreen(for: context.actor)
    layers = [inbox]
    return inbox.reload
  }

  /// Takes an event of the terminal.
  public mutating func update(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key):
      return press(key)
    case .paste(let text):
      return paste(text)
    case .resized(let size):
      self.size = size
      return []
    case .badInput:
      complain("Ett tecken kom i fel teckenkodning. Ställ in terminalen på UTF-8.")
      return []
    case .hangUp, .terminate:
      isFinished = true
      return [.quit]
    case .resumed:
      return [.redraw]
    case .idle:
      return []
    }
  }

  /// Takes the time; screens show days by it.
  public mutating func tick(now: Instant) {
    context.now = now
  }

  /// Takes an organisation that has changed.
  public mutating func rules(_ rules: Rulebook) {
    context.rules = rules
  }

  /// Takes that another process has written: what is shown is read again.
  public mutating func changedElsewhere() -> [Effect] {
    layers.flatMap { $0.refresh(in: context) }.compactMap {
      if case .effect(let effect) = $0 { effect } else { nil }
    }
  }

  // MARK: - Steps

  /// Carries out what a screen wants.
  mutating func take(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    let several = steps.compactMap { if case .perform(_, let id, _) = $0 { id } else { nil } }
    if several.count > 1 {
      underWay = several
      ownSteps.append([])
    }
    for step in steps {
      switch step {
      case .effect(let effect): effects.append(effect)
      case .push(let screen): push(screen)
      case .pop:
        // Who backs out of a question gives up what waited for its answer.
        if layers.last is ChoiceScreen { pending = nil }
        pop()
      case .answer(let answer):
        pop()
        effects += hand(answer)
      case .runBelow(let command):
        pop()
        effects += execute(command)
      case .say(let text): say(text)
      case .complain(let text): complain(text)
      case .keep(let key, let begun): context.kept[key] = begun
      case .forget(let key): context.kept[key] = nil
      case .keepTaking(let kind, let begun): context.begun[kind] = begun
      case .perform(let command, let id, let version):
        effects.append(.perform(command, on: id, expecting: version))
      }
    }
    return effects
  }

  /// Gives a dialog's answer to the layer below, or to the command that waited for it.
  private mutating func hand(_ answer: DialogAnswer) -> [Effect] {
    if let pending {
      switch answer {
      case .category(let category):
        return [.perform(.categorise(category), on: pending.matter, expecting: nil)]
      case .subjectArea(let area):
        return [.perform(.setSubjectArea(area), on: pending.matter, expecting: nil)]
      default: self.pending = nil
      }
    }
    switch answer {
    case .become(let login): return [.switchPerson(login)]
    case .leave(true):
      isFinished = true
      return [.quit]
    case .leave(false): return []
    default: break
    }
    guard !layers.isEmpty else { return [] }
    return take(layers[layers.count - 1].receive(answer, in: context))
  }

  /// Puts a screen on top; there is one triage view, and it is gone back to.
  private mutating func push(_ screen: any Screen) {
    if screen is TriageScreen, let index = layers.lastIndex(where: { $0 is TriageScreen }) {
      layers.removeSubrange((index + 1)...)
    } else {
      layers.append(screen)
    }
  }

  mutating func pop() {
    if let search = layers.last as? SearchScreen, !search.field.isEmpty {
      context.lastSearch = search.field.text
    }
    if layers.count > 1 { layers.removeLast() }
  }

  mutating func say(_ text: String) {
    notice = Notice(text: text, isFailure: false)
    remember(text)
  }

  mutating func complain(_ text: String) {
    hint(text)
    remember(text)
  }

  /// Says something that is not worth remembering, as that a key does nothing.
  mutating func hint(_ text: String) {
    notice = Notice(text: text, isFailure: true)
  }

  private mutating func remember(_ text: String) {
    messages.append("\(SwedishTime(context.now).clock)  \(text)")
    if messages.count > 200 { messages.removeFirst() }
  }
}
