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
  /// The roles that hold in the whole organisation, also for matters without a unit.
  private let everywhere: Set<Role>

  /// Makes an actor of a person in the organisation.
  public init(_ person: Person, in organisation: Organisation) {
    login = person.login
    name = person.name
    title = person.title
    var reach: [Role: Set<UnitID>] = [:]
    var everywhere: Set<Role> = []
    for grant in person.grants {
      guard let unit = grant.unit else {
        everywhere.insert(grant.role)
        continue
      }
      reach[grant.role, default: []].formUnion(organisation.subtree(of: unit))
    }
    self.reach = reach
    self.everywhere = everywhere
  }

  /// The owner of a database that has no organisation yet: may take in, read and sort.
  public init(bootstrap login: PersonID) {
    self.login = login
    name = login
    title = nil
    reach = [:]
    everywhere = [.triage, .registrar]
  }

  /// The roles the person has anywhere.
  public var roles: Set<Role> { everywhere.union(reach.keys) }

  /// Whether a role reaches a unit.
  ///
  /// A matter without a unit is reached by triage and registrars.
  public func has(_ role: Role, at unit: UnitID?) -> Bool {
    if everywhere.contains(role) { return true }
    guard let unit else { return (role == .triage || role == .registrar) && reach[role] != nil }
    return reach[role]?.contains(unit) == true
  }

  /// The units a role reaches; nil when it reaches all.
  public func units(of role: Role) -> Set<UnitID>? {
    everywhere.contains(role) ? nil : reach[role] ?? []
  }

  /// Whether the person may take in files from outside.
  public var mayImport: Bool {
    !roles.isDisjoint(with: [.triage, .registrar, .administrator])
  }
}
