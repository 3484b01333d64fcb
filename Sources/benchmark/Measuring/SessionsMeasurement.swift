import Domain
import Glibc
import Store

/// How many people do who work at once on one host.
struct SessionsMeasurement {
  /// Half of them sort what comes in, half are chefer.
  let kommun: MadeUpKommun
  let sessions: Int
  let runs: Int

  /// Opens all sessions and works in one of them.
  func run(_ show: (Figure) -> Void) throws {
    let began = Clock.now
    let people = kommun.crowd(sessions)
    let terminals = try people.map { try SharedHost.session($0.login) }
    for terminal in terminals { _ = try terminal.start(showing: FrontMeasurement.head) }
    show(
      Figure(
        name: "all open and painted", value: Double(Clock.now - began) / 1e9, unit: .seconds,
        budget: .none))
    let watchers = zip(people, terminals).filter { $0.0.grants.contains { $0.role == .triage } }
      .map(\.1)
    try news(from: watchers[0], to: Array(watchers.dropFirst())).forEach(show)
    let memory = terminals.map { $0.process.sharedOutMemory / 1_048_576 }
    show(
      Figure(name: "memory of a session", value: memory.median, unit: .megabytes, budget: .none))
    try writes().forEach(show)
    for terminal in terminals { try terminal.quit() }
  }

  /// One changes the type of the selected matter; the others look at the same list.
  private func news(from writer: PseudoTerminal, to others: [PseudoTerminal]) throws -> [Figure] {
    var own: [Double] = []
    var theirs: [Double] = []
    for index in 0..<runs {
      _ = try writer.press("c")
      for terminal in others { terminal.drain() }
      let began = Clock.now
      own.append(try writer.press(index % 2 == 0 ? "f" : "k").seconds * 1_000)
      let moments = try PseudoTerminal.moments(of: others)
      theirs += moments.map { Double($0 - began) / 1e6 }
    }
    return [
      Figure(
        name: "one's own step on the screen", value: own.median, unit: .milliseconds,
        budget: .none),
      Figure(
        name: "on others' screens", value: theirs.median, unit: .milliseconds, budget: .none),
      Figure(
        name: "on others' screens, the last", value: theirs.max() ?? .nan, unit: .milliseconds,
        budget: .none),
    ]
  }

  /// What is written while all look on, each step durable before the next.
  private func writes() throws -> [Figure] {
    let store = try Store.open(at: SharedHost.database, kind: .ordinary)
    let organisation = try store.organisation()
    let asking = Asking(
      actor: Actor(MadeUpKommun.triage, in: organisation),
      now: Instant(milliseconds: Int64(time(nil)) * 1_000))
    let rules = kommun.rules(of: organisation)
    let rows = try store.rows(
      in: .new, for: asking.actor, today: SwedishTime(asking.now).day, limit: 200)
    guard !rows.isEmpty else { throw Failed("nothing is new") }
    let began = Clock.now
    for index in 0..<Self.steps {
      _ = try store.perform(
        .categorise(index / rows.count % 2 == 0 ? .praise : .suggestion),
        on: rows[index % rows.count].id, expecting: nil, asking: asking, rules: rules)
    }
    let rate = Double(Self.steps) * 1e9 / Double(Clock.now - began)
    let raw = try RawSQLite(path: SharedHost.folder + "/raw.sqlite").rate(
      rows: Self.steps, bytes: 1_000)
    return [
      Figure(name: "steps, each on disk", value: rate, unit: .perSecond, budget: .none),
      Figure(name: "SQLite itself, 1 000 bytes", value: raw, unit: .perSecond, budget: .none),
    ]
  }

  private static let steps = 1_000
}
