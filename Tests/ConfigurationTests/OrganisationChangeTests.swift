import Configuration
import Domain
import Testing

@Suite struct OrganisationChangeTests {
  static let before = Organisation(
    municipality: "Exempelköpings kommun",
    units: [
      Unit(id: "omsorg", name: "Omsorg", level: .department, routine: "oms"),
      Unit(id: "hemtjanst", name: "Hemtjänst", level: .division, parent: "omsorg"),
      Unit(id: "oster", name: "A", level: .unit, parent: "hemtjanst", mail: ["a@b.se"]),
    ],
    people: [
      Person(
        login: "asa", name: "Åsa", title: "chef", grants: [Grant(role: .manager, unit: "oster")]),
      Person(login: "bo", name: "Bo", grants: [Grant(role: .triage, unit: nil)]),
    ])

  @Test func listsEveryDifference() {
    var after = Self.before
    after.units[2].name = "B"
    after.units[2].mail = ["a@b.se", "c@d.se"]
    after.units[0].routine = nil
    after.units[0].sharesTriage = true
    after.units[0].isClosed = true
    after.units.remove(at: 1)
    after.units.append(Unit(id: "vast", name: "Väst", level: .unit, parent: "omsorg"))
    after.people[0].title = nil
    after.people[0].grants.append(Grant(role: .head, unit: nil))
    after.people[1] = Person(
      login: "cia", name: "Cia", grants: [Grant(role: .manager, unit: "vast")])
    after.people.append(Person(login: "dan", name: "Dan"))
    #expect(
      Self.before.changes(to: after).map(\.line) == [
        "unit omsorg: routine ‘oms’ -> none",
        "unit omsorg: shared-triage none -> ‘true’",
        "unit omsorg: closed none -> ‘true’",
        "unit oster: name ‘A’ -> ‘B’",
        "unit oster: mail ‘a@b.se’ -> ‘a@b.se, c@d.se’",
        "unit vast: added, unit ‘Väst’ under omsorg",
        "unit hemtjanst: removed",
        "person asa: title ‘chef’ -> none",
        "person asa: roles ‘manager at oster’ -> "
          + "‘manager at oster, head in the whole organisation’",
        "person cia: added, manager at vast",
        "person dan: added, no roles",
        "person bo: removed",
      ])
  }

  @Test func showsKeysByTheirFingerprint() throws {
    // As ssh-keygen -l has it.
    let fingerprint = "SHA256:/+4dW+kcn1FlwiroFFdjJfHa2GPqaZhoSEBHCndnZrk"
    let key = try #require(PublicKey(OrganisationFileTests.keys[0]))
    var after = Self.before
    after.people[0].keys = [key]
    #expect(
      Self.before.changes(to: after).map(\.line) == ["person asa: keys none -> ‘\(fingerprint)’"])
  }

  @Test func namesTheMunicipality() {
    var after = Self.before
    after.municipality = "Provköpings kommun"
    #expect(
      Self.before.changes(to: after).map(\.line) == [
        "municipality: name ‘Exempelköpings kommun’ -> ‘Provköpings kommun’"
      ])
    #expect(
      Organisation().changes(to: Self.before).first?.line
        == "municipality: name none -> ‘Exempelköpings kommun’")
  }

  /// The order is a difference: the first of two chefs of a unit is the one who counts.
  @Test func seesTheOrder() {
    var after = Self.before
    after.units.swapAt(1, 2)
    after.people.reverse()
    #expect(
      Self.before.changes(to: after).map(\.line) == [
        "units: in another order", "people: in another order",
      ])
    #expect(Self.before.changes(to: Self.before).isEmpty)
  }
}
