/// Where somebody's roles hold.
struct Holding: Hashable, Sendable {
  /// The units that each role reaches; a role on the whole organisation reaches every unit.
  let reach: [Role: Set<UnitID>]
  /// The roles that hold in the whole organisation, also for matters that are not sorted yet; triage
  /// never does.
  let everywhere: Set<Role>
  /// Whether some role has been given in the whole organisation.
  let isEverywhere: Bool
  /// The units whose unsorted matters are others' to see, for each role that sees any.
  private let others: [Role: Set<UnitID>]

  /// The roles of the owner of a database without an organisation.
  init(everywhere: Set<Role>) {
    reach = [:]
    self.everywhere = everywhere
    isEverywhere = true
    others = [:]
  }

  init(of grants: [Grant], in organisation: Organisation) {
    var reach: [Role: Set<UnitID>] = [:]
    var everywhere: Set<Role> = []
    for grant in grants {
      switch (grant.unit, grant.role) {
      case (_, .triage): reach[.triage, default: []].formUnion(organisation.sorted(by: grant))
      case (let unit?, let role):
        reach[role, default: []].formUnion(organisation.subtree(of: unit))
      case (nil, let role): everywhere.insert(role)
      }
    }
    self.reach = reach
    self.everywhere = everywhere
    isEverywhere = grants.contains { $0.unit == nil }
    let sorters = [Role.triage, .registrar].filter { reach[$0] != nil }
    others = Dictionary(
      uniqueKeysWithValues: sorters.map { role in
        let claims = role == .triage ? [Role.triage] : [.triage, .registrar]
        return (role, organisation.sorted(by: claims).subtracting(reach[role] ?? []))
      })
  }

  var roles: Set<Role> { everywhere.union(reach.keys) }

  func has(_ role: Role, at place: MatterPlace) -> Bool {
    if everywhere.contains(role) { return true }
    switch place {
    case .unit(let unit): return reach[role]?.contains(unit) == true
    case .unsorted(let suggested): return unsorted(of: role).contains(suggested: suggested)
    }
  }

  /// The units a role reaches; nil when it reaches all.
  func units(of role: Role) -> Set<UnitID>? {
    everywhere.contains(role) ? nil : reach[role] ?? []
  }

  /// What a role reaches of the matters that are not sorted yet.
  ///
  /// Between nämnder there is secrecy (OSL 8 kap.): what may concern a unit is seen by those who sort
  /// its matters. Where nobody does, and where nothing tells whom it concerns, all who sort see it,
  /// so that nothing lies unseen.
  func unsorted(of role: Role) -> UnsortedMatters {
    others[role].map { .all(but: $0) } ?? .none
  }
}

extension Organisation {
  /// Whether a person, by roles of their own, works at some of these units, or above them all.
  public func works(_ person: Person, within units: ReadableUnits) -> Bool {
    guard case .some(let units, _) = units else { return true }
    let own = Holding(of: person.grants, in: self)
    return own.isEverywhere || own.reach.values.contains { !$0.isDisjoint(with: units) }
  }

  /// The units whose matters somebody with a grant of triage or as registrar sorts.
  func sorted(by grant: Grant) -> Set<UnitID> { grant.unit.map(subtree) ?? sharedUnits }

  /// The units whose matters a triage group of the whole organisation handles: each nämnd decides
  /// that for itself.
  var sharedUnits: Set<UnitID> {
    Set(units.filter { $0.sharesTriage == true }.flatMap { subtree(of: $0.id) })
  }

  /// The units whose matters somebody with one of these roles sorts.
  fileprivate func sorted(by roles: [Role]) -> Set<UnitID> {
    let grants = people.flatMap(\.grants).filter { grant in
      roles.contains(grant.role) && (grant.unit != nil || grant.role == .triage)
    }
    return Set(Set(grants).flatMap(sorted))
  }
}
