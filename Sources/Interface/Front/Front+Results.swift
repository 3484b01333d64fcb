import Domain

extension Front {
  /// Takes what came of an effect.
  public mutating func update(_ loaded: Loaded) -> [Effect] {
    if case .busy(let effect) = loaded { return wait(for: effect) }
    endWaiting(with: loaded)
    let before = shown
    let effects = permitted(take(loaded))
    noteReading()
    return effects + saveIfChanged(from: before) + noteWriting()
  }

  private mutating func take(_ loaded: Loaded) -> [Effect] {
    var effects: [Effect] = []
    switch loaded {
    case .performed(let command, let matter):
      note(command, on: matter)
      for purpose in command.purposes {
        context.drafts.set(purpose.place(in: matter.draftMatter), to: nil)
        touch()
      }
    case .refused(let command, let id, let version, let refusal):
      return refuse(command, on: id, expecting: version, refusal)
    case .conflict(let command, let matter):
      let withdrawn = withdraw(beside: matter)
      effects += withdrawn ?? []
      giveWay(command, to: matter, asksAgain: withdrawn == nil)
    case .failed(let sentence):
      pending = nil
      complain(sentence)
    case .handbook(let text):
      layers.append(PageScreen(title: "Handbok", styled: Handbook.lines(of: text)))
    case .matter(let matter, .open, let earlier):
      layers.append(MatterScreen(matter: matter, earlier: earlier))
    case .matter(let matter, .goOn(let kind), let earlier):
      effects += goOn(kind, in: matter, earlier: earlier)
    case .drafts(let found): take(found)
    case .sessionBegun(let older): return begin(over: older)
    case .others(let found): return take(found)
    case .programUpdated: return halt(because: .updated)
    case .draftsSaved(let saved): return note(saved)
    case .draftsNotSaved(let why):
      noteNotSaved(why)
      return []
    case .ownChanges(let changes):
      hear(changes)
    case .substituted(let command, let rules, let actor):
      effects += organise(rules, actor: actor)
      say(SubstituteWords.past(command, in: context))
    case .notSubstituted(let refusal): complain(refusal.sentence)
    case .earlier(let rows, let id, .open):
      layers.append(ListScreen(fromTheSenderOf: id, rows))
      effects += rows.prefix(1).map { .loadMatter($0.id, .preview) }
    case .person(let actor): return become(actor)
    case .organised(let rules, let actor):
      context.rules = rules
      context.actor = actor
      say("Organisationen är sparad. Välkommen!")
      return start() + begin()
    case .takenDown(let matter, _):
      context.taker = nil
      context.drafts.set(PromptPurpose.whyNotReadBack.place(in: nil), to: nil)
      say("\(matter.state.reference.short) är registrerat.")
    case .notTakenDown(let refusal): complain(refusal.sentence)
    case .openedProtected(let matter):
      context.drafts.set(PromptPurpose.openingReason.place(in: matter.draftMatter), to: nil)
      touch()
    case .accessesRefused(let refusal):
      layers.removeAll { $0 is AccessScreen }
      complain(refusal.sentence)
    case .matter(let matter, .refresh, _): effects += withdraw(beside: matter) ?? []
    case .matterGone(let id): effects += withdraw { $0.id == id ? .all : .nothing } ?? []
    case .asides(let rows): closeAsides(but: rows)
    case .queue, .accesses, .matter, .earlier, .triage, .templates, .codeChecked, .found, .busy:
      break
    }
    for index in layers.indices.reversed() where layers.indices.contains(index) {
      effects += take(layers[index].receive(loaded, in: context))
    }
    if case .performed(let command, let matter) = loaded {
      effects += resume(after: command, on: matter)
    }
    return effects
  }

  /// Begins anew as another of the demo's people; what each had begun to write stays theirs.
  private mutating func become(_ actor: Actor) -> [Effect] {
    context.drafts = DraftShelf()
    context.actor = actor
    if case .replaced = halt { halt = nil }
    others = OtherSessions()
    context.writers = []
    context.lastSearch = ""
    context.taker = nil
    ownSteps = []
    stepVersions = [:]
    pending = nil
    givenWay = nil
    let effects = showInbox() + begin()
    say("Nu är du \(actor.name).")
    return effects
  }

  private mutating func note(_ command: MatterCommand, on matter: Matter) {
    say(StepSentence.past(command, matter, context))
    stepVersions[matter.id] = matter.version
    if case .undo = command {
      if let group = ownSteps.lastIndex(where: { $0.contains(matter.id) }) {
        ownSteps[group].removeAll { $0 == matter.id }
      }
      keepUndone(matter)
      return
    }
    guard let index = underWay.firstIndex(of: matter.id), let last = ownSteps.indices.last else {
      ownSteps.append([matter.id])
      return
    }
    underWay.remove(at: index)
    ownSteps[last].append(matter.id)
    if underWay.isEmpty, ownSteps[last].count > 1, case .categorise(let category) = command {
      let label = context.label(category, at: matter.state.unit).lowercased()
      say("\(ownSteps[last].count) ärenden är nu \(label). u ångrar alla.")
    }
  }

