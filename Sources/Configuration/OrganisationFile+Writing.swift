public import Domain

extension OrganisationFile {
  /// An organisation as the file that makes it.
  ///
  /// - Parameter organisation: What to write; reading the file gives it back.
  /// - Returns: YAML, a line for each unit and person.
  public static func text(of organisation: Organisation) -> String {
    var lines = ["municipality: \(written(organisation.municipality))", "units:"]
    lines += organisation.units.map { "  - {\(fields(of: $0).joined(separator: ", "))}" }
    lines.append(organisation.people.isEmpty ? "people: []" : "people:")
    lines += organisation.people.map { "  - {\(fields(of: $0).joined(separator: ", "))}" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fields(of unit: Unit) -> [String] {
    [
      field("id", unit.id), field("name", unit.name), field("level", unit.level.rawValue),
      field("parent", unit.parent), field("routine", unit.routine),
      list("regulation", unit.regulation.map(\.rawValue)), list("mail", unit.mail),
      list("forms", unit.forms), list("aliases", unit.aliases),
      unit.sharesTriage.map { "shared-triage: \($0)" }, unit.isClosed.map { "closed: \($0)" },
    ].compactMap { $0 }
  }

  private static func fields(of person: Person) -> [String] {
    let roles = person.grants.map { grant in
      let fields = [field("role", grant.role.rawValue), field("unit", grant.unit)]
      return "{\(fields.compactMap { $0 }.joined(separator: ", "))}"
    }
    return [
      field("login", person.login), field("name", person.name), field("title", person.title),
      field("email", person.email), field("phone", person.phone),
      "roles: [\(roles.joined(separator: ", "))]",
      list("keys", person.keys.map(\.line)),
    ].compactMap { $0 }
  }

  private static func field(_ key: String, _ value: String?) -> String? {
    value.map { "\(key): \(written($0))" }
  }

  private static func list(_ key: String, _ values: [String]) -> String? {
    values.isEmpty ? nil : "\(key): [\(values.map(written).joined(separator: ", "))]"
  }

  /// A text between quotation marks, unless it is a code that means nothing else in YAML.
  private static func written(_ text: String) -> String {
    if SettingKind.code.checked(text) != nil, text.first?.isLetter == true, text != "null" {
      return text
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
