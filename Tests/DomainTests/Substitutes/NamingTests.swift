import Domain
import Testing

/// Who may name a substitute for whom, and what becomes of it.
@Suite struct NamingTests {
  private static let today = World.today

  /// One kommun with a förvaltningschef, a chef over a chef, a peer, and triage of each kind.
  private static let organisation = Organisation(
    municipality: "Prov",
    units: [
      Unit(id: "oms", name: "Omsorg", level: .department, sharesTriage: true),
      Unit(id: "ht", name: "Hemtjänst", level: .division, parent: "oms"),
      Unit(id: "oster", name: "Öster", level: .unit, parent: "ht"),
      Unit(id: "vast", name: "Väst", level: .unit, parent: "ht"),
      Unit(id: "tek", name: "Teknik", level: .department),
      Unit(id: "gata", name: "Gata", level: .unit, parent: "tek"),
    ],
    people: [
      person("asa", Grant(role: .manager, unit: "oster")),
      person("both", Grant(role: .manager, unit: "vast"), Grant(role: .manager, unit: "gata")),
      person("hella", Grant(role: .manager, unit: "ht")),
      person("karin", Grant(role: .head, unit: "oms")),
      person("under", Grant(role: .manager, unit: "oms")),
      person("dir", Grant(role: .head, unit: nil)),
      person("mc", Grant(role: .triage, unit: nil)),
      person("mctek", Grant(role: .triage, unit: "tek")),
      person("mcht", Grant(role: .triage, unit: "ht")),
      person("rut", Grant(role: .registrar, unit: "oms")),
      person("sten", Grant(role: .administrator, unit: nil)),
      person("sigge", Grant(role: .staff, unit: "oster")),
      person("enhet", Grant(role: .unitLogin, unit: "oster")),
    ])

  private static func person(_ login: PersonID, _ grants: Grant...) -> Person {
    Person(login: login, name: login.uppercased(), grants: grants)
  }

  private static func days(
    _ chef: PersonID = "asa", _ substitute: PersonID = "sigge", _ from: Int = 0, _ to: Int = 4
  ) -> Substitution {
    Substitution(chef: chef, substitute: substitute, from: today + from, to: today + to)
  }

