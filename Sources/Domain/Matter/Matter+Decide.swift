extension Matter {
  /// What one command leads to: facts with their content, in order.
  typealias Outcome = [(facts: MatterFacts, content: MatterContent?)]

  /// Decides what a command leads to.
  ///
  /// Pure: the same question has the same answer.
  ///
  /// - Parameters:
  ///   - command: What the person wants.
  ///   - asking: Who asks, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: One or more events that follow the matter's last one, in one step.
  /// - Throws: `Refusal` that says in Swedish what is missing.
  public func decide(
    _ command: MatterCommand, asking: Asking, rules: Rulebook
  ) throws(Refusal) -> [MatterEvent] {
    // One's own last step can be taken back, even when it took the matter out of one's reach.
    let takesBackOwn = command == .undo && standing.last?.by == asking.actor.login
    guard takesBackOwn || asking.actor.may(.read, state) else { throw .notAllowed(.read) }
    guard takesBackOwn || asking.actor.may(command.permission, state) else {
      // A chef has rights at units only: what is missing is the unit, not the right.
      if state.status == .received, state.unit == nil, command.permission == .handle,
        asking.actor.mayAnywhere(.handle)
      {
        throw .inTriage
      }
      throw .notAllowed(command.permission)
    }
    let decision = Decision(matter: self, asking: asking, rules: rules)
    let outcome = try decision.outcome(of: command)
    // But not by who has no right any more where the matter was before.
    if takesBackOwn, let last = standing.last,
      !asking.actor.may(.undo, without(step: last.step, asking).state)
    {
      throw .notAllowed(.undo)
    }
    return outcome.enumerated().map { index, entry in
      MatterEvent(
        sequence: version + 1 + index, step: version + 1, at: asking.now,
        by: asking.actor.login, facts: entry.facts, content: entry.content)
    }
  }
}

/// One decision: the matter, who asks, and the rules, with the steps as functions.
struct Decision {
  let matter: Matter
  let asking: Asking
  let rules: Rulebook

  var state: Matter.State { matter.state }
  var routine: Routine { rules.routine(at: state.unit) }

  func outcome(of command: MatterCommand) throws(Refusal) -> Matter.Outcome {
    switch command {
    case .categorise(let category):
      return [try categorise(category, at: state.unit ?? state.suggestedUnit)]
    case .setSubjectArea(let area): return [try setSubjectArea(area)]
    case .setTitle(let title): return [try setTitle(title)]
    case .assign(let unit): return [try assign(unit, untyped: state.category == nil)]
    case .triage(let category, let unit): return try triage(category, unit: unit)
    case .setAside(let kind, let wentTo): return [try setAside(kind, wentTo: wentTo)]
    case .answer(let draft): return [try answer(draft)]
    case .writeOfficialNote(let text): return [try officialNote(text)]
    case .noteAndReturn(let text, let reason, let words):
      let note = try officialNote(text)
      return [note, try giveBack(reason, words: words, noteJustWritten: true)]
    case .noteAndClose(let text):
      let note = try officialNote(text)
      return [note, try close(noteJustWritten: true)]
    case .writeInternalNote(let text):
      return [(.internallyNoted, MatterContent(text: try filled(text, "Anteckningen")))]
    case .giveBack(let reason, let words):
      return [try giveBack(reason, words: words, noteJustWritten: false)]
    case .close: return [try close(noteJustWritten: false)]
    case .reopen(let reason): return try reopen(reason)
    case .handOver(let person): return [try handOver(to: person)]
    case .takeBack:
      try requireAtUnit()
      guard state.handler != nil else { throw .notHandedOver }
      return [(.takenBack, nil)]
    case .logContact(let means, let reached, let line):
      return [(.contacted(means, reached: reached), MatterContent(text: try Matter.bounded(line)))]
    case .correct(let target, let new, let reason):
      return [try correct(target, to: new, reason: reason)]
    case .add(let channel, let day, let text):
      guard day <= asking.today else {
        throw .invalid(field: .additionDay, hint: "dagen ligger i framtiden")
      }
      return [
        (
          .added(channel: channel, on: day, source: nil, files: 0),
          MatterContent(text: try filled(text, "Kompletteringen"))
        )
      ]
    case .hideSender(let reason): return [try hideSender(reason)]
    case .solveAtOnce(let text): return [try solveAtOnce(text)]
    case .protect: return [try protect()]
    case .unprotect(let reason): return [try unprotect(reason)]
    case .undo: return [try undo()]
    }
  }

  // MARK: - What several steps ask

  func requireOpen() throws(Refusal) {
    if state.status == .closed { throw .isClosed }
    if state.status == .notMatter { throw .isNotMatter }
  }

  func requireAtUnit() throws(Refusal) {
    try requireOpen()
    switch state.status {
    case .received: throw .inTriage
    case .returned: throw .isReturned
    default: break
    }
  }

  func filled(_ text: String, _ what: String) throws(Refusal) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyText(what) }
    return try Matter.bounded(text)
  }

  func unitName(_ id: UnitID?) -> String { rules.organisation.unit(id)?.name ?? id ?? "enheten" }
}
