/// Somebody does a chef's work in the chef's stead, in his or her own name, for some days.
public struct Substitution: Hashable, Sendable, Codable {
  /// The chef.
  public var chef: PersonID
  /// Who does the work.
  public var substitute: PersonID
  /// The first day.
  public var from: CivilDay
  /// The last day; the day after it is over, without anybody doing anything.
  public var to: CivilDay

  /// Makes it.
  public init(chef: PersonID, substitute: PersonID, from: CivilDay, to: CivilDay) {
    self.chef = chef
    self.substitute = substitute
    self.from = from
    self.to = to
  }

  /// Whether it holds on a day.
  public func holds(on day: CivilDay) -> Bool { from <= day && day <= to }

  /// Whether it was over before a day came.
  public func isOver(on day: CivilDay) -> Bool { to < day }

  /// Whether some day belongs to both.
  func overlaps(_ other: Substitution) -> Bool { from <= other.to && other.from <= to }
}

/// What somebody wants with a substitute.
public enum SubstitutionCommand: Hashable, Sendable {
  /// Name one.
  case name(Substitution)
  /// Give one another last day.
  case move(Substitution, to: CivilDay)
  /// End one at once, or take it back before it has begun.
  case end(Substitution)

  /// The substitution as it stands before, or is to be.
  public var substitution: Substitution {
    switch self {
    case .name(let substitution), .move(let substitution, _), .end(let substitution): substitution
    }
  }
}

extension Person {
  /// The roles as chef: what somebody else can do in the person's stead.
  public var chefGrants: [Grant] { grants.filter { $0.role == .manager || $0.role == .head } }

  /// Whether several people share the login, so that nobody can tell who it is.
  public var isCommonLogin: Bool { grants.contains { $0.role == .unitLogin } }
}

extension Organisation {
  /// The chefer whose work a person does on a day, in the order of the file.
  public func chefs(substitutedBy login: PersonID, on day: CivilDay) -> [Person] {
    guard person(login)?.isCommonLogin == false else { return [] }
    let chefs = substitutes.filter { $0.substitute == login && $0.holds(on: day) }.map(\.chef)
    return chefs.isEmpty ? [] : people.filter { chefs.contains($0.login) }
  }

  /// Who does a chef's work on a day; nil when nobody else does.
  public func substitution(for chef: PersonID, on day: CivilDay) -> Substitution? {
    substitutes.first { $0.chef == chef && $0.holds(on: day) }
  }

  /// The person as a letter in a matter is signed: who does a chef's work there bears that title.
  public func signature(of login: PersonID, in matter: Matter.State, on day: CivilDay) -> Person? {
    guard var person = person(login) else { return nil }
    let line = lineage(of: matter.unit).map(\.id)
    func isChef(_ person: Person) -> Bool {
      person.chefGrants.contains { $0.unit.map(line.contains) ?? true }
    }
    guard matter.unit != nil, matter.handler != login, !isChef(person),
      let chef = chefs(substitutedBy: login, on: day).first(where: isChef)
    else { return person }
    person.title = chef.title.map { "vikarierande \($0)" } ?? "vikarie för \(chef.name)"
    return person
  }
}
