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
      ["Uppläst av \(namedTaker?.words ?? name(person)) och \(Self.approvedWords(at))"]
    case .notPossible:
      ["Inte uppläst för den som lämnade den: \(whyNotReadBack ?? "skälet är gallrat")"]
    }
  }

  /// Who took it in at a login that several have in common; nil when the login says it.
  ///
  /// - Parameter unitName: The name of a unit.
  /// - Returns: One line.
  public func takerWords(unitName: (UnitID) -> String) -> String? {
    guard let commonLogin else { return nil }
    guard let namedTaker else {
      return "Mottaget via \(unitName(commonLogin)); namnet är gallrat"
    }
    let begun = namedTaker.begunBy.map { " (påbörjat av \($0))" } ?? ""
    return "Mottaget av \(namedTaker.words), via \(unitName(commonLogin))\(begun)"
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
