/// What a person must tell of a kommun before the first synpunkt: one förvaltning with its units,
/// their chefer, and those who sort what comes in.
public struct FirstOrganisation: Hashable, Sendable {
  /// A unit and its chef.
  public struct Place: Hashable, Sendable {
    /// The unit's name.
    public var name = ""
    /// The chef's name.
    public var chef = ""
    /// The chef's login name.
    public var login = ""

    /// Makes an empty one.
    public init() {}

    /// Whether nothing has been written.
    public var isEmpty: Bool { name.isEmpty && chef.isEmpty && login.isEmpty }
  }

  /// Somebody who takes in, sorts or runs the program.
  public struct Colleague: Hashable, Sendable {
    /// The name.
    public var name = ""
    /// The login name.
    public var login = ""
    /// What the person does; a chef may have nothing more to do.
    public var roles: [Role] = []

    /// Makes an empty one.
    public init() {}

    /// Whether nothing has been written.
    public var isEmpty: Bool { name.isEmpty && login.isEmpty }
  }

  /// Something that is told.
  public enum Field: Hashable, Sendable {
    case municipality
    case department
    case routine
    case regulation
    case unit(Int)
    case chef(Int)
    case chefLogin(Int)
    case name(Int)
    case login(Int)
    case roles(Int)
  }

  /// What is missing or cannot be used.
  public struct Fault: Error, Hashable {
    /// Where.
    public let field: Field
    /// What to do, in one Swedish sentence.
    public let sentence: String
  }

  /// The name of the kommun or region.
  public var municipality = ""
  /// The name of the förvaltning.
  public var department = ""
  /// The routine's id.
  public var routine = ""
  /// The body of rules that the förvaltning works under; nil for another.
  public var regulation: Unit.Regulation?
  /// The units; those of which nothing is told do not count.
  public var places: [Place] = []
  /// The person who tells, and then those beside.
  public var colleagues: [Colleague] = []

  /// Makes one of which nothing is told.
  public init() {}
}

extension FirstOrganisation {
  /// The organisation that this makes.
  ///
  /// Codes follow from names. The checks are those of the organisation file.
  ///
  /// - Throws: `Fault` for the first field that is missing or cannot be used.
  public func organisation() throws(Fault) -> Organisation {
    let name = try checked(municipality, .municipality, "Skriv vad kommunen heter.")
    let title = try checked(department, .department, "Skriv vad förvaltningen heter.")
    var codes: Set<UnitID> = []
    let top = Unit(
      id: Self.code(of: title, besides: &codes), name: title, level: .department,
      routine: routine, regulation: regulation.map { [$0] } ?? [])
    var units: [Unit] = []
    var people = People()
    for (index, place) in places.enumerated() where !place.isEmpty {
      let unit = Unit(
        id: "", name: try checked(place.name, .unit(index), "Skriv vad enheten heter."),
        level: .unit, parent: top.id)
      guard !units.contains(where: { $0.name == unit.name }) else {
        throw Fault(
          field: .unit(index), sentence: "Två enheter heter \(unit.name). Ge dem olika namn.")
      }
      units.append(unit)
      units[units.count - 1].id = Self.code(of: unit.name, besides: &codes)
      try people.add(
        name: try checked(place.chef, .chef(index), "Skriv vad chefen för \(unit.name) heter."),
        login: try login(place.login, .chefLogin(index)), at: .chef(index),
        grants: [Grant(role: .manager, unit: units[units.count - 1].id)])
    }
    guard !units.isEmpty else {
      throw Fault(field: .unit(0), sentence: "Skriv minst en enhet.")
    }
    var all = People()
    for (index, colleague) in colleagues.enumerated() where index == 0 || !colleague.isEmpty {
      try add(colleague, index, to: &all, at: top.id)
    }
    try all.add(people)
    guard all.list.contains(where: { $0.grants.contains { $0.role == .triage } }) else {
      throw Fault(
        field: .roles(0), sentence: "Någon måste sortera det som kommer in. Välj vem det är.")
    }
    guard all.list.first?.grants.isEmpty == false else {
      throw Fault(
        field: .roles(0), sentence: "Välj vad du själv gör. Annars kommer du inte in sedan.")
    }
    return Organisation(municipality: name, units: [top] + units, people: all.list)
  }

  private func add(
    _ colleague: Colleague, _ index: Int, to people: inout People, at unit: UnitID
  ) throws(Fault) {
    let field = Field.name(index)
    let words = index == 0 ? "Skriv vad du heter." : "Skriv vad personen heter."
    let name = try checked(colleague.name, field, words)
    // The login of the person who tells is a fact, no field.
    let login = try login(colleague.login, index == 0 ? field : .login(index))
    guard index == 0 || !colleague.roles.isEmpty else {
      throw Fault(field: .roles(index), sentence: "Välj vad \(name) gör.")
    }
    try people.add(
      name: name, login: login, at: field,
      grants: colleague.roles.map { Grant(role: $0, unit: unit) })
  }

  private func checked(
    _ words: String, _ field: Field, _ demand: String
  ) throws(Fault) -> String {
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw Fault(field: field, sentence: demand)
    }
    guard let name = SettingKind.name.checked(words) else {
      throw Fault(
        field: field, sentence: "Namnet går inte att använda: högst 200 vanliga tecken.")
    }
    return name
  }

  private func login(_ words: String, _ field: Field) throws(Fault) -> PersonID {
    let blanks = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let login = SettingKind.login.checked(blanks) else {
      throw Fault(
        field: field,
        sentence: blanks.isEmpty
          ? "Skriv inloggningen, alltså namnet som personen loggar in med."
          : "Inloggningen ”\(blanks)” går inte att använda: högst 32 av a–z, 0–9, punkt, _ och -.")
    }
    return login
  }

  /// A code of a name, that no other unit has: "Hemtjänst Öster" gives `hemtjanst-oster`.
  static func code(of name: String, besides taken: inout Set<UnitID>) -> UnitID {
    let plain = foldedSwedish(name).map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    let stem = words.isEmpty ? "enhet" : String(words.prefix(36))
    var code = stem
    var number = 2
    while !taken.insert(code).inserted {
      code = "\(stem)-\(number)"
      number += 1
    }
    return code
  }
}

/// People in order, each once.
private struct People {
  private(set) var list: [Person] = []

  mutating func add(
    name: String, login: PersonID, at field: FirstOrganisation.Field, grants: [Grant]
  ) throws(FirstOrganisation.Fault) {
    guard let index = list.firstIndex(where: { $0.login == login }) else {
      list.append(Person(login: login, name: name, grants: grants))
      return
    }
    guard list[index].name == name else {
      throw FirstOrganisation.Fault(
        field: field,
        sentence: "Inloggningen \(login) är både \(list[index].name) och \(name). Rätta en av dem.")
    }
    list[index].grants += grants.filter { !list[index].grants.contains($0) }
  }

  mutating func add(_ others: People) throws(FirstOrganisation.Fault) {
    for person in others.list {
      try add(name: person.name, login: person.login, at: .name(0), grants: person.grants)
    }
  }
}
