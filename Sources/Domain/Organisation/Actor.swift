/// Who asks: a person, with the places where the grants hold.
public struct Actor: Hashable, Sendable {
  /// The login name.
  public let login: PersonID
  /// The name on the screen.
  public let name: String
  /// The title on the screen.
  public let title: String?
  /// The units that each role reaches; a role on the whole organisation reaches every unit.
  private let reach: [Role: Set<UnitID>]
  /// The roles that hold in the whole organisation, also for matters without a unit; triage never
  /// does.
  private let everywhere: Set<Role>

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
    let grants = person.grants + chefs.flatMap(\.chefGrants)
    self.day = day
    standsInFor = chefs.map(\.login)
    mayNameSubstitutes =
      !person.chefGrants.isEmpty || person.grants.contains { $0.role == .triage }
    login = person.login
    name = person.name
    title = person.title
    var reach: [Role: Set<UnitID>] = [:]
    var everywhere: Set<Role> = []
    for grant in grants {
      switch (grant.unit, grant.role) {
      case (let unit?, let role):
        reach[role, default: []].formUnion(organisation.subtree(of: unit))
      case (nil, .triage):
        // Between nämnder there is secrecy (OSL 8 kap.): each decides for itself.
        let sharing = organisation.units.filter { $0.sharesTriage == true }.map(\.id)
        reach[.triage, default: []].formUnion(sharing.flatMap(organisation.subtree))
      case (nil, let role): everywhere.insert(role)
      }
    }
    self.reach = reach
    self.everywhere = everywhere
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
    reach = [:]
    ownUnits = []
    commonUnit = nil
    day = nil
    standsInFor = []
    mayNameSubstitutes = false
    everywhere = [.triage, .registrar]
  }

  /// The roles the person has anywhere.
  public var roles: Set<Role> { everywhere.union(reach.keys) }

  /// Whether several people have the login in common, so that nothing may be left for the next.
  public var isUnitLogin: Bool { roles.contains(.unitLogin) }

  /// The unit whose staff have the login in common.
  public let commonUnit: UnitID?

  /// Whether a role reaches a unit.
  ///
  /// A matter without a unit is reached by triage and registrars.
  public func has(_ role: Role, at unit: UnitID?) -> Bool {
    if everywhere.contains(role) { return true }
    guard let unit else { return (role == .triage || role == .registrar) && reach[role] != nil }
    return reach[role]?.contains(unit) == true
  }

  /// Whether a matter of this unit lies on the person's desk when it is at its unit: as the nearest
  /// chef's, or as one that has been handed to the person.
  public func owns(unit: UnitID?, handler: PersonID?) -> Bool {
    handler == login || unit.map(ownUnits.contains) == true
  }

  /// The units a role reaches; nil when it reaches all.
  public func units(of role: Role) -> Set<UnitID>? {
    everywhere.contains(role) ? nil : reach[role] ?? []
  }

  /// Whether the person works at some of these units, and nowhere above them all.
  public func works(within units: ReadableUnits) -> Bool {
    switch units {
    case .all: true
    case .some(let units, _): reach.values.contains { !$0.isDisjoint(with: units) }
    }
  }

  /// Whether the person may take in files from outside.
  public var mayImport: Bool {
    !roles.isDisjoint(with: [.triage, .registrar, .administrator])
  }
}
