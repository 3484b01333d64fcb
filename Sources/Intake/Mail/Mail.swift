import Domain

/// A mail, taken apart far enough to tell what it is.
struct Mail {
  /// The headers of the message.
  let headers: MailHeaders
  /// The message itself as a part.
  let root: MailPart
  /// The text and the files.
  let content: MailContent
  /// The day it arrived.
  let arrivedOn: CivilDay
  /// The latest day it may have arrived.
  let today: CivilDay
  /// What the registrator should know of how it was read.
  private(set) var notices: [String]

  /// Reads a message.
  init(_ bytes: [UInt8], today: CivilDay) throws(IntakeRefusal) {
    let start = bytes.startOfContent
    if Mailbox.holdsSeveral(bytes, at: start) { throw .severalMails }
    let message = Mailbox.withoutEnvelope(bytes, at: start)
    let structure = try MailStructure(message.bytes, from: message.start)
    root = structure.root
    headers = root.headers
    guard headers.first("from") != nil else { throw .noSender }
    content = try MailContent(structure)
    self.today = today
    let arrival = MailArrival(headers, today: today)
    arrivedOn = arrival.day
    notices = arrival.notices
    if structure.isCutOff {
      notices.append(
        "E-postmeddelandet är avklippt, så slutet kan saknas; jämför med e-postprogrammet.")
    }
    if content.isGuessed {
      notices.append("E-postmeddelandet uppgav fel teckenkodning; kontrollera å, ä och ö i texten.")
    }
  }

  /// The subject as text; empty when there is none.
  var subject: String { headers.text("subject")?.oneLine ?? "" }

  /// The first mailbox in From.
  var from: MailAddress? { headers.first("from").flatMap { HeaderValue.mailboxes($0).first } }

  /// Message-ID without angle brackets.
  var messageID: String? {
    guard let raw = headers.first("message-id") else { return nil }
    let text = String(decoding: raw.prefix(2_000), as: UTF8.self)
    let inner = text.firstIndex(of: "<").map { text[text.index(after: $0)...] } ?? text[...]
    let id = inner.prefix { $0 != ">" }.filter { !$0.isWhitespace }
    return id.isEmpty ? nil : String(id.prefix(998))
  }

  /// The addresses it was sent to, each once.
  var addressedTo: [String] {
    var found: [String] = []
    for name in ["to", "cc", "delivered-to", "x-original-to"] {
      for mailbox in headers.all(name).prefix(20).flatMap(HeaderValue.mailboxes)
      where mailbox.isUsable && !found.contains(mailbox.address) && found.count < 1_000 {
        found.append(mailbox.address)
      }
    }
    return found
  }

  /// Whether it answers or forwards another message.
  var isReply: Bool {
    headers.first("in-reply-to") != nil || headers.first("references") != nil
      || subject.foldedWords.first.map { Self.replyMarks.contains($0) } == true
  }

  /// What the mail is: a synpunkt, a pointer to one in the e-tjänst, or a message to set aside.
  func incoming() throws(IntakeRefusal) -> Incoming {
    if isBounce { return .aside(aside(.bounce)) }
    if isStatusMail { return .aside(aside(.statusMail)) }
    if let form = try platformMatter() { return .matter(form) }
    if isAutomaticReply { return .aside(aside(.autoReply)) }
    return .matter(try ordinaryMatter())
  }

  private static let replyMarks: Set<String> = [
    "re", "sv", "svar", "aw", "antw", "fw", "fwd", "vb", "vs", "wg",
  ]

  private func aside(_ reason: AsideMessage.Reason) -> AsideMessage {
    AsideMessage(
      reason: reason, from: from?.address ?? "", subject: subject, text: content.text,
      messageID: messageID, arrivedOn: arrivedOn, addressedTo: addressedTo)
  }

  private func ordinaryMatter() throws(IntakeRefusal) -> IncomingMatter {
    var notices = notices
    let sender = try self.sender(notices: &notices)
    if content.text.isBlank {
      notices.append(
        content.files.isEmpty
          ? "E-postmeddelandet hade ingen text."
          : "E-postmeddelandet hade ingen text, bara bilagor.")
    }
    if content.text.mentionsAnonymity { notices.append(.anonymityWish) }
    return IncomingMatter(
      channel: .email, arrivedOn: arrivedOn, body: .text(content.text), title: subject.oneLine,
      sender: sender, addressedTo: addressedTo, key: messageID.map(ExternalKey.message),
      files: content.files, notices: notices)
  }

  /// Who sent it: the name from From, the address from Reply-To if there is one.
  private func sender(notices: inout [String]) throws(IntakeRefusal) -> Sender {
    let from = self.from
    let reply = headers.first("reply-to").flatMap {
      HeaderValue.mailboxes($0).first(where: \.isUsable)
    }
    let usable = reply ?? from.flatMap { $0.isUsable ? $0 : nil }
    var name = from?.name ?? reply?.name
    if name == nil, from?.isUsable != true {
      let whole = headers.text("from")?.oneLine
      name = whole?.contains { $0.isLetter || $0.isNumber } == true ? whole : nil
    }
    if name == from?.address || name == usable?.address { name = nil }
    guard name != nil || usable != nil else { throw .noSender }
    if usable == nil {
      notices.append("E-postmeddelandet har ingen adress att svara till.")
    } else if let reply, let from, from.isUsable,
      reply.address.lowercased() != from.address.lowercased()
    {
      notices.append(
        "E-postmeddelandet kom från \(from.address) men vill ha svar till \(reply.address).")
    }
    return Sender(name: name, email: usable?.address, replyVia: usable == nil ? nil : .email)
  }
}
