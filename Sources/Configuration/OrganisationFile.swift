public import Domain

/// The organisation file: the municipality, its units and its people.
public enum OrganisationFile {
  /// Reads an organisation.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name for errors.
  ///   - routines: The ids of the routines that there are.
  /// - Returns: The organisation.
  /// - Throws: `ConfigurationError` with the line of the first thing that is wrong.
  public static func read(
    _ bytes: [UInt8], name: String, routines: Set<String>
  ) throws(ConfigurationError) -> Organisation {
    let root = try YAMLFields(
      try YAMLValue.read(bytes, file: name), kind: "the file",
      keys: ["municipality", "units", "people"])
    let municipality = try root.requiredText("municipality")
    _ = try root.required("units")
    _ = try root.required("people")
    let units = try readUnits(try root.list("units"), routines: routines)
    guard !units.isEmpty else { throw root.refused("units", "the file has no units") }
    let people = try readPeople(try root.list("people"), units: Set(units.map(\.id)))
    return Organisation(municipality: municipality, units: units, people: people)
  }

  // MARK: - Units

  private static func readUnits(
    _ values: [YAMLValue], routines: Set<String>
  ) throws(ConfigurationError) -> [Unit] {
    var units: [Unit] = []
    var fields: [UnitID: YAMLFields] = [:]
    for value in values {
      let keys = try YAMLFields(
        value, kind: "a unit", naming: "id",
        keys: [
          "id", "name", "level", "parent", "routine", "regulation", "mail", "forms", "aliases",
          "shared-triage", "closed",
        ])
      let unit = try readUnit(keys, routines: routines)
      if let first = fields[unit.id] {
        throw keys.refused(
          "id", "\(keys.subject) stands twice; the first is on line \(first.line(of: "id"))")
      }
      fields[unit.id] = keys
      units.append(unit)
    }
    for unit in units {
      guard let parent = unit.parent, fields[parent] == nil, let keys = fields[unit.id] else {
        continue
      }
      throw keys.refused(
        "parent", "\(keys.subject) names a parent \(quoted(parent)) that is not in the file")
    }
    try refuseLoops(units, fields)
    return units
  }

  private static func readUnit(
    _ keys: YAMLFields, routines: Set<String>
  ) throws(ConfigurationError) -> Unit {
    let unit = Unit(
      id: try keys.requiredText("id", .code), name: try keys.requiredText("name"),
      level: try keys.requiredChoice("level", of: Unit.Level.allCases),
      parent: try keys.text("parent", .code), routine: try keys.text("routine", .code),
      regulation: try keys.choices("regulation", of: Unit.Regulation.allCases),
      mail: try keys.texts("mail", .email), forms: try keys.texts("forms"),
      aliases: try keys.texts("aliases"), sharesTriage: try keys.flag("shared-triage"),
      isClosed: try keys.flag("closed"))
    if unit.sharesTriage != nil, unit.level != .department {
      throw keys.refused(
        "shared-triage", "\(keys.subject) is no department; each nämnd decides for all of its own")
    }
    if unit.level == .department, unit.parent != nil {
      throw keys.refused("parent", "\(keys.subject) is a department, which has no parent")
    }
    if unit.level != .department, unit.parent == nil {
      throw keys.refused(
        nil, "\(keys.subject) has no ‘parent’; only a department stands at the top")
    }
    if let routine = unit.routine {
      guard unit.level == .department else {
        throw keys.refused(
          "routine", "\(keys.subject) names a routine; only a department does, for all below it")
      }
      guard routines.contains(routine) else {
        let known = routines.isEmpty ? "there are none" : routines.sorted().joined(separator: ", ")
        throw keys.refused(
          "routine",
          "\(keys.subject) names a routine \(quoted(routine)) that is not known (\(known))")
      }
    }
    return unit
  }

  private static func refuseLoops(
    _ units: [Unit], _ fields: [UnitID: YAMLFields]
  ) throws(ConfigurationError) {
    let parents = Dictionary(units.map { ($0.id, $0.parent) }) { first, _ in first }
    var sound: Set<UnitID> = []
    for unit in units {
      var path: [UnitID] = []
      var next: UnitID? = unit.id
      while let id = next, !sound.contains(id) {
        if let start = path.firstIndex(of: id), let keys = fields[id] {
          let loop = (path[start...] + [id]).map { quoted($0) }.joined(separator: " -> ")
          throw keys.refused("parent", "the units \(loop) form a loop of parents")
        }
        path.append(id)
        next = parents[id] ?? nil
      }
      sound.formUnion(path)
    }
  }

  // MARK: - People

  private static func readPeople(
    _ values: [YAMLValue], units: Set<UnitID>
  ) throws(ConfigurationError) -> [Person] {
    var people: [Person] = []
    var lines: [PersonID: Int] = [:]
    var owners: [PublicKey: PersonID] = [:]
    for value in values {
      let keys = try YAMLFields(
        value, kind: "a person", naming: "login",
        keys: ["login", "name", "title", "email", "phone", "roles", "keys"])
      let person = Person(
        login: try keys.requiredText("login", .login), name: try keys.requiredText("name"),
        title: try keys.text("title"), email: try keys.text("email", .email),
        phone: try keys.text("phone"), grants: try readGrants(keys, units: units),
        keys: try readKeys(keys))
      if let first = lines[person.login] {
        throw keys.refused(
          "login", "\(keys.subject) stands twice; the first is on line \(first)")
      }
      lines[person.login] = keys.line(of: "login")
      guard
        person.login != Person.service || person.grants.allSatisfy({ $0.role == .administrator })
      else {
        throw keys.refused(
          "roles",
          "\(keys.subject) is the service account, which reads no matters; it may be administrator")
      }
      for key in person.keys {
        if let other = owners.updateValue(person.login, forKey: key) {
          throw keys.refused(
            "keys", "\(keys.subject) has a key that \(quoted(other)) has too; a key is one person's"
          )
        }
      }
      people.append(person)
    }
    return people
  }

  private static func readKeys(_ person: YAMLFields) throws(ConfigurationError) -> [PublicKey] {
    // As the text stands: what would be trimmed away is no part of a key.
    try person.texts("keys", .key).map { line throws(ConfigurationError) in
      guard let key = PublicKey(line) else {
        throw person.refused("keys", "\(person.subject) has a key that cannot be read")
      }
      return key
    }
  }

  private static func readGrants(
    _ person: YAMLFields, units: Set<UnitID>
  ) throws(ConfigurationError) -> [Grant] {
    _ = try person.required("roles")
    var grants: [Grant] = []
    for value in try person.list("roles") {
      let keys = try YAMLFields(
        value, kind: "a role of \(person.subject)", keys: ["role", "unit"])
      let grant = Grant(
        role: try keys.requiredChoice("role", of: Role.allCases),
        unit: try keys.text("unit", .code))
      if let unit = grant.unit, !units.contains(unit) {
        throw keys.refused(
          "unit", "\(person.subject) has a role on a unit \(quoted(unit)) that is not in the file")
      }
      guard !grants.contains(grant) else {
        throw value.refused("\(person.subject) has the role \(quoted(grant.role.rawValue)) twice")
      }
      grants.append(grant)
    }
    if grants.contains(where: { $0.role == .unitLogin }), grants.count > 1 || grants[0].unit == nil
    {
      throw person.refused(
        "roles", "\(person.subject) is a unit login: that is its only role, and on one unit")
    }
    return grants
  }
}