  private static func refusal(
    of command: SubstitutionCommand, by login: PersonID, in organisation: Organisation
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try organisation.decide(command, by: login, on: today)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("asa", ["asa", "hella", "karin", "under", "dir", "mc", "mcht"]),
      // Chef in two förvaltningar: whoever names must reach both.
      ("both", ["both", "dir"]),
      ("hella", ["hella", "karin", "under", "dir", "mc", "mcht"]),
      ("under", ["under", "karin", "dir", "mc"]),
      ("karin", ["karin", "dir", "mc"]),
      // Over the whole organisation nobody stands above, and no triage reaches all of it.
      ("dir", ["dir"]),
      ("rut", []), ("sigge", []), ("mc", []),
    ] as [(PersonID, Set<PersonID>)])
  func whoMayName(chef: PersonID, expected: Set<PersonID>) {
    let organisation = Self.organisation
    for namer in organisation.people.map(\.login) {
      let substitute = ["sigge", "rut", "sten"].first { $0 != chef } ?? ""
      let refusal = Self.refusal(
        of: .name(Self.days(chef, substitute)), by: namer, in: organisation)
      let isAllowed = expected.contains(namer)
      #expect((refusal == nil) == isAllowed, "\(namer) for \(chef)")
      #expect(
        organisation.chefs(forWhomMayName: namer).contains { $0.login == chef } == isAllowed)
    }
    #expect(Self.refusal(of: .name(Self.days(chef)), by: "nobody", in: organisation) != nil)
  }

  @Test(
    arguments: [
      (days("asa", "nobody"), .unknownPerson("nobody")), (days("nobody"), .unknownPerson("nobody")),
      (days("rut"), .noChef("RUT")), (days("both"), .mayNotName(chef: "BOTH")),
      (days("asa", "enhet"), .commonLogin("ENHET")),
      (days("asa", "asa"), .chefItself), (days("asa", "karin"), .ownSubstitution),
      (days("asa", "sigge", 1, 0), .wrongOrder), (days("asa", "sigge", -1, 3), .firstDayHasBeen),
      (days("asa", "sigge", 0, 366), .tooLong),
      (days("asa", "rut", 12, 20), .taken(by: "SIGGE", from: today + 10, to: today + 12)),
    ] as [(Substitution, SubstitutionProblem)])
  func whatCannotBe(asked: Substitution, problem: SubstitutionProblem) {
    var organisation = Self.organisation
    organisation.substitutes = [Self.days("asa", "sigge", 10, 12)]
    #expect(
      Self.refusal(of: .name(asked), by: "karin", in: organisation) == .substitution(problem))
    #expect(problem.sentence.hasSuffix(".") && !problem.sentence.contains(". "))
  }

  @Test func aSubstituteNamesNoFurtherOneAndChangesNothingOfTheirOwn() throws {
    var organisation = Self.organisation
    let own = Self.days("hella", "sigge")
    organisation.substitutes = [own]
    let actor = Actor(Self.person("sigge"), in: organisation, on: Self.today)
    #expect(actor.has(.manager, at: "oster") && !actor.mayNameSubstitutes)
    // As Hella's substitute Sigge stands above Åsa, but the right to name does not follow.
    for command: SubstitutionCommand in [
      .name(Self.days("asa", "rut")), .name(Self.days("hella", "rut", 10, 11)),
      .move(own, to: Self.today + 20), .end(own),
    ] {
      #expect(Self.refusal(of: command, by: "sigge", in: organisation) != nil, "\(command)")
    }
    // A chef of their own who is a substitute too names for themselves, and not for the other.
    organisation.substitutes = [Self.days("hella", "asa")]
    #expect(
      Self.refusal(
        of: .move(Self.days("hella", "asa"), to: Self.today + 9), by: "asa", in: organisation)
        == .substitution(.mayNotName(chef: "HELLA")))
    #expect(Self.refusal(of: .name(Self.days("asa", "rut")), by: "asa", in: organisation) == nil)
    // Who may name does not lengthen what is their own.
    organisation.substitutes = [Self.days("asa", "karin")]
    #expect(
      Self.refusal(
        of: .move(Self.days("asa", "karin"), to: Self.today + 9), by: "karin", in: organisation)
        == .substitution(.ownSubstitution))
  }

  @Test func daysAreMovedAndEnded() throws {
    var organisation = Self.organisation
    let (begun, coming) = (Self.days("asa", "sigge", -3, 4), Self.days("asa", "rut", 10, 12))
    organisation.substitutes = [begun, coming]
    func decide(_ command: SubstitutionCommand) throws -> [Substitution] {
      try organisation.decide(command, by: "asa", on: Self.today)
    }
    func moved(_ substitution: Substitution, _ days: Int) -> Substitution {
      var moved = substitution
      moved.to = Self.today + days
      return moved
    }
    #expect(try decide(.move(begun, to: Self.today + 9)) == [moved(begun, 9), coming])
    #expect(try decide(.move(begun, to: Self.today)) == [moved(begun, 0), coming])
    #expect(try decide(.end(begun)) == [moved(begun, -1), coming])
    #expect(try decide(.end(coming)) == [begun])
    for (command, expected): (SubstitutionCommand, Refusal) in [
      (
        .move(begun, to: Self.today + 10),
        .substitution(.taken(by: "RUT", from: coming.from, to: coming.to))
      ),
      (.move(begun, to: Self.today + 4), .unchanged(field: .lastDay)),
      (.move(begun, to: Self.today + -1), .substitution(.lastDayHasBeen)),
      (.move(coming, to: Self.today + 9), .substitution(.wrongOrder)),
      (.move(coming, to: Self.today + 400), .substitution(.tooLong)),
      (.end(moved(begun, 5)), .substitution(.gone)),
      (.end(Self.days("asa", "sigge", -9, -5)), .substitution(.gone)),
    ] {
      #expect(Self.refusal(of: command, by: "asa", in: organisation) == expected, "\(command)")
    }
    organisation.substitutes = try decide(.end(begun))
    #expect(Self.refusal(of: .end(moved(begun, -1)), by: "asa", in: organisation) != nil)
    #expect(organisation.substitution(for: "asa", on: Self.today) == nil)
  }

  @Test func whatHasLongBeenOverIsForgotten() throws {
    var organisation = Self.organisation
    organisation.substitutes = [
      Self.days("asa", "rut", -300, -101), Self.days("asa", "rut", -90, -80),
    ]
    let kept = try organisation.decide(.name(Self.days()), by: "asa", on: Self.today)
    #expect(kept == [Self.days("asa", "rut", -90, -80), Self.days()])
  }

  @Test func bothAreTold() {
    let before = Self.organisation
    var after = before
    after.substitutes = [Self.days("asa", "sigge", 0, 4), Self.days("hella", "rut", -9, -8)]
    let (from, to) = (Self.today, Self.today + 4)
    #expect(before.concernedBySubstitutes(of: after, on: Self.today) == ["asa", "sigge"])
    #expect(
      before.changesOfSubstitutes(for: "asa", to: after, on: from)
        == [.hasSubstitute("SIGGE", from: from, to: to)])
    #expect(
      before.changesOfSubstitutes(for: "sigge", to: after, on: from)
        == [.standsIn(for: "ASA", from: from, to: to)])
    #expect(
      after.changesOfSubstitutes(for: "sigge", to: before, on: from)
        == [.standsInNoLonger(for: "ASA")])
    #expect(
      after.changesOfSubstitutes(for: "asa", to: before, on: from)
        == [.hasSubstituteNoLonger("SIGGE")])
    // The day after the last one it is over, and nothing that anybody need be told.
    #expect(after.concernedBySubstitutes(of: before, on: Self.today + 5) == [])
    var longer = after
    longer.substitutes[0].to = Self.today + 6
    #expect(
      after.changesOfSubstitutes(for: "sigge", to: longer, on: from)
        == [.standsIn(for: "ASA", from: from, to: Self.today + 6)])
    for change: PersonalChange in [
      .standsIn(for: "A", from: from, to: to), .standsIn(for: "A", from: from, to: from),
      .standsInNoLonger(for: "A"), .hasSubstitute("A", from: from, to: to),
      .hasSubstituteNoLonger("A"),
    ] {
      let sentence = change.sentence(triageGroup: "kundtjänst") { _ in "" }
      #expect(sentence.hasSuffix(".") && !sentence.contains(". ") && !change.movesAccess)
    }
  }

  @Test func whoAppliesAFileGetsNothingThroughTheirChef() {
    var before = Self.organisation
    before.substitutes = [Self.days("asa", "sten")]
    #expect(!before.widens("sten", in: before, from: Self.today))
    var after = before
    after.people[0].grants.append(Grant(role: .manager, unit: "gata"))
    #expect(before.widens("sten", in: after, from: Self.today))
    #expect(!before.widens("rut", in: after, from: Self.today))
    #expect(!before.widens("sten", in: after, from: Self.today + 5))
    var moved = before
    moved.units[3].parent = "oster"
    #expect(before.widens("sten", in: moved, from: Self.today))
    var new = before
    new.units.append(Unit(id: "natt", name: "Natt", level: .unit, parent: "oster"))
    #expect(!before.widens("sten", in: new, from: Self.today))
  }
}
