import Domain
import Testing

@testable import Configuration

@Suite struct OrganisationFileTests {
  static func file(unit: String = "", person: String = "  []") -> String {
    let units = unit.isEmpty ? "" : "  - \(unit)\n"
    return """
      municipality: Exempelköpings kommun
      units:
        - {id: omsorg, name: Omsorg, level: department, routine: oms}
        - {id: hemtjanst, name: Hemtjänst, level: division, parent: omsorg}
      \(units)people:
      \(person.hasPrefix("  ") ? person : "  - \(person)")

      """
  }

  static func unit(_ name: String, _ words: String, _ unit: String) -> Bad {
    Bad("unit: \(name)", line: 5, words, file(unit: unit))
  }

  static func person(_ name: String, _ words: String, _ person: String) -> Bad {
    Bad("person: \(name)", line: 6, words, file(person: person))
  }

  static let bad: [Bad] = [
    Bad("a list", line: 1, "must be a mapping", "- a\n"),
    Bad("text", line: 1, "must be a mapping (key: value), not text", "hej\n"),
    Bad("no municipality", line: 1, "has no ‘municipality’", "units: []\npeople: []\n"),
    Bad("no units", line: 1, "has no ‘units’", "municipality: A\npeople: []\n"),
    Bad("no people", line: 1, "has no ‘people’", "municipality: A\nunits: []\n"),
    Bad("empty units", line: 2, "no units", "municipality: A\nunits: []\npeople: []\n"),
    Bad("units without value", line: 2, "has no value", "municipality: A\nunits:\npeople: []\n"),
    Bad(
      "units are a mapping", line: 2, "must be a list",
      "municipality: A\nunits: {a: b}\npeople: []\n"),
    Bad(
      "unknown key", line: 1, "unknown key ‘kommun’; the keys are municipality, units, people",
      "kommun: A\nunits: []\npeople: []\n"),
    unit("no id", "a unit has no ‘id’", "{name: A, level: unit, parent: omsorg}"),
    unit("no name", "unit ‘a’ has no ‘name’", "{id: a, level: unit, parent: omsorg}"),
    unit("no level", "unit ‘a’ has no ‘level’", "{id: a, name: A, parent: omsorg}"),
    unit(
      "unknown key", "unit ‘a’ has an unknown key ‘nmae’", "{id: a, nmae: A, level: unit}"),
    unit(
      "unknown level", "it must be one of department, division, unit",
      "{id: a, name: A, level: enhet, parent: omsorg}"),
    unit(
      "unknown regulation", "one of social-services, health-care, school",
      "{id: a, name: A, level: unit, parent: omsorg, regulation: [sol]}"),
    unit(
      "unknown routine", "a routine ‘gotland’ that is not known (oms)",
      "{id: a, name: A, level: department, routine: gotland}"),
    unit(
      "routine on a unit", "only a department does",
      "{id: a, name: A, level: unit, parent: omsorg, routine: oms}"),
    unit(
      "unknown parent", "unit ‘a’ names a parent ‘y’ that is not in the file",
      "{id: a, name: A, level: unit, parent: y}"),
    unit("own parent", "‘a’ -> ‘a’ form a loop", "{id: a, name: A, level: unit, parent: a}"),
    unit("no parent", "unit ‘a’ has no ‘parent’", "{id: a, name: A, level: unit}"),
    unit(
      "department with parent", "is a department, which has no parent",
      "{id: a, name: A, level: department, parent: omsorg}"),
    unit(
      "twice", "unit ‘omsorg’ stands twice; the first is on line 3",
      "{id: omsorg, name: A, level: department}"),
    unit(
      "shared triage below a department", "is no department; each nämnd decides",
      "{id: a, name: A, level: unit, parent: omsorg, shared-triage: true}"),
    unit("capitals in id", "it must be 1 to 40 of", "{id: Hem, name: A, level: department}"),
    unit("å in id", "it must be 1 to 40 of", "{id: hemtjänst, name: A, level: department}"),
    unit(
      "long id", "it must be 1 to 40 of",
      "{id: \(String(repeating: "a", count: 41)), name: A, level: department}"),
    unit("id is a list", "must be text, not a list", "{id: [a], name: A, level: department}"),
    unit("empty name", "one line of 1 to 200", "{id: a, name: \"  \", level: department}"),
    unit("name without value", "has no value", "{id: a, name: , level: department}"),
    unit(
      "escape in name", "‘A?[31m’; it must be", "{id: a, name: \"A\\e[31m\", level: department}"),
    unit("line break in name", "one line", "{id: a, name: \"A\\nB\", level: department}"),
    unit("bidi in name", "one line", "{id: a, name: \"A\\u202EB\", level: department}"),
    unit(
      "long name", "1 to 200",
      "{id: a, name: \(String(repeating: "ö", count: 201)), level: department}"),
    unit("mail is text", "must be a list", "{id: a, name: A, level: department, mail: a@b.se}"),
    unit(
      "mail without @", "like namn@exempel.se", "{id: a, name: A, level: department, mail: [a.se]}"),
    unit(
      "mail without dot", "like namn@", "{id: a, name: A, level: department, mail: [a@b]}"),
    unit(
      "two mails in one", "like namn@",
      "{id: a, name: A, level: department, mail: [\"a@b.se,c@d.se\"]}"),
    unit(
      "mail twice", "names ‘a@b.se’ twice",
      "{id: a, name: A, level: department, mail: [a@b.se, a@b.se]}"),
    unit("not a mapping", "a unit must be a mapping", "hemtjanst"),
    person("no login", "a person has no ‘login’", "{name: A, roles: []}"),
    person("no roles", "person ‘a’ has no ‘roles’", "{login: a, name: A}"),
    person(
      "unknown role", "‘role’ of a role of person ‘a’ is ‘boss’; it must be one of triage, manager",
      "{login: a, name: A, roles: [{role: boss}]}"),
    person("role is text", "must be a mapping", "{login: a, name: A, roles: [manager]}"),
    person(
      "unknown unit", "person ‘a’ has a role on a unit ‘y’ that is not in the file",
      "{login: a, name: A, roles: [{role: manager, unit: y}]}"),
    person(
      "role twice", "has the role ‘triage’ twice",
      "{login: a, name: A, roles: [{role: triage}, {role: triage}]}"),
    person("capital in login", "1 to 32 of", "{login: Åsa, name: A, roles: []}"),
    person(
      "the service account reads", "‘synpunkt’ is the service account, which reads no matters",
      "{login: synpunkt, name: A, roles: [{role: administrator}, {role: manager, unit: omsorg}]}"),
    person("mail", "like namn@", "{login: a, name: A, email: a b@c.se, roles: []}"),
    person("unknown key", "unknown key ‘mail’", "{login: a, name: A, mail: a@b.se, roles: []}"),
    Bad(
      "person twice", line: 7, "person ‘a’ stands twice; the first is on line 6",
      file(person: "{login: a, name: A, roles: []}\n  - {login: a, name: B, roles: []}")),
    Bad(
      "loop", line: 5, "‘a’ -> ‘b’ -> ‘c’ -> ‘a’ form a loop",
      file(
        unit: """
          {id: a, name: A, level: unit, parent: b}
            - {id: b, name: B, level: unit, parent: c}
            - {id: c, name: C, level: unit, parent: a}
          """)),
  ]

