import Foundation
import Testing

/// `synpunkt organisation apply`.
@Suite struct OrganisationCommandTests {
  let place: Place

  init() throws { place = try Place() }

  private let example = Program.file("Resources/organisation/example.yaml")

  @Test func theExampleIsAppliedAndNothingChangesTheSecondTime() throws {
    let first = try place.succeed("organisation", "apply", example)
    #expect(first.text.contains("hemtjanst-oster"))
    #expect(first.text.contains("maja.mc"))
    let second = try place.succeed("organisation", "apply", example)
    #expect(second.text == "nothing changes\n")
    try place.expectVerified()
  }

  @Test func aDryRunTellsAndChangesNothing() throws {
    let rehearsal = try place.succeed("organisation", "apply", "--dry-run", example)
    #expect(rehearsal.text.contains("hemtjanst-oster"))
    // Without an organisation the one who owns the file may do everything.
    try place.succeed("list")
    let real = try place.succeed("organisation", "apply", example)
    #expect(real.text == rehearsal.text)
  }

  @Test func oneChangedNameIsOneLine() throws {
    try place.succeed("organisation", "apply", try place.write("a.yaml", Place.organisation))
    let changed = Place.organisation.replacingOccurrences(of: "name: Gata,", with: "name: Gator,")
    let outcome = try place.succeed("organisation", "apply", try place.write("b.yaml", changed))
    #expect(outcome.lines.count == 1)
    #expect(outcome.text.contains("gata") && outcome.text.contains("Gator"))
  }

  @Test func itIsReadFromStandardInputToo() throws {
    let outcome = try place.succeed("organisation", "apply", "-", input: Place.organisation)
    #expect(outcome.text.contains(Program.login))
  }

  @Test func thePersonIsTheLoginName() throws {
    let place = try Place.withOrganisation()
    let reference = try place.register("a.eml", MailFile().text)
    let events = try place.matter(reference).events
    #expect(events?.first?.by == Program.login)
  }

  @Test func aPersonWhoIsNotInTheOrganisationIsRefused() throws {
    let other = Place.organisation.replacingOccurrences(
      of: "login: \(Program.login)", with: "login: nagon.annan")
    try place.succeed("organisation", "apply", try place.write("b.yaml", other))
    for command in [["list"], ["show", "26-1"], ["import", example], ["close", "26-1"]] {
      try place.run(command).expectRefused("”\(Program.login)” finns inte i organisationen")
    }
  }

