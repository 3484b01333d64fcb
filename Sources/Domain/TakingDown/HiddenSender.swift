extension Decision {
  func hideSender(_ reason: String) throws(Refusal) -> Matter.Outcome.Element {
    guard !state.sender.isAnonymous else { throw .alreadyAnonymous }
    return (.senderHidden, MatterContent(text: try filled(reason, "Skälet")))
  }
}

extension Matter.State {
  /// Hides who the sender is from all that is read from now on; see ``Matter/maskedStanding`` for
  /// what the texts tell.
  ///
  /// A way back that tells nothing, the link of an e-tjänst, stands; every other one goes with the
  /// address it needs.
  mutating func hideSender() {
    isSenderHidden = true
    let way = sender.replyVia == .eService ? AnswerWay.eService : nil
    sender = Sender(
      isAnonymous: true, kind: sender.kind, replyVia: way,
      wantsAnswer: sender.wantsAnswer && way != nil)
    // A Message-ID often ends with the sender's own domain.
    if way == nil { externalID = nil }
    files = files.enumerated().map { $1.neutral(number: $0 + 1) }
    for index in answers.indices { answers[index].recipient = Matter.hidden }
  }

  /// Takes in files, under names that tell nothing when the sender is hidden.
  mutating func take(_ new: [Attachment]?) {
    for file in new ?? [] {
      files.append(isSenderHidden ? file.neutral(number: files.count + 1) : file)
    }
  }
}

extension Matter {
  /// What stands where something about a hidden sender stood.
  static let hidden = "dolt"

  /// The events as they may be shown: of a sender who has been made anonymous, nothing that tells
  /// who it is.
  ///
  /// The record itself keeps everything.
  public var shownEvents: [MatterEvent] {
    guard state.isSenderHidden else { return events }
    let mask = Mask(of: self, concernedToo: false)
    return events.map { $0.masked(by: mask).withoutSender }
  }

  /// The events that count, as the state is made of them: what names a sender who has been made
  /// anonymous is gone from every text.
  var maskedStanding: [MatterEvent] {
    let standing = standing
    guard standing.contains(where: { $0.facts == .senderHidden }) else { return standing }
    let mask = Mask(of: self, concernedToo: false)
    return standing.map { $0.masked(by: mask) }
  }
}

extension MatterEvent {
  /// The event with marks in its texts for what a mask hides.
  fileprivate func masked(by mask: Mask) -> MatterEvent {
    guard var content else { return self }
    content.text = content.text.map(mask.hiding)
    content.title = content.title.map(mask.hiding)
    content.concerns = content.concerns.map(mask.hiding)
    content.old = content.old.map(mask.hiding)
    content.new = content.new.map(mask.hiding)
    content.notices = content.notices?.map(mask.hiding)
    content.whyNotReadBack = content.whyNotReadBack.map(mask.hiding)
    var event = self
    event.content = content
    return event
  }

  /// The event without the sender's name, addresses and file names.
  fileprivate var withoutSender: MatterEvent {
    var event = self
    event.content?.sender = nil
    event.content?.externalID = nil
    if event.content?.recipient != nil { event.content?.recipient = Matter.hidden }
    if let files = content?.files {
      event.content?.files = files.enumerated().map { $1.neutral(number: $0 + 1) }
    }
    switch facts {
    case .corrected(.name), .corrected(.email), .corrected(.phone), .corrected(.address):
      if event.content?.old != nil { event.content?.old = Matter.hidden }
      if event.content?.new != nil { event.content?.new = Matter.hidden }
    default: break
    }
    return event
  }
}
