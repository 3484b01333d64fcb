/// A matter as a list shows it.
///
/// No text, no sender.
public struct MatterRow: Hashable, Sendable {
  /// The identity in the store.
  public var id: MatterID
  /// The number of events.
  public var version: Int
  /// The number.
  public var reference: Reference
  /// The title; nil when nobody has given one.
  public var title: String?
  /// The arrival day.
  public var arrivedOn: CivilDay
  /// The category.
  public var category: Category?
  /// The subject area.
  public var subjectArea: String?
  /// Where it is in its life.
  public var status: Status
  /// Whose turn it is.
  public var desk: Desk
  /// The unit.
  public var unit: UnitID?
  /// What the form or the address suggested.
  public var suggestedUnit: UnitID?
  /// The person to whom the chef handed it.
  public var handler: PersonID?
  /// How it came in.
  public var channel: Channel
  /// The promise of time.
  public var term: DeadlineTerm?
  /// The last day for an answer; nil when the category has none.
  public var answerBy: CivilDay?
  /// Whether the answer is still to be given.
  public var owesAnswer: Bool
  /// The day it was closed.
  public var closedOn: CivilDay?
  /// Nobody at the unit has done anything since it came there.
  public var isFresh: Bool
  /// The sender added something that has not been acted on.
  public var hasNewAddition: Bool
  /// Who took it down, when it was told or came on paper.
  public var taker: PersonID?

  /// Makes a row.
  public init(
    id: MatterID, version: Int, reference: Reference, title: String?, arrivedOn: CivilDay,
    category: Category?, subjectArea: String?, status: Status, desk: Desk, unit: UnitID?,
    suggestedUnit: UnitID?, handler: PersonID?, channel: Channel, term: DeadlineTerm?,
    answerBy: CivilDay?, owesAnswer: Bool, closedOn: CivilDay?, isFresh: Bool,
    hasNewAddition: Bool, taker: PersonID? = nil
  ) {
    self.id = id
    self.version = version
    self.reference = reference
    self.title = title
    self.arrivedOn = arrivedOn
    self.category = category
    self.subjectArea = subjectArea
    self.status = status
    self.desk = desk
    self.unit = unit
    self.suggestedUnit = suggestedUnit
    self.handler = handler
    self.channel = channel
    self.term = term
    self.answerBy = answerBy
    self.owesAnswer = owesAnswer
    self.closedOn = closedOn
    self.isFresh = isFresh
    self.hasNewAddition = hasNewAddition
    self.taker = taker
  }

  /// Where a deadline that still runs stands; nil when none does.
  public func standing(on today: CivilDay) -> Deadline.Standing? {
    guard owesAnswer, let term else { return nil }
    return Deadline(start: arrivedOn, term: term).standing(on: today)
  }

  /// The order of what to do; lower comes first.
  ///
  /// The most overdue first, then the soonest deadline; what has no running deadline comes last.
  public var urgency: Int { owesAnswer ? answerBy?.number ?? Self.noDeadline : Self.noDeadline }

  /// The urgency of what has no running deadline.
  static let noDeadline = 9_999_999

  /// The title for the screen.
  public var displayTitle: String { title ?? "Utan rubrik" }
}

extension Matter {
  /// The matter as a list shows it.
  public var row: MatterRow {
    let state = listed.state
    return MatterRow(
      id: id, version: version, reference: state.reference, title: state.title,
      arrivedOn: state.arrivedOn, category: state.category, subjectArea: state.subjectArea,
      status: state.status, desk: state.desk, unit: state.unit,
      suggestedUnit: state.suggestedUnit, handler: state.handler, channel: state.channel,
      term: state.term, answerBy: state.answerBy, owesAnswer: state.owesAnswer,
      closedOn: state.closedOn, isFresh: state.isFresh, hasNewAddition: state.hasNewAddition,
      taker: state.taker)
  }
}
