extension Matter {
  /// The values that a matter has now.
  public struct State: Hashable, Sendable {
    /// The number.
    public var reference: Reference
    /// How it came in.
    public var channel: Channel
    /// The day it reached the förvaltning; day 0 of its deadlines.
    public var arrivedOn: CivilDay
    /// The original text, which never changes; nil when it has been purged.
    public var text: String?
    /// The text lies in the e-tjänst and has not come yet.
    public var isPointer: Bool
    /// The title; nil when nobody has given one.
    public var title: String?
    /// Somebody here chose the title: it is no longer the sender's heading.
    public var hasChosenTitle: Bool
    /// Whether somebody has corrected the arrival day.
    public var hasCorrectedArrival: Bool
    /// Who sent it.
    public var sender: Sender
    /// Whom it is about, when that is not the sender.
    public var concerns: String?
    /// How the outside names it.
    public var externalID: String?
    /// The category.
    public var category: Category?
    /// What the form suggested.
    public var suggestedCategory: Category?
    /// The subject area.
    public var subjectArea: String?
    /// What the form or the address suggested.
    public var suggestedUnit: UnitID?
    /// The unit that handles it.
    public var unit: UnitID?
    /// The person to whom the chef handed it.
    public var handler: PersonID?
    /// Where it is in its life.
    public var status: Status
    /// The promise of time for an answer.
    public var term: DeadlineTerm?
    /// Files of the original and of additions, in order.
    public var files: [Attachment]
    /// What the sender added later, in order.
    public var additions: [Addition]
    /// The answers that were given, in order.
    public var answers: [GivenAnswer]
    /// The official notes, in order.
    public var officialNotes: [String]
    /// The internal notes, in order; never in a letter.
    public var internalNotes: [String]
    /// Why it went back to the triage group, while it is there.
    public var returnReason: ReturnReason?
    /// What was said when it went back.
    public var returnWords: String?
    /// What it was when it was no synpunkt.
    public var notMatter: NotMatterKind?
    /// Where it went when it was no synpunkt.
    public var wentTo: String?
    /// The day it was closed.
    public var closedOn: CivilDay?
    /// Nobody at the unit has done anything since it came there.
    public var isFresh: Bool
    /// The sender added something that the unit has not acted on.
    public var hasNewAddition: Bool
    /// What the registrator should know.
    public var notices: [String]
    /// That what was told was read back, or not; nil for what was written.
    public var readBack: MatterFacts.ReadBack?
    /// Why it could not be read back.
    public var whyNotReadBack: String?
    /// The digest of the code on an anonymous sender's receipt.
    public var code: String?
    /// Whether the sender was made anonymous after the arrival.
    public var isSenderHidden: Bool
    /// Who took it down, when it was told or came on paper.
    public var taker: PersonID?
    /// Who took it down, by name and role, at a login that several have in common.
    public var namedTaker: NamedTaker?
    /// The unit whose common login that was.
    public var commonLogin: UnitID?
    /// Whether somebody in it has protected identity.
    public var isProtected: Bool
    /// What was done at once to put it right.
    public var solvedAtOnce: String?
  }

  /// More from the sender, later.
  public struct Addition: Hashable, Sendable {
    /// The day it came.
    public var on: CivilDay
    /// How it came.
    public var channel: Channel
    /// The words.
    public var text: String
  }

  /// An answer that left.
  public struct GivenAnswer: Hashable, Sendable {
    /// The way.
    public var way: AnswerWay
    /// The day.
    public var on: CivilDay
    /// The recipient, as it was sent.
    public var recipient: String
    /// The text, unchanged; of a spoken answer what was said.
    public var text: String
    /// Who answered.
    public var by: PersonID
  }
}

extension Matter.State {
  /// Makes the state right after registration.
  init(registration: MatterFacts.Registration, _ event: MatterEvent) {
    let content = event.content
    self.init(
      reference: registration.reference, channel: registration.channel,
      arrivedOn: registration.arrivedOn, text: content?.text, isPointer: registration.isPointer,
      title: content?.title, hasChosenTitle: false, hasCorrectedArrival: false,
      sender: Self.sender(registration.sender, content),
      concerns: content?.concerns, externalID: content?.externalID, category: nil,
      suggestedCategory: registration.suggestedCategory, subjectArea: nil,
      suggestedUnit: registration.suggestedUnit, unit: nil, handler: nil, status: .received,
      term: registration.term, files: content?.files ?? [], additions: [], answers: [],
      officialNotes: [], internalNotes: [], returnReason: nil, returnWords: nil, notMatter: nil,
      wentTo: nil, closedOn: nil, isFresh: true, hasNewAddition: false,
      notices: content?.notices ?? [], readBack: registration.readBack,
      whyNotReadBack: content?.whyNotReadBack, code: content?.code, isSenderHidden: false,
      // What comes from outside has a source; nobody here took it down.
      taker: registration.source == nil ? event.by : nil, namedTaker: content?.taker,
      commonLogin: registration.commonLogin, isProtected: false, solvedAtOnce: nil)
  }

