import Foundation
import Testing

extension Place {
  /// An organisation in which whoever runs the tests is triage and manager.
  static let organisation = """
    municipality: Provköpings kommun
    units:
      - {id: teknik, name: Tekniska förvaltningen, level: department, routine: kristianstad-oms}
      - {id: gata-park, name: Gata och park, level: division, parent: teknik}
      - {id: gata, name: Gata, level: unit, parent: gata-park, mail: [gata@prov.se], aliases: [vägen]}
      - {id: park, name: Park, level: unit, parent: gata-park}
      - {id: omsorg, name: Omsorgsförvaltningen, level: department, routine: kristianstad-oms, regulation: [social-services]}
      - {id: hemtjanst, name: Hemtjänst, level: division, parent: omsorg}
      - {id: oster, name: Hemtjänst Öster, level: unit, parent: hemtjanst}
      - {id: vast, name: Hemtjänst Väst, level: unit, parent: hemtjanst}
    people:
      - login: \(Program.login)
        name: Prov Person
        roles: [{role: triage, unit: teknik}, {role: triage, unit: omsorg}, {role: manager, unit: gata}, {role: manager, unit: park}, {role: manager, unit: oster}, {role: manager, unit: vast}, {role: registrar, unit: teknik}, {role: registrar, unit: omsorg}]

    """

  /// A folder with a database that has that organisation.
  static func withOrganisation() throws -> Place {
    let place = try Place()
    let file = try place.write("organisation.yaml", organisation)
    try place.succeed("organisation", "apply", file)
    return place
  }
}
