/// What is taken in by hand.
public enum TakingKind: String, Hashable, Sendable, Codable {
  /// It is told, on the telephone or face to face.
  case spoken
  /// It came as a letter, a card or a form.
  case paper
}

/// A synpunkt that somebody has begun to take in by hand.
public struct BegunTaking: Hashable, Sendable, Codable {
  /// What was written.
  public var text: String
  /// Why it could not be read back; an approval is not kept, because it is of what was heard then.
  public var whyNotReadBack: String?
  /// What was said of the sender and the rest.
  public var details: TakingDetails

  /// Makes it.
  public init(text: String, whyNotReadBack: String? = nil, details: TakingDetails) {
    self.text = text
    self.whyNotReadBack = whyNotReadBack
    self.details = details
  }

  /// Whether nothing has been written; the arrival day is filled in beforehand, and who takes it in
  /// says so before anything else.
  public var isEmpty: Bool {
    !text.contains { !$0.isWhitespace } && whyNotReadBack == nil
      && details.words.allSatisfy {
        [.arrivedOn, .takerName, .takerRole].contains($0.key) || $0.value.isEmpty
      }
  }
}

/// What the form holds.
public struct TakingDetails: Hashable, Sendable, Codable {
  /// How it came.
  public var channel: Channel
  /// Whether the sender is anonymous.
  public var isAnonymous = false
  /// Whether an answer is wanted.
  public var wantsAnswer = true
  /// The way back that was chosen; nil while it follows from what is known.
  public var way: AnswerWay?
  /// Where it was taken in, where there is something to choose.
  public var unit: UnitID?
  /// Who began it, when somebody else at the same login goes on with it.
  public var begunBy: String?
  /// The words of the fields that are written in, those that hold any.
  public var words: [TakingField: String] = [:]

  /// Makes it, with nothing written.
  public init(channel: Channel, unit: UnitID? = nil) {
    self.channel = channel
    self.unit = unit
  }
}

/// A field of the form.
public enum TakingField: String, Hashable, Sendable, Codable, CodingKeyRepresentable {
  /// How it came.
  case channel
  /// Where it was taken in.
  case unit
  /// The day it arrived.
  case arrivedOn
  /// A heading.
  case title
  /// With a name or without.
  case anonymity
  /// The sender's name.
  case name
  /// The sender's telephone number.
  case phone
  /// The sender's e-mail address.
  case email
  /// The sender's postal address.
  case address
  /// Whether an answer is wanted.
  case wantsAnswer
  /// How the answer is to come.
  case way
  /// Whom it is about.
  case concerns
  /// What was done to put it right directly.
  case solvedAtOnce
  /// The name of who takes it in, at a login that several have in common.
  case takerName
  /// That person's role.
  case takerRole
  /// The last row, where Enter registers.
  case register
}

extension TakingDetails {
  /// Who has said that they take it in; nil while nobody has.
  public var taker: NamedTaker? {
    let taker = NamedTaker(
      name: words[.takerName] ?? "", role: words[.takerRole] ?? "", begunBy: begunBy)
    return taker.words.isEmpty ? nil : taker
  }

  /// Has somebody else go on at the same login: who began it is noted, and who goes on says anew
  /// who they are.
  public mutating func pass() {
    let former = [begunBy, taker?.words].compactMap { $0 }
    begunBy = former.isEmpty ? nil : former.joined(separator: ", sedan ")
    words[.takerName] = nil
    words[.takerRole] = nil
  }
}
