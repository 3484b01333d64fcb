import Domain
import Interface
import Store
import Terminal

/// The loop of the front: events in, effects out, paint.
final class FrontLoop {
  private let session: Session
  private let terminal: Terminal
  private var runner: EffectRunner
  private var front: Front
  private var dropsKeys = false
  private var lastLook: Instant

  /// Opens the terminal.
  ///
  /// - Throws: `Failure` when there is none that will do.
  init(session: Session) throws(Failure) {
    self.session = session
    do {
      terminal = try Terminal()
    } catch {
      throw Failure(error.description)
    }
    let people =
      session.isDemo
      ? DemoPeople.logins.compactMap { session.rules.organisation.person($0) } : []
    front = Front(
      context: Context(
        actor: session.actor, rules: session.rules, now: session.environment.now(),
        demoPeople: people, isShared: session.environment.isShared),
      size: terminal.size)
    runner = EffectRunner(session: session)
    lastLook = session.environment.now()
  }

  /// Runs until the person leaves or the line breaks.
  func run() {
    defer { terminal.restore() }
    carryOut(front.start())
    // A demo's people are everybody's, and nobody's to tell.
    if !session.isDemo { carryOut([.loadOwnChanges]) }
    terminal.paint(front.view())
    while !front.isFinished {
      let events = terminal.events(timeoutMilliseconds: 1_000)
      front.tick(now: session.environment.now())
      // Keys act in order, each on what the one before led to; the screen follows when all are in.
      dropsKeys = false
      for event in events where !dropsKeys && !front.isFinished {
        carryOut(front.update(event))
      }
      lookForOthers()
      if !front.isFinished { terminal.paint(front.view()) }
    }
  }

  private func carryOut(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .quit: return
      case .redraw: terminal.redraw()
      case .suspend: terminal.suspend()
      case .dropQueuedKeys:
        dropsKeys = true
        terminal.discardInput()
      default:
        // What follows from an effect comes before the effects that stood behind it.
        waiting = runner.perform(effect).flatMap { front.update($0) } + waiting
      }
    }
  }

  /// Reads again what is shown when another process has written; asks at most once a second.
  private func lookForOthers() {
    let now = session.environment.now()
    guard abs(now.milliseconds - lastLook.milliseconds) >= 900 else { return }
    lastLook = now
    do {
      guard try session.store.hasChangedElsewhere() else { return }
      try session.reloadOrganisation()
      front.rules(session.rules)
      carryOut(front.changedElsewhere())
    } catch {
      carryOut(front.update(.failed(error.sentence)))
    }
  }
}
