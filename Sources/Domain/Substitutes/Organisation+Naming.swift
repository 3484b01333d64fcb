extension Organisation {
  /// The longest that somebody can be a substitute at a time, in days.
  private static let longest = 366
  /// How many days it is remembered who was a substitute, so that who has read what can be checked.
  private static let memory = 100

  /// Decides what somebody wants with a substitute: the one place where it is decided.
  ///
  /// By the rights that people have themselves: what somebody may do as a substitute does not let
  /// them name another.
  ///
  /// - Parameters:
  ///   - command: What is wanted.
  ///   - login: Who wants it.
  ///   - today: The civil day in Sweden.
  /// - Returns: All substitutions as they are from then on, the earliest first.
  /// - Throws: `Refusal` when it may not or cannot be so.
  public func decide(
    _ command: SubstitutionCommand, by login: PersonID, on today: CivilDay
  ) throws(Refusal) -> [Substitution] {
    let asked = command.substitution
    guard let chef = person(asked.chef) else {
      throw .substitution(.unknownPerson(asked.chef))
    }
    guard let substitute = person(asked.substitute) else {
      throw .substitution(.unknownPerson(asked.substitute))
    }
    guard !substitute.isCommonLogin else { throw .substitution(.commonLogin(substitute.name)) }
    guard may(login, nameSubstituteFor: chef) else {
      throw .substitution(
        chef.chefGrants.isEmpty ? .noChef(chef.name) : .mayNotName(chef: chef.name))
    }
    guard asked.substitute != asked.chef else { throw .substitution(.chefItself) }
    guard asked.substitute != login else { throw .substitution(.ownSubstitution) }
    var standing = substitutes.filter { !$0.isOver(on: today + -Self.memory) }
    if case .name = command {
      guard asked.from >= today else { throw .substitution(.firstDayHasBeen) }
      standing.append(try checked(asked, beside: standing))
    } else {
      guard let index = standing.firstIndex(of: asked), !asked.isOver(on: today) else {
        throw .substitution(.gone)
      }
      standing.remove(at: index)
      if case .move(_, let last) = command {
        guard last != asked.to else { throw .unchanged(field: .lastDay) }
        guard last >= today else { throw .substitution(.lastDayHasBeen) }
        var moved = asked
        moved.to = last
        standing.append(try checked(moved, beside: standing))
      } else if asked.from < today {
        var ended = asked
        ended.to = today + -1
        standing.append(ended)
      }
    }
    return standing.sorted { ($0.from, $0.chef) < ($1.from, $1.chef) }
  }

  private func checked(
    _ new: Substitution, beside others: [Substitution]
  ) throws(Refusal) -> Substitution {
    guard new.from <= new.to else { throw .substitution(.wrongOrder) }
    guard new.to - new.from < Self.longest else { throw .substitution(.tooLong) }
    if let other = others.first(where: { $0.chef == new.chef && $0.overlaps(new) }) {
      let name = person(other.substitute)?.name ?? other.substitute
      throw .substitution(.taken(by: name, from: other.from, to: other.to))
    }
    return new
  }

  // MARK: - Who may

  /// The chefer for whom a person may name a substitute, in the order of the file.
  public func chefs(forWhomMayName login: PersonID) -> [Person] {
    guard let namer = person(login) else { return [] }
    let sorted = triaged(by: namer)
    return people.filter { may(namer, sorting: sorted, nameSubstituteFor: $0) }
  }

  private func may(_ login: PersonID, nameSubstituteFor chef: Person) -> Bool {
    guard let namer = person(login) else { return false }
    return may(namer, sorting: triaged(by: namer), nameSubstituteFor: chef)
  }

  /// The chef does, and whoever stands above all that he or she is chef of, or sorts its matters.
  private func may(
    _ namer: Person, sorting units: Set<UnitID>, nameSubstituteFor chef: Person
  ) -> Bool {
    let grants = chef.chefGrants
    guard !grants.isEmpty else { return false }
    return namer.login == chef.login
      || grants.allSatisfy { grant in
        grant.unit.map(units.contains) == true
          || namer.chefGrants.contains { stands($0, above: grant) }
      }
  }

  /// Whether one role as chef stands above another: on a unit above, or as förvaltningschef over a
  /// chef on the same.
  private func stands(_ upper: Grant, above lower: Grant) -> Bool {
    if upper.unit == lower.unit { return upper.role == .head && lower.role == .manager }
    guard let unit = upper.unit else { return true }
    return lineage(of: lower.unit).contains { $0.id == unit }
  }

  /// The units whose matters a person sorts.
  private func triaged(by person: Person) -> Set<UnitID> {
    Set(person.grants.filter { $0.role == .triage }.flatMap(sorted))
  }

  // MARK: - Another organisation

  /// The substitutions of an earlier organisation whose people are here.
  public func kept(_ earlier: [Substitution]) -> [Substitution] {
    let logins = Set(people.map(\.login))
    return earlier.filter { logins.contains($0.chef) && logins.contains($0.substitute) }
  }

  /// Whether another organisation gives a person more to see through a chef whose substitute he or
  /// she is, or is to be.
  public func widens(_ login: PersonID, in other: Organisation, from today: CivilDay) -> Bool {
    let known = Set(units.map(\.id)).union([nil])
    let chefs = substitutes.filter { $0.substitute == login && !$0.isOver(on: today) }.map(\.chef)
    return chefs.contains { chef in
      let had = reached(byChef: chef)
      return !other.reached(byChef: chef).filter { known.contains($0.unit) }.isSubset(of: had)
    }
  }

  /// What a chef reaches as what, with no unit where it is all of the organisation.
  private func reached(byChef login: PersonID) -> Set<Grant> {
    let grants = person(login)?.chefGrants ?? []
    return Set(
      grants.flatMap { grant -> [Grant] in
        let below = grant.unit.map { Array(subtree(of: $0)) } ?? units.map(\.id)
        return (grant.unit == nil ? [grant] : []) + below.map { Grant(role: grant.role, unit: $0) }
      })
  }
}
