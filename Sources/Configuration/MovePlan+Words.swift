public import Domain

extension MovePlan {
  /// What moves, a line for each unit and person, with counts only: who applies an organisation sees
  /// no matters.
  public var lines: [String] {
    desks.compactMap { desk in
      guard let move = moves[desk], let count = counts[desk] else { return nil }
      let handed = desk.handler.map { " handed to \($0)" } ?? ""
      let to = move.closed == nil ? "" : " to \(move.unit)"
      let receiver = move.leaver == nil ? "" : ", to \(move.handler ?? "its chef")"
      return "unit \(desk.unit): \(matters(count, "open"))\(handed) go\(to)\(receiver)"
    }
  }
}

extension MoveFault {
  /// What is wrong and what to do, in English; the orphans in a list.
  public var sentence: String {
    switch self {
    case .orphaned(let orphans):
      (["Nothing was applied, for matters would be without an owner:"]
        + orphans.map { "  " + $0.line }).joined(separator: "\n")
    case .notClosed(let unit):
      """
      The unit \(quoted(unit)) is not closed in the file, so its matters stay there: write \
      closed: true on it, or leave out --move-matters.
      """
    case .cannotReceive(let unit):
      """
      The unit \(quoted(unit)) cannot get matters: it is not in the file, is closed or has no \
      chef.
      """
    case .unknownPerson(let login): "There is no person \(quoted(login)) in the organisation."
    case .notAtUnit(let login, let unit):
      "The person \(quoted(login)) has no role at \(quoted(unit)), so its matters cannot go there."
    }
  }
}

extension Orphan {
  fileprivate var line: String {
    switch owner {
    case .closedUnit(let unit):
      "unit \(unit) (\(name)), closed: \(matters(count, "open")); say --move-matters \(unit)=UNIT"
    case .unitWithoutChef(let unit):
      """
      unit \(unit) (\(name)), without a chef: \(matters(count, "open")); give it one, or close it
      """
    case .missingUnit(let unit):
      """
      unit \(unit) (\(name)), not in the file: matters know it, and \(count) are there; keep it, \
      with closed: true
      """
    case .person(let login):
      """
      person \(login) (\(name)), with no role there any more: \(matters(count, "handed")); say \
      --hand-over \(login)=LOGIN or --hand-back \(login)
      """
    case .triage(let unit?):
      """
      triage of \(unit) (\(name)), with nobody left who has the role there: \
      \(matters(count, "open")); give it to somebody in the same file
      """
    case .triage(nil):
      """
      triage of what has no unit yet, with nobody left who has the role: \(matters(count, "open")); \
      give it to somebody in the same file
      """
    }
  }
}

private func matters(_ count: Int, _ kind: String) -> String {
  count == 1 ? "1 \(kind) matter" : "\(count) \(kind) matters"
}
