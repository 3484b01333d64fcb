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

  /// Makes whoever runs the tests somebody with other roles: what nobody may do for themselves but
  /// with the first organisation, so this becomes the first one.
  ///
  /// - Parameter roles: The roles in YAML.
  /// - Throws: When the program does not do it.
  func become(_ roles: String) throws {
    let units = Self.organisation.components(separatedBy: "people:")[0]
    let people = "people:\n  - {login: \(Program.login), name: Prov Person, roles: [\(roles)]}\n"
    try Self.sql(database, "DELETE FROM organisation")
    try succeed("organisation", "apply", try write("roles.yaml", units + people))
  }

  /// Runs SQL with a program that is not ours.
  static func sql(_ path: String, _ statements: String) throws {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      for part in sys.argv[2].split(';'): db.execute(part).fetchall()
      db.close()
      """
    let outcome = try Child(["python3", "-c", script, path, statements]).finish()
    try #require(outcome.status == 0, "\(outcome.complaint)")
  }
}
