import Configuration
import Domain
import Testing

/// An organisation written as a file.
@Suite struct OrganisationWritingTests {
  @Test func theExampleComesBackAsItWas() throws {
    let bytes = try #require(EmbeddedFile.bytes("organisation/example.yaml"))
    let example = try read(bytes)
    #expect(try read(Array(OrganisationFile.text(of: example).utf8)) == example)
  }

  @Test(arguments: [
    "no", "null", "~", "161", "a: b", "- a", "{a}", "# a", "\"a\"", "\\", "'a'", "a\\\"b", "& *a",
    "%", "@", "`a`", "1.5", "true", "Åsa ”Lind” {x}, [y]",
  ])
  func everythingComesBackAsItWas(name: String) throws {
    let organisation = Organisation(
      municipality: name,
      units: [
        Unit(
          id: "null", name: name, level: .department, routine: "oms",
          regulation: [.school, .healthCare], mail: ["a@b.se"], forms: [name],
          aliases: [name, "b"],
          sharesTriage: true),
        Unit(id: "two", name: name, level: .department, sharesTriage: false),
        Unit(id: "1", name: name, level: .unit, parent: "null", isClosed: true),
      ],
      people: [
        Person(
          login: "a_b.c", name: name, title: name, email: "x@y.se", phone: name,
          grants: [
            Grant(role: .head, unit: "1"), Grant(role: .triage, unit: nil),
            Grant(role: .custodian, unit: nil),
          ],
          keys: [try #require(PublicKey(Self.key))]),
        Person(login: "enhet", name: name, grants: [Grant(role: .unitLogin, unit: "1")]),
      ])
    #expect(try read(Array(OrganisationFile.text(of: organisation).utf8)) == organisation)
  }

  /// What the guide makes is what a file could have made.
  @Test func theFirstOrganisationIsAFileToo() throws {
    var first = FirstOrganisation()
    (first.municipality, first.department, first.routine) = ("Prov", "Omsorg: 'vård'", "oms")
    var place = FirstOrganisation.Place()
    (place.name, place.chef, place.login) = ("# Öster", "\"Åsa\"", "asa.lind")
    first.places = [place]
    var own = FirstOrganisation.Colleague()
    (own.name, own.login, own.roles) = ("Nina", "nina", [.triage, .registrar])
    first.colleagues = [own]
    let organisation = try first.organisation()
    #expect(try read(Array(OrganisationFile.text(of: organisation).utf8)) == organisation)
  }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGkYxWzm4pRdFLhzQMUh1vHkkhx4Rjm3JqNV5DqBNkV"

  private func read(_ bytes: [UInt8]) throws -> Organisation {
    try OrganisationFile.read(bytes, name: "x.yaml", routines: ["oms", "kristianstad-oms"])
  }
}
