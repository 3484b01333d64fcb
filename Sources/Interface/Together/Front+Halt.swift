import Domain

/// A session in which nothing can be written.
extension Front {
  /// Why a command is not possible now on a screen; nil when it is.
  func obstacle(to command: Command, on screen: any Screen) -> String? {
    if let halt, command.writes(on: screen) { return halt.sentence }
    return screen.obstacle(to: command, in: context)
  }

  /// Lets the top layer take what is typed; where nothing can be written, only what changes nothing.
  mutating func typed(
    on top: any Screen, _ take: (inout any Screen) -> [Step]?
  ) -> [Step]? {
    guard let halt, let before = top.writing else { return take(&layers[layers.count - 1]) }
    var screen = top
    let steps = take(&screen)
    if before.draft != screen.writing?.draft {
      complain(halt.sentence)
      return []
    }
    layers[layers.count - 1] = screen
    return steps
  }

  /// What of some effects may be carried out: all, or nothing that writes.
  mutating func permitted(_ effects: [Effect]) -> [Effect] {
    guard let halt else { return effects }
    let reading = effects.filter { !$0.writes }
    if reading.count < effects.count { complain(halt.sentence) }
    return reading
  }

  /// Lets nothing more be written, after what has been is saved.
  mutating func halt(because reason: Halt) -> [Effect] {
    guard halt != reason else {
      hint(reason.sentence)
      return []
    }
    let effects = save()
    halt = reason
    pending = nil
    writing.lastKey = nil
    complain(reason.sentence)
    return effects
  }
}

extension Command {
  /// Whether it changes something, or begins something that would.
  func writes(on screen: any Screen) -> Bool {
    switch self {
    case .help, .handbook, .palette, .messages, .back, .redraw, .suspend, .switchPerson, .workHere,
      .search, .quit, .open, .nextTab, .previousTab, .mark, .markAll, .triageNew, .drafts,
      .deadline, .earlier, .letter, .checkCode, .forward, .backward, .wholeMatter, .nextMark,
      .toggleSource, .nextPart, .previousPart, .nextField, .previousField, .printable, .accept,
      .substitutes, .accessLog, .readers, .eraseWord, .eraseBefore, .eraseAfter:
      false
    // There Tab fills in a filter.
    case .next: !(screen is SearchScreen)
    case .undo, .takeDown, .registerPaper, .throwAway, .categorise, .subjectArea, .retitle,
      .chooseUnit, .sendUntyped, .notMatter, .answer, .officialNote, .internalNote, .giveBack,
      .close, .reopen, .handOver, .takeBack, .contact, .correct, .add, .hideSender, .solveAtOnce,
      .protect, .unprotect, .openProtected, .praise, .suggestion, .complaint, .review, .save,
      .saveAndReturn, .saveAndReturnOtherwise, .saveAndClose, .insertTemplate, .undoTyping,
      .redoTyping, .send, .recordAnswer, .chooseWay, .recipient, .healthAnswer, .mayKnowAnswer,
      .readBack,
      .approve, .mend, .whyNotReadBack, .senderDetails, .register, .onward, .nameSubstitute,
      .changeLastDay, .endSubstitution:
      true
    }
  }
}

extension Effect {
  /// Whether it changes the record, or what everybody knows of it.
  public var writes: Bool {
    switch self {
    case .perform, .takeDown, .registerAside, .applyOrganisation, .openProtected, .substitute,
      .ownChangesSeen:
      true
    case .retry(let effect): effect.writes
    default: false
    }
  }
}
