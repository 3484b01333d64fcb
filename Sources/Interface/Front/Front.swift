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
  /// The matters of a step on several that is under way.
  var underWay: [MatterID] = []
  /// When what has been typed is to be saved, and how it went the last time.
  var saving = Saving()
  /// What waits for somebody else who writes in the database; nil when nothing does.
  var busy: Busy?
  /// What the person has not been told yet of what others have changed for him or her.
  var news = News()
  /// The matter that stands on the screen, and the keys since it came there.
  var reading = Reading()
  /// Why nothing can be written here; nil while it can.
  var halt: Halt?
  /// What the other sessions mean for this one, as it was last heard.
  public internal(set) var others = OtherSessions()
  /// What the others know of the writing here, and when the last key was pressed.
  var writing = WritingHere()
  /// The version of each matter after the latest of one's own steps on it, or as one was told that
  /// somebody else had left it.
  var stepVersions: [MatterID: Int] = [:]
  /// The command that waits for something the routine demands first.
  var pending: Pending?
  /// What was chosen for one that had to give way to somebody else's step: it is marked the next
  /// time.
  var givenWay: (matter: MatterID, choice: DialogAnswer)?
  /// Whether the person asked to leave.
  public internal(set) var isFinished = false

  /// A line on the screen that says what happened.
  struct Notice: Hashable, Sendable {
    var text: String
    var isFailure: Bool
  }

  /// A command that waits for something the routine demands first.
  struct Pending: Hashable, Sendable {
    var command: MatterCommand
    var matter: MatterID
    /// The version of the matter that the person saw when giving it.
    var version: Int
    /// What the person has chosen meanwhile.
    var choice: DialogAnswer?
  }

  /// Makes a front with the first screen of the person.
  public init(context: Context, size: Size) {
    self.context = context
    self.size = size
  }

  /// Shows the first screen and offers what was begun; where no organisation is known, the guide to
  /// one.
  public mutating func start() -> [Effect] {
    guard !context.rules.organisation.isEmpty else {
      layers = [GuideScreen(in: context)]
      return []
    }
    saving.offers = true
    return showInbox()
  }

  /// Lets the others know that the person works here: asked for when the first screen is there, since
  /// it waits for the disk.
  ///
  /// A common login is no one person, so several work with it at once.
  public func begin() -> [Effect] {
    context.rules.organisation.isEmpty || context.actor.isUnitLogin ? [] : [.beginSession]
  }

  /// Shows the first screen.
  mutating func showInbox() -> [Effect] {
    guard !context.actor.isUnitLogin else {
      layers = [UnitLoginScreen()]
      return [.loadDrafts]
    }
    let inbox = ListScreen(for: context.actor)
    layers = [inbox]
    return inbox.reload + [.loadDrafts]
  }

  /// Takes an event of the terminal.
  public mutating func update(_ event: TerminalEvent) -> [Effect] {
    let before = shown
    let effects = permitted(take(event))
    noteReading()
    return effects + saveIfChanged(from: before) + noteWriting()
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key):
      news.lastKey = context.now
      touch()
      writing.lastKey = context.now
      return press(key)
    case .paste(let text):
      news.lastKey = context.now
      touch()
      writing.lastKey = context.now
      return paste(text)
    case .resized(let size):
      self.size = size
      return []
    case .badInput:
      complain("Ett tecken kom i fel teckenkodning. Ställ in terminalen på UTF-8.")
      return []
    case .hangUp, .terminate:
      isFinished = true
      return save() + [.quit]
    case .suspend: return suspend()
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

  /// Takes an organisation that has changed, and the rights that the person has in it.
  public mutating func organise(_ rules: Rulebook, actor: Actor) -> [Effect] {
    sayWhatTheDayBrings(actor)
    let isOther = actor != context.actor
    context.rules = rules
    context.actor = actor
    return isOther ? narrow() : []
  }

  /// Takes that another process has written: what is shown is read again.
  public mutating func changedElsewhere() -> [Effect] {
    let effects = layers.flatMap { $0.refresh(in: context) }.compactMap {
      if case .effect(let effect) = $0 { effect } else { nil }
    }
    // What stands in a draft may have become something else meanwhile.
    return context.drafts.isEmpty || !mayFollow ? effects : effects + [.loadDrafts]
  }

  /// What is on the screen, to know when another comes: how many layers, which one is on top, and
  /// whether it is written on.
  struct Shown: Hashable {
    let layers: Int
    let top: ObjectIdentifier?
    let takesText: Bool
  }

  /// Saves at a change of screen.
  mutating func saveIfChanged(from before: Shown) -> [Effect] {
    shown == before || saving.due == nil || isFinished ? [] : save()
  }

  var shown: Shown {
    Shown(
      layers: layers.count, top: layers.last.map { ObjectIdentifier(type(of: $0)) },
      takesText: layers.last?.takesText == true)
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
      case .finish: finish()
      case .answer(let answer):
        pop()
        effects += hand(answer)
      case .runBelow(let command):
        pop()
        effects += execute(command)
      case .say(let text): say(text)
      case .complain(let text): complain(text)
      case .takeUp(let number): context.drafts.takeUp(number)
      case .layAside(let place): context.drafts.layAside(place)
      case .throwAway where halt != nil: complain(halt?.sentence ?? "")
      case .throwAway(let number):
        context.drafts.remove(number)
        effects += save()
        leaveIfEmpty()
      case .perform(let command, let id, let version):
        effects.append(.perform(command, on: id, expecting: version))
      }
    }
    return effects
  }

  /// Gives a dialog's answer to the layer below, or to the command that waited for it.
  private mutating func hand(_ answer: DialogAnswer) -> [Effect] {
    if let pending {
      self.pending?.choice = answer
      switch answer {
      case .category(let category):
        return [
          .perform(.categorise(category), on: pending.matter, expecting: pending.version)
        ]
      case .subjectArea(let area):
        return [
          .perform(.setSubjectArea(area), on: pending.matter, expecting: pending.version)
        ]
      default: self.pending = nil
      }
    }
    switch answer {
    case .become(let login): return save(before: .become(login))
    case .text(let purpose, _) where purpose.isSettled && halt == nil:
      context.drafts.set(purpose.place(in: subject), to: nil)
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
    } else if let prompt = screen as? PromptScreen {
      ask(prompt)
    } else {
      layers.append(screen)
    }
  }

  /// The matter that is on the screen.
  private var subject: DraftMatter? { layers.last { $0.subject != nil }?.subject }

  /// Asks for a line; what was typed the last time stands there again.
  mutating func ask(_ prompt: PromptScreen) {
    let subject = subject
    var prompt = prompt
    let kept = context.drafts.line(of: subject?.id, for: prompt.purpose.code)
    if prompt.begin(in: subject, kept: kept) {
      hint("Det du skrev förut står kvar. Ctrl-Z tar bort det.")
    }
    layers.append(prompt)
  }

  /// Takes the top layer away; what is written on it is kept as begun.
  mutating func pop() {
    if let search = layers.last as? SearchScreen, !search.field.isEmpty {
      context.lastSearch = search.field.text
    }
    if let taking = layers.last as? TakingScreen {
      context.taker = KeptTaker(taking.form.details, at: context.now)
    }
    guard layers.count > 1 else { return }
    if let top = layers.last, top.writing != nil {
      keep(top)
      touch()
    }
    layers.removeLast()
    leaveIfEmpty()
  }

  /// Takes the top layer away; what is written on it has become what it was to be.
  private mutating func finish() {
    guard layers.count > 1 else { return }
    if let place = layers.removeLast().writing?.place {
      context.drafts.set(place, to: nil)
      touch()
    }
    leaveIfEmpty()
  }

  /// Leaves the list of drafts when there is none left.
  private mutating func leaveIfEmpty() {
    if layers.count > 1, layers.last is DraftsScreen, context.drafts.isEmpty { layers.removeLast() }
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
