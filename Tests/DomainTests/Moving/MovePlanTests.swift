import Domain
import Testing

/// Where open matters go when a new organisation takes them from who has them.
@Suite("Moving open matters")
struct MovePlanTests {
  /// What is asked, what changes in the organisation, and what comes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let asked: Moves
    let change: @Sendable (inout Organisation) -> Void
    let expected: Result<[OpenMatters: MatterFacts.Move], MoveFault>

    init(
      _ name: String, _ expected: Result<[OpenMatters: MatterFacts.Move], MoveFault>,
      _ change: @escaping @Sendable (inout Organisation) -> Void
    ) {
      self.init(name, Moves(), expected, change)
    }

    init(
      _ name: String, _ asked: Moves,
      _ expected: Result<[OpenMatters: MatterFacts.Move], MoveFault>,
      _ change: @escaping @Sendable (inout Organisation) -> Void
    ) {
      (testDescription, self.asked, self.expected, self.change) = (name, asked, expected, change)
    }
  }

  static let oster = OpenMatters(unit: "oster", handler: nil)
  static let handed = OpenMatters(unit: "oster", handler: "sigge")
  static let wide = OpenMatters(unit: "oster", handler: "lotta")
  static let gata = OpenMatters(unit: "gata", handler: nil)
  static let counts = [oster: 12, handed: 3, wide: 1, gata: 2]

  static func close(_ unit: UnitID) -> @Sendable (inout Organisation) -> Void {
    { $0.units[$0.units.firstIndex { $0.id == unit } ?? 0].isClosed = true }
  }

  static func orphans(_ orphans: Orphan...) -> Result<[OpenMatters: MatterFacts.Move], MoveFault> {
    .failure(.orphaned(orphans))
  }

  /// Those of Öster, moved to Väst: whom they were handed to stays where the person works there too.
  static let movedToVast = [
    oster: MatterFacts.Move(closed: "oster", unit: "vast"),
    handed: MatterFacts.Move(closed: "oster", unit: "vast", leaver: "sigge"),
    wide: MatterFacts.Move(closed: "oster", unit: "vast", handler: "lotta"),
  ]

  static let cases = [
    Case("nothing changes", .success([:])) { _ in },
    Case("another name and another chef", .success([:])) {
      $0.units[2].name = "Ö"
      $0.people.removeAll { $0.login == "asa" }
    },
    Case(
      "a closed unit",
      orphans(Orphan(.closedUnit("oster"), name: "Hemtjänst Öster", count: 16)), close("oster")),
    Case(
      "one above it is closed",
      orphans(Orphan(.closedUnit("oster"), name: "Hemtjänst Öster", count: 16)), close("ht")),
    Case(
      "a closed unit, moved", Moves(units: ["oster": "vast"]), .success(movedToVast),
      close("oster")),
    Case(
      "one above it is closed, moved all at once", Moves(units: ["ht": "stab"]),
      .success(
        Self.movedToVast.mapValues { move in
          var move = move
          (move.unit, move.leaver, move.handler) = ("stab", move.leaver ?? move.handler, nil)
          return move
        }), close("ht")),
    Case(
      "the nearest that is named holds", Moves(units: ["ht": "gata", "oster": "stab"]),
      .success([
        oster: MatterFacts.Move(closed: "oster", unit: "stab"),
        handed: MatterFacts.Move(closed: "oster", unit: "stab", leaver: "sigge"),
        wide: MatterFacts.Move(closed: "oster", unit: "stab", leaver: "lotta"),
      ]), close("ht")),
    Case(
      "a unit that is open", Moves(units: ["oster": "vast"]), .failure(.notClosed("oster"))
    ) { _ in },
    Case(
      "to a closed unit", Moves(units: ["oster": "vast"]), .failure(.cannotReceive("vast")),
      close("ht")),
    Case(
      "to a unit without a chef", Moves(units: ["oster": "utan"]), .failure(.cannotReceive("utan")),
      close("oster")),
    Case(
      "to nowhere", Moves(units: ["oster": "x"]), .failure(.cannotReceive("x")), close("oster")),
    Case(
      "the last chef", orphans(Orphan(.unitWithoutChef("gata"), name: "Gata och trafik", count: 2))
    ) { $0.people.removeAll { $0.login == "ulf" } },
    Case(
      "a person who leaves, and one who loses the role",
      orphans(
        Orphan(.person("sigge"), name: "Sigge", count: 3),
        Orphan(.person("lotta"), name: "Lotta", count: 1))
    ) {
      $0.people.removeAll { $0.login == "sigge" }
      $0.people[$0.people.firstIndex { $0.login == "lotta" } ?? 0].grants = []
    },
    Case(
      "a person who leaves, and where it goes",
      Moves(people: ["sigge": "lotta", "lotta": nil]),
      .success([
        handed: MatterFacts.Move(unit: "oster", leaver: "sigge", handler: "lotta"),
        wide: MatterFacts.Move(unit: "oster", leaver: "lotta"),
      ])
    ) { $0.people.removeAll { $0.login == "sigge" } },
    Case(
      "both at once", Moves(units: ["oster": "vast"], people: ["sigge": "bo"]),
      .success(
        movedToVast.merging([
          handed: MatterFacts.Move(closed: "oster", unit: "vast", leaver: "sigge", handler: "bo")
        ]) { $1 }), close("oster")),
    Case(
      "to somebody who does not work there", Moves(people: ["sigge": "bo"]),
      .failure(.notAtUnit("bo", "oster"))
    ) { _ in },
    Case(
      "to nobody", Moves(people: ["sigge": "x"]), .failure(.unknownPerson("x"))
    ) { _ in },
    Case("from nobody", Moves(people: ["x": nil]), .failure(.unknownPerson("x"))) { _ in },
  ]

  @Test("What becomes of them", arguments: cases)
  func plan(_ test: Case) {
    var new = World.organisation
    test.change(&new)
    let result = Result { () throws(MoveFault) in
      try MovePlan(
        test.asked, counts: Self.counts, referred: [:], from: World.organisation, to: new
      ).moves
    }
    #expect(result == test.expected)
  }

  /// What changes for those who sort, and which matters nobody would sort then.
  struct Loss: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: [Orphan]
    let change: @Sendable (inout Organisation) -> Void
  }

  static let omsorg = Orphan(.triage("oms"), name: "Omsorgsförvaltningen", count: 5)
  static let teknik = Orphan(.triage("tek"), name: "Teknik", count: 4)
  static let nowhere = Orphan(.triage(nil), name: "", count: 7)

  static let losses = [
    Loss(testDescription: "nobody", expected: []) { _ in },
    Loss(testDescription: "the only one", expected: [omsorg, teknik, nowhere]) {
      $0.people.removeAll { $0.login == "maja" }
    },
    Loss(testDescription: "the role is taken away", expected: [omsorg, teknik, nowhere]) {
      $0.people[0].grants = [Grant(role: .registrar, unit: "oms")]
    },
    Loss(testDescription: "in one department only", expected: [teknik]) {
      $0.people[0].grants.removeAll { $0.unit == "tek" }
    },
    Loss(testDescription: "another has it instead", expected: []) {
      $0.people[0].grants = []
      $0.people[1].grants += [Grant(role: .triage, unit: "oms"), Grant(role: .triage, unit: "tek")]
    },
    Loss(
      testDescription: "another has it in a part",
      expected: [
        Orphan(.triage("oms"), name: "Omsorgsförvaltningen", count: 3), teknik,
      ]
    ) {
      $0.people[0].grants = []
      $0.people[1].grants.append(Grant(role: .triage, unit: "oster"))
    },
    Loss(
      testDescription: "one without a unit, for departments that do not share",
      expected: [
        omsorg, teknik,
      ]
    ) { $0.people[0].grants = [Grant(role: .triage, unit: nil)] },
    Loss(testDescription: "one without a unit, for departments that share", expected: []) {
      $0.people[0].grants = [Grant(role: .triage, unit: nil)]
      for index in $0.units.indices where $0.units[index].level == .department {
        $0.units[index].sharesTriage = true
      }
    },
  ]

  @Test("What somebody sorts is never left to nobody", arguments: losses)
  func sorting(_ test: Loss) {
    var new = World.organisation
    test.change(&new)
    let result = Result { () throws(MoveFault) in
      // Nobody has ever sorted what lies at the unit of an empty department.
      try MovePlan(
        Moves(), counts: [:], referred: [:],
        sorted: ["oster": 2, "vast": 3, "gata": 4, nil: 7, "utan": 1], from: World.organisation,
        to: new
      ).moves
    }
    let expected: Result<[OpenMatters: MatterFacts.Move], MoveFault> =
      test.expected.isEmpty ? .success([:]) : .failure(.orphaned(test.expected))
    #expect(result == expected)
  }

  @Test("A unit that matters know may not be missing")
  func missing() {
    var new = World.organisation
    new.units.removeAll { $0.id == "oster" }
    #expect(
      throws: MoveFault.orphaned([
        Orphan(.missingUnit("oster"), name: "Hemtjänst Öster", count: 20)
      ])
    ) {
      try MovePlan(
        Moves(), counts: [Self.oster: 12], referred: ["oster": 20], from: World.organisation,
        to: new)
    }
  }
}
