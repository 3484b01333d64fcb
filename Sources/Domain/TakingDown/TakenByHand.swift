/// A synpunkt that somebody here takes in by hand: it was told to them, or came on paper.
public struct TakenByHand: Hashable, Sendable {
  /// How it came: by phone or visit when it was told; as a letter or a form when on paper.
  public var channel: Channel
  /// The words, exactly as they are registered.
  public var text: String
  /// The day it arrived; nil means today.
  public var arrivedOn: CivilDay?
  /// A heading, where the paper has one.
  public var title: String?
  /// Who left it.
  public var sender: Sender
  /// Whom it is about, when that is not the sender.
  public var concerns: String?
  /// That the words were read back; only for what was told.
  public var readBack: ReadBack?
  /// Where it was taken in, for somebody who works at several units.
  public var unit: UnitID?
  /// Who takes it in, at a login that several have in common.
  public var taker: NamedTaker?
  /// What was done at once to put it right; nil or empty when nothing was.
  public var solvedAtOnce: String?

  /// Makes it.
  public init(
    channel: Channel, text: String, arrivedOn: CivilDay? = nil, title: String? = nil,
    sender: Sender = Sender(), concerns: String? = nil, readBack: ReadBack? = nil,
    unit: UnitID? = nil, taker: NamedTaker? = nil, solvedAtOnce: String? = nil
  ) {
    self.channel = channel
    self.text = text
    self.arrivedOn = arrivedOn
    self.title = title
    self.sender = sender
    self.concerns = concerns
    self.readBack = readBack
    self.unit = unit
    self.taker = taker
    self.solvedAtOnce = solvedAtOnce
  }

  /// Whether the sender gets a code with the receipt: who is anonymous, and here to be told it.
  public var getsCode: Bool { channel.isSpoken && sender.isAnonymous }
}

extension Channel {
  /// Whether somebody told it to somebody here.
  public var isSpoken: Bool { self == .phone || self == .visit }

  /// Whether it came on paper.
  var isPaper: Bool { self == .letter || self == .form }
}

extension Sender {
  /// The ways back that what is known of the sender allows, the surest first.
  ///
  /// - Parameter channel: How the synpunkt came; what came on paper is best answered on paper.
  /// - Returns: The ways; none for an anonymous sender.
  public func waysBack(after channel: Channel) -> [AnswerWay] {
    guard !isAnonymous else { return [] }
    var ways: [AnswerWay] = []
    if channel.isPaper, address != nil { ways.append(.letter) }
    if !channel.isPaper, phone != nil { ways.append(.phone) }
    if email != nil { ways += [.email, .secureMessage] }
    if phone != nil { ways.append(.phone) }
    if address != nil { ways.append(.letter) }
    ways.append(.inPerson)
    return ways.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
