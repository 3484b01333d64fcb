/// The identity of a matter in the store.
public typealias MatterID = Int64

/// One thing that happened to a matter.
///
/// The record is the list of these; they never change.
public struct MatterEvent: Hashable, Sendable {
  /// The place in the matter's list, from 1.
  public var sequence: Int
  /// The sequence of the first event of the same command: what is undone together.
  public var step: Int
  /// When it happened.
  public var at: Instant
  /// Who did it.
  public var by: PersonID
  /// What is kept for ever: codes, dates, ids and counts, never free text.
  public var facts: MatterFacts
  /// Text and names; nil where there is none, or when it has been purged (gallrad).
  public var content: MatterContent?

  /// Makes an event.
  public init(
    sequence: Int, step: Int, at: Instant, by: PersonID, facts: MatterFacts,
    content: MatterContent? = nil
  ) {
    self.sequence = sequence
    self.step = step
    self.at = at
    self.by = by
    self.facts = facts
    self.content = content
  }
}

/// What happened, in codes, dates, ids and counts.
public enum MatterFacts: Hashable, Sendable, Codable {
  /// It was registered.
  case registered(Registration)
  /// The text that a mail only pointed at came from the e-tjänst.
  case textArrived(TextArrival)
  /// The sender added something.
  case added(channel: Channel, on: CivilDay, source: SourceDigest?, files: Int)
  /// A category was set, and with it the promise of time.
  case categorised(Category, term: DeadlineTerm?)
  /// A subject area was set, or taken away.
  case subjectAreaSet(String?)
  /// The neutral title was set; it is in the content.
  case titled
  /// It was sent to a unit's chef; `untyped` when without a type, which the chef then sets.
  case assigned(unit: UnitID, untyped: Bool, term: DeadlineTerm?)
  /// It was found to be no synpunkt; where it went is in the content.
  case setAside(NotMatterKind)
  /// It was answered; text and recipient are in the content.
  case answered(Answer)
  /// The official note (tjänsteanteckning) was written.
  case officiallyNoted
  /// An internal note was written.
  case internallyNoted
  /// It went back to the triage group.
  case returned(ReturnReason)
  /// It was closed.
  case closed(on: CivilDay)
  /// It was opened again; the reason is in the content.
  case reopened
  /// The chef handed it to a named person.
  case handedOver(to: PersonID)
  /// The chef took it back.
  case takenBack
  /// Somebody tried to reach the sender.
  case contacted(ContactMeans, reached: Bool)
  /// Something was corrected; the old and new values and the reason are in the content.
  case corrected(Correction)
  /// Files were added; they are in the content.
  case attached(files: Int)
  /// The sender was made anonymous; the reason is in the content.
  case senderHidden
  /// It was put right directly; what was done is in the content.
  case solvedAtOnce
  /// The sender, or the person it is about, was marked as having protected identity.
  case identityProtected
  /// That mark was taken away; the reason is in the content.
  case protectionLifted
  /// The administrator moved it, because its unit was closed or because who had it left.
  case moved(Move)
  /// The step that began at this sequence was taken back.
  case undone(step: Int)

  /// The facts of a registration.
  public struct Registration: Hashable, Sendable, Codable {
    /// The number given.
    public var reference: Reference
    /// How it came in.
    public var channel: Channel
    /// The day it reached the förvaltning.
    public var arrivedOn: CivilDay
    /// The text lies in the e-tjänst and has not come yet.
    public var isPointer: Bool
    /// What may be kept about the sender.
    public var sender: SenderFacts
    /// What the form or the address suggested.
    public var suggestedUnit: UnitID?
    /// The category that the form suggested.
    public var suggestedCategory: Category?
    /// How the outside named it, as digests.
    public var source: SourceDigest?
    /// The promise of time until a category is set.
    public var term: DeadlineTerm?
    /// The number of files.
    public var files: Int
    /// That what was told was read back, or not; nil for what was written.
    public var readBack: ReadBack?
    /// The unit whose common login it was taken in at; who did it is in the content.
    public var commonLogin: UnitID?

    /// Makes the facts.
    public init(
      reference: Reference, channel: Channel, arrivedOn: CivilDay, isPointer: Bool,
      sender: SenderFacts, suggestedUnit: UnitID?, suggestedCategory: Category?,
      source: SourceDigest?, term: DeadlineTerm?, files: Int, readBack: ReadBack? = nil,
      commonLogin: UnitID? = nil
    ) {
      self.reference = reference
      self.channel = channel
      self.arrivedOn = arrivedOn
      self.isPointer = isPointer
      self.sender = sender
      self.suggestedUnit = suggestedUnit
      self.suggestedCategory = suggestedCategory
      self.source = source
      self.term = term
      self.files = files
      self.readBack = readBack
      self.commonLogin = commonLogin
    }
  }

