/// Where open matters go when a new organisation takes them from who has them.
public struct Moves: Hashable, Sendable {
  /// The unit that gets the open matters of a closed one and of all below it.
  public var units: [UnitID: UnitID]
  /// Who gets what had been handed to somebody; nil is the chef of its unit.
  public var people: [PersonID: PersonID?]

  /// Makes it; with nothing, nothing goes anywhere.
  public init(units: [UnitID: UnitID] = [:], people: [PersonID: PersonID?] = [:]) {
    self.units = units
    self.people = people
  }

  /// Whether nothing goes anywhere.
  public var isEmpty: Bool { units.isEmpty && people.isEmpty }
}

/// Open matters that lie on the same desk: at a unit, and perhaps handed to one person.
public struct OpenMatters: Hashable, Sendable {
  /// The unit.
  public var unit: UnitID
  /// The person to whom they have been handed.
  public var handler: PersonID?

  /// Makes it.
  public init(unit: UnitID, handler: PersonID?) {
    self.unit = unit
    self.handler = handler
  }
}

/// Open matters that a new organisation would leave without an owner.
public struct Orphan: Hashable, Sendable {
  /// Who had them.
  public enum Owner: Hashable, Sendable {
    /// A unit that the new organisation closes.
    case closedUnit(UnitID)
    /// A unit that stays, and has a chef no more.
    case unitWithoutChef(UnitID)
    /// A unit that is not there any more; closed matters count too.
    case missingUnit(UnitID)
    /// Somebody to whom they were handed, who works at their unit no more.
    case person(PersonID)
    /// Those who sort what has come to a förvaltning, or to a unit outside all; nil is what has
    /// no unit yet.
    case triage(UnitID?)
  }

  /// Who had them.
  public let owner: Owner
  /// How the old organisation calls the owner or the place.
  public let name: String
  /// How many.
  public let count: Int

  /// Makes it.
  public init(_ owner: Owner, name: String, count: Int) {
    self.owner = owner
    self.name = name
    self.count = count
  }
}

/// Why a new organisation cannot be applied, for what would become of matters.
public enum MoveFault: Error, Hashable, Sendable {
  /// Some would be without an owner.
  case orphaned([Orphan])
  /// A unit that matters are to leave is not closed in the new organisation.
  case notClosed(UnitID)
  /// A unit that is to get matters is not there, is closed or has no chef.
  case cannotReceive(UnitID)
  /// There is no such person.
  case unknownPerson(PersonID)
  /// A person who is to get matters does not work at their unit.
  case notAtUnit(PersonID, UnitID)
}

extension MatterFacts {
  /// That a matter was moved when the organisation changed.
  public struct Move: Hashable, Sendable, Codable {
    /// The unit that was closed, when the matter had to leave it.
    public var closed: UnitID?
    /// The unit that has it now.
    public var unit: UnitID
    /// Who has it no more, when it had been handed to somebody.
    public var leaver: PersonID?
    /// The person to whom it is handed now.
    public var handler: PersonID?

    /// Makes the facts.
    public init(
      closed: UnitID? = nil, unit: UnitID, leaver: PersonID? = nil, handler: PersonID? = nil
    ) {
      self.closed = closed
      self.unit = unit
      self.leaver = leaver
      self.handler = handler
    }
  }
}
