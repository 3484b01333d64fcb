extension Matter.State {
  /// Whom an answer in this way goes to, as far as it is known; empty when it must be written.
  public func recipient(for way: AnswerWay) -> String {
    // Who may not see where it goes says so, and leaves the rest to those who may.
    if isProtected, way != .eService, sender.displayName == Sender().displayName {
      return "avsändaren (skyddad identitet)"
    }
    switch way {
    case .email: return sender.email ?? ""
    case .letter:
      // A name alone reaches nobody by mail.
      guard let address = sender.address else { return "" }
      return [sender.name ?? sender.organisation, address].compactMap { $0 }
        .joined(separator: ", ")
    case .eService: return "e-tjänsten" + (externalID.map { ", ärende \($0)" } ?? "")
    case .phone: return [sender.name, sender.phone].compactMap { $0 }.joined(separator: ", ")
    case .secureMessage, .inPerson: return sender.isAnonymous ? "" : sender.displayName
    }
  }
}
