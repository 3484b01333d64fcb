import Configuration
import Domain
import Interface
import Letters
import Store

/// Carries out what the front asks of the world, and tells what came of it.
struct EffectRunner {
  let session: Session
  /// What the other sessions could not be told yet: it is tried again at the next look at them.
  private var untold: [Effect] = []

  init(session: Session) { self.session = session }

  /// Tells the other sessions what they could not be told before.
  mutating func tellAgain() -> [Loaded] {
    let effects = untold
    untold = []
    return effects.flatMap { perform($0) }
  }

  /// Carries out one effect.
  ///
  /// What concerns the terminal itself is the loop's, and answers with nothing here.
  mutating func perform(_ effect: Effect) -> [Loaded] {
    switch effect {
    case .beginSession, .noteWriting: return tell(effect)
    default: break
    }
    do {
      if effect.writes, let others = replaced { return [.others(others)] }
      return try answer(to: effect)
    } catch .busy {
      return [.busy(effect)]
    } catch .newerVersion {
      return [.programUpdated]
    } catch {
      if case .saveDrafts = effect { return [.draftsNotSaved(error.sentence)] }
      return [.failed(error.sentence)]
    }
  }

  /// Tells the other sessions something; nobody waits for it, and nothing is lost when it fails.
  private mutating func tell(_ effect: Effect) -> [Loaded] {
    // Only the latest counts, whether it could be told or not.
    untold.removeAll { other in
      switch (effect, other) {
      case (.noteWriting, .noteWriting), (.beginSession, .beginSession): true
      default: false
      }
    }
    do {
      return try answer(to: effect)
    } catch {
      untold.append(effect)
      return []
    }
  }

  /// What the other sessions mean, when the person has gone on in a newer one.
  private var replaced: OtherSessions? {
    do {
      let others = try store.otherSessions(for: actor)
      return others.replacedAt == nil ? nil : others
    } catch {
      // Where the file beside the record cannot be read, work goes on.
      return nil
    }
  }

  private var store: Store { session.store }
  private var actor: Actor { session.actor }
  private var today: CivilDay { session.environment.today }

  private func answer(to effect: Effect) throws(StoreError) -> [Loaded] {
    switch effect {
    case .loadQueue(let queue):
      let rows = try store.rows(in: queue, for: actor, today: today)
      let counts = try store.counts(of: Queue.tabs(for: actor), for: actor, today: today)
      return [.queue(queue, rows, counts: counts, more: false)]
    case .loadMore(let queue, let last):
      let rows = try store.rows(in: queue, for: actor, today: today, after: last)
      return [.queue(queue, rows, counts: [:], more: true)]
    case .loadAsides:
      let entries = try store.asides(for: actor)
      return [.asides(entries.map { AsideRow(id: $0.id, message: $0.message) })]
    case .loadAccesses(let matter, let last, let limit):
      return try accesses(of: matter, after: last, limit: limit)
    case .search(let query, let last, let limit):
      let hits = try store.search(
        query, asking: session.asking, after: last, limit: limit)
      return [.found(query, hits, after: last, isComplete: hits.count < limit)]
    case .loadMatter(let id, let purpose):
      guard let found = try store.matterAmongOthers(id: id, asking: session.asking) else {
        return [.matterGone(id)]
      }
      return [.matter(found.matter, purpose, earlier: found.others)]
    case .loadEarlier(let id, let purpose):
      guard let matter = try store.matter(id: id, asking: session.asking) else {
        return [.matterGone(id)]
      }
      let rows = try store.otherMatters(
        bySenderOf: matter, asking: session.asking, again: purpose == .refresh)
      return [.earlier(rows, of: id, purpose)]
    case .loadTriage(let skipped, let only):
      return [try triage(skipping: skipped, only: only)]
    case .loadTemplates(let id, let purpose):
      guard let matter = try store.matter(id: id, asking: session.asking) else {
        return [.matterGone(id)]
      }
      return templates(for: matter, purpose)
    case .perform(let command, let id, let version):
      return try perform(command, on: id, expecting: version)
    case .takeDown(let taken): return try takeDown(taken)
    case .registerAside(let id): return try registerAside(id)
    case .checkCode(let code, let id):
      return [.codeChecked(id, isRight: try store.isCode(code, of: id, for: actor))]
    case .applyOrganisation(let organisation):
      try session.applyFirst(organisation)
      return [.organised(session.rules, session.actor)]
    case .loadDrafts: return [.drafts(try store.drafts(of: actor))]
    case .saveDrafts(let work):
      let now = session.environment.now()
      return [.draftsSaved(try store.saveDrafts(work, of: actor.login, at: now))]
    case .beginSession:
      let now = session.environment.now()
      let older = try store.beginSession(of: actor.login, at: now)
      return [.sessionBegun(over: older), .others(try store.otherSessions(for: actor))]
    case .noteWriting(let writing):
      try store.noteWriting(writing)
      return [.others(try store.otherSessions(for: actor))]
    case .openProtected(let id, let reason): return try openProtected(id, reason)
    case .switchPerson(let login):
      session.become(login)
      return [.person(session.actor)]
    case .loadOwnChanges:
      let changes = try store.unseenChanges(for: actor.login)
      return changes.isEmpty ? [] : [.ownChanges(changes.map(told))]
    case .substitute(let command):
      do {
        try store.perform(command, asking: session.asking)
      } catch .refused(let refusal) {
        return [.notSubstituted(refusal)]
      }
      try session.reloadOrganisation()
      return [.substituted(command, session.rules, session.actor)]
    case .ownChangesSeen(let event):
      try store.noteSeen(upTo: event, by: actor.login, at: session.environment.now())
      return []
    case .loadHandbook:
      let bytes = EmbeddedFile.bytes("handbook/handbok.md") ?? []
      return [.handbook(Handbook.text(from: String(decoding: bytes, as: UTF8.self)))]
    case .dropQueuedKeys, .redraw, .retry, .suspend, .quit: return []
    }
  }

