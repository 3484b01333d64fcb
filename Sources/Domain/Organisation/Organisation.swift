/// The identity of a unit: its short code in the organisation file.
public typealias UnitID = String

/// The identity of a person: the login name.
public typealias PersonID = String

/// A part of the organisation: förvaltning, verksamhet or enhet.
public struct Unit: Hashable, Sendable, Codable {
  /// The level of a unit in the tree.
  public enum Level: String, Sendable, Codable, CaseIterable {
    case department
    case division
    case unit
  }

  /// The body of rules (regelverk) that a unit works under.
  public enum Regulation: String, Sendable, Codable, CaseIterable {
    case socialServices = "social-services"
    case healthCare = "health-care"
    case school
  }

  /// The short code.
  public var id: UnitID
  /// The name on the screen.
  public var name: String
  /// The level in the tree.
  public var level: Level
  /// The unit above; nil for a department.
  public var parent: UnitID?
  /// The id of the routine of a department; units below follow it.
  public var routine: String?
  /// The bodies of rules; those of the units above hold too.
  public var regulation: [Regulation]
  /// Mail addresses whose messages concern this unit.
  public var mail: [String]
  /// FamilyIDs of e-tjänster whose forms concern this unit.
  public var forms: [String]
  /// Other names by which the unit is found when typing.
  public var aliases: [String]
  /// Whether a triage group of the whole organisation handles the matters of this department; nil
  /// until that is decided, which is no.
  public var sharesTriage: Bool?
  /// Whether it is closed, with all below it: it gets no new matters, and what it had stays its own.
  public var isClosed: Bool?

  /// Makes a unit.
  public init(
    id: UnitID, name: String, level: Level, parent: UnitID? = nil, routine: String? = nil,
    regulation: [Regulation] = [], mail: [String] = [], forms: [String] = [],
    aliases: [String] = [], sharesTriage: Bool? = nil, isClosed: Bool? = nil
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.parent = parent
    self.routine = routine
    self.regulation = regulation
    self.mail = mail
    self.forms = forms
    self.aliases = aliases
    self.sharesTriage = sharesTriage
    self.isClosed = isClosed
  }
}

/// A person who works with synpunkter.
public struct Person: Hashable, Sendable, Codable {
  /// The login of the service account of an installed host, which takes in what arrives.
  ///
  /// Who administers the host works as it, so it reads no matters.
  public static let service: PersonID = "synpunkt"

  /// The login name.
  public var login: PersonID
  /// The name on the screen and in letters.
  public var name: String
  /// The title in letters.
  public var title: String?
  /// E-mail address for letters.
  public var email: String?
  /// Telephone number for letters.
  public var phone: String?
  /// What the person may do, and where.
  public var grants: [Grant]
  /// The keys with which the person comes in over ssh, on a host where all share one account.
  public var keys: [PublicKey]

  /// Makes a person.
  public init(
    login: PersonID, name: String, title: String? = nil, email: String? = nil,
    phone: String? = nil, grants: [Grant] = [], keys: [PublicKey] = []
  ) {
    self.login = login
    self.name = name
    self.title = title
    self.email = email
    self.phone = phone
    self.grants = grants
    self.keys = keys
  }
}

extension Person {
  /// Reads a person; those that were written before there were keys have none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    login = try values.decode(PersonID.self, forKey: .login)
    name = try values.decode(String.self, forKey: .name)
    title = try values.decodeIfPresent(String.self, forKey: .title)
    email = try values.decodeIfPresent(String.self, forKey: .email)
    phone = try values.decodeIfPresent(String.self, forKey: .phone)
    grants = try values.decode([Grant].self, forKey: .grants)
    keys = try values.decodeIfPresent([PublicKey].self, forKey: .keys) ?? []
  }
}

extension Person {
  /// The roles by which the person works with the matters of a unit, or of a verksamhet.
  ///
  /// Not as administrator or custodian, who by that handle no matters, and not by a login that
  /// several have in common.
  fileprivate var workGrants: [Grant] {
    grants.filter { ![.administrator, .custodian, .unitLogin].contains($0.role) }
  }
}

/// A role on a unit and all that lies below it.
public struct Grant: Hashable, Sendable, Codable {
  /// The role.
  public var role: Role
  /// The unit; nil means the whole organisation.
  public var unit: UnitID?

