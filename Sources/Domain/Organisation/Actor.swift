/// Who asks: a person, with the places where the grants hold.
public struct Actor: Hashable, Sendable {
  /// The login name.
  public let login: PersonID
  /// The name on the screen.
  public let name: String
  /// The title on the screen.
  public let title: String?
  /// Where the person's own roles hold.
  private let own: Holding
  /// Where they hold on the day, with those of the chefer whose work the person does.
  private let held: Holding
  /// The units where the person works, and so handles what has been handed to him or her.
  public let workplaces: Set<UnitID>

  /// The units whose nearest chef the person is, and whose matters so lie on his or her desk.
  ///
  /// Who stands above other chefs may do their work, but is not asked to.
  public let ownUnits: Set<UnitID>
  /// The day on which these rights hold; nil for those that the person always has.
  public let day: CivilDay?
  /// The chefer whose work the person does on that day.
  public let standsInFor: [PersonID]
  /// Whether some role of the person's own may be one that names substitutes.
  public let mayNameSubstitutes: Bool

  /// Makes an actor of a person in the organisation.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - organisation: Units and people.
  ///   - day: The day on which it is asked; nil leaves out what the person may do as a substitute.
  public init(_ person: Person, in organisation: Organisation, on day: CivilDay? = nil) {
    let chefs = day.map { organisation.chefs(substitutedBy: person.login, on: $0) } ?? []
    self.day = day
    standsInFor = chefs.map(\.login)
    mayNameSubstitutes =
      !person.chefGrants.isEmpty || person.grants.contains { $0.role == .triage }
    login = person.login
    name = person.name
    title = person.title
    own = Holding(of: person.grants, in: organisation)
    held =
      chefs.isEmpty
      ? own : Holding(of: person.grants + chefs.flatMap(\.chefGrants), in: organisation)
    workplaces = organisation.workplaces(of: person)
    commonUnit = person.grants.first { $0.role == .unitLogin }?.unit
    let desks = (person.chefGrants.isEmpty ? [] : [person.login]) + standsInFor
    ownUnits = Set(
      (desks.isEmpty ? [] : organisation.units).map(\.id).filter { unit in
        organisation.chefs(of: unit).contains { desks.contains($0.login) }
      })
  }

  /// The owner of a database that has no organisation yet: may take in, read and sort.
  public init(bootstrap login: PersonID) {
    self.login = login
    name = login
    title = nil
    own = Holding(everywhere: [.triage, .registrar])
    held = own
    workplaces = []
    ownUnits = []
    commonUnit = nil
    day = nil
    standsInFor = []
    mayNameSubstitutes = false
  }

  /// The roles the person has anywhere.
  public var roles: Set<Role> { held.roles }

  /// Whether several people have the login in common, so that nothing may be left for the next.
  public var isUnitLogin: Bool { roles.contains(.unitLogin) }

  /// The unit whose staff have the login in common.
  public let commonUnit: UnitID?

  /// Whether a role reaches a unit; or, where there is none, a matter that nothing tells whom it
  /// concerns, which triage and registrars do.
  public func has(_ role: Role, at unit: UnitID?) -> Bool {
    held.has(role, at: MatterPlace(unit, suggested: nil))
  }

  /// The same for wherever a matter is.
  func has(_ role: Role, at place: MatterPlace) -> Bool { held.has(role, at: place) }

  /// Whether a matter of a unit has been handed to the person.
  ///
  /// Who no longer works there has nothing to do with what he or she once handled.
  func handles(unit: UnitID?, handler: PersonID?) -> Bool {
    handler == login && unit.map(workplaces.contains) == true
  }

  /// Whether a matter of this unit lies on the person's desk when it is at its unit: as the nearest
  /// chef's, or as one that has been handed to the person.
  public func owns(unit: UnitID?, handler: PersonID?) -> Bool {
    handles(unit: unit, handler: handler) || unit.map(ownUnits.contains) == true
  }

  /// Where roles hold when something is asked for.
  ///
  /// Who answers for a unit does so also while somebody else does the work: what follows from that
  /// is no substitute's.
  func holding(for permission: Permission) -> Holding { permission == .readLog ? own : held }

  /// Whether the person may take in files from outside.
  public var mayImport: Bool {
    !roles.isDisjoint(with: [.triage, .registrar, .administrator])
  }
}
