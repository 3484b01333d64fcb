import Domain
import Testing

/// What a new organisation changes for one person.
@Suite struct PersonalChangeTests {
  private static let key = PublicKey(PublicKeyTests.ed25519)

  private static let before = Organisation(
    municipality: "Prov",
    units: [
      Unit(id: "omsorg", name: "Omsorg", level: .department, sharesTriage: true),
      Unit(id: "natt", name: "Natt", level: .unit, parent: "omsorg"),
      Unit(id: "teknik", name: "Teknik", level: .department),
      Unit(id: "gata", name: "Gata", level: .unit, parent: "teknik"),
    ],
    people: [
      Person(login: "asa", name: "Åsa", grants: [Grant(role: .manager, unit: "gata")]),
      Person(login: "karin", name: "Karin", grants: [Grant(role: .head, unit: "omsorg")]),
      Person(login: "mc", name: "Maja", grants: [Grant(role: .triage, unit: nil)]),
    ])

  /// One change of the organisation, and what it is to whom.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Organisation) -> Void
    let expected: [PersonID: [PersonalChange]]

    init(
      _ name: String, _ expected: [PersonID: [PersonalChange]],
      _ change: @escaping @Sendable (inout Organisation) -> Void
    ) {
      (testDescription, self.expected, self.change) = (name, expected, change)
    }
  }

  @Test(arguments: [
    Case("nothing", [:]) { _ in },
    Case("a name and a title", [:]) { $0.people[0].title = "chef" },
    Case("the order", [:]) { $0.people.reverse() },
    Case("a role", ["asa": [.roleGiven(.staff, unit: "Natt")]]) {
      $0.people[0].grants.append(Grant(role: .staff, unit: "natt"))
    },
    Case(
      "another unit",
      ["asa": [.roleGiven(.manager, unit: "Natt"), .roleTaken(.manager, unit: "Gata")]]
    ) {
      $0.people[0].grants = [Grant(role: .manager, unit: "natt")]
    },
    Case("a role everywhere", ["mc": [.roleTaken(.triage, unit: nil)]]) {
      $0.people[2].grants = []
    },
    Case("a person who comes", ["bo": [.roleGiven(.staff, unit: "Gata")]]) {
      $0.people.append(Person(login: "bo", name: "Bo", grants: [Grant(role: .staff, unit: "gata")]))
    },
    Case("a person who goes", ["asa": [.roleTaken(.manager, unit: "Gata")]]) {
      $0.people.removeFirst()
    },
    Case(
      "a unit that moves", ["karin": [.unitReached("Gata")], "mc": [.unitReached("Gata")]]
    ) {
      $0.units[3].parent = "omsorg"
    },
    Case("a unit that moves away", ["karin": [.unitLost("Natt")], "mc": [.unitLost("Natt")]]) {
      $0.units[1].parent = "teknik"
    },
    Case(
      "a department that opens to medborgarcenter",
      ["mc": [.unitReached("Gata"), .unitReached("Teknik")]]
    ) {
      $0.units[2].sharesTriage = true
    },
    Case("one that closes", ["mc": [.unitLost("Natt"), .unitLost("Omsorg")]]) {
      $0.units[0].sharesTriage = nil
    },
    Case("a new unit", ["karin": [.unitOpened("Dag")], "mc": [.unitOpened("Dag")]]) {
      $0.units.append(Unit(id: "dag", name: "Dag", level: .unit, parent: "omsorg"))
    },
    Case("a closed unit", ["karin": [.unitClosed("Natt")], "mc": [.unitClosed("Natt")]]) {
      $0.units.remove(at: 1)
    },
    Case(
      "a unit that is marked as closed",
      ["karin": [.unitClosed("Natt")], "mc": [.unitClosed("Natt")]]
    ) {
      $0.units[1].isClosed = true
    },
    Case(
      "a closed unit with all below it",
      ["asa": [.unitClosed("Gata")]]
    ) {
      $0.units[2].isClosed = true
    },
    Case("a unit's name", ["asa": [.unitRenamed(from: "Gata", to: "Gator")]]) {
      $0.units[3].name = "Gator"
    },
  ])
  func tellsEachWhatConcernsThem(_ test: Case) {
    var after = Self.before
    test.change(&after)
    #expect(Self.before.concerned(by: after) == test.expected.keys.sorted())
    for login in ["asa", "bo", "karin", "mc", "none"] {
      #expect(Self.before.changes(for: login, to: after) == test.expected[login] ?? [])
    }
  }

  @Test func tellsOfAUnitThatIsOpenAgain() {
    var closed = Self.before
    closed.units[3].isClosed = true
    #expect(closed.changes(for: "asa", to: Self.before) == [.unitReopened("Gata")])
  }

  @Test func tellsOfKeys() throws {
    let key = try #require(Self.key)
    var after = Self.before
    after.people[0].keys = [key]
    #expect(Self.before.changes(for: "asa", to: after) == [.keyAdded(key)])
    #expect(after.changes(for: "asa", to: Self.before) == [.keyRemoved(key)])
  }

  @Test func saysEachInOneSentence() throws {
    let key = try #require(Self.key)
    let all: [PersonalChange] =
      Role.allCases.flatMap { [.roleGiven($0, unit: "Gata"), .roleTaken($0, unit: nil)] } + [
        .keyAdded(key), .keyRemoved(key), .unitReached("Gata"), .unitLost("Gata"),
        .unitOpened("Gata"),
        .unitClosed("Gata"), .unitReopened("Gata"), .unitRenamed(from: "Gata", to: "Gator"),
      ]
    let sentences = all.map { $0.sentence(triageGroup: "kundtjänst") { _ in "SHA256:x" } }
    #expect(Set(sentences).count == all.count)
    for sentence in sentences { #expect(sentence.hasSuffix(".") && !sentence.contains(". ")) }
    #expect(sentences.filter { $0.contains("SHA256:x") }.count == 2)
    #expect(sentences.contains("Du har fått rollen kundtjänst på Gata."))
    // What is merely told of does not stand in the way of whoever applies it.
    #expect(all.filter { !$0.movesAccess }.count == 4)
  }
}
