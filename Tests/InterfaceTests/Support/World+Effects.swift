import Domain

@testable import Interface

extension World {
  /// Carries out one effect for a person, and tells what came of it, as the program does.
  ///
  /// What concerns the terminal is answered with nothing.
  func perform(_ effect: Effect, as actor: Actor) -> [Loaded] {
    switch effect {
    case .perform where busyTimes > 0, .takeDown where busyTimes > 0,
      .saveDrafts where busyTimes > 0:
      busyTimes -= 1
      return [.busy(effect)]
    case .loadDrafts: return [.drafts(DraftsFound(drafts: drafts[actor.login] ?? []))]
    case .saveDrafts(let work):
      if !draftFailures.isEmpty { return [.draftsNotSaved(draftFailures.removeFirst())] }
      return [.draftsSaved(save(work, of: actor.login))]
    case .retry(let effect):
      now = Instant(milliseconds: now.milliseconds + 120)
      return perform(effect, as: actor)
    case .loadQueue(let queue):
      return [
        .queue(queue, page(queue, for: actor, after: nil), counts: counts(for: actor), more: false)
      ]
    case .loadMore(let queue, let last):
      return [.queue(queue, page(queue, for: actor, after: last), counts: [:], more: true)]
    case .loadAsides: return [.asides(actor.roles.contains(.registrar) ? asides : [])]
    case .loadAccesses(let matter, let last, let limit):
      return [accesses(of: matter, after: last, limit: limit, for: actor)]
    case .search(let query, let last, let limit):
      let hits = search(query, for: actor, after: last, limit: limit)
      return [.found(query, hits, after: last, isComplete: hits.count < limit)]
    case .loadMatter(let id, let purpose):
      guard let matter = readable(id, for: actor) else { return [.matterGone(id)] }
      return [.matter(matter, purpose, earlier: others(bySenderOf: matter, for: actor).count)]
    case .loadEarlier(let id, let purpose):
      guard let matter = readable(id, for: actor) else { return [.matterGone(id)] }
      return [.earlier(others(bySenderOf: matter, for: actor), of: id, purpose)]
    case .loadTriage(let skipped, let only): return [triage(skipped, only: only, for: actor)]
    case .loadTemplates(let id, let purpose):
      guard let matter = readable(id, for: actor) else { return [.matterGone(id)] }
      return [.templates(Templates.filled(for: matter, purpose), purpose)]
    case .perform(let command, let id, let version):
      return [perform(command, on: id, expecting: version, as: actor)]
    case .takeDown(let taken): return [takeDown(taken, as: actor)]
    case .registerAside(let id): return [registerAside(id, as: actor)]
    case .checkCode(let code, let id):
      return [.codeChecked(id, isRight: matters[id]?.state.code == code.text)]
    case .applyOrganisation(let organisation):
      if !failures.isEmpty { return [.failed(failures.removeFirst())] }
      rules.organisation = organisation
      let person = organisation.person(actor.login) ?? Person(login: actor.login, name: "")
      return [.organised(rules, Actor(person, in: organisation))]
    case .openProtected(let id, let reason): return [openProtected(id, reason, as: actor)]
    case .switchPerson(let login): return [.person(Kommun.actor(login))]
    case .loadOwnChanges, .ownChangesSeen, .beginSession, .noteWriting: return []
    case .substitute(let command):
      do {
        rules.organisation.substitutes = try rules.organisation.decide(
          command, by: actor.login, on: today)
        return [.substituted(command, rules, self.actor(actor.login))]
      } catch {
        return [.notSubstituted(error)]
      }
    case .loadHandbook: return [.handbook(Handbook.text(from: handbook))]
    case .dropQueuedKeys, .redraw, .suspend, .quit: return []
    }
  }

  private func perform(
    _ command: MatterCommand, on id: MatterID, expecting version: Int, as actor: Actor
  ) -> Loaded {
    if !failures.isEmpty { return .failed(failures.removeFirst()) }
    guard let matter = matters[id] else { return .matterGone(id) }
    if version != matter.version {
      return matter.seen(by: actor).map { .conflict(command, $0) } ?? .matterGone(id)
    }
    do {
      let asking = Asking(actor: actor, now: now)
      let changed = try carryOut(command, on: id, asking: asking) ?? matter
      return .performed(command, changed.seen(after: actor))
    } catch {
      return .refused(command, on: id, expecting: version, error)
    }
  }

