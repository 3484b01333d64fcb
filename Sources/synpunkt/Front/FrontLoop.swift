import Domain
import Glibc
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
  /// Whether another process has written what has not been read yet.
  private var isBehind = false
  /// Whether the first screen has been painted.
  private var isShown = false
  /// The text beside the list that is read when the keys pause: who holds an arrow key down does
  /// not wait for texts that nobody sees, nor are they sent over a slow line.
  private var postponed: Effect?

  /// Opens the terminal.
  ///
  /// - Throws: `Failure` when there is none that will do.
  init(session: Session) throws(Failure) {
    self.session = session
    do {
      terminal = try Terminal()
    } catch {
      throw Failure(error.sentence)
    }
    try attempt { () throws(StoreError) in
      try session.store.wait(atMost: .milliseconds(100))
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
    defer {
      terminal.restore()
      endSession()
    }
    carryOut(front.start())
    if let type = terminal.unknownType {
      let sentence =
        "Terminaltypen \(VisibleText.clean(String(type.prefix(30)))) är okänd här, så skärmen "
        + "kan se fel ut. Då kan du sätta TERM till xterm."
      carryOut(front.update(.failed(sentence)))
    }
    // A demo's people are everybody's, and nobody's to tell.
    if !session.isDemo { carryOut([.loadOwnChanges]) }
    terminal.paint(front.view())
    isShown = true
    carryOut(front.begin())
    terminal.paint(front.view())
    while !front.isFinished {
      let pause = postponed == nil ? front.timeout : min(front.timeout, Self.pause)
      let events = terminal.events(timeoutMilliseconds: pause)
      front.tick(now: session.environment.now())
      // Keys act in order, each on what the one before led to; the screen follows when all are in.
      dropsKeys = false
      for event in events where !front.isFinished && !(dropsKeys && event.isTyped) {
        carryOut(postponingPreview(front.update(event)))
      }
      if events == [.idle], let effect = postponed {
        postponed = nil
        carryOut([effect])
      }
      guard !front.isFinished else { return }
      lookForOthers()
      carryOut(front.saveIfDue())
      front.tellWhenQuiet()
      // What took long to read is painted now.
      front.tick(now: session.environment.now())
      terminal.paint(front.view())
    }
  }

  /// How long keys must pause, in milliseconds: longer than between those of a key held down.
  private static let pause = 100

  private func postponingPreview(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      guard case .loadMatter(_, .preview) = effect else { return true }
      postponed = effect
      return false
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
      case .retry(let effect):
        // Keys that are pressed meanwhile wait where they are. At the start nothing half is shown.
        if isShown { terminal.paint(front.view()) }
        usleep(20_000)
        front.tick(now: session.environment.now())
        waiting = runner.perform(effect).flatMap { front.update($0) } + waiting
      default:
        // What follows from an effect comes before the effects that stood behind it.
        waiting = runner.perform(effect).flatMap { front.update($0) } + waiting
      }
    }
  }

  private func endSession() {
    do {
      try session.store.endSession()
    } catch {
      // The others see that the process is gone.
    }
  }

  /// Reads again what is shown when another process has written, and tells the person what that
  /// changes for him or her; asks at most once a second.
  private func lookForOthers() {
    let now = session.environment.now()
    guard abs(now.milliseconds - lastLook.milliseconds) >= 900 else { return }
    lastLook = now
    carryOut(runner.tellAgain().flatMap { front.update($0) })
    lookAtTexts()
    lookAtRecord()
  }

  /// What has been begun in other sessions, and who writes what; where the file beside the record
  /// cannot be read, the news of the record come all the same.
  private func lookAtTexts() {
    do {
      if front.mayFollow,
        try session.store.draftsChangedElsewhere(of: session.actor.login)
      {
        carryOut([.loadDrafts])
      }
      let others = try session.store.otherSessions(for: session.actor)
      if others != front.others { carryOut(front.update(.others(others))) }
    } catch .newerVersion {
      carryOut(front.update(.programUpdated))
    } catch {
      // There is another look in a second, and who writes is told when it cannot be saved.
    }
  }

  private func lookAtRecord() {
    do {
      // What could not be read at the last look is still news.
      if try session.store.hasChangedElsewhere() { isBehind = true }
      if isBehind { try session.reloadOrganisation() }
      // With a new day somebody may be a substitute, or be one no longer.
      guard isBehind || session.actor != front.context.actor else { return }
      isBehind = false
      let isOther = session.rules.organisation != front.context.rules.organisation
      carryOut(front.organise(session.rules, actor: session.actor))
      carryOut(front.changedElsewhere())
      if isOther, !session.isDemo { carryOut([.loadOwnChanges]) }
    } catch .busy {
      // There is another look in a second.
    } catch .newerVersion {
      carryOut(front.update(.programUpdated))
    } catch {
      carryOut(front.update(.failed(error.sentence)))
    }
  }
}

extension TerminalEvent {
  /// Whether a person typed it.
  fileprivate var isTyped: Bool {
    switch self {
    case .key, .paste: true
    default: false
    }
  }
}
