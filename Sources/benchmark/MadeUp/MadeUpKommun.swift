import Domain
import Store

extension Store {
  /// Applies an organisation of which everybody has been told.
  func settle(_ organisation: Organisation, at now: Instant) throws {
    try apply(organisation, by: MadeUpKommun.triage.login, at: now)
    for login in organisation.people.map(\.login) {
      guard let last = try unseenChanges(for: login).last else { continue }
      try noteSeen(upTo: last.event, by: login, at: now)
    }
  }
}

/// The kommun of the benchmark: 40 units in four förvaltningar, and the person who runs it.
struct MadeUpKommun {
  /// As whom the front is measured.
  enum Role: String, CaseIterable {
    case chef = "a chef with 3 units"
    case medborgarcenter = "medborgarcenter"
  }

  static let triage = Person(
    login: "maja.mc", name: "Maja Exempel", grants: [Grant(role: .triage, unit: nil)])

  /// The codes of the 40 units.
  let unitIDs: [UnitID]
  private let units: [Domain.Unit]
  private let chefs: [Person]

  /// Makes the kommun.
  init() {
    let departments = [
      "Omsorg": ["Hemtjänst", "Äldreboende"],
      "Funktionsstöd": ["Gruppbostad", "Daglig verksamhet"],
      "Utbildning": ["Förskola", "Grundskola"], "Teknik": ["Gator och parker", "Bibliotek"],
    ]
    var units: [Domain.Unit] = []
    var chefs: [Person] = []
    for (department, divisions) in departments.sorted(by: { $0.key < $1.key }) {
      units.append(
        Unit(id: department, name: department, level: .department, sharesTriage: true))
      for division in divisions {
        units.append(Unit(id: division, name: division, level: .division, parent: department))
        let grant = Grant(role: .manager, unit: division)
        chefs.append(
          Person(login: "chef.\(chefs.count)", name: "Åsa \(division)", grants: [grant]))
        for place in ["Norr", "Öster", "Söder", "Väster", "Centrum"] {
          units.append(
            Unit(
              id: "\(division)-\(place)", name: "\(division) \(place)", level: .unit,
              parent: division))
        }
      }
    }
    self.units = units
    self.chefs = chefs
    unitIDs = units.filter { $0.level == .unit }.map(\.id)
  }

  /// The rules while a store is filled; a chef closes what he or she has answered.
  var rules: Rulebook { rules(of: Organisation(units: units, people: [Self.triage] + chefs)) }

  /// The same of an organisation.
  func rules(of organisation: Organisation) -> Rulebook {
    let term = DeadlineTerm(count: 10, unit: .workingDays)
    let routine = Routine(
      id: "benchmark", name: "Benchmark", labels: [:], triageGroup: "medborgarcenter",
      answerTerms: [.suggestion: term, .complaint: term], uncategorisedTerm: term,
      requiresOfficialNote: false, closedBy: .manager, subjectAreas: [])
    return Rulebook(organisation: organisation, routines: [:], fallback: routine)
  }

  /// Everybody, with a person of a role.
  func organisation(with login: PersonID, as role: Role) -> Organisation {
    let grants: [Grant] =
      switch role {
      case .chef: [0, 7, 21].map { Grant(role: .manager, unit: unitIDs[$0]) }
      case .medborgarcenter: [Grant(role: .triage, unit: nil)]
      }
    let person = Person(login: login, name: "Åsa Lind", grants: grants)
    let others = ([Self.triage] + chefs).filter { $0.login != login }
    return Organisation(
      municipality: "Exempelköpings kommun", units: units, people: [person] + others)
  }

  /// So many people: half of them sort what comes in, half are chefer of three units each.
  func crowd(_ count: Int) -> [Person] {
    (0..<count).map { index in
      let grants =
        index % 2 == 0
        ? [Grant(role: .triage, unit: nil)]
        : [0, 7, 21].map { Grant(role: .manager, unit: unitIDs[($0 + index) % unitIDs.count]) }
      return Person(login: "person.\(index)", name: "Person \(index)", grants: grants)
    }
  }

  /// The kommun with a crowd.
  func organisation(with crowd: [Person]) -> Organisation {
    Organisation(
      municipality: "Exempelköpings kommun", units: units, people: [Self.triage] + chefs + crowd)
  }
}
