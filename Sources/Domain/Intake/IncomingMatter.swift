/// A file that came with a synpunkt.
public struct IncomingFile: Hashable, Sendable {
  /// The file's name, as sent or made neutral when the sender is anonymous.
  public var name: String
  /// The media type, such as `application/pdf`.
  public var mediaType: String
  /// The bytes.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// How the outside world names what came in, so that it is registered once.
public enum ExternalKey: Hashable, Sendable {
  /// FlowInstanceID of an e-tjänst: "ärende nr. 123".
  case flowInstance(String)
  /// Message-ID of a mail, without angle brackets.
  case message(String)

  /// The key as scripts show it.
  public var text: String {
    switch self {
    case .flowInstance(let id): id
    case .message(let id): id
    }
  }

  /// The key with its kind, for comparing.
  public var canonical: String {
    switch self {
    case .flowInstance(let id): "flow:" + id
    case .message(let id): "mail:" + id
    }
  }
}

/// A synpunkt as it came from outside, before it is registered.
public struct IncomingMatter: Hashable, Sendable {
  /// What the text is.
  public enum Body: Hashable, Sendable {
    /// Exactly what the person wrote, with line ends as LF.
    case text(String)
    /// Nothing but a pointer: the text lies in the e-tjänst and comes with its XML.
    case inEService
  }

  /// How it came in.
  public var channel: Channel
  /// The day it arrived, in Swedish time, never in the future.
  public var arrivedOn: CivilDay
  /// The text.
  public var body: Body
  /// The heading the sender wrote, on one line.
  public var title: String?
  /// Who sent it.
  public var sender: Sender
  /// Whom it is about, if the form says so.
  public var concerns: String?
  /// The category that the form suggested.
  public var suggestedCategory: Category?
  /// The mail addresses it was sent to.
  public var addressedTo: [String]
  /// FamilyID of the e-tjänst.
  public var formFamily: String?
  /// What the form said of the unit, in the sender's own words.
  public var unitWords: String?
  /// How the outside names it.
  public var key: ExternalKey?
  /// The files that came with it.
  public var files: [IncomingFile]
  /// What the registrator should know, one Swedish sentence each.
  public var notices: [String]

  /// Makes an incoming matter.
  public init(
    channel: Channel, arrivedOn: CivilDay, body: Body, title: String? = nil, sender: Sender,
    concerns: String? = nil, suggestedCategory: Category? = nil, addressedTo: [String] = [],
    formFamily: String? = nil, unitWords: String? = nil, key: ExternalKey? = nil,
    files: [IncomingFile] = [], notices: [String] = []
  ) {
    self.channel = channel
    self.arrivedOn = arrivedOn
    self.body = body
    self.title = title
    self.sender = sender
    self.concerns = concerns
    self.suggestedCategory = suggestedCategory
    self.addressedTo = addressedTo
    self.formFamily = formFamily
    self.unitWords = unitWords
    self.key = key
    self.files = files
    self.notices = notices
  }
}

/// A message that is no synpunkt and waits for the registrator: a status mail, an auto-reply or a
/// bounce.
public struct AsideMessage: Hashable, Sendable, Codable {
  /// Why it was set aside.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case statusMail = "statusmejl från e-tjänsten"
    case autoReply = "automatiskt svar"
    case bounce = "kunde inte levereras"
  }

  /// Why it was set aside.
  public var reason: Reason
  /// The sender's address.
  public var from: String
  /// The subject.
  public var subject: String
  /// The readable text.
  public var text: String
  /// Message-ID without angle brackets.
  public var messageID: String?
  /// The day it arrived.
  public var arrivedOn: CivilDay
  /// The addresses it was sent to; nil where an older program set it aside.
  public var addressedTo: [String]?

  /// Makes a message.
  public init(
    reason: Reason, from: String, subject: String, text: String, messageID: String?,
    arrivedOn: CivilDay, addressedTo: [String]? = nil
  ) {
    self.reason = reason
    self.from = from
    self.subject = subject
    self.text = text
    self.messageID = messageID
    self.arrivedOn = arrivedOn
    self.addressedTo = addressedTo
  }
}

/// What a file from outside turned out to be.
public enum Incoming: Hashable, Sendable {
  /// A synpunkt, or a pointer to one.
  case matter(IncomingMatter)
  /// A message for the registrator to look at.
  case aside(AsideMessage)
}