  @Test func nobodyChangesTheirOwnRolesOrKeys() throws {
    let place = try Place.withOrganisation()
    let before = try place.succeed("organisation", "apply", "-", input: Place.organisation)
    #expect(before.text == "nothing changes\n")
    for changed in [
      Place.organisation.replacingOccurrences(of: "{role: manager, unit: park}, ", with: ""),
      Place.organisation.replacingOccurrences(of: "unit: park}", with: "unit: gata-park}"),
      Place.organisation.replacingOccurrences(
        of: "Prov Person", with: "P\n    keys: [\"\(Self.key)\"]"),
    ] {
      #expect(changed != Place.organisation)
      let outcome = try place.run("organisation", "apply", "-", input: changed)
      #expect(outcome.status == 1, "\(outcome.text)")
      #expect(outcome.complaint.hasPrefix("Ingen ändrar sina egna nycklar"))
    }
    #expect(
      try place.succeed("organisation", "apply", "-", input: Place.organisation).text
        == "nothing changes\n")
    // What others have, and new units, anybody who administers can change.
    let grown = Place.organisation.replacingOccurrences(
      of: "people:",
      with: "  - {id: natt, name: Natt, level: unit, parent: hemtjanst}\npeople:\n"
        + "  - {login: ny, name: Ny, roles: [{role: staff, unit: natt}], keys: [\"\(Self.key)\"]}")
    let outcome = try place.succeed("organisation", "apply", "-", input: grown)
    #expect(outcome.text.contains("person ny: added, staff at natt, keys SHA256:"))
    try place.expectVerified()
  }

  @Test func openMattersGoWhereTheAdministratorSays() throws {
    let place = try Place.withOrganisation()
    var references: [String] = []
    for name in ["a", "b"] {
      references.append(try place.register("\(name).eml", MailFile().text))
      try place.succeed("assign", references.last ?? "", "oster")
    }
    let closed = Place.organisation.replacingOccurrences(
      of: "Öster, level", with: "Öster, closed: true, level")
    let file = try place.write("closed.yaml", closed)
    for more in [["--dry-run"], []] {
      let refused = try place.run(["organisation", "apply", file] + more)
      #expect(refused.status == 1)
      #expect(
        refused.complaint.contains(
          "unit oster (Hemtjänst Öster), closed: 2 open matters; say --move-matters oster=UNIT"))
      #expect(!references.contains { refused.complaint.contains($0) })
    }
    let line = "unit oster: 2 open matters go to vast"
    let rehearsal = try place.succeed(
      "organisation", "apply", file, "--move-matters", "oster=vast", "--dry-run")
    #expect(rehearsal.lines.last == line)
    #expect(try place.matter(references[0]).unitCode == "oster")
    let done = try place.succeed("organisation", "apply", file, "--move-matters", "oster=vast")
    #expect(done.text == rehearsal.text)
    for reference in references {
      let matter = try place.matter(reference)
      #expect(matter.unitCode == "vast")
      #expect(matter.events?.last?.kind == "moved")
    }
    try place.run("assign", references[0], "oster").expectRefused("nedlagd")
    try place.expectVerified()
  }

  @Test func whatIsSortedIsNotLeftToNobody() throws {
    let people = """
      people:
        - {login: \(Program.login), name: Prov Person, roles: [{role: registrar, unit: omsorg}]}

      """
    let maja = "  - {login: maja, name: Maja, roles: [{role: triage, unit: omsorg}]}\n"
    let units = Place.organisation.components(separatedBy: "people:")[0]
    try place.succeed("organisation", "apply", "-", input: units + people + maja)
    for name in ["a", "b"] { _ = try place.register("\(name).eml", MailFile().text) }
    let file = try place.write("without.yaml", units + people)
    for more in [["--dry-run"], []] {
      let refused = try place.run(["organisation", "apply", file] + more)
      #expect(refused.status == 1)
      #expect(
        refused.complaint.contains(
          "triage of what has no unit yet, with nobody left who has the role: 2 open matters; "
            + "give it to somebody in the same file"), "\(refused.complaint)")
    }
    let successor = maja.replacingOccurrences(of: "maja", with: "stina")
    try place.succeed("organisation", "apply", "-", input: units + people + successor)
  }

  @Test func whatCannotBeMovedIsSaidInOneSentence() throws {
    let place = try Place.withOrganisation()
    let file = try place.write("same.yaml", Place.organisation)
    for (words, complaint) in [
      (["--move-matters", "oster=vast"], "The unit ‘oster’ is not closed in the file"),
      (["--move-matters", "oster"], "Write --move-matters as OLD=NEW"),
      (["--hand-over", "x=y"], "There is no person ‘x’"),
      (["--hand-back", "x"], "There is no person ‘x’"),
      (["--hand-back", "x", "--hand-over", "x=y"], "Say only once"),
    ] {
      let outcome = try place.run(["organisation", "apply", file] + words)
      #expect(outcome.status == 1)
      #expect(outcome.complaint.contains(complaint), "\(outcome.complaint)")
    }
  }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGkYxWzm4pRdFLhzQMUh1vHkkhx4Rjm3JqNV5DqBNkV"

  @Test func aPersonWithoutTheRightIsRefused() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let staff = Place.organisation.replacingOccurrences(
      of: "roles: .*", with: "roles: [{role: staff, unit: gata}]", options: .regularExpression)
    try place.succeed("organisation", "apply", try place.write("b.yaml", staff))
    try place.run("show", reference).expectRefused("Det finns inget sådant ärende")
    try place.run("categorise", reference, "beröm").expectRefused()
    try place.run("import", try place.write("b.eml", MailFile().text)).expectRefused()
    #expect(try place.matters().isEmpty)
  }
}
