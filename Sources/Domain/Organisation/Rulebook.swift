/// What decisions are made by: the organisation, its routines, who asks and when.
public struct Rulebook: Hashable, Sendable {
  /// Units and people.
  public var organisation: Organisation
  /// The routines, by id.
  public var routines: [String: Routine]
  /// The routine where no department names one.
  public var fallback: Routine

  /// Makes a rulebook.
  public init(organisation: Organisation, routines: [String: Routine], fallback: Routine) {
    self.organisation = organisation
    self.routines = routines
    self.fallback = fallback
  }

  /// The routine that holds at a unit.
  public func routine(at unit: UnitID?) -> Routine {
    organisation.department(of: unit)?.routine.flatMap { routines[$0] } ?? fallback
  }
}

/// Who asks, and when.
public struct Asking: Hashable, Sendable {
  /// Who asks.
  public var actor: Actor
  /// When.
  public var now: Instant

  /// Makes it.
  public init(actor: Actor, now: Instant) {
    self.actor = actor
    self.now = now
  }

  /// The civil day in Sweden.
  public var today: CivilDay { SwedishTime(now).day }
}
