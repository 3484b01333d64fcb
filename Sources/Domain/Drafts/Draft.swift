/// A text that somebody has begun, and that is not yet what it is to become.
///
/// Working material, no part of the record: nobody but its writer reads it.
public enum Draft: Hashable, Sendable, Codable {
  /// What is written in a matter.
  case text(DraftMatter, TextKind, BegunText)
  /// A line that a prompt asked for: for what, what was asked, and what was typed.
  case line(DraftMatter?, purpose: String, question: String, text: String)
  /// What is taken in by hand.
  case taking(TakingKind, BegunTaking)

  /// What a draft is to become; a person has at most one at hand of each.
  public enum Place: Hashable, Sendable {
    /// A text of a matter.
    case text(MatterID, TextKind)
    /// A line for a purpose.
    case line(MatterID?, purpose: String)
    /// Something taken in by hand.
    case taking(TakingKind)
  }

  /// What it is to become.
  public var place: Place {
    switch self {
    case .text(let matter, let kind, _): .text(matter.id, kind)
    case .line(let matter, let purpose, _, _): .line(matter?.id, purpose: purpose)
    case .taking(let kind, _): .taking(kind)
    }
  }

  /// The matter it belongs to.
  public var matter: DraftMatter? {
    switch self {
    case .text(let matter, _, _): matter
    case .line(let matter, _, _, _): matter
    case .taking: nil
    }
  }

  /// The same words, tied to a matter that never is.
  public var detached: Draft {
    switch self {
    case .text(let matter, let kind, let begun): .text(matter.detached, kind, begun)
    case .line(let matter, let purpose, let question, let text):
      .line(matter?.detached, purpose: purpose, question: question, text: text)
    case .taking: self
    }
  }

  /// What has been written.
  public var text: String {
    switch self {
    case .text(_, _, let begun): begun.text
    case .line(_, _, _, let text): text
    case .taking(_, let begun): begun.text
    }
  }

  /// Whether an event is what the draft was to become: the same text in the same place.
  public func hasBecome(_ event: MatterEvent) -> Bool {
    let isPlace: Bool
    switch (self, event.facts) {
    case (.text(_, .answer, _), .answered), (.text(_, .officialNote, _), .officiallyNoted),
      (.text(_, .internalNote, _), .internallyNoted):
      isPlace = true
    case (.text(_, .addition(let channel), _), .added(let other, _, _, _)):
      isPlace = channel == other
    case (.taking(let kind, _), .registered(let registration)):
      isPlace = kind == .spoken ? registration.channel.isSpoken : registration.channel.isPaper
    default: isPlace = false
    }
    guard isPlace, let became = event.content?.text else { return false }
    return Self.words(became) == Self.words(text)
  }

  /// The text without space around it: the last line end may go on the way.
  private static func words(_ text: String) -> Substring {
    var words = text.drop { $0.isWhitespace }
    while words.last?.isWhitespace == true { words.removeLast() }
    return words
  }
}

/// The matter of a draft, which may have gone out of reach since.
public struct DraftMatter: Hashable, Sendable, Codable {
  /// The matter.
  public let id: MatterID
  /// Its number.
  public let reference: Reference

  /// Makes it.
  public init(_ id: MatterID, _ reference: Reference) {
    self.id = id
    self.reference = reference
  }

  /// The same number, with an identity that no matter has.
  var detached: DraftMatter { DraftMatter(id > 0 ? -id : id, reference) }
}

/// What is written in a matter.
public enum TextKind: Hashable, Sendable, Codable {
  /// An answer to the sender, or what was said to them.
  case answer
  /// The official note.
  case officialNote
  /// A working note.
  case internalNote
  /// More from the sender, and how it came.
  case addition(Channel)
}

/// A text that was begun.
public struct BegunText: Hashable, Sendable, Codable {
  /// What is written.
  public var text: String
  /// The template it was begun from.
  public var template: String?
  /// Whether it is what was said, and no letter.
  public var isSpoken: Bool
  /// How it was to be given, as the last review had it.
  public var chosen: ReviewChoice?

  /// Makes it.
  public init(
    text: String, template: String? = nil, isSpoken: Bool = false, chosen: ReviewChoice? = nil
  ) {
    self.text = text
    self.template = template
    self.isSpoken = isSpoken
    self.chosen = chosen
  }
}

/// How an answer was to be given when the reviewer went back to the text.
public struct ReviewChoice: Hashable, Sendable, Codable {
  /// The way.
  public let way: AnswerWay
  /// To whom, when the reviewer wrote that; empty when it was the one of whom the matter tells.
  public let recipient: String

  /// Makes it.
  public init(way: AnswerWay, recipient: String) {
    self.way = way
    self.recipient = recipient
  }
}
