import Foundation
import Testing

/// Organisation files and letter templates that are wrong.
@Suite struct BadSettingsTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  struct BadOrganisation: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var words: String
    var testDescription: String { name }
  }

  private static func with(_ old: String, _ new: String) -> String {
    Place.organisation.replacingOccurrences(of: old, with: new)
  }

  static let organisations: [BadOrganisation] = [
    BadOrganisation(
      name: "loop", text: with("parent: teknik", "parent: gata"), words: "gata"),
    BadOrganisation(
      name: "own parent", text: with("parent: teknik", "parent: gata-park"), words: "gata-park"),
    BadOrganisation(name: "role", text: with("role: manager", "role: wizard"), words: "wizard"),
    BadOrganisation(name: "unit", text: with("unit: gata}", "unit: moon}"), words: "moon"),
    BadOrganisation(name: "level", text: with("level: division", "level: planet"), words: "planet"),
    BadOrganisation(name: "key", text: with("aliases:", "alias:"), words: "alias"),
    BadOrganisation(
      name: "anchor", text: with("level: department", "level: &a department"), words: ":3:"),
    BadOrganisation(
      name: "alias bomb",
      text: """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]

        """, words: ":1:"),
    BadOrganisation(
      name: "over 1 MB",
      text: Place.organisation + String(repeating: "# fyllnad\n", count: 110_000), words: "MB"),
    BadOrganisation(name: "empty", text: "", words: "yaml"),
    BadOrganisation(name: "no YAML", text: "units: [{{{", words: "yaml"),
    BadOrganisation(name: "a list", text: "- a\n- b\n", words: "yaml"),
    BadOrganisation(name: "NUL", text: "municipality: a\u{0}b\n", words: "yaml"),
  ]

  @Test(arguments: organisations)
  func aBadOrganisationChangesNothing(file: BadOrganisation) throws {
    let path = try place.write("bad.yaml", file.text)
    let begun = Date()
    let outcome = try place.run("organisation", "apply", path)
    // File, line and problem, as compilers say it.
    #expect(outcome.status == 1)
    #expect(outcome.complaint.hasPrefix(path), "\(outcome.complaint)")
    #expect(outcome.complaint.contains(file.words), "\(outcome.complaint)")
    #expect(outcome.complaint.filter { $0 == "\n" }.count == 1)
    outcome.expectPlain()
    #expect(outcome.text.isEmpty)
    #expect(Date().timeIntervalSince(begun) < 5)
    let good = try place.write("good.yaml", Place.organisation)
    #expect(try place.succeed("organisation", "apply", good).text == "nothing changes\n")
  }

  @Test func aFileThatIsNotThereChangesNothing() throws {
    try place.run("organisation", "apply", place.folder + "/none.yaml").expectRefused(
      "there is no such file")
    try place.run("organisation", "apply", place.folder).expectRefused("no ordinary file")
    try place.run("organisation", "apply", "/dev/zero").expectRefused("no ordinary file")
  }
}

extension FrontSuite {
  /// The site's own letter templates.
  @Suite struct LetterFolderTests {
    let place: Place
    let letters: String

    init() throws {
      place = try Place.withOrganisation()
      letters = place.folder + "/letters"
      try FileManager.default.createDirectory(
        atPath: letters, withIntermediateDirectories: true)
    }

    /// Opens the choice of a template for a matter that is to be answered.
    private func openTemplates() throws -> Screen {
      let reference = try place.register("a.eml", MailFile(subject: "Grop").text)
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "gata")
      let screen = try Screen(
        [], environment: place.environment.merging(["SYNPUNKT_LETTERS": letters]) { $1 })
      try screen.waitForSelection("Grop")
      try screen.press("Enter", "s")
      try screen.waitFor("Välj brevmall")
      return screen
    }

    @Test func oneThatDoesNotParseIsToldOfAndTheOthersWork() throws {
      try place.write("letters/trasig.mustache", "{{#namn}}Hej {{namn}!{{/fel}}")
      try place.write(
        "letters/egen.mustache", "{{! title: Egen mall }}\n{{! kind: answer }}\nHej från oss!\n")
      let screen = try openTemplates()
      try screen.waitFor("trasig.mustache")
      try screen.waitFor("Egen mall")
      try screen.waitFor("Svar på klagomål")
      try screen.press("Enter")
      try screen.waitFor("Hej Anna Exempel!")
    }

    @Test func oneOfTheSameNameTakesThePlaceOfABuiltInOne() throws {
      try place.write(
        "letters/svar-klagomal.mustache",
        "{{! title: Vårt eget svar }}\n{{! for: complaint }}\n{{! kind: answer }}\nHej {{namn}}!\n")
      let screen = try openTemplates()
      try screen.waitFor("Vårt eget svar", without: "Svar på klagomål")
    }

    @Test func oneThatCannotBeReadIsToldOfOnTheScreen() throws {
      try FileManager.default.createDirectory(
        atPath: letters + "/mapp.mustache", withIntermediateDirectories: true)
      let screen = try openTemplates()
      try screen.waitFor("Brevmallen mapp.mustache är ingen vanlig fil")
      try screen.waitFor("Svar på klagomål")
    }

    @Test func oneThatIsLargerThanTheManualSaysIsToldOf() throws {
      try place.write("letters/stor.mustache", Data(repeating: 0x61, count: 100_001))
      let screen = try openTemplates()
      try screen.waitFor("Brevmallen stor.mustache är för stor: gör den mindre, för högst 100 kB")
      try screen.waitFor("Svar på klagomål")
    }

    @Test func binaryAndHugeFilesAreNoObstacle() throws {
      try place.write("letters/a.mustache", Data((0..<500).map { UInt8(truncatingIfNeeded: $0) }))
      try place.write("letters/b.mustache", Data(repeating: 0x7B, count: 2_000_000))
      let screen = try openTemplates()
      try screen.waitFor("Svar på klagomål")
    }
  }
}