  private func registerAside(_ id: Int64, as actor: Actor) -> Loaded {
    guard let index = asides.firstIndex(where: { $0.id == id }) else {
      return .notTakenDown(.alreadyRegistered)
    }
    let serial = (matters.values.map(\.state.reference.serial).max() ?? 142) + 1
    do {
      let event = try Matter.register(
        asides[index].message.incoming, as: Reference(year: 2026, serial: serial),
        source: SourceDigest(key: "k\(serial)", content: "c\(serial)"), files: [],
        asking: Asking(actor: actor, now: now), rules: rules)
      guard let matter = Matter(id: MatterID(serial), events: [event]) else {
        return .failed("Ärendet blev inget ärende.")
      }
      asides.remove(at: index)
      add(matter)
      return .takenDown(matter, code: nil)
    } catch {
      return .notTakenDown(error)
    }
  }

  private func openProtected(_ id: MatterID, _ reason: String, as actor: Actor) -> Loaded {
    do {
      return try matters[id].map { matter throws(Refusal) in
        .openedProtected(try matter.opened(by: actor, reason: reason))
      } ?? .matterGone(id)
    } catch {
      return .failed(error.sentence)
    }
  }

  private func readable(_ id: MatterID, for actor: Actor) -> Matter? {
    matters[id].flatMap { $0.seen(by: actor) }
  }

  private func others(bySenderOf matter: Matter, for actor: Actor) -> [MatterRow] {
    let keys = Set(matter.state.sender.recurrenceKeys)
    return matters.values.filter {
      $0.id != matter.id && actor.may(.read, $0.state)
        && !keys.isDisjoint(with: $0.listed.state.sender.recurrenceKeys)
    }.map(\.row).sorted { ($0.arrivedOn, $0.id) > ($1.arrivedOn, $1.id) }
  }

  // MARK: - Lists

  /// All rows of a queue, in its order.
  func rows(_ queue: Queue, for actor: Actor) -> [MatterRow] {
    let listed = matters.values.filter {
      queue == .receipts || actor.mayReach(.read, $0.state.place, handler: $0.state.handler)
    }
    let rows = listed.compactMap { $0.seen(by: actor)?.row }
      .filter { queue.contains($0, for: actor, today: today) }
    switch queue {
    case .done, .all, .receipts:
      return rows.sorted {
        ($0.closedOn ?? $0.arrivedOn, $0.id) > ($1.closedOn ?? $1.arrivedOn, $1.id)
      }
    default:
      return rows.sorted {
        ($0.urgency, $0.arrivedOn, $0.id) < ($1.urgency, $1.arrivedOn, $1.id)
      }
    }
  }

  private func page(_ queue: Queue, for actor: Actor, after last: MatterRow?) -> [MatterRow] {
    let rows = rows(queue, for: actor)
    guard let last else { return Array(rows.prefix(pageLength)) }
    let next = (rows.firstIndex { $0.id == last.id }).map { $0 + 1 } ?? rows.count
    return Array(rows[next...].prefix(pageLength))
  }

  private func counts(for actor: Actor) -> [Queue: Int] {
    Queue.tabs(for: actor).filter { ![.done, .all, .receipts].contains($0) }.reduce(into: [:]) {
      $0[$1] = rows($1, for: actor).count
    }
  }

  private func triage(_ skipped: Set<MatterID>, only: MatterID?, for actor: Actor) -> Loaded {
    let mine = rows(.new, for: actor).filter {
      $0.desk == .triage && actor.mayReach(.route, $0.place, handler: nil)
    }
    let id = only ?? mine.first { !skipped.contains($0.id) }?.id
    return .triage(
      id.flatMap { readable($0, for: actor) }, waiting: mine.count,
      recent: recentUnits(chosenBy: actor.login))
  }
}

/// The templates, filled as the program fills its own.
enum Templates {
  static func filled(for matter: Matter, _ purpose: TemplatePurpose) -> [FilledTemplate] {
    let state = matter.state
    let greeting = state.sender.name.map { "Hej \($0)!" } ?? "Hej!"
    switch purpose {
    case .answer:
      return [
        FilledTemplate(
          id: "svar-klagomal", title: "Svar på klagomål",
          text: """
            \(greeting)

            Tack för att du hörde av dig. Det här har vi kommit fram till:
            ⟦Beskriv vad som hände och varför.⟧

            Ärendet har nummer \(state.reference.full).

            Vänliga hälsningar
            Åsa Lind, enhetschef
            """),
        FilledTemplate(
          id: "svar-kort", title: "Kort svar",
          text: "\(greeting)\n\nTack för att du hörde av dig. Vi har talat om det på enheten."),
      ]
    case .officialNote:
      return [
        FilledTemplate(
          id: "anteckning", title: "Tjänsteanteckning",
          text: """
            Tjänsteanteckning 2026-11-24, ärende \(state.reference.full)

            Vad det har lett till:
            ⟦Beskriv åtgärder.⟧
            """),
        FilledTemplate(
          id: "anteckning-kort", title: "Kort anteckning", text: "Ingen åtgärd behövs."),
      ]
    }
  }
}
