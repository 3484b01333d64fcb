import Domain

extension Front {
  /// Takes what came of an effect.
  public mutating func update(_ loaded: Loaded) -> [Effect] {
    var effects: [Effect] = []
    switch loaded {
    case .performed(let command, let matter):
      note(command, on: matter)
    case .refused(let command, let id, let refusal):
      return refuse(command, on: id, refusal)
    case .conflict(_, let matter):
      complain(conflictSentence(matter))
    case .failed(let sentence):
      complain(sentence)
    case .handbook(let text):
      layers.append(
        PageScreen(
          title: "Handbok",
          lines: text.split(
            separator: "\n", omittingEmptySubsequences: false
          ).map(String.init)))
    case .matter(let matter, .open, let earlier):
      layers.append(MatterScreen(matter: matter, earlier: earlier))
    case .earlier(let rows):
      layers.append(ListScreen(fixed: rows, title: "Från samma avsändare"))
    case .person(let actor):
      context.actor = actor
      ownSteps = []
      pending = nil
      effects = start()
      say("Nu är du \(actor.name).")
      return effects
    case .queue, .asides, .matter, .matterGone, .triage, .templates: break
    }
    for index in layers.indices.reversed() where layers.indices.contains(index) {
      effects += take(layers[index].receive(loaded, in: context))
    }
    if case .performed(let command, let matter) = loaded {
      effects += resume(after: command, on: matter)
    }
    return effects
  }

  private mutating func note(_ command: MatterCommand, on matter: Matter) {
    if case .undo = command {
      if let index = ownSteps.lastIndex(of: matter.id) { ownSteps.remove(at: index) }
    } else {
      ownSteps.append(matter.id)
    }
    say(StepSentence.past(command, matter, context))
  }

  /// Goes on with the command that waited, when what it waited for is done.
  private mutating func resume(after command: MatterCommand, on matter: Matter) -> [Effect] {
    guard let waiting = pending, waiting.matter == matter.id else { return [] }
    pending = nil
    switch command {
    case .categorise, .setSubjectArea:
      return [.perform(waiting.command, on: waiting.matter, expecting: nil)]
    default: return []
    }
  }

  /// Says what is missing, and asks for it where one answer is enough.
  private mutating func refuse(
    _ command: MatterCommand, on id: MatterID, _ refusal: Refusal
  ) -> [Effect] {
    complain(refusal.sentence)
    switch refusal.remedy {
    case .chooseCategory:
      pending = (command, id)
      layers.append(ChoiceScreen.categories(rules: context.rules, unit: nil))
    case .chooseSubjectArea:
      pending = (command, id)
      layers.append(ChoiceScreen.subjectAreas(context.rules.routine(at: nil), canClear: false))
    case .answer where layers.last is MatterScreen: return execute(.answer)
    case .writeOfficialNote where layers.last is MatterScreen: return execute(.officialNote)
    case .answer, .writeOfficialNote, nil: break
    }
    return []
  }

  private func conflictSentence(_ matter: Matter) -> String {
    guard let last = matter.events.last else { return "Ärendet har ändrats av någon annan." }
    let who = context.personName(last.by)
    let what = Timeline.words(last.facts, context: context)
    return "\(who) hann före: \(what). Din text finns kvar. Försök igen."
  }
}
