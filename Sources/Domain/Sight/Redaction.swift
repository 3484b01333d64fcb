/// Takes out of a matter's events what somebody may not see.
///
/// Facts stand: they are codes, days and counts. What goes is content, so what is left is read like
/// a matter that has been purged in part.
struct Redaction {
  private let sight: Sight
  private let login: PersonID?
  private let mask: Mask?
  private let standing: Set<Int>
  private var isAtUnit = false
  private var hasUnit = false
  private var files = 0
  /// Whether an internal note has been taken out.
  private(set) var hidesNotes = false

  init(of matter: Matter, sight: Sight, for login: PersonID?) {
    self.sight = sight
    self.login = login
    // Where the sender has been taken out already, nothing is left to know him or her by.
    let isKnown = !matter.hidden.contains(.sender)
    mask = isKnown && !sight.contains(.sender) ? Mask(of: matter) : nil
    standing = Set(matter.standing.map(\.sequence))
  }

  /// The event as it may be seen; to be asked of all events in order.
  mutating func applied(to event: MatterEvent) -> MatterEvent {
    var shown = event
    shown.content = content(of: event)
    if standing.contains(event.sequence) { follow(event.facts) }
    return shown
  }

  /// Follows whose the notes are: those written while the unit had the matter are the unit's own.
  private mutating func follow(_ facts: MatterFacts) {
    switch facts {
    case .assigned:
      isAtUnit = true
      hasUnit = true
    case .returned, .setAside: isAtUnit = false
    case .reopened: isAtUnit = hasUnit
    default: break
    }
  }

  private mutating func content(of event: MatterEvent) -> MatterContent? {
    guard let content = event.content else { return nil }
    switch event.facts {
    case .registered, .textArrived, .added, .attached: return arrived(content, event.facts)
    case .titled: return MatterContent(title: content.title.map(masked))
    case .answered:
      guard sight.contains(.dialogue) else { return nil }
      let isHidden = mask != nil && content.recipient != nil
      return MatterContent(
        text: content.text.map(masked), recipient: isHidden ? Matter.hidden : content.recipient)
    case .contacted:
      return sight.contains(.dialogue) ? MatterContent(text: content.text.map(masked)) : nil
    case .internallyNoted:
      let mayRead =
        sight.contains(.internalNotes) || event.by == login
        || !isAtUnit && sight.contains(.dialogue)
      if !mayRead { hidesNotes = true }
      return mayRead ? MatterContent(text: content.text.map(masked)) : nil
    case .corrected(let correction): return corrected(content, correction)
    default: return sight.contains(.texts) ? MatterContent(text: content.text.map(masked)) : nil
    }
  }

  /// What came from the sender.
  private mutating func arrived(_ content: MatterContent, _ facts: MatterFacts) -> MatterContent {
    var shown = content
    shown.title = content.title.map(masked)
    if sight.contains(.texts) {
      shown.text = content.text.map(masked)
      shown.notices = content.notices?.map(masked)
    } else {
      shown.text = nil
      shown.notices = nil
    }
    // That nobody has approved the words, and why, everybody must see who has the matter.
    shown.whyNotReadBack = content.whyNotReadBack.map(masked)
    guard mask != nil else { return shown }
    shown.sender = nil
    // That it is about somebody else is no secret, but who is.
    if content.concerns?.isEmpty == false { shown.concerns = Matter.hidden }
    // An answer finds its way by the number in the e-tjänst; a Message-ID may name the sender.
    if !(sight.contains(.dialogue) && facts.isAnsweredByNumber) { shown.externalID = nil }
    shown.files = sight.contains(.texts) ? neutral(content.files) : nil
    return shown
  }

  /// The files under names that tell nothing.
  private mutating func neutral(_ attachments: [Attachment]?) -> [Attachment]? {
    attachments?.map { file in
      files += 1
      return file.neutral(number: files)
    }
  }

  private func corrected(
    _ content: MatterContent, _ correction: MatterFacts.Correction
  ) -> MatterContent {
    var shown = content
    if !sight.contains(.texts) { shown.text = nil }
    guard mask != nil else { return shown }
    shown.text = shown.text.map(masked)
    switch correction {
    case .name, .email, .phone, .address:
      // What was empty stays so: whether there is a way back is no secret.
      if content.old != nil { shown.old = Matter.hidden }
      if content.new != nil { shown.new = Matter.hidden }
    case .title, .channel, .arrivedOn:
      shown.old = content.old.map(masked)
      shown.new = content.new.map(masked)
    }
    return shown
  }

  private func masked(_ text: String) -> String { mask?.hiding(text) ?? text }
}

extension MatterFacts {
  /// Whether the sender wants the answer in an e-tjänst, where a number finds it.
  fileprivate var isAnsweredByNumber: Bool {
    switch self {
    case .registered(let facts): facts.sender.replyVia == .eService
    case .textArrived(let facts): facts.sender.replyVia == .eService
    default: false
    }
  }
}
