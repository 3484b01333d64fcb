extension Organisation {
  /// The units where a person works with those whom it is about: those of which he or she is the
  /// chef, one of the staff or the common login, in the order of the file.
  public func workplaces(of login: PersonID) -> [UnitID] {
    let grants = person(login)?.grants ?? []
    let closed = closedUnits
    return grants.filter { [.staff, .manager, .unitLogin].contains($0.role) }.compactMap(\.unit)
      .filter { unit($0)?.level == .unit && !closed.contains($0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Rulebook {
  /// The units among which somebody must choose who takes down what is told, because it goes
  /// straight to the chef of one of them; none when there is nothing to choose.
  public func unitsToChoose(for actor: Actor) -> [UnitID] {
    let units = organisation.workplaces(of: actor.login)
    guard units.count > 1, !actor.roles.contains(.triage) else { return [] }
    return units.contains { routine(at: $0).takenInAtUnit == .unit } ? units : []
  }
}

/// Where something is taken in by hand, and what follows from that.
struct TakingPlace {
  /// The unit whose routine gives the term.
  let routineUnit: UnitID?
  /// The unit that triage is shown first.
  let suggestedUnit: UnitID?
  /// The unit to whose chef it goes at once; nil when it goes to triage.
  let chefsUnit: UnitID?

  init(of taken: TakenByHand, by actor: Actor, rules: Rulebook) {
    let workplaces = rules.organisation.workplaces(of: actor.login)
    // Of several, none is guessed.
    let only = workplaces.count == 1 ? workplaces.first : nil
    let unit = taken.unit.flatMap { workplaces.contains($0) ? $0 : nil } ?? only
    suggestedUnit = taken.channel.isSpoken ? unit : nil
    let all = rules.organisation.person(actor.login)?.grants ?? []
    let grants = all.filter { $0.role != .custodian }
    routineUnit = suggestedUnit ?? (grants.count == 1 ? grants.first?.unit : nil)
    // Who sorts what comes in can sort this too.
    if let unit = suggestedUnit, !actor.roles.contains(.triage),
      rules.routine(at: unit).takenInAtUnit == .unit, rules.organisation.manager(of: unit) != nil
    {
      chefsUnit = unit
    } else {
      chefsUnit = nil
    }
  }
}
