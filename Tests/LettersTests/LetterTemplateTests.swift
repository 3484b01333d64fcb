import Domain
import Testing

@testable import Letters

@Suite struct LetterTemplateTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int?
    let words: String
    var testDescription: String { String(text.prefix(40)) }

    init(_ text: String, _ line: Int?, _ words: String) {
      self.text = text
      self.line = line
      self.words = words
    }
  }

  static let broken: [Broken] = [
    Broken("a\nb {{namn\nc", 2, "{{ saknar }}"),
    Broken("a\n{{> svar-kort}}", 2, "en mall kan inte hämta en annan"),
    Broken("{{>*namn}}", 1, "en mall kan inte hämta en annan"),
    Broken("{{< /etc/passwd}}x{{/ /etc/passwd}}", 1, "en mall kan inte hämta en annan"),
    Broken("{{$ block}}x{{/block}}", 1, "en mall kan inte hämta en annan"),
    Broken("{{=<% %>=}}", 1, "tecknen {{ och }} kan inte bytas ut"),
    Broken("{{% CONTENT_TYPE:HTML}}", 1, "kan inte"),
    Broken("a\n\n{{#telefon}}\nb", 3, "{{/telefon}} saknas"),
    Broken("{{#telefon}}a\n{{/epost}}", 2, "{{/telefon}} ska stå, öppnat på rad 1"),
    Broken("{{/telefon}}", 1, "inte är öppet"),
    Broken("{{uppercased(namn)}}", 1, "är inget fältnamn"),
    // swift-mustache reads } with an accent as another sign.
    Broken("{{namn}}\u{301}", nil, "Mallen kan inte läsas"),
    Broken("{{.}}", 1, "är inget fältnamn"),
    Broken("{{namn.count}}", 1, "är inget fältnamn"),
    Broken("{{}}", 1, "är inget fältnamn"),
    Broken("{{#}}a{{/}}", 1, "är inget fältnamn"),
    Broken("{{citera}}", 1, "är ett avsnitt"),
    Broken("{{! for: ros }}", 1, "”for” ska vara"),
    Broken("\n{{! kind: brev }}", 2, "”kind” ska vara"),
    Broken(String(repeating: "{{#namn}}", count: 100_000), nil, "större än 100 kB"),
    Broken(String(repeating: "{{#namn}}", count: 1_000), 1, "för djupt"),
  ]

  @Test(arguments: broken)
  func refuses(_ broken: Broken) throws {
    let templates = Sample.templates(broken.text)
    #expect(templates.templates(kind: .answer, for: nil).isEmpty)
    let problem = try #require(templates.problems.first)
    #expect(problem.line == broken.line, "\(problem.sentence)")
    #expect(problem.sentence.contains(broken.words), "\(problem.sentence)")
    #expect(problem.sentence.hasPrefix("Brevmallen prov.mustache"))
  }

  @Test func refusesWhatIsNotUTF8() {
    let templates = LetterTemplates(embedded: [], own: [(name: "a.mustache", bytes: [0xE5])])
    #expect(
      templates.problems.map(\.sentence) == [
        "Brevmallen a.mustache: Filen är inte sparad som UTF-8."
      ])
  }

  @Test func aBrokenOwnTemplateLeavesTheBuiltInOne() throws {
    let templates = LetterTemplates(
      embedded: Sample.embedded,
      own: [(name: "svar-kort.mustache", bytes: Array("{{#namn}}".utf8))])
    #expect(
      templates.problems.map(\.sentence) == [
        "Brevmallen svar-kort.mustache, rad 1: {{/namn}} saknas för avsnittet. "
          + "Den inbyggda mallen används i stället."
      ])
    #expect(templates.template("svar-kort")?.title == "Kort svar")
  }

  @Test func ownTemplatesStandInAndAdd() throws {
    let own = """
      {{! title: Vårt korta svar }}
      {{! for: klagomål }}
      {{! kind: answer }}
      Hej från {{enhet}}.
      """
    let templates = LetterTemplates(
      embedded: Sample.embedded,
      own: [
        (name: "mallar/svar-kort.mustache", bytes: Array(own.utf8)),
        (name: "nytt.mustache", bytes: Array("\u{FEFF}Rad ett\r\n{{namn}}\r\n".utf8)),
      ])
    #expect(templates.problems == [])
    #expect(
      templates.template("svar-kort")
        == LetterTemplate(
          id: "svar-kort", title: "Vårt korta svar", category: .complaint, kind: .answer))
    let matter = try #require(Sample.matter())
    #expect(
      try templates.fill("svar-kort", with: LetterValues(matter)).text
        == "Hej från Hemtjänst Öster.")
    #expect(templates.template("nytt")?.title == "nytt")
    #expect(
      try templates.fill("nytt", with: LetterValues(matter)).text == "Rad ett\nAnna Exempel")
  }

  @Test func thoseForTheCategoryComeFirst() {
    let templates = LetterTemplates(embedded: Sample.embedded)
    let titles = templates.templates(kind: .answer, for: .complaint).map(\.title)
    #expect(
      titles == [
        "Svar på klagomål", "Vi behöver mer tid", "Kort svar", "Svar utan uppgifter om hälsa",
        "Vi behöver veta mer",
      ])
    #expect(templates.templates(kind: .note, for: .complaint).first?.kind == .note)
  }

  @Test func thereIsNoSuchTemplate() throws {
    let matter = try #require(Sample.matter())
    #expect(throws: LetterProblem.self) {
      try Sample.templates("").fill("finns-inte", with: LetterValues(matter))
    }
  }
}