  /// Makes a grant.
  public init(role: Role, unit: UnitID?) {
    self.role = role
    self.unit = unit
  }
}

/// What a person does with synpunkter.
public enum Role: String, CaseIterable, Sendable, Codable {
  case triage
  case manager
  case head
  case registrar
  case secretary
  case analyst
  case staff
  case administrator
  /// Named to see protected identities, and to lift the mark; reads no matters by it.
  case custodian
  /// A login that a unit's staff have in common: takes down what is told, and reads nothing.
  case unitLogin = "unit-login"
}

/// The municipality, its units and its people.
public struct Organisation: Hashable, Sendable {
  /// The name of the kommun or region; empty when none has been applied.
  public var municipality: String
  /// All units, in the order of the file.
  public var units: [Unit]
  /// All people, in the order of the file.
  public var people: [Person]
  /// Who does a chef's work in the chef's stead, and when; no part of the file.
  public var substitutes: [Substitution]

  /// Makes an organisation.
  public init(
    municipality: String = "", units: [Unit] = [], people: [Person] = [],
    substitutes: [Substitution] = []
  ) {
    self.municipality = municipality
    self.units = units
    self.people = people
    self.substitutes = substitutes
  }

  /// Whether nothing has been applied yet.
  public var isEmpty: Bool { units.isEmpty && people.isEmpty }

  /// The unit with this code.
  public func unit(_ id: UnitID?) -> Unit? {
    id.flatMap { id in units.first { $0.id == id } }
  }

  /// The person with this login.
  public func person(_ login: PersonID?) -> Person? {
    login.flatMap { login in people.first { $0.login == login } }
  }

  /// The unit and all above it, nearest first.
  func lineage(of id: UnitID?) -> [Unit] {
    var line: [Unit] = []
    var next = unit(id)
    while let unit = next, !line.contains(where: { $0.id == unit.id }) {
      line.append(unit)
      next = self.unit(unit.parent)
    }
    return line
  }

  /// The department (förvaltning) that a unit belongs to.
  public func department(of id: UnitID?) -> Unit? {
    lineage(of: id).first { $0.level == .department }
  }

  /// The unit and all below it.
  func subtree(of id: UnitID) -> Set<UnitID> {
    var found: Set<UnitID> = [id]
    var grew = true
    while grew {
      grew = false
      for unit in units where unit.parent.map(found.contains) == true {
        if found.insert(unit.id).inserted { grew = true }
      }
    }
    return found
  }

  /// The chef of a unit, to whom its matters are sent: the first of ``chefs(of:)``.
  public func manager(of id: UnitID?) -> Person? { chefs(of: id).first }

  /// The nearest chefs of a unit, in the order of the file: the managers of it, else of the nearest
  /// unit above, else the heads of one, else those of the whole organisation.
  public func chefs(of id: UnitID?) -> [Person] {
    let line = lineage(of: id)
    guard !line.isEmpty else { return [] }
    let grants = [Role.manager, .head].flatMap { role in
      line.map { Grant(role: role, unit: $0.id) }
    }
    let last = [Role.manager, .head].map { Grant(role: $0, unit: nil) }
    for grant in grants + last {
      let holders = people.filter { $0.grants.contains(grant) }
      if !holders.isEmpty { return holders }
    }
    return []
  }

  /// The people who work at this unit, in the order of the file: to whom its matters can be handed.
  public func people(at id: UnitID?) -> [Person] {
    let line = Set(lineage(of: id).filter { $0.level != .department }.map(\.id))
    return people.filter { $0.workGrants.contains { $0.unit.map(line.contains) == true } }
  }

  /// Whether somebody is one of ``people(at:)``.
  func works(_ login: PersonID, at id: UnitID?) -> Bool {
    people(at: id).contains { $0.login == login }
  }

  /// The units of which the person is one of ``people(at:)``.
  func workplaces(of person: Person) -> Set<UnitID> {
    let heads = person.workGrants.compactMap { unit($0.unit) }.filter { $0.level != .department }
    return Set(heads.flatMap { subtree(of: $0.id) })
  }

  /// Whether answers from a unit are matters of care, where a plain e-mail must not tell of health
  /// or insatser (OSL 26:1; JO 1376-2013, 6466-2015).
  public func isCare(_ id: UnitID?) -> Bool {
    lineage(of: id).contains {
      $0.regulation.contains(.socialServices) || $0.regulation.contains(.healthCare)
    }
  }
}