  /// Keeps the text of a note or an addition that was taken back: it is begun anew, not lost.
  private mutating func keepUndone(_ matter: Matter) {
    guard case .undone(let step)? = matter.events.last?.facts else { return }
    for event in matter.events where event.step == step {
      guard let text = event.content?.text else { continue }
      let kind: TextKind
      switch event.facts {
      case .officiallyNoted: kind = .officialNote
      case .internallyNoted: kind = .internalNote
      case .added(let channel, _, _, _): kind = .addition(channel)
      default: continue
      }
      context.drafts.add(.text(matter.draftMatter, kind, BegunText(text: text)))
      touch()
    }
  }

  /// Goes on with the command that waited, when what it waited for is done.
  private mutating func resume(after command: MatterCommand, on matter: Matter) -> [Effect] {
    guard let waiting = pending, waiting.matter == matter.id else { return [] }
    pending = nil
    switch command {
    case .categorise, .setSubjectArea:
      return [.perform(waiting.command, on: waiting.matter, expecting: matter.version)]
    default: return []
    }
  }

  /// Says what is missing, and asks for it where one answer is enough.
  private mutating func refuse(
    _ command: MatterCommand, on id: MatterID, expecting version: Int, _ refusal: Refusal
  ) -> [Effect] {
    complain(refusal.sentence)
    pending = nil
    switch refusal.remedy {
    case .chooseCategory:
      demand(
        ChoiceScreen.categories(rules: context.rules, unit: unit(of: id)),
        for: Pending(command: command, matter: id, version: version))
    case .chooseSubjectArea:
      let routine = context.rules.routine(at: unit(of: id))
      demand(
        ChoiceScreen.subjectAreas(routine, canClear: false),
        for: Pending(command: command, matter: id, version: version))
    case .answer: return begin(.answer)
    case .writeOfficialNote: return begin(.officialNote)
    case nil: askAgain(for: command)
    }
    return []
  }

  /// Asks for what a command must wait for, with what was chosen before marked.
  private mutating func demand(_ question: ChoiceScreen, for command: Pending) {
    pending = command
    let choice = givenWay?.matter == command.matter ? givenWay?.choice : nil
    layers.append(choice.map(question.selecting) ?? question)
  }

  /// Says that somebody else was first; what was written or chosen is kept.
  ///
  /// - Parameters:
  ///   - command: What was not done.
  ///   - matter: The matter as it is now.
  ///   - asksAgain: Whether what was answered to a question may stand on the screen again.
  private mutating func giveWay(
    _ command: MatterCommand, to matter: Matter, asksAgain: Bool
  ) {
    let waiting = pending
    pending = nil
    stepVersions[matter.id] = matter.version
    if command == .undo, matter.events.last?.by != context.actor.login {
      complain(Refusal.builtUpon.sentence)
      return
    }
    complain(conflictSentence(matter))
    if let choice = waiting?.choice { givenWay = (matter.id, choice) }
    if asksAgain { askAgain(for: waiting?.command ?? command) }
  }

  /// Opens the text that is missing, where the person may write it.
  private mutating func begin(_ command: Command) -> [Effect] {
    guard let screen = layers.last as? MatterScreen,
      screen.obstacle(to: command, in: context) == nil
    else { return [] }
    return execute(command)
  }

  /// Puts back the line that was written in a prompt, when it has not become anything.
  private mutating func askAgain(for command: MatterCommand) {
    guard layers.last?.isDialog == false, !(layers.last is EditorScreen),
      let prompt = PromptScreen(again: command)
    else { return }
    ask(prompt)
  }

  /// The unit of a matter that is on the screen.
  private func unit(of id: MatterID) -> UnitID? {
    for layer in layers.reversed() {
      switch layer {
      case let screen as MatterScreen where screen.matter.id == id: return screen.matter.state.unit
      case let screen as ListScreen: return screen.rows.first { $0.id == id }?.unit
      case let screen as SearchScreen: return screen.list.rows.first { $0.id == id }?.unit
      default: continue
      }
    }
    return nil
  }

  private func conflictSentence(_ matter: Matter) -> String {
    guard let last = matter.events.last else { return "Ärendet har ändrats av någon annan." }
    let who = context.personName(last.by)
    let what = Timeline.words(last.facts, context: context)
    return "\(who) hann före: \(what). Det du har skrivit finns kvar. Försök igen."
  }
}