  /// Changes the values as an event says.
  ///
  /// Takings back never come here.
  mutating func change(by event: MatterEvent) {
    let content = event.content
    switch event.facts {
    case .registered, .undone: break
    case .textArrived(let arrival):
      isPointer = false
      // A form was often sent in before the mail about it; a day that somebody has corrected stands.
      if !hasCorrectedArrival { arrivedOn = min(arrivedOn, arrival.arrivedOn) }
      suggestedUnit = arrival.suggestedUnit ?? suggestedUnit
      suggestedCategory = arrival.suggestedCategory ?? suggestedCategory
      text = content?.text
      // The neutral title that triage has set is not replaced by the sender's heading.
      if !hasChosenTitle { title = content?.title ?? title }
      sender = Self.sender(arrival.sender, content)
      concerns = content?.concerns ?? concerns
      if isSenderHidden { hideSender() }
      take(content?.files)
      notices += content?.notices ?? []
      if status != .received { hasNewAddition = true }
    case .added(let channel, let day, _, _):
      additions.append(Matter.Addition(on: day, channel: channel, text: content?.text ?? ""))
      take(content?.files)
      notices += content?.notices ?? []
      hasNewAddition = true
    case .categorised(let category, let term):
      self.category = category
      self.term = term
    case .subjectAreaSet(let area): subjectArea = area
    case .titled:
      title = content?.title
      hasChosenTitle = true
    case .assigned(let unit, _, let term):
      self.unit = unit
      self.term = term
      status = .withManager
      handler = nil
      returnReason = nil
      returnWords = nil
      isFresh = true
    case .setAside(let kind):
      status = .notMatter
      notMatter = kind
      wentTo = content?.text
      hasNewAddition = false
    case .answered(let answer):
      answers.append(
        Matter.GivenAnswer(
          way: answer.way, on: answer.on, recipient: content?.recipient ?? "",
          text: content?.text ?? "", by: event.by))
      status = .answered
      touch()
    case .officiallyNoted:
      officialNotes.append(content?.text ?? "")
      touch()
    case .internallyNoted:
      internalNotes.append(content?.text ?? "")
      if status == .withManager { isFresh = false }
    case .returned(let reason):
      status = .returned
      returnReason = reason
      returnWords = content?.text
      handler = nil
      touch()
    case .closed(let day):
      status = .closed
      closedOn = day
      hasNewAddition = false
    case .reopened: reopen()
    case .handedOver(let person):
      handler = person
      isFresh = false
    case .takenBack: handler = nil
    case .moved(let move):
      unit = move.unit
      handler = move.handler
      isFresh = true
    // To have rung the sender is not to have read what the sender added.
    case .contacted: if status == .withManager { isFresh = false }
    case .corrected(let correction): correct(correction, content)
    case .attached: take(content?.files)
    case .senderHidden: hideSender()
    case .solvedAtOnce: solvedAtOnce = content?.text ?? ""
    case .identityProtected: isProtected = true
    case .protectionLifted: isProtected = false
    }
  }

  private mutating func touch() {
    isFresh = false
    hasNewAddition = false
  }

  /// Puts a closed matter back at its unit, and one that was set aside back in triage.
  private mutating func reopen() {
    if unit == nil {
      status = .received
    } else if status == .notMatter {
      // Triage had it back from a unit; why stands as it was.
      status = .returned
    } else {
      status = answers.isEmpty ? .withManager : .answered
      returnReason = nil
      returnWords = nil
    }
    notMatter = nil
    wentTo = nil
    closedOn = nil
    isFresh = true
  }

  private mutating func correct(_ correction: MatterFacts.Correction, _ content: MatterContent?) {
    switch correction {
    case .channel(let channel): self.channel = channel
    case .arrivedOn(let day):
      arrivedOn = day
      hasCorrectedArrival = true
    case .title:
      title = content?.new
      hasChosenTitle = true
    case .name: sender.name = content?.new
    case .email, .phone, .address:
      // Purged: the way back that the facts tell of is all that is known.
      guard let content else { return }
      correctContact(correction, to: content.new)
    }
  }

  /// Changes an address.
  ///
  /// The first one becomes the way back; a way back that loses its address gives way to one that
  /// has one.
  private mutating func correctContact(_ correction: MatterFacts.Correction, to new: String?) {
    let way: AnswerWay
    switch correction {
    case .email:
      sender.email = new
      way = .email
    case .phone:
      sender.phone = new
      way = .phone
    default:
      sender.address = new
      way = .letter
    }
    if new != nil {
      sender.replyVia = sender.replyVia ?? way
    } else if sender.replyVia == way {
      let left: [(way: AnswerWay, address: String?)] = [
        (.email, sender.email), (.phone, sender.phone), (.letter, sender.address),
      ]
      sender.replyVia = left.first { $0.address != nil }?.way
    }
  }

  private static func sender(
    _ facts: MatterFacts.SenderFacts, _ content: MatterContent?
  ) -> Sender {
    content?.sender
      ?? Sender(
        isAnonymous: facts.isAnonymous, kind: facts.kind, replyVia: facts.replyVia,
        wantsAnswer: facts.wantsAnswer)
  }
}
