import Domain
import Testing

/// A small kommun: an omsorgsförvaltning under Kristianstad's routine, a teknisk förvaltning where
/// the unit closes, and one without chefer.
struct World {
  var rules = Rulebook(
    organisation: Self.organisation, routines: ["oms": Self.care, "tek": Self.technical],
    fallback: Self.care)

  static let today = day("2026-11-24")

  /// Ten working days, a note, and the triage group closes.
  static let care = Routine(
    id: "oms", name: "Omsorg", labels: [.suggestion: "förslag"], triageGroup: "medborgarcenter",
    answerTerms: [
      .suggestion: DeadlineTerm(count: 10, unit: .workingDays),
      .complaint: DeadlineTerm(count: 10, unit: .workingDays),
    ],
    uncategorisedTerm: DeadlineTerm(count: 10, unit: .workingDays), requiresOfficialNote: true,
    closedBy: .triage, subjectAreas: ["bemötande", "information"])

  /// Fourteen days, no note, no subject areas, and the unit closes.
  static let technical = Routine(
    id: "tek", name: "Teknik", labels: [.suggestion: "förbättringsförslag"],
    triageGroup: "kundtjänst",
    answerTerms: [
      .praise: DeadlineTerm(count: 30, unit: .calendarDays),
      .suggestion: DeadlineTerm(count: 14, unit: .calendarDays),
      .complaint: DeadlineTerm(count: 14, unit: .calendarDays, movesToWorkingDay: false),
    ],
    uncategorisedTerm: nil, requiresOfficialNote: false, closedBy: .manager, subjectAreas: [])

  static let organisation = Organisation(
    municipality: "Provköping",
    units: [
      Unit(
        id: "oms", name: "Omsorgsförvaltningen", level: .department, routine: "oms",
        regulation: [.socialServices], mail: ["omsorg@prov.se"], forms: ["161"]),
      Unit(id: "ht", name: "Hemtjänst", level: .division, parent: "oms"),
      Unit(
        id: "oster", name: "Hemtjänst Öster", level: .unit, parent: "ht",
        mail: ["oster@prov.se"], aliases: ["östra hemtjänsten"]),
      Unit(id: "vast", name: "Hemtjänst Väst", level: .unit, parent: "ht"),
      Unit(id: "stab", name: "Stab", level: .unit, parent: "oms"),
      Unit(id: "tek", name: "Teknik", level: .department, routine: "tek", forms: ["163"]),
      Unit(id: "gata", name: "Gata och trafik", level: .unit, parent: "tek"),
      Unit(id: "tom", name: "Tomma förvaltningen", level: .department),
      Unit(id: "utan", name: "Enheten utan chef", level: .unit, parent: "tom"),
    ],
    people: [
      person("maja", .triage, "oms", "tek"), person("asa", .manager, "oster"),
      person("bo", .manager, "vast"), person("karin", .head, "oms"),
      person("rut", .registrar, "oms"), person("sigge", .staff, "oster"),
      person("lotta", .staff, "ht"), person("sara", .secretary, "oms"),
      person("anna", .analyst, "oms"), person("sten", .administrator, "oster"),
      person("ulf", .manager, "gata"), person("gunnar", .staff, "gata"),
    ])

  private static func person(_ login: PersonID, _ role: Role, _ units: UnitID...) -> Person {
    Person(
      login: login, name: login.prefix(1).uppercased() + login.dropFirst(),
      grants: units.map { Grant(role: role, unit: $0) })
  }

  /// Everybody's login, in order.
  var logins: [PersonID] { rules.organisation.people.map(\.login) }

  /// The person as one who asks.
  func actor(_ login: PersonID) -> Actor {
    let person = rules.organisation.person(login) ?? Person(login: login, name: login)
    return Actor(person, in: rules.organisation)
  }

  /// The person, asking at noon on a day.
  func asking(_ login: PersonID, on day: CivilDay = Self.today) -> Asking {
    Asking(actor: actor(login), now: SwedishTime.instant(day, hour: 12, minute: 0))
  }

  // MARK: - Matters

  /// A sender with a name and an e-mail address who wants an answer.
  static let anna = Sender(
    kind: .individual, name: "Anna Exempel", email: "anna@exempel.se", replyVia: .email)

  /// What a sender wrote.
  func incoming(
    _ text: String = "Personalen kommer ofta för sent på morgnarna.", from sender: Sender = anna,
    arrivedOn: CivilDay = day("2026-11-13"), body: IncomingMatter.Body? = nil
  ) -> IncomingMatter {
    IncomingMatter(
      channel: .email, arrivedOn: arrivedOn, body: body ?? .text(text), title: "Sena besök",
      sender: sender, key: .message("1@exempel.se"))
  }

  /// A matter as medborgarcenter has registered it.
  func registered(_ incoming: IncomingMatter? = nil) throws -> Matter {
    let event = try Matter.register(
      incoming ?? self.incoming(), as: Reference(year: 2026, serial: 142),
      source: SourceDigest(key: "k1", content: "c1"), files: [], asking: asking("maja"),
      rules: rules)
    return try #require(Matter(id: 1, events: [event]))
  }

  /// Carries out a command.
  func take(
    _ command: MatterCommand, as login: PersonID, on matter: inout Matter,
    at day: CivilDay = Self.today
  ) throws(Refusal) {
    let events = try matter.decide(command, asking: asking(login, on: day), rules: rules)
    for event in events { matter.apply(event) }
  }

  /// A registered matter after some steps.
  func matter(
    _ incoming: IncomingMatter? = nil, after steps: [(PersonID, MatterCommand)]
  ) throws -> Matter {
    var matter = try registered(incoming)
    for (login, command) in steps { try take(command, as: login, on: &matter) }
    return matter
  }

  /// Why a command is refused; nil when it is not.
  func refusal(
    of command: MatterCommand, as login: PersonID, on matter: Matter
  ) -> Refusal? {
    do {
      _ = try matter.decide(command, asking: asking(login), rules: rules)
      return nil
    } catch {
      return error
    }
  }

  /// An answer that may leave.
  static func letter(
    _ way: AnswerWay = .email, to recipient: String = "anna@exempel.se",
    text: String = "Tack. Vi ringer dig i morgon."
  ) -> AnswerDraft {
    AnswerDraft(
      way: way, recipient: recipient, text: text, tellsOfHealth: false, senderMayKnow: true)
  }
}
