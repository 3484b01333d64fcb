import Domain
import Testing

@testable import Letters

@Suite struct LetterFillingTests {
  static func fill(_ template: String, _ matter: Matter?, quotes: Bool = false) throws -> String {
    let templates = Sample.templates(template)
    #expect(templates.problems.map(\.sentence) == [])
    let values = LetterValues(try #require(matter), quotes: quotes, namesSubject: quotes)
    return try templates.fill("prov", with: values).text
  }

  @Test func everyFieldHasItsWords() throws {
    let template = LetterField.allCases.filter { !$0.isSwitch }
      .map { "\($0.rawValue)={{\($0.rawValue)}}" }.joined(separator: "\n")
    let matter = Sample.matter(text: "Hej", answer: (.phone, recipient: "Anna\nExempelvägen 1"))
    #expect(
      try Self.fill(template, matter) == """
        namn=Anna Exempel
        ärendenummer=SYN-2026-00042
        rubrik=Sena besök, hemtjänst
        inkom=5 november 2026
        enhet=Hemtjänst Öster
        handläggare=Åsa Exempel
        titel=enhetschef
        telefon=000-00 00 11
        epost=asa@exempelkoping.se
        kommun=Exempelköpings kommun
        förvaltning=Omsorgsförvaltningen
        dagens_datum=24 november 2026
        synpunkt=Hej
        svarssätt=per telefon
        kategori=klagomål
        svarsdatum=24 november 2026
        mottagare=Anna Exempelvägen 1
        svarade_hur=per telefon
        """)
  }

  @Test func whatIsMissingLeavesAMark() throws {
    let matter = Sample.matter(
      text: nil, title: nil, sender: .anonymous(), category: nil, unit: nil)
    let names = [
      "namn", "rubrik", "enhet", "förvaltning", "synpunkt", "svarssätt", "kategori", "svarsdatum",
      "mottagare", "svarade_hur", "handlegare", "finns-inte",
    ]
    for name in names {
      #expect(try Self.fill("a {{\(name)}} b", matter) == "a ⟦\(name) saknas⟧ b")
      #expect(try Self.fill("a {{{ \(name) }}} b", matter) == "a ⟦\(name) saknas⟧ b")
      #expect(try Self.fill("a {{& \(name)}} b", matter) == "a ⟦\(name) saknas⟧ b")
    }
  }

  @Test func aSectionOnNoFieldLeavesAMark() throws {
    let text = try Self.fill("a {{#nmn}}b{{/nmn}} {{^nmn}}c{{/nmn}}", Sample.matter())
    #expect(text == "a ⟦nmn saknas⟧b ⟦nmn saknas⟧c")
  }

  @Test func sectionsFollowWhatIsThere() throws {
    let template =
      "{{#namn}}Hej {{namn}}{{#telefon}}, {{telefon}}{{/telefon}}{{/namn}}{{^namn}}Hej{{/namn}}!"
    #expect(try Self.fill(template, Sample.matter()) == "Hej Anna Exempel, 000-00 00 11!")
    #expect(try Self.fill(template, Sample.matter(sender: .anonymous())) == "Hej!")
  }

  @Test(arguments: [
    ("Anna", "Anna"), ("Johan och Mia Fingersson", "Johan och Mia Fingersson"),
    ("  Anna \n Exempel\t", "Anna Exempel"), ("Anna\u{1B}[31m", "Anna[31m"),
    ("Anna\u{202E}lepmexE", "AnnalepmexE"), ("⟦Anna⟧", "[Anna]"), ("Åsa\u{1A}", "Åsa"),
    ("{{handläggare}}", "{{handläggare}}"), ("{{> /etc/passwd}}", "{{> /etc/passwd}}"),
    ("<b>&amp;\"'", "<b>&amp;\"'"), ("[Skriv]", "[Skriv]"), ("Anonym", nil), ("OKÄND", nil),
    ("anna@exempel.se", nil), ("123", nil), ("", nil), (" \n", nil),
  ])
  func greetsByName(name: String, greeting: String?) throws {
    let matter = Sample.matter(sender: Sender(name: name))
    let text = try Self.fill("Hej{{#namn}} {{namn}}{{/namn}}!", matter)
    #expect(text == "Hej\(greeting.map { " \($0)" } ?? "")!")
  }

