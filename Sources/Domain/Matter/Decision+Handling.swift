extension Decision {
  func answer(_ draft: AnswerDraft) throws(Refusal) -> Matter.Outcome.Element {
    try requireAtUnit()
    guard state.category != nil else { throw .needsCategory }
    let ways = state.possibleWays
    if draft.way == .email, state.isProtected { throw .emailToProtected }
    guard !ways.isEmpty else { throw .noWayBack }
    guard ways.contains(draft.way) else { throw .wayNotPossible(draft.way) }
    let text = try filled(draft.text, draft.way.isSpoken ? "Det som sades" : "Svaret")
    let lines = draft.recipient.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let recipient = lines.filter { !$0.isEmpty }.joined(separator: ", ")
    guard !recipient.isEmpty else { throw .needsRecipient }
    if draft.way == .email, !EmailAddress.isPlausible(recipient) {
      throw .invalid(field: .recipient, hint: "skriv e-postadressen som namn@exempel.se")
    }
    let isCare = rules.organisation.isCare(state.unit)
    for finding in state.findings(in: draft, isCare: isCare) where !finding.onlyAsks {
      throw .letter(finding)
    }
    let facts = MatterFacts.Answer(
      way: draft.way, on: asking.today, template: draft.template,
      tellsOfHealth: draft.tellsOfHealth, senderMayKnow: draft.senderMayKnow)
    return (.answered(facts), MatterContent(text: text, recipient: recipient))
  }

  func officialNote(_ text: String) throws(Refusal) -> Matter.Outcome.Element {
    try requireAtUnit()
    let text = try filled(text, "Tjänsteanteckningen")
    if let mark = LetterMark.all(in: text).first {
      throw .letter(.mark(LetterMark.words(in: mark)))
    }
    return (.officiallyNoted, MatterContent(text: text))
  }

  func giveBack(
    _ reason: ReturnReason, words: String?, noteJustWritten: Bool
  ) throws(Refusal) -> Matter.Outcome.Element {
    try requireAtUnit()
    switch reason {
    case .done: try requireDone(noteJustWritten: noteJustWritten)
    case .other: _ = try filled(words ?? "", "Skälet")
    case .wrongUnit, .needsDetails: break
    }
    let words = try words.map { text throws(Refusal) in try Matter.bounded(text) }
    let kept = words.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    return (.returned(reason), kept.map { MatterContent(text: $0) })
  }

  /// What the routine demands of the unit before it is done with a matter.
  private func requireDone(noteJustWritten: Bool) throws(Refusal) {
    guard state.category != nil else { throw .needsCategory }
    if state.lacksAnswer { throw .needsAnswer }
    if state.lacksOfficialNote(routine), !noteJustWritten { throw .needsOfficialNote }
  }

  func close(noteJustWritten: Bool) throws(Refusal) -> Matter.Outcome.Element {
    switch state.status {
    // Closing it again, once what came since has been read, leaves it as it was.
    case .closed:
      guard state.hasNewAddition else { throw .isClosed }
      return (.closed(on: state.closedOn ?? asking.today), nil)
    case .notMatter:
      guard state.hasNewAddition, let kind = state.notMatter else { throw .isNotMatter }
      return (.setAside(kind), MatterContent(text: state.wentTo ?? ""))
    case .received: throw .inTriage
    case .withManager, .answered:
      let unitCloses = routine.closedBy == .manager || !state.sender.isAnswerable
      guard unitCloses else { throw .atUnit(unitName(state.unit)) }
    case .returned:
      let mayClose = routine.closedBy == .manager || asking.actor.has(.triage, at: state.unit)
      guard mayClose else { throw .isReturned }
    }
    try requireDone(noteJustWritten: noteJustWritten)
    if state.subjectArea == nil, !routine.subjectAreas.isEmpty { throw .needsSubjectArea }
    return (.closed(on: asking.today), nil)
  }

  func reopen(_ reason: String) throws(Refusal) -> Matter.Outcome {
    guard state.status == .closed || state.status == .notMatter else { throw .isOpen }
    let reopened = MatterContent(text: try filled(reason, "Skälet"))
    guard state.status == .closed, rules.organisation.isClosed(state.unit) else {
      // Who had it and has left gets it no more: it is the chef's.
      let hasLeft = state.handler.map { !rules.organisation.works($0, at: state.unit) } == true
      return [(.reopened, reopened)] + (hasLeft ? [(.takenBack, nil)] : [])
    }
    // The unit is no more: triage finds another.
    let words = MatterContent(text: "Enheten \(unitName(state.unit)) är nedlagd.")
    return [(.reopened, reopened), (.returned(.other), words)]
  }

  func solveAtOnce(_ text: String) throws(Refusal) -> Matter.Outcome.Element {
    try requireOpen()
    return (.solvedAtOnce, MatterContent(text: try filled(text, "Det som gjordes")))
  }

  func handOver(to person: PersonID) throws(Refusal) -> Matter.Outcome.Element {
    try requireAtUnit()
    let people = rules.organisation.people(at: state.unit)
    guard let receiver = people.first(where: { $0.login == person }) else {
      throw .notAtUnit(person: rules.organisation.person(person)?.name ?? person)
    }
    guard state.handler != person else { throw .alreadyHandedTo(receiver.name) }
    return (.handedOver(to: person), nil)
  }
}
