extension Matter.State {
  /// What everybody who has the matter must see of the reading back, one line each; none for what
  /// was written.
  ///
  /// - Parameter name: The name of a person.
  /// - Returns: The lines.
  public func readBackWords(name: (PersonID) -> String) -> [String] {
    switch readBack {
    case nil: []
    case .approved(let person, let at, _):
      ["Uppläst av \(name(person)) och \(Self.approvedWords(at))"]
    case .notPossible:
      ["Inte uppläst för den som lämnade den: \(whyNotReadBack ?? "skälet är gallrat")"]
    }
  }

  /// The same in two or three words, for the line about the sender; nil for what was written.
  public var readBackBrief: String? {
    switch readBack {
    case nil: nil
    case .approved(_, let at, _): "uppläst och \(Self.approvedWords(at))"
    case .notPossible: "inte uppläst"
    }
  }

  private static func approvedWords(_ at: Instant) -> String {
    let time = SwedishTime(at)
    return "godkänd \(time.day.shortSwedish) \(time.clock)"
  }
}
