import Domain
import Foundation
import Testing

@testable import Letters

@Suite struct EmbeddedLetterTests {
  static let templates = LetterTemplates(embedded: Sample.embedded)
  static let ids = Sample.embedded.map { TemplateSource.id(of: $0.name) }

  @Test func allAreRead() {
    #expect(Self.templates.problems.map(\.sentence) == [])
    #expect(Self.ids.count >= 12)
    for id in Self.ids {
      #expect(Self.templates.template(id)?.title != id, "\(id) has no title")
    }
  }

  @Test(arguments: Category.allCases)
  func everyCategoryHasAnAnswerAndANote(category: Category) {
    for kind in LetterTemplate.Kind.allCases {
      #expect(Self.templates.templates(kind: kind, for: category).first?.category == category)
      #expect(Self.templates.templates(kind: kind, for: nil).allSatisfy { $0.category == nil })
    }
  }

  @Test("The man page tells of every field", arguments: LetterField.allCases)
  func isDocumented(field: LetterField) throws {
    let file = URL(fileURLWithPath: #filePath).appending(
      path: "../../../Resources/man/synpunkt-letters.5"
    ).standardizedFileURL
    let page = try String(contentsOf: file, encoding: .utf8)
      .replacing("\\[:a]", with: "ä").replacing("\\[:o]", with: "ö")
    let told = page.split(separator: "\n").filter { $0.hasPrefix(".B") }
      .flatMap { $0.split { !$0.isLetter && $0 != "_" } }
    #expect(told.contains { $0 == field.rawValue })
  }

  static let senders: [Sender] = [
    Sample.anna, .anonymous(), .anonymous(replyVia: .eService),
    Sender(kind: .company, organisation: "Prov AB", phone: "000-1", replyVia: .phone),
    Sender(name: "anna@exempel.se", email: "anna@exempel.se", replyVia: .email),
  ]

  /// The only marks are the template's own [words].
  @Test(arguments: ids, senders)
  func rendersWithoutHoles(id: String, sender: Sender) throws {
    let source = try #require(Sample.embedded.first { $0.name.contains("/\(id).") }).bytes
    let brackets = String(decoding: source, as: UTF8.self).filter { $0 == "[" }.count
    let kind = try #require(Self.templates.template(id)).kind
    for (title, quotes) in [(Sample.title, true), (nil, true), (Sample.title, false)] {
      let matter = try #require(
        Sample.matter(title: title, sender: sender, answer: (.email, recipient: "Anna")))
      let values = LetterValues(matter, quotes: quotes, namesSubject: quotes)
      let letter = try Self.templates.fill(id, with: values).text
      let marks = LetterMark.all(in: letter)
      let expected = kind == .note && title == nil ? ["⟦rubrik saknas⟧"] : []
      #expect(marks.filter { $0.contains("saknas") } == expected, "\(letter)")
      #expect(marks.count == brackets + expected.count, "\(letter)")
      #expect(!letter.replacing(Sample.text, with: "").contains("{{"), "\(letter)")
      #expect(!letter.contains("\n\n\n"), "\(letter)")
      #expect(letter.last?.isWhitespace == false)
      if kind == .answer {
        #expect(letter.hasPrefix(sender == Sample.anna ? "Hej Anna Exempel!\n\n" : "Hej!\n\n"))
        #expect(letter.hasSuffix("Telefon: 000-00 00 11\nE-post: asa@exempelkoping.se"))
      }
    }
  }

  @Test func leavesOutWhatTheWriterLacks() throws {
    var author = Sample.author
    author.phone = nil
    author.email = nil
    let matter = try #require(Sample.matter())
    let letter = try Self.templates.fill(
      "svar-kort", with: LetterValues(matter, author: author)
    ).text
    #expect(letter.hasSuffix("enhetschef\nHemtjänst Öster, Exempelköpings kommun"), "\(letter)")
  }

  @Test func isAWholeLetter() throws {
    let matter = try #require(Sample.matter())
    let values = LetterValues(matter, quotes: true, namesSubject: true)
    let letter = try Self.templates.fill("svar-klagomal", with: values)
    #expect(letter.template.title == "Svar på klagomål")
    #expect(
      letter.text == """
        Hej Anna Exempel!

        Tack för att du hörde av dig till oss. Vi tog emot din synpunkt ”Sena besök, hemtjänst” \
        den 5 november 2026.

        Så här skrev du:

        Fråga & "svar" <b>

        De kom {{sent}} [igen].

        Det här har vi kommit fram till:
        ⟦Beskriv vad som hände och varför.⟧

        Det här gör vi för att det inte ska hända igen:
        ⟦Beskriv vad ni gör, vem som gör det och när det är klart.⟧

        ⟦Be om ursäkt om något blev fel.⟧ Har du frågor, eller tycker du att vi har missat något? \
        Hör gärna av dig till mig. Ärendet har nummer SYN-2026-00042.

        Vänliga hälsningar

        Åsa Exempel, enhetschef
        Hemtjänst Öster, Exempelköpings kommun
        Telefon: 000-00 00 11
        E-post: asa@exempelkoping.se
        """)
  }

  @Test func noteWithoutAnAnswerShowsWhatIsMissing() throws {
    let matter = try #require(Sample.matter())
    let note = try Self.templates.fill("tjansteanteckning-klagomal", with: LetterValues(matter))
    #expect(
      note.text.contains(
        "Svar lämnat den ⟦svarsdatum saknas⟧ till ⟦mottagare saknas⟧ ⟦svarade_hur saknas⟧."))
  }
}