  @Test(arguments: bad)
  func refuses(_ bad: Bad) {
    expectRefusal(line: bad.line, holding: bad.words) { () throws(ConfigurationError) in
      try OrganisationFile.read(Array(bad.text.utf8), name: "bad.yaml", routines: ["oms"])
    }
  }

  @Test func readsEveryValue() throws {
    let source = """
      municipality: Exempelköpings kommun
      units:
        - id: "no"
          name: 'Vård & omsorg'
          level: department
          routine: oms
          regulation:
          - social-services
          - health-care
          mail: [vard@exempel.se]
          forms: [161, "0162"]
          aliases: [on, vården]
          shared-triage: yes
        - {id: a, name: A, level: unit, parent: no}
      people:
        - {login: å.fel, name: X, roles: []}
      """.replacing("å.fel", with: "a.b_c-1")
    let organisation = try OrganisationFile.read(
      Array(source.utf8), name: "good.yaml", routines: ["oms"])
    #expect(
      organisation.units == [
        Unit(
          id: "no", name: "Vård & omsorg", level: .department, routine: "oms",
          regulation: [.socialServices, .healthCare], mail: ["vard@exempel.se"],
          forms: ["161", "0162"], aliases: ["on", "vården"], sharesTriage: true),
        Unit(id: "a", name: "A", level: .unit, parent: "no"),
      ])
    #expect(organisation.people == [Person(login: "a.b_c-1", name: "X")])
  }

  static let keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGkYxWzm4pRdFLhzQMUh1vHkkhx4Rjm3JqNV5DqBNkV",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
  ]

  @Test func readsKeys() throws {
    let source = Self.file(
      person: "{login: a, name: A, roles: [], keys: [\(Self.keys.joined(separator: ", "))]}")
    let organisation = try OrganisationFile.read(
      Array(source.utf8), name: "good.yaml", routines: ["oms"])
    #expect(organisation.people.first?.keys.map(\.line) == Self.keys)
  }

  @Test(arguments: [
    (keys[0] + " asa@dator", "without options or comment"), ("ssh-dss AAAA", "the types are"),
    ("command=\\\"sh\\\" " + keys[0], "without options"),
    (keys[0] + "\\n" + keys[1], "on one line"),
    (keys[0] + "\", \"" + keys[0], "twice"),
  ])
  func refusesWhatIsNoKey(key: String, words: String) {
    let source = Self.file(person: "{login: a, name: A, roles: [], keys: [\"\(key)\"]}")
    #expect(source.contains("keys"))
    let error = #expect(throws: ConfigurationError.self) {
      try OrganisationFile.read(Array(source.utf8), name: "bad.yaml", routines: ["oms"])
    }
    #expect(error?.problem.contains(words) == true, "\(error?.sentence ?? "")")
  }

  @Test func aKeyIsOnePersons() {
    let source = Self.file(
      person: "{login: a, name: A, roles: [], keys: [\(Self.keys[0])]}\n  - {login: b, name: B, "
        + "roles: [], keys: [\(Self.keys[0])]}")
    let error = #expect(throws: ConfigurationError.self) {
      try OrganisationFile.read(Array(source.utf8), name: "bad.yaml", routines: ["oms"])
    }
    #expect(error?.problem.contains("‘a’ has too") == true, "\(error?.sentence ?? "")")
  }

  @Test func readsPeopleAndRoles() throws {
    let source = Self.file(
      person: """
        {login: asa, name: Åsa Exempel, title: enhetschef, email: asa@exempel.se, \
        phone: 000-00 00 11, roles: [{role: manager, unit: hemtjanst}, {role: administrator}]}
        """)
    let organisation = try OrganisationFile.read(
      Array(source.utf8), name: "good.yaml", routines: ["oms"])
    #expect(
      organisation.people == [
        Person(
          login: "asa", name: "Åsa Exempel", title: "enhetschef", email: "asa@exempel.se",
          phone: "000-00 00 11",
          grants: [
            Grant(role: .manager, unit: "hemtjanst"), Grant(role: .administrator, unit: nil),
          ])
      ])
  }
}