  /// The facts of a text that a mail had only pointed at.
  public struct TextArrival: Hashable, Sendable, Codable {
    /// How the outside named it, as digests.
    public var source: SourceDigest
    /// The day the form was first sent in, when that is earlier than the mail about it.
    public var arrivedOn: CivilDay
    /// What may be kept about the sender.
    public var sender: SenderFacts
    /// What the form suggested.
    public var suggestedUnit: UnitID?
    /// The category that the form suggested.
    public var suggestedCategory: Category?
    /// The number of files.
    public var files: Int

    /// Makes the facts.
    public init(
      source: SourceDigest, arrivedOn: CivilDay, sender: SenderFacts, suggestedUnit: UnitID?,
      suggestedCategory: Category?, files: Int
    ) {
      self.source = source
      self.arrivedOn = arrivedOn
      self.sender = sender
      self.suggestedUnit = suggestedUnit
      self.suggestedCategory = suggestedCategory
      self.files = files
    }
  }

  /// What statistics keep about a sender.
  public struct SenderFacts: Hashable, Sendable, Codable {
    /// In what capacity.
    public var kind: SenderKind
    /// Whether anonymous.
    public var isAnonymous: Bool
    /// The way back.
    public var replyVia: AnswerWay?
    /// Whether an answer is wanted.
    public var wantsAnswer: Bool

    /// Keeps what is no personal data of a sender.
    public init(_ sender: Sender) {
      kind = sender.kind
      isAnonymous = sender.isAnonymous
      replyVia = sender.replyVia
      wantsAnswer = sender.wantsAnswer
    }
  }

  /// How and when an answer was given.
  public struct Answer: Hashable, Sendable, Codable {
    /// The way.
    public var way: AnswerWay
    /// The day.
    public var on: CivilDay
    /// The template it was begun from.
    public var template: String?
    /// Whether the text tells of health or insatser, where that was asked.
    public var tellsOfHealth: Bool?
    /// That the sender may know what the answer says, where that was asked.
    public var senderMayKnow: Bool?

    /// Makes the facts.
    public init(
      way: AnswerWay, on: CivilDay, template: String? = nil, tellsOfHealth: Bool? = nil,
      senderMayKnow: Bool? = nil
    ) {
      self.way = way
      self.on = on
      self.template = template
      self.tellsOfHealth = tellsOfHealth
      self.senderMayKnow = senderMayKnow
    }
  }

  /// Which fact was corrected, with the value where it is a code or a date.
  public enum Correction: Hashable, Sendable, Codable {
    case name
    case email
    case phone
    case address
    case title
    case channel(Channel)
    case arrivedOn(CivilDay)
  }
}

/// How the outside named something that came in: SHA-256 in hex, so that it can be recognised
/// after its content has been purged.
public struct SourceDigest: Hashable, Sendable, Codable {
  /// Digest of the key (FlowInstanceID or Message-ID).
  public var key: String
  /// Digest of the content.
  public var content: String

  /// Makes a pair of digests.
  public init(key: String, content: String) {
    self.key = key
    self.content = content
  }
}

/// Text and names of an event; what goes at gallring.
public struct MatterContent: Hashable, Sendable, Codable {
  /// The words: the synpunkt, an addition, an answer, a note, a reason.
  public var text: String?
  /// A title.
  public var title: String?
  /// The sender.
  public var sender: Sender?
  /// Whom it concerns.
  public var concerns: String?
  /// Files that came with it.
  public var files: [Attachment]?
  /// How the outside names it: FlowInstanceID or Message-ID.
  public var externalID: String?
  /// The recipient of an answer, as it was sent.
  public var recipient: String?
  /// A correction's old value.
  public var old: String?
  /// A correction's new value.
  public var new: String?
  /// What the registrator should know.
  public var notices: [String]?
  /// Why what was told could not be read back.
  public var whyNotReadBack: String?
  /// Who took it in at a login that several have in common.
  public var taker: NamedTaker?
  /// The digest of the code on an anonymous sender's receipt.
  public var code: String?

  /// Makes content; what is not given is not there.
  public init(
    text: String? = nil, title: String? = nil, sender: Sender? = nil, concerns: String? = nil,
    files: [Attachment]? = nil, externalID: String? = nil, recipient: String? = nil,
    old: String? = nil, new: String? = nil, notices: [String]? = nil,
    whyNotReadBack: String? = nil, taker: NamedTaker? = nil, code: String? = nil
  ) {
    self.text = text
    self.title = title
    self.sender = sender
    self.concerns = concerns
    self.files = files
    self.externalID = externalID
    self.recipient = recipient
    self.old = old
    self.new = new
    self.notices = notices
    self.whyNotReadBack = whyNotReadBack
    self.taker = taker
    self.code = code
  }
}

/// A file of a matter; its bytes are kept in the store under their digest.
public struct Attachment: Hashable, Sendable, Codable {
  /// The file's name.
  public var name: String
  /// The media type.
  public var mediaType: String
  /// The size in bytes.
  public var size: Int
  /// SHA-256 of the bytes, in hex.
  public var digest: String

  /// Makes an attachment.
  public init(name: String, mediaType: String, size: Int, digest: String) {
    self.name = name
    self.mediaType = mediaType
    self.size = size
    self.digest = digest
  }
}
