extension Matter {
  /// Decides the registration of what somebody takes in by hand.
  ///
  /// What was told goes to the triage queue or, where the routine says so, straight to the chef of
  /// the unit where it was taken in; what came on paper goes to the triage queue.
  ///
  /// - Parameters:
  ///   - taken: What was told, or came on paper.
  ///   - reference: The number it gets.
  ///   - digests: What the store has computed of the text and the code.
  ///   - asking: Who takes it in, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: The first events of a new matter, in one step.
  /// - Throws: `Refusal` when the person has no right to it, when a verbal text has neither been
  ///   approved letter by letter nor has a reason why it was not, or when a field cannot be used.
  public static func takeDown(
    _ taken: TakenByHand, as reference: Reference, digests: TakenDigests, asking: Asking,
    rules: Rulebook
  ) throws(Refusal) -> [MatterEvent] {
    let permission: Permission = taken.channel.isPaper ? .registerPaper : .takeDown
    guard asking.actor.mayAnywhere(permission) else { throw .notAllowed(permission) }
    let taken = try taken.checked(asking)
    if taken.solvedAtOnce != nil, !asking.actor.mayAnywhere(.solveAtOnce) {
      throw .notAllowed(.solveAtOnce)
    }
    let place = TakingPlace(of: taken, by: asking.actor, rules: rules)
    let term = rules.routine(at: place.routineUnit).answerTerm(for: nil)
    let (readBack, reason) = try taken.readBackFacts(digest: digests.text, asking)
    let registration = MatterFacts.Registration(
      reference: reference, channel: taken.channel, arrivedOn: taken.arrivedOn ?? asking.today,
      isPointer: false, sender: MatterFacts.SenderFacts(taken.sender),
      suggestedUnit: place.suggestedUnit, suggestedCategory: nil, source: nil, term: term, files: 0,
      readBack: readBack, commonLogin: taken.taker == nil ? nil : asking.actor.commonUnit)
    let content = MatterContent(
      text: taken.text, title: taken.title, sender: taken.sender, concerns: taken.concerns,
      whyNotReadBack: reason, taker: taken.taker, code: taken.getsCode ? digests.code : nil)
    var outcome: Outcome = [(.registered(registration), content)]
    if let unit = place.chefsUnit {
      outcome.append((.assigned(unit: unit, untyped: true, term: term), nil))
    }
    if let done = taken.solvedAtOnce {
      outcome.append((.solvedAtOnce, MatterContent(text: done)))
    }
    return outcome.enumerated().map { index, entry in
      MatterEvent(
        sequence: 1 + index, step: 1, at: asking.now, by: asking.actor.login, facts: entry.facts,
        content: entry.content)
    }
  }
}

extension TakenByHand {
  /// What stands in the facts and the content about the reading back.
  fileprivate func readBackFacts(
    digest: String, _ asking: Asking
  ) throws(Refusal) -> (facts: MatterFacts.ReadBack?, reason: String?) {
    guard channel.isSpoken else { return (nil, nil) }
    switch readBack {
    case nil: throw .needsReadBack
    case .approved(let approval):
      guard approval.covers(text), approval.by == asking.actor.login else { throw .approvalVoid }
      return (.approved(by: approval.by, at: approval.at, digest: digest), nil)
    case .notPossible(let reason):
      guard reason.contains(where: { !$0.isWhitespace }) else { throw .needsReadBack }
      return (.notPossible, try Matter.bounded(reason))
    }
  }
}
