extension Matter {
  /// The matter as somebody sees it: what the person may not see is gone, as if it were purged.
  ///
  /// - Parameters:
  ///   - actor: Who looks.
  ///   - opened: Whether the person has asked to see a protected identity, with a reason.
  /// - Returns: The matter, with as many events as it has; nil when for that person there is none.
  public func seen(by actor: Actor, opened: Bool = false) -> Matter? {
    guard var sight = actor.sight(of: state) else { return nil }
    if state.isProtected, !(opened && actor.may(.unprotect, state)) { sight.remove(.sender) }
    return seen(sight, by: actor.login)
  }

  /// The matter as the one who has just taken a step sees it: how it stands, when the step has
  /// taken it out of that person's reach.
  public func seen(after actor: Actor) -> Matter {
    seen(by: actor) ?? seen([], by: actor.login)
  }

  /// The matter as it may be listed and searched: of a protected identity, nothing.
  public var listed: Matter {
    state.isProtected ? seen(Sight.all.subtracting(.sender), by: nil) : self
  }

  /// The matter as somebody with this sight sees it; what has been taken out already stays out.
  private func seen(_ sight: Sight, by login: PersonID?) -> Matter {
    var hidden = Sight.all.subtracting(sight).union(self.hidden)
    if hidden == .internalNotes, !events.contains(where: { $0.facts == .internallyNoted }) {
      return self
    }
    guard !hidden.isEmpty else { return self }
    var redaction = Redaction(of: self, sight: sight, for: login)
    let shown = events.map { redaction.applied(to: $0) }
    if !redaction.hidesNotes { hidden.remove(.internalNotes) }
    hidden.formUnion(self.hidden)
    guard hidden != [] else { return self }
    return Matter(id: id, events: shown, hidden: hidden) ?? self
  }
}

extension Matter {
  /// Who left it, as a header says it: the name, or why it is not shown.
  public var senderWords: String {
    guard hidden.contains(.sender), !state.sender.isAnonymous else {
      return state.sender.displayName
    }
    return state.isProtected ? "Skyddad identitet" : "Avsändaren visas inte"
  }

  /// The original text, or why it is not shown.
  public var textWords: String {
    if hidden.contains(.texts) { return "Texten visas bara för dem som handlägger ärendet." }
    return state.text ?? "Texten är gallrad."
  }
}
