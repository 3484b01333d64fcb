/// Where a matter is, as rights see it.
public enum MatterPlace: Hashable, Sendable {
  /// It has been sent to a unit.
  case unit(UnitID)
  /// It has not been sorted yet; the unit that it may concern, where something tells.
  case unsorted(suggested: UnitID?)

  init(_ unit: UnitID?, suggested: UnitID?) {
    self = unit.map(MatterPlace.unit) ?? .unsorted(suggested: suggested)
  }

  /// The unit it has been sent to.
  public var unit: UnitID? {
    guard case .unit(let unit) = self else { return nil }
    return unit
  }
}

extension Matter.State {
  /// Where it is.
  public var place: MatterPlace { MatterPlace(unit, suggested: suggestedUnit) }
}

extension MatterRow {
  /// Where it is.
  public var place: MatterPlace { MatterPlace(unit, suggested: suggestedUnit) }
}

/// Matters that have not been sorted yet, as far as somebody reaches them.
public enum UnsortedMatters: Hashable, Sendable {
  /// None of them.
  case none
  /// All but those that may concern one of these units, which others sort.
  case all(but: Set<UnitID>)

  func contains(suggested: UnitID?) -> Bool {
    switch self {
    case .none: false
    case .all(let others): suggested.map(others.contains) != true
    }
  }

  /// What either reaches.
  func union(_ other: UnsortedMatters) -> UnsortedMatters {
    switch (self, other) {
    case (.none, let all), (let all, .none): all
    case (.all(let first), .all(let second)): .all(but: first.intersection(second))
    }
  }
}
