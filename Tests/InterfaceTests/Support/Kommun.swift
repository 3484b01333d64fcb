import Domain
import Testing

/// The day of `YYYY-MM-DD`; fails the test when there is none.
func day(_ iso: String) -> CivilDay {
  guard let day = CivilDay(iso: iso) else {
    Issue.record("No such day: \(iso)")
    return CivilDay(number: 0)
  }
  return day
}

/// A small kommun: omsorg under Kristianstad's routine, and teknik where the unit itself closes.
enum Kommun {
  /// Tuesday 24 November 2026.
  static let today = day("2026-11-24")

  static let rules = Rulebook(
    organisation: organisation, routines: ["oms": care, "tek": technical], fallback: care)

  /// Ten working days, a note, and medborgarcenter closes.
  static let care = Routine(
    id: "oms", name: "Omsorgsförvaltningen", labels: [:], triageGroup: "medborgarcenter",
    answerTerms: [
      .suggestion: DeadlineTerm(count: 10, unit: .workingDays),
      .complaint: DeadlineTerm(count: 10, unit: .workingDays),
    ],
    uncategorisedTerm: DeadlineTerm(count: 10, unit: .workingDays), requiresOfficialNote: true,
    closedBy: .triage,
    subjectAreas: [
      "bemötande", "information", "kontinuitet", "mat och måltider", "tider", "övrigt",
    ],
    sources: [
      .answer: "Omsorgsförvaltningens rutin för synpunkter, punkt 4",
      .uncategorised: "Vårt val: den kortaste tiden tills typen är satt",
    ])

  /// Fourteen days, no note, areas of its own, and the unit closes.
  static let technical = Routine(
    id: "tek", name: "Tekniska förvaltningen", labels: [.suggestion: "önskemål"],
    triageGroup: "medborgarcenter",
    answerTerms: [
      .suggestion: DeadlineTerm(count: 14, unit: .calendarDays),
      .complaint: DeadlineTerm(count: 14, unit: .calendarDays),
    ],
    uncategorisedTerm: nil, requiresOfficialNote: false, closedBy: .manager,
    subjectAreas: ["gator", "parker"], sources: [.movesToWorkingDay: "Lag (1930:173), 2 §"])

  static let organisation = Organisation(
    municipality: "Provköping",
    units: [
      Unit(
        id: "oms", name: "Omsorgsförvaltningen", level: .department, routine: "oms",
        regulation: [.socialServices], mail: ["omsorg@prov.se"]),
      Unit(id: "ht", name: "Hemtjänst", level: .division, parent: "oms"),
      Unit(
        id: "oster", name: "Hemtjänst Öster", level: .unit, parent: "ht",
        mail: ["oster@prov.se"], forms: ["161"]),
      Unit(id: "vast", name: "Hemtjänst Väst", level: .unit, parent: "ht"),
      Unit(
        id: "tek", name: "Tekniska förvaltningen", level: .department, routine: "tek"),
      Unit(id: "gata", name: "Gata och park", level: .unit, parent: "tek"),
    ],
    people: people)

  /// All who work here; in the demo F2 changes between them.
  static let people = [
    person("maja", "Maja Ek", "medborgarcenter", .triage, "oms", "tek"),
    person("asa", "Åsa Lind", "enhetschef", .manager, "oster"),
    person("bo", "Bo Falk", "enhetschef", .manager, "vast"),
    person("karin", "Karin Berg", "förvaltningschef", .head, "oms"),
    person("rut", "Rut Holm", "registrator", .registrar, "oms"),
    person("sigge", "Sigge Ström", "undersköterska", .staff, "oster"),
    person("ulf", "Ulf Sand", "gatuchef", .manager, "tek"),
    person("anna", "Anna Wik", "utvecklare", .analyst, "oms"),
    Person(
      login: "vera", name: "Vera Dahl", title: "registrator",
      grants: [Grant(role: .registrar, unit: "oms"), Grant(role: .custodian, unit: "oms")]),
    person("enhet", "Hemtjänst Väst", "enhetsinloggning", .unitLogin, "vast"),
  ]

  private static func person(
    _ login: PersonID, _ name: String, _ title: String, _ role: Role, _ units: UnitID...
  ) -> Person {
    Person(
      login: login, name: name, title: title, grants: units.map { Grant(role: role, unit: $0) })
  }

  /// A person as one who asks; fails the test when there is none.
  static func actor(_ login: PersonID) -> Actor {
    guard let person = organisation.person(login) else {
      Issue.record("No such person: \(login)")
      return Actor(bootstrap: login)
    }
    return Actor(person, in: organisation)
  }
}
