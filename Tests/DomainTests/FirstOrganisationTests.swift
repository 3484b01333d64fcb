import Domain
import Testing

@Suite struct FirstOrganisationTests {
  private func place(
    _ name: String, _ chef: String, _ login: String
  )
    -> FirstOrganisation.Place
  {
    var place = FirstOrganisation.Place()
    (place.name, place.chef, place.login) = (name, chef, login)
    return place
  }

  private func whole() -> FirstOrganisation {
    var first = FirstOrganisation()
    first.municipality = " Prov  "
    first.department = "Vård & omsorg"
    first.routine = "oms"
    first.places = [place("Hemtjänst Öster", "Åsa Lind", "asa")]
    var own = FirstOrganisation.Colleague()
    (own.name, own.login, own.roles) = ("Nina", "nina", [.triage])
    first.colleagues = [own]
    return first
  }

  @Test func codesFollowFromNamesAndAreNeverTheSame() throws {
    var first = whole()
    first.places += [
      place("hemtjänst öster", "Åsa Lind", "asa"), place("Hemtjanst-Oster!", "Bo", "bo"),
      place("漢字", "Bo", "bo"), place("Räksmörgås Éclair 2", "Bo", "bo"),
      place(String(repeating: "ö", count: 80), "Bo", "bo"), FirstOrganisation.Place(),
    ]
    let organisation = try first.organisation()
    #expect(
      organisation.units.map(\.id) == [
        "vard-omsorg", "hemtjanst-oster", "hemtjanst-oster-2", "hemtjanst-oster-3", "enhet",
        "raksmorgas-eclair-2", String(repeating: "o", count: 36),
      ])
    #expect(organisation.units.allSatisfy { SettingKind.code.checked($0.id) != nil })
    #expect(organisation.municipality == "Prov")
    #expect(organisation.person("asa")?.grants.count == 2)
  }

  @Test func aChefMayAlsoSort() throws {
    var first = whole()
    first.places = [place("A", "Nina", "nina")]
    #expect(try first.organisation().people.map(\.login) == ["nina"])
    #expect(try first.organisation().people[0].grants.map(\.role) == [.triage, .manager])
  }

  @Test func oneLoginIsOnePerson() throws {
    var first = whole()
    first.places.append(place("B", "Åsa Berg", "asa"))
    #expect(throws: FirstOrganisation.Fault.self) { try first.organisation() }
    first.places[1].login = "asa.berg"
    #expect(try first.organisation().people.count == 3)
  }

  @Test(arguments: ["", "Nina", "nina ny", "nina@prov.se", "DOM\\nina", "ö", "\u{1B}[2J"])
  func aLoginThatCannotStandInTheFileIsRefused(login: String) throws {
    var first = whole()
    first.places[0].login = login
    let fault = #expect(throws: FirstOrganisation.Fault.self) { try first.organisation() }
    #expect(fault?.field == .chefLogin(0))
    #expect(fault?.sentence.hasSuffix(".") == true)
  }
}
