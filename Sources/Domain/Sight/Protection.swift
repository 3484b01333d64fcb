extension Decision {
  /// Marks that the sender, or the person it is about, lives with protected identity.
  func protect() throws(Refusal) -> Matter.Outcome.Element {
    guard !state.isProtected else { throw .alreadyProtected }
    return (.identityProtected, nil)
  }

  /// Takes the mark away.
  func unprotect(_ reason: String) throws(Refusal) -> Matter.Outcome.Element {
    guard state.isProtected else { throw .notProtected }
    return (.protectionLifted, MatterContent(text: try filled(reason, "Skälet")))
  }
}

extension Matter {
  /// Decides whether somebody may see a protected identity, this once.
  ///
  /// - Parameters:
  ///   - actor: Who asks.
  ///   - reason: Why.
  /// - Returns: The matter as that person then sees it.
  /// - Throws: `Refusal` when the person is not one of those who are named for it, when nothing is
  ///   protected, or when the reason is missing.
  public func opened(by actor: Actor, reason: String) throws(Refusal) -> Matter {
    guard let matter = seen(by: actor, opened: true) else { throw .notAllowed(.read) }
    guard state.isProtected else { throw .notProtected }
    guard actor.may(.unprotect, state) else { throw .notAllowed(.unprotect) }
    guard reason.contains(where: { !$0.isWhitespace }) else { throw .emptyText("Skälet") }
    guard reason.count <= Self.longestLine else { throw .tooLong(limit: Self.longestLine) }
    return matter
  }

  /// The longest line that is asked for, in characters: a name, an address or a reason, with room
  /// for no text of a matter.
  public static let longestLine = 300
}
