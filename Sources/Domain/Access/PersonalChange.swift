/// What a new organisation changes for one person: keys, roles and the units that these reach.
public enum PersonalChange: Hashable, Sendable {
  /// A role was given, on a unit by its name; nil is the whole organisation.
  case roleGiven(Role, unit: String?)
  /// A role was taken away.
  case roleTaken(Role, unit: String?)
  /// A key was added.
  case keyAdded(PublicKey)
  /// A key was taken away.
  case keyRemoved(PublicKey)
  /// A unit has been moved to below a role that the person had and has.
  case unitReached(String)
  /// A unit has been moved from below such a role.
  case unitLost(String)
  /// There is a new unit below such a role.
  case unitOpened(String)
  /// A unit below such a role is no more, or closed.
  case unitClosed(String)
  /// A closed unit below such a role is open again.
  case unitReopened(String)
  /// A unit on which the person has a role is called something else.
  case unitRenamed(from: String, to: String)
  /// The person does a chef's work for some days.
  case standsIn(for: String, from: CivilDay, to: CivilDay)
  /// The person does a chef's work no longer.
  case standsInNoLonger(for: String)
  /// Somebody else does the person's work as chef for some days.
  case hasSubstitute(String, from: CivilDay, to: CivilDay)
  /// Somebody else does so no longer.
  case hasSubstituteNoLonger(String)

  /// Whether the person gets or loses a way to what there is: nobody does that to themselves.
  ///
  /// Of substitutes, who may name them is decided on its own.
  public var movesAccess: Bool {
    switch self {
    case .roleGiven, .roleTaken, .keyAdded, .keyRemoved, .unitReached, .unitLost: true
    case .unitOpened, .unitClosed, .unitReopened, .unitRenamed, .standsIn, .standsInNoLonger,
      .hasSubstitute, .hasSubstituteNoLonger:
      false
    }
  }
}

extension Organisation {
  /// What another organisation changes for a person; nothing when all is as it was.
  public func changes(for login: PersonID, to other: Organisation) -> [PersonalChange] {
    var before = Reach(self)
    var after = Reach(other)
    return Self.changes(
      from: person(login), to: other.person(login), before: &before, after: &after)
  }

  /// The people for whom another organisation changes something, in order of their logins.
  public func concerned(by other: Organisation) -> [PersonID] {
    var before = Reach(self)
    var after = Reach(other)
    let old = Dictionary(people.map { ($0.login, $0) }) { first, _ in first }
    let new = Dictionary(other.people.map { ($0.login, $0) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().filter { login in
      !Self.changes(from: old[login], to: new[login], before: &before, after: &after).isEmpty
    }
  }

  private static func changes(
    from old: Person?, to new: Person?, before: inout Reach, after: inout Reach
  ) -> [PersonalChange] {
    let (had, has) = (old?.grants ?? [], new?.grants ?? [])
    var changes: [PersonalChange] = []
    changes += has.filter { !had.contains($0) }.map {
      .roleGiven($0.role, unit: after.name(orCode: $0.unit))
    }
    changes += had.filter { !has.contains($0) }.map {
      .roleTaken($0.role, unit: before.name(orCode: $0.unit))
    }
    let (oldKeys, newKeys) = (old?.keys ?? [], new?.keys ?? [])
    changes += newKeys.filter { !oldKeys.contains($0) }.map { .keyAdded($0) }
    changes += oldKeys.filter { !newKeys.contains($0) }.map { .keyRemoved($0) }
    let kept = Set(had.filter(has.contains))
    var reached: Set<UnitID> = []
    var lost: Set<UnitID> = []
    for unit in Set(kept.compactMap(\.unit)).sorted() {
      guard let from = before.name(unit), let to = after.name(unit), from != to else { continue }
      changes.append(.unitRenamed(from: from, to: to))
    }
    var closed: Set<UnitID> = []
    var reopened: Set<UnitID> = []
    for grant in kept {
      let both = after.units(grant).intersection(before.units(grant))
      closed.formUnion(both.intersection(after.closed.subtracting(before.closed)))
      reopened.formUnion(both.intersection(before.closed.subtracting(after.closed)))
      reached.formUnion(after.units(grant).subtracting(before.units(grant)))
      lost.formUnion(before.units(grant).subtracting(after.units(grant)))
    }
    changes += reached.sorted().map {
      before.name($0) == nil
        ? .unitOpened(after.name($0) ?? $0) : .unitReached(after.name($0) ?? $0)
    }
    changes += lost.sorted().map {
      after.name($0) == nil ? .unitClosed(before.name($0) ?? $0) : .unitLost(before.name($0) ?? $0)
    }
    changes += closed.sorted().map { .unitClosed(after.name($0) ?? $0) }
    changes += reopened.sorted().map { .unitReopened(after.name($0) ?? $0) }
    return changes
  }
}

/// The units below a unit, found once.
private struct Reach {
  private let organisation: Organisation
  private let names: [UnitID: String]
  private var found: [UnitID: Set<UnitID>] = [:]
  /// What a triage role without a unit reaches: what the departments have opened to it.
  private let shared: Set<UnitID>
  /// The closed units.
  let closed: Set<UnitID>

  init(_ organisation: Organisation) {
    self.organisation = organisation
    names = Dictionary(organisation.units.map { ($0.id, $0.name) }) { first, _ in first }
    shared = organisation.sharedUnits
    closed = organisation.closedUnits
  }

  func name(_ unit: UnitID) -> String? { names[unit] }

  func name(orCode unit: UnitID?) -> String? { unit.map { names[$0] ?? $0 } }

  mutating func units(_ grant: Grant) -> Set<UnitID> {
    guard let unit = grant.unit else {
      return grant.role == .triage ? shared : Set(names.keys)
    }
    if let known = found[unit] { return known }
    let units = organisation.subtree(of: unit)
    found[unit] = units
    return units
  }
}
