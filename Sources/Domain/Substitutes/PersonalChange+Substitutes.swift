extension Organisation {
  /// What another organisation changes for a person as substitute, or as chef with one.
  ///
  /// What is over on that day concerns nobody any more.
  public func changesOfSubstitutes(
    for login: PersonID, to other: Organisation, on day: CivilDay
  ) -> [PersonalChange] {
    func standing(_ organisation: Organisation) -> [Substitution] {
      organisation.substitutes.filter {
        ($0.substitute == login || $0.chef == login) && !$0.isOver(on: day)
      }
    }
    func name(_ login: PersonID) -> String {
      other.person(login)?.name ?? person(login)?.name ?? login
    }
    let (before, after) = (standing(self), standing(other))
    let new = after.filter { !before.contains($0) }.map { now -> PersonalChange in
      now.substitute == login
        ? .standsIn(for: name(now.chef), from: now.from, to: now.to)
        : .hasSubstitute(name(now.substitute), from: now.from, to: now.to)
    }
    let gone = before.filter { old in
      // Only the last day of one can be changed.
      !after.contains {
        $0.chef == old.chef && $0.substitute == old.substitute && $0.from == old.from
      }
    }
    return new
      + gone.map {
        $0.substitute == login
          ? .standsInNoLonger(for: name($0.chef)) : .hasSubstituteNoLonger(name($0.substitute))
      }
  }

  /// The people whose substitutions another organisation changes, in order of their logins.
  public func concernedBySubstitutes(of other: Organisation, on day: CivilDay) -> [PersonID] {
    Set((substitutes + other.substitutes).flatMap { [$0.chef, $0.substitute] }).sorted().filter {
      !changesOfSubstitutes(for: $0, to: other, on: day).isEmpty
    }
  }
}
