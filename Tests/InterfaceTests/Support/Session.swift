import Domain
import Terminal
import Testing

@testable import Interface

extension Size {
  /// The screen that everything must work on.
  static let standard = Size(columns: 80, rows: 24)
  /// A wide one, with a preview beside the list.
  static let wide = Size(columns: 200, rows: 50)
}

/// A person at the keyboard: keys go in, the world carries out the effects, screens come out.
struct Session {
  let world: World
  /// Which of the sessions that run it is.
  private let number: Int
  private(set) var front: Front
  /// All effects so far, but for the loading of what is shown.
  private(set) var effects: [Effect] = []
  /// What the terminal shows.
  private(set) var surface: Surface

  init(
    _ world: World, as login: PersonID, size: Size = .standard, isDemo: Bool = false,
    isShared: Bool = false
  ) {
    self.world = world
    number = world.newNumber()
    front = Front(
      context: Context(
        actor: world.rules.organisation.isEmpty
          ? Actor(bootstrap: login) : world.actor(login), rules: world.rules, now: world.now,
        demoPeople: isDemo ? Kommun.people : [], isShared: isShared),
      size: size)
    surface = Surface(size: size)
    carryOut(front.start() + front.begin())
    paint()
  }

  /// Types keys in one write: the screen follows when all are in.
  mutating func press(_ script: String) {
    press(Script.keys(script))
  }

  /// Types keys in one write.
  mutating func press(_ keys: [Key]) {
    for key in keys {
      let before = effects.count
      carryOut(front.update(.key(key)))
      // The rest of the write is thrown away, as the loop does.
      if effects[before...].contains(.dropQueuedKeys) { break }
    }
    paint()
  }

  /// Types the keys one by one, with a look at the screen after each.
  mutating func pressSlowly(_ script: String) {
    for key in Script.keys(script) { press([key]) }
  }

  /// Takes an event of the terminal.
  mutating func take(_ event: TerminalEvent) {
    carryOut(front.update(event))
    paint()
  }

  /// Lets less time pass than anything waits for.
  mutating func pass(milliseconds: Int64) {
    world.now = Instant(milliseconds: world.now.milliseconds + milliseconds)
    front.tick(now: world.now)
  }

  /// Lets time pass without a key.
  mutating func wait(seconds: Int) {
    world.now = Instant(milliseconds: world.now.milliseconds + Int64(seconds) * 1_000)
    front.tick(now: world.now)
    lookForOthers()
    carryOut(front.saveIfDue())
    front.tellWhenQuiet()
    paint()
  }

  /// Looks for the other sessions, as the program does each second.
  private mutating func lookForOthers() {
    if loadsDrafts { carryOut([.loadDrafts]) }
    let others = world.others(for: number, of: front.context.actor)
    if others != front.others { carryOut(front.update(.others(others))) }
  }

  /// Whether what lies on disk is another's work.
  private var loadsDrafts: Bool {
    let login = front.context.actor.login
    return world.sessions.contains { $0.login == login && $0.number != number }
  }

  /// The program is ended.
  func end() { world.end(number) }

  /// Is ended without a warning, and started again.
  mutating func startAgain() { become(front.context.actor.login) }

  /// Notices that another process has written.
  mutating func othersWrote() {
    carryOut(front.changedElsewhere())
    paint()
  }

  /// Takes an answer of the world that was not asked for.
  mutating func hear(_ loaded: Loaded) {
    carryOut(front.update(loaded))
    paint()
  }

  /// Takes the organisation as the world has it now; who is no longer there has no rights left.
  mutating func takeRules() {
    carryOut(front.organise(world.rules, actor: world.actor(front.context.actor.login)))
    paint()
  }

  /// Leaves the keyboard to another person, who starts the program anew.
  mutating func become(_ login: PersonID) {
    end()
    self = Session(world, as: login, size: front.size)
  }

  private mutating func carryOut(_ first: [Effect]) {
    var waiting = first
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      effects.append(effect)
      // What follows from an effect comes before the effects that stood behind it.
      let loaded = perform(effect)
      front.tick(now: world.now)
      waiting = loaded.flatMap { front.update($0) } + waiting
    }
  }

  private func perform(_ effect: Effect) -> [Loaded] {
    let actor = front.context.actor
    switch effect {
    case .beginSession:
      let older = world.begin(number, as: actor.login)
      return [.sessionBegun(over: older), .others(world.others(for: number, of: actor))]
    case .noteWriting(let writing):
      world.note(writing, in: number)
      return [.others(world.others(for: number, of: actor))]
    default: return world.perform(effect, as: actor)
    }
  }

  private mutating func paint() {
    surface = front.view()
  }
}

extension Session {
  /// What the screen says, row by row.
  var screen: [String] { surface.lines }
  /// What the line above the hint bar says.
  var notice: String? { front.notice?.text }
  /// Whether that line tells of something that could not be done.
  var isRefused: Bool { front.notice?.isFailure == true }
  /// Whether a text stands alone on the screen, to be copied.
  var isFrameless: Bool { (top as? PageScreen)?.isFrameless == true }
  /// The row of the hint bar.
  var hints: String { screen.last ?? "" }
  /// The top layer.
  var top: any Screen { front.layers[front.layers.count - 1] }
  /// The commands on matters that were asked for, in order.
  var commands: [MatterCommand] {
    effects.compactMap { if case .perform(let command, _, _) = $0 { command } else { nil } }
  }

  /// The top layer as the screen it should be.
  func top<Wanted>(
    _ type: Wanted.Type, _ location: SourceLocation = #_sourceLocation
  ) throws -> Wanted {
    try #require(top as? Wanted, "On top is \(Swift.type(of: top))", sourceLocation: location)
  }

  /// Whether some row of the screen holds the text.
  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  /// The row that holds the text, counted from zero.
  func row(of text: String) -> Int? { screen.firstIndex { $0.contains(text) } }

  /// The row on which the cursor stands.
  var cursorRow: String { surface.cursor.map { screen[$0.row] } ?? "" }

  /// What the first cell of a text means; nil when it is not on the screen.
  func role(of text: String) -> StyleRole? {
    for (row, line) in screen.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let column = TextWidth.width(of: String(line[..<range.lowerBound]))
      return surface[Point(column: column, row: row)].role
    }
    return nil
  }
}

extension String {
  /// Where a text stands in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    guard !text.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
