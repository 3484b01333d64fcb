/// What narrows a search beside its words; nil narrows nothing.
///
/// A filter that is given twice lets either through, but for `är:`, where both must hold.
public struct SearchFilters: Hashable, Sendable {
  /// Categories.
  public var categories: Set<Category>?
  /// How the matter stands; one of each set.
  public var states: [Set<SearchState>] = []
  /// Units, with all below them.
  public var units: Set<UnitID>?
  /// The first arrival day.
  public var from: CivilDay?
  /// The last arrival day.
  public var to: CivilDay?
  /// Subject areas.
  public var subjectAreas: Set<String>?
  /// Beginnings of numbers.
  public var numbers: Set<ReferencePrefix>?
  /// Where the matter is in its life.
  public var statuses: Set<Status>?
  /// How it came in.
  public var channels: Set<Channel>?

  /// Makes filters that let everything through.
  public init() {}

  /// Whether they let everything through.
  public var isEmpty: Bool { self == SearchFilters() }

  /// Whether they let only matters through that lie on somebody's desk: few, however many there are.
  public var areAtDesk: Bool {
    states.contains { $0.allSatisfy(\.isAtDesk) }
      || statuses.map { $0.isDisjoint(with: [.closed, .notMatter]) } == true
  }

  /// Whether they let a matter through.
  public func contains(_ row: MatterRow, today: CivilDay) -> Bool {
    Self.lets(row.category, through: categories)
      && states.allSatisfy { $0.contains { $0.contains(row, today: today) } }
      && Self.lets(row.unit, through: units)
      && from.map { row.arrivedOn >= $0 } != false
      && to.map { row.arrivedOn <= $0 } != false
      && Self.lets(row.subjectArea, through: subjectAreas)
      && numbers.map { $0.contains { $0.matches(row.reference) } } != false
      && Self.lets(row.status, through: statuses)
      && Self.lets(row.channel, through: channels)
  }

  private static func lets<Value>(_ value: Value?, through allowed: Set<Value>?) -> Bool {
    guard let allowed else { return true }
    return value.map(allowed.contains) == true
  }
}
