import Domain
import Intake
import Testing

/// The text of a form is the exact character data of its answers.
struct FormTextTests {
  /// A way to write a text in XML, and the text.
  struct Written: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var xml: String
    var text: String
  }

  static let exact: [Written] = [
    Written(testDescription: "plain", xml: "Maten var kall.", text: "Maten var kall."),
    Written(
      testDescription: "white space within and around", xml: " \n två  mellanslag\t \n",
      text: " \n två  mellanslag\t \n"),
    Written(testDescription: "CDATA", xml: "<![CDATA[a <b> & c]]>", text: "a <b> & c"),
    Written(
      testDescription: "CDATA beside text", xml: "före <![CDATA[<mitt>]]> efter",
      text: "före <mitt> efter"),
    Written(
      testDescription: "CDATA that ends CDATA", xml: "<![CDATA[a]]]]><![CDATA[>b]]>", text: "a]]>b"),
    Written(
      testDescription: "entities and numbers", xml: "&lt;br&gt; &amp;amp; &#229;&#xE4;&#128077;",
      text: "<br> &amp; åä👍"),
    Written(testDescription: "comments", xml: "a<!-- nej -->b", text: "ab"),
    Written(testDescription: "CRLF and CR", xml: "a\r\nb&#13;c&#13;\nd", text: "a\nb\nc\nd"),
    Written(testDescription: "NFD", xml: "A\u{30A}sa", text: "A\u{30A}sa"),
    Written(
      testDescription: "bidi marks, joiners, no-break space",
      xml: "\u{202E}x\u{202C} 👩‍👧 \u{A0}å\u{200B}", text: "\u{202E}x\u{202C} 👩‍👧 \u{A0}å\u{200B}"),
    Written(
      testDescription: "a document type as words", xml: "<![CDATA[<!DOCTYPE html> & <?xml ?>]]>",
      text: "<!DOCTYPE html> & <?xml ?>"),
  ]

  @Test("the text is exactly what was written", arguments: exact)
  func exactText(_ written: Written) throws {
    let form = FormXML(
      values: FormXML.query("description", "Beskriv", "<Value>\(written.xml)</Value>"))
    #expect(isExactly(try matter(form.text).text, written.text))
  }

  @Test("every character set that a form is written in gives the same text")
  func characterSets() throws {
    let text = "Åsa & Örjan, café – ”5 €”"
    let form = FormXML(values: FormXML.description(text))
    func file(_ name: String, _ bytes: (String) -> [UInt8]) -> [UInt8] {
      var form = form
      form.declaration = "<?xml version=\"1.0\" encoding=\"\(name)\" standalone=\"no\"?>"
      return bytes(form.text)
    }
    let utf8: (String) -> [UInt8] = { Array($0.utf8) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for bytes in [
      file("UTF-8", utf8), mark + file("utf-8", utf8), [0x0A, 0x20] + file("UTF-8", utf8),
      file("windows-1252", western), file("ISO-8859-1", western), file("iso-8859-1", western),
      file("UTF-16") { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
      file("UTF-16") { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } },
    ] {
      #expect(isExactly(try matter(bytes).text, text))
    }
    var bare = form
    bare.declaration = ""
    #expect(isExactly(try matter(mark + utf8(bare.text)).text, text))
  }

  @Test("several values are joined with line ends, and an own alternative is taken along")
  func severalValues() throws {
    let values = FormXML.query(
      "description", "Beskriv",
      "<Value>Ett</Value><Value/><Value>Två</Value><TextAlternative>Annat: tre</TextAlternative>")
    #expect(try matter(FormXML(values: values).text).text == "Ett\n\nTvå\nAnnat: tre")
  }

  @Test("what was answered to unknown questions follows after a blank line")
  func unknownQuestions() throws {
    let values =
      FormXML.description("Maten var kall.")
      + FormXML.value("q1", "När hände det", "I går")
      + FormXML.value("q2", "Hur ofta händer det?", "Ofta\nvarje dag")
      + FormXML.value("q3", "Inget svar", "")
      + FormXML.query("q4", "Period", "<StartDate>2026-07-01</StartDate><EndDate/>")
    #expect(
      try matter(FormXML(values: values).text).text == """
        Maten var kall.

        När hände det: I går
        Hur ofta händer det? Ofta
        varje dag
        Period: 2026-07-01
        """)
    let only = FormXML(values: FormXML.value("q1", "Fråga", "Svar"))
    #expect(try matter(only.text).text == "Fråga: Svar")
    #expect(try matter(FormXML().text).text == "")
  }

  @Test("a text of a million characters is taken, a longer one is refused")
  func longTexts() throws {
    let longest = String(repeating: "å", count: 1_000_000)
    #expect(try matter(FormXML(values: FormXML.description(longest)).text).text == longest)
    let longer = FormXML(values: FormXML.description(longest + "x"))
    #expect(refusal(longer.text) == .textTooLong)
    let twoMegabytes = String(repeating: "Kall mat. ", count: 200_000)
    #expect(refusal(FormXML(values: FormXML.description(twoMegabytes)).text) == .textTooLong)
  }
}

/// Text in Windows-1252, for the few signs the tests use.
func western(_ text: String) -> [UInt8] {
  let signs: [Unicode.Scalar: UInt8] = ["€": 0x80, "”": 0x94, "–": 0x96, "…": 0x85]
  return text.unicodeScalars.map { signs[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
}