  @Test(arguments: [
    "{{handläggare}}", "{{#citera}}x", "{{/citera}}", "{{> x}}", "{{=<% %>=}}", "{{{namn}}}",
    "[Skriv här]", "⟦mark⟧", "a\n\n\n\n\nb", "\u{1B}[31mröd\u{7}", "<script>&amp;</script>", "}}",
    "{{", "  indraget\n\tmed tabb", "a\r\nb", "\u{1A}", "$&\\1",
  ])
  func citizensWordsStandAsTheyAre(text: String) throws {
    let template = "Du skrev:\n{{#citera}}\n{{synpunkt}}\n{{/citera}}\n{{ärendenummer}}"
    let letter = try Self.fill(template, Sample.matter(text: text), quotes: true)
    #expect(letter == "Du skrev:\n\(text)\nSYN-2026-00042")
    let titled = try Self.fill(
      "{{#nämn_ämne}}{{rubrik}}{{/nämn_ämne}}.",
      Sample.matter(title: "{{namn}} & [x]"), quotes: true)
    #expect(titled == "{{namn}} & [x].")
  }

  @Test func quotesOnlyWhenAsked() throws {
    let template = "a{{#citera}} {{synpunkt}}{{/citera}}{{^citera}} inget{{/citera}}"
    let matter = Sample.matter(text: "Hej")
    #expect(try Self.fill(template, matter, quotes: true) == "a Hej")
    #expect(try Self.fill(template, matter) == "a inget")
    #expect(try Self.fill(template, Sample.matter(text: nil), quotes: true) == "a inget")
    #expect(try Self.fill(template, Sample.matter(text: " \n"), quotes: true) == "a inget")
    let pointer = Sample.matter(text: "Texten finns i e-tjänsten.", isPointer: true)
    #expect(try Self.fill(template, pointer, quotes: true) == "a inget")
  }

  @Test func bracketsBecomeMarks() throws {
    let template = """
      [Beskriv.]
      Skälet är [varför {{namn}} [inom] klagade]. [öppen
      stängd] [ ] [] ]a[
      """
    #expect(
      try Self.fill(template, Sample.matter()) == """
        ⟦Beskriv.⟧
        Skälet är ⟦varför Anna Exempel [inom] klagade⟧. [öppen
        stängd] [ ] [] ]a[
        """)
  }

  @Test func blankLinesDoNotPileUp() throws {
    let template = """
      {{! title: a }}

      {{#citera}}
      {{synpunkt}}
      {{/citera}}
      a

      {{^namn}}
      b
      {{/namn}}
      c



      d


      e
        {{#namn}}
      f
        {{/namn}}


      """
    #expect(try Self.fill(template, Sample.matter()) == "a\n\nc\n\nd\n\n\ne\nf")
  }

  @Test func controlCharactersOfATemplateGo() throws {
    #expect(try Self.fill("a\u{1B}[0m\u{1A}b\u{0}\tc", Sample.matter()) == "a[0mb\tc")
    #expect(try Self.fill("\u{1A}{{synpunkt}}", Sample.matter(text: "x")) == "x")
  }

  /// Decomposed letters, as some editors save them, name the same fields.
  @Test func readsDecomposedNames() throws {
    #expect(try Self.fill("{{a\u{308}rendenummer}}", Sample.matter()) == "SYN-2026-00042")
  }

  @Test func internalNotesHaveNoWayIn() throws {
    let secret = "HEMLIGT"
    let matter = try #require(
      Sample.matter(answer: (.email, recipient: "Anna"), internalNote: secret))
    #expect(matter.state.internalNotes == [secret])
    let values = LetterValues(matter, quotes: true, namesSubject: true)
    for field in LetterField.allCases {
      #expect(values.words(of: field)?.contains(secret) != true)
    }
    #expect(!String(describing: values).contains(secret))
    for name in ["internalNotes", "intern_anteckning", "anteckning", "matter", "state", "values"] {
      let text = try Self.fill("{{\(name)}}{{#\(name)}}x{{/\(name)}}", matter)
      #expect(!text.contains(secret))
    }
  }

  @Test func usesTheRoutinesWord() throws {
    let values = LetterValues(
      matter: try #require(Sample.matter(category: .suggestion)), author: Sample.author,
      organisation: Sample.organisation, today: Sample.today,
      categoryLabel: "förbättringsförslag")
    #expect(values.words(of: .category) == "förbättringsförslag")
    #expect(values.words(of: .way) == "med e-post")
  }
}
