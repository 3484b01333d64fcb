extension Decision {
  func categorise(
    _ category: Category, at unit: UnitID?
  ) throws(Refusal) -> Matter.Outcome.Element {
    try requireOpen()
    return (.categorised(category, term: rules.routine(at: unit).answerTerm(for: category)), nil)
  }

  func setSubjectArea(_ area: String?) throws(Refusal) -> Matter.Outcome.Element {
    if state.status == .notMatter { throw .isNotMatter }
    if state.status == .closed, area == nil { throw .isClosed }
    if let area, !routine.subjectAreas.contains(area) { throw .unknownSubjectArea(area) }
    return (.subjectAreaSet(area), nil)
  }

  func setTitle(_ title: String) throws(Refusal) -> Matter.Outcome.Element {
    (.titled, MatterContent(title: try Self.checkedTitle(title)))
  }

  static func checkedTitle(_ title: String) throws(Refusal) -> String {
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw .emptyText("Rubriken") }
    guard words.count <= 200 else { throw .tooLong(limit: 200) }
    return words
  }

  func triage(_ category: Category?, unit: UnitID) throws(Refusal) -> Matter.Outcome {
    guard state.desk == .triage || state.desk == .details else {
      try requireOpen()
      throw .alreadyAtUnit(unitName(state.unit))
    }
    let sent = try assign(unit, category: category, untyped: (category ?? state.category) == nil)
    guard let category else { return [sent] }
    return [try categorise(category, at: unit), sent]
  }

  func assign(_ unit: UnitID, untyped: Bool) throws(Refusal) -> Matter.Outcome.Element {
    try assign(unit, category: state.category, untyped: untyped)
  }

  private func assign(
    _ id: UnitID, category: Category?, untyped: Bool
  ) throws(Refusal) -> Matter.Outcome.Element {
    try requireOpen()
    guard let unit = rules.organisation.unit(id) else { throw .unknownUnit(id) }
    guard !rules.organisation.isClosed(id) else { throw .unitClosed(unit.name) }
    guard rules.organisation.manager(of: id) != nil else { throw .unitWithoutManager(unit.name) }
    if state.unit == id, state.status == .withManager || state.status == .answered {
      throw .alreadyAtUnit(unit.name)
    }
    let term = rules.routine(at: id).answerTerm(for: category ?? state.category)
    return (.assigned(unit: id, untyped: untyped, term: term), nil)
  }

  func setAside(
    _ kind: NotMatterKind, wentTo: String
  ) throws(Refusal) -> Matter.Outcome.Element {
    try requireOpen()
    guard state.desk == .triage || state.desk == .details else {
      throw .alreadyAtUnit(unitName(state.unit))
    }
    return (.setAside(kind), MatterContent(text: try Matter.bounded(wentTo)))
  }

  func correct(
    _ target: MatterCommand.CorrectionTarget, to new: String?, reason: String
  ) throws(Refusal) -> Matter.Outcome.Element {
    let reason = try filled(reason, "Skälet")
    let (correction, old, value) = try correction(of: target, to: new)
    guard old != value else { throw .unchanged(field: .matter(target)) }
    return (.corrected(correction), MatterContent(text: reason, old: old, new: value))
  }

  private func correction(
    of target: MatterCommand.CorrectionTarget, to new: String?
  ) throws(Refusal) -> (MatterFacts.Correction, old: String?, new: String?) {
    let words = (new ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let value = words.isEmpty ? nil : words
    switch target {
    case .title:
      return (.title, state.title, try Self.checkedTitle(value ?? ""))
    case .channel:
      guard let channel = value.flatMap(Channel.init(rawValue:)) else {
        let known = Channel.allCases.map(\.rawValue).joined(separator: ", ")
        throw .invalid(field: .matter(target), hint: "skriv något av \(known)")
      }
      return (.channel(channel), state.channel.rawValue, channel.rawValue)
    case .arrivedOn:
      guard let day = value.flatMap({ CivilDay(iso: $0) }) else {
        throw .invalid(field: .matter(target), hint: "skriv dagen som 2026-11-05")
      }
      guard day <= asking.today else {
        throw .invalid(field: .matter(target), hint: "dagen ligger i framtiden")
      }
      guard day >= Matter.earliestArrival else {
        throw .invalid(field: .matter(target), hint: "dagen ligger för långt tillbaka")
      }
      return (.arrivedOn(day), state.arrivedOn.iso, day.iso)
    case .name, .email, .phone, .address:
      guard !state.sender.isAnonymous else { throw .senderIsAnonymous }
      // To be told that a value is the old one would be to be told the old one.
      guard !state.isProtected || asking.actor.may(.unprotect, state) else {
        throw .notAllowed(.unprotect)
      }
    }
    if let value, value.count > Matter.longestLine { throw .tooLong(limit: Matter.longestLine) }
    switch target {
    case .email:
      if let value, !EmailAddress.isPlausible(value) {
        throw .invalid(field: .matter(target), hint: "skriv den som namn@exempel.se")
      }
      return (.email, state.sender.email, value)
    case .phone: return (.phone, state.sender.phone, value)
    case .address: return (.address, state.sender.address, value)
    default: return (.name, state.sender.name, value)
    }
  }
}
