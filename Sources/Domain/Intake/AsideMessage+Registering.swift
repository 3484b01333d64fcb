extension AsideMessage {
  /// The message as a synpunkt, when somebody has read it and found that it is one.
  public var incoming: IncomingMatter {
    let address = EmailAddress.isPlausible(from) ? from : nil
    let sender = Sender(
      name: address == nil && !from.isEmpty ? from : nil, email: address,
      replyVia: address.map { _ in .email })
    let title = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return IncomingMatter(
      channel: .email, arrivedOn: arrivedOn, body: .text(text),
      title: title.isEmpty ? nil : title, sender: sender,
      addressedTo: addressedTo ?? [], key: messageID.map { .message($0) },
      notices: [
        "Låg åt sidan som \(reason.rawValue). Bilagor finns bara i e-postmeddelandet."
      ])
  }
}

extension Organisation {
  /// Whether somebody sees and registers a message that was set aside, as registrar of whom it may
  /// concern.
  public func may(_ actor: Actor, register message: AsideMessage) -> Bool {
    actor.has(
      .registrar, at: .unsorted(suggested: suggestedUnit(for: message.incoming)))
  }
}
