import Domain
import Intake
import Testing

/// XML that is no whole case is refused with one sentence each.
struct FormRefusalTests {
  private static let whole = FormXML(values: FormXML.description("Maten var kall.")).text

  @Test("XML that is cut off anywhere is refused")
  func cutOff() throws {
    let bytes = Array(Self.whole.utf8)
    for length in stride(from: 60, to: bytes.count - 1, by: 7) {
      switch refusal(Array(bytes.prefix(length))) {
      case .cutOffXML: break
      case .wrongEncoding: #expect(bytes[length] & 0xC0 == 0x80, "cut within a letter")
      case let other: Issue.record("\(length): \(String(describing: other))")
      }
    }
    #expect(refusal("<?xml version=\"1.0\"") == .cutOffXML(line: 1))
  }

  @Test(
    "a broken declaration is named",
    arguments: [
      #"<?xml version="1.0"encoding="UTF_8"?>"#, #"<?xml version="1.0"encoding="UTF-8"?>"#,
      #"<?xml encoding="UTF-8"?>"#, #"<?xml version=1.0?>"#, #"<?xml version="1.0" encoding=""?>"#,
      #"<?xml encoding="UTF-8" version="1.0"?>"#, #"<?xml version="2"?>"#,
      #"<?xml version="1.0" standalone="maybe"?>"#,
    ])
  func brokenDeclaration(declaration: String) {
    var form = FormXML(values: FormXML.description("Maten var kall."))
    form.declaration = declaration
    #expect(refusal(form.text) == .brokenDeclaration)
    #expect(IntakeRefusal.brokenDeclaration.sentence.contains("första rad"))
  }

  @Test("an encoding that does not match is named")
  func encodings() {
    var form = FormXML(values: FormXML.description("Åsa"))
    form.declaration = #"<?xml version="1.0" encoding="ISO-8859-1"?>"#
    let mismatch = refusal(form.text)
    #expect(mismatch == .wrongEncoding(named: "ISO-8859-1", written: "UTF-8"))
    #expect(mismatch?.sentence.contains("ISO-8859-1 men är skriven i UTF-8") == true)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(
      refusal(mark + Array(form.text.utf8))
        == .wrongEncoding(named: "ISO-8859-1", written: "UTF-8"))
    form.declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
    #expect(refusal(western(form.text)) == .wrongEncoding(named: "UTF-8", written: nil))
    form.declaration = ""
    #expect(refusal(western(form.text)) == .wrongEncoding(named: "UTF-8", written: nil))
    form.declaration = #"<?xml version="1.0" encoding="UTF_8"?>"#
    #expect(refusal(form.text) == .unknownEncoding("UTF_8"))
    form.declaration = #"<?xml version="1.0" encoding="UTF-16"?>"#
    #expect(refusal(form.text) == .wrongEncoding(named: "UTF-16", written: nil))
  }

  @Test(
    "a document type is refused before anything in it is read",
    arguments: [
      "<!DOCTYPE html>", "<!DOCTYPE FlowInstance SYSTEM \"http://exempel.se/x.dtd\">",
      "<!doctype x>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
      "<!-- x --><!DOCTYPE x [<!ENTITY % p SYSTEM \"http://exempel.se/p\"> %p;]>",
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
    ])
  func documentType(type: String) {
    let form = Self.whole.replacing("?>", with: "?>" + type)
    #expect(refusal(form.replacing("Maten", with: "]]>&a;&b;<![CDATA[Maten")) == .documentType)
  }

  @Test("a bomb of entities takes no time")
  func entityBomb() {
    let levels = (1...30).map {
      "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10)
    }
    let bomb = "<!DOCTYPE x [<!ENTITY e0 \"ha\">" + levels.map { $0 + "\">" }.joined() + "]>"
    let took = ContinuousClock().measure {
      #expect(refusal(bomb + "<FlowInstance>&e30;</FlowInstance>") == .documentType)
    }
    #expect(took < .seconds(1))
  }

  @Test(
    "XML of another kind, or broken, is refused",
    arguments: [
      ("<html><body/></html>", IntakeRefusal.otherXML(root: "html")),
      ("<FlowInstances><FlowInstance/></FlowInstances>", .otherXML(root: "FlowInstances")),
      ("<FlowInstance><a></b></FlowInstance>", .malformedXML(line: 1)),
      ("<FlowInstance>\n&okänd;</FlowInstance>", .malformedXML(line: 2)),
      ("<FlowInstance/><FlowInstance/>", .malformedXML(line: 1)),
      ("<FlowInstance>\n\n&#0;</FlowInstance>", .forbiddenCharacter(line: 3)),
      ("<FlowInstance>\u{1B}</FlowInstance>", .forbiddenCharacter(line: 1)),
      ("<FlowInstance>\u{0}</FlowInstance>", .nulBytes),
      ("<FlowInstance/>", .missingCaseNumber),
      ("<", .cutOffXML(line: 1)),
    ])
  func otherXML(text: String, refused: IntakeRefusal) {
    #expect(refusal(text) == refused)
  }

  @Test("XML that is nested, or has attributes or elements, beyond reason is refused at once")
  func abnormal() {
    let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    let attributes = (0..<100).map { " a\($0)=\"1\"" }.joined()
    let many = String(repeating: "<a/>", count: 200_000)
    let took = ContinuousClock().measure {
      #expect(refusal("<FlowInstance>\(deep)</FlowInstance>") == .abnormalXML)
      #expect(refusal("<FlowInstance\(attributes)/>") == .abnormalXML)
      #expect(refusal("<FlowInstance>\(many)</FlowInstance>") == .abnormalXML)
    }
    #expect(took < .seconds(5))
    // Attributes in words are words.
    let words = FormXML.description("a <b " + String(repeating: "x=\"1\" ", count: 300))
    #expect(refusal(FormXML(values: words).text) == nil)
  }
}
