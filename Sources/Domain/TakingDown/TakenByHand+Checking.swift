extension TakenByHand {
  /// The same with its fields in order: lines without needless blanks, empty ones gone.
  ///
  /// - Parameter asking: Who takes it in, and when.
  /// - Returns: What can be registered; its text is untouched.
  /// - Throws: `Refusal` for the first field that cannot be used.
  func checked(_ asking: Asking) throws(Refusal) -> TakenByHand {
    guard channel.isSpoken || channel.isPaper else {
      throw .invalid(field: .matter(.channel), hint: "välj telefon, besök, brev eller blankett")
    }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyText("Synpunkten") }
    var checked = self
    checked.text = try Matter.bounded(text)
    try checkArrival(asking)
    checked.title = try Self.line(title).map { words throws(Refusal) in
      try Decision.checkedTitle(words)
    }
    checked.concerns = try Self.line(concerns)
    checked.solvedAtOnce = try Self.line(solvedAtOnce)
    checked.sender = try checkedSender()
    checked.taker = try asking.actor.isUnitLogin ? checkedTaker() : nil
    return checked
  }

  private func checkArrival(_ asking: Asking) throws(Refusal) {
    guard let arrivedOn else { return }
    guard arrivedOn <= asking.today else {
      throw .invalid(field: .matter(.arrivedOn), hint: "dagen ligger i framtiden")
    }
    guard arrivedOn >= Matter.earliestArrival else {
      throw .invalid(field: .matter(.arrivedOn), hint: "dagen ligger för långt tillbaka")
    }
  }

  /// Who takes it in, by name and role, where the login does not say it.
  private func checkedTaker() throws(Refusal) -> NamedTaker {
    guard let taker, let name = try Self.line(taker.name), let role = try Self.line(taker.role)
    else { throw .needsTaker }
    return NamedTaker(name: name, role: role, begunBy: taker.begunBy)
  }

  private func checkedSender() throws(Refusal) -> Sender {
    guard !sender.isAnonymous else { return .anonymous() }
    var checked = sender
    checked.name = try Self.line(sender.name)
    checked.organisation = try Self.line(sender.organisation)
    checked.phone = try Self.line(sender.phone)
    checked.address = try Self.line(sender.address)
    checked.email = try Self.line(sender.email)
    if let email = checked.email, !EmailAddress.isPlausible(email) {
      throw .invalid(field: .matter(.email), hint: "skriv den som namn@exempel.se")
    }
    if let way = checked.replyVia, !checked.waysBack(after: channel).contains(way) {
      throw .wayNotPossible(way)
    }
    return checked
  }

  /// The words of a field on one line; nil when there are none.
  private static func line(_ text: String?) throws(Refusal) -> String? {
    let words = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count <= Matter.longestLine else { throw .tooLong(limit: Matter.longestLine) }
    return words.isEmpty ? nil : words
  }
}