  private func told(_ change: AccessChange) -> OwnChange {
    OwnChange(
      event: change.event, at: change.at, by: change.by,
      sentences: change.changes.map {
        $0.sentence(
          triageGroup: session.rules.fallback.triageGroup, fingerprint: \.fingerprint)
      })
  }

  private func perform(
    _ command: MatterCommand, on id: MatterID, expecting version: Int
  ) throws(StoreError) -> [Loaded] {
    do {
      let matter = try store.perform(
        command, on: id, expecting: version, asking: session.asking, rules: session.rules)
      return [.performed(command, matter)]
    } catch .refused(let refusal) {
      return [.refused(command, on: id, expecting: version, refusal)]
    } catch .conflict(let matter) {
      return [.conflict(command, matter)]
    }
  }

  private func openProtected(_ id: MatterID, _ reason: String) throws(StoreError) -> [Loaded] {
    do {
      return [
        .openedProtected(try store.openProtected(id, reason: reason, asking: session.asking))
      ]
    } catch .noSuchMatter {
      return [.matterGone(id)]
    }
  }

  private func accesses(
    of matter: MatterID?, after last: Int64?, limit: Int
  ) throws(StoreError) -> [Loaded] {
    do {
      let lines = try store.accesses(.init(matter: matter), for: actor, after: last, limit: limit)
      let rows = lines.map { AccessRow(entry: $0.entry, reference: $0.reference) }
      return [.accesses(rows, of: matter, after: last, isComplete: rows.count < limit)]
    } catch .refused(let refusal) {
      return [.accessesRefused(refusal)]
    }
  }

  private func takeDown(_ taken: TakenByHand) throws(StoreError) -> [Loaded] {
    let code = session.environment.newCode()
    do {
      let matter = try store.takeDown(
        taken, code: code, asking: session.asking, rules: session.rules)
      return [.takenDown(matter, code: taken.getsCode ? code : nil)]
    } catch .refused(let refusal) {
      return [.notTakenDown(refusal)]
    }
  }

  private func registerAside(_ id: Int64) throws(StoreError) -> [Loaded] {
    do {
      let matter = try store.registerAside(id, asking: session.asking, rules: session.rules)
      return [.takenDown(matter, code: nil)]
    } catch .refused(let refusal) {
      return [.notTakenDown(refusal)]
    }
  }

  private func triage(
    skipping skipped: Set<MatterID>, only: MatterID?
  ) throws(StoreError) -> Loaded {
    let recent = try store.recentUnits(chosenBy: actor.login)
    let limit = 40 + skipped.count
    let page = try store.rows(in: .new, for: actor, today: today, limit: limit)
    // A chef's new matters stand in the same queue, and are not for triage.
    let rows = page.filter {
      $0.desk == .triage && actor.mayReach(.route, $0.place, handler: nil)
    }
    let waiting =
      page.count < limit
      ? rows.count : try store.counts(of: [.new], for: actor, today: today)[.new] ?? rows.count
    let id = only ?? rows.first { !skipped.contains($0.id) }?.id
    let matter = try id.flatMap { id throws(StoreError) in
      try store.matter(id: id, asking: session.asking)
    }
    return .triage(matter, waiting: waiting, recent: recent)
  }

  private func templates(for matter: Matter, _ purpose: TemplatePurpose) -> [Loaded] {
    let state = matter.state
    let isCare = session.rules.organisation.isCare(state.unit)
    let values = LetterValues(
      matter: matter, author: session.author(in: state), organisation: session.rules.organisation,
      today: today, quotes: !isCare, namesSubject: !isCare,
      categoryLabel: state.category.map { session.rules.routine(at: state.unit).label($0) })
    let letters = session.letters
    var results: [Loaded] = (letters.problems.map(\.sentence) + session.unreadLetters)
      .map { .failed($0) }
    var filled: [FilledTemplate] = []
    for template in letters.templates(
      kind: purpose == .answer ? .answer : .note, for: state.category)
    {
      do {
        let letter = try letters.fill(template.id, with: values)
        filled.append(FilledTemplate(id: template.id, title: template.title, text: letter.text))
      } catch {
        results.append(.failed(error.sentence))
      }
    }
    results.append(.templates(filled, purpose))
    return results
  }
}
