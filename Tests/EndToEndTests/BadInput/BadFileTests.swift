import Foundation
import Testing

/// Files that cannot be taken in: one clear sentence each, and nothing stored is lost.
@Suite struct BadFileTests {
  let place: Place
  let before: [MatterAnswer]

  init() throws {
    place = try Place.withOrganisation()
    _ = try place.register("good.eml", MailFile(subject: "Den som finns").text)
    before = try place.matters()
  }

  /// A file, and words that the sentence about it holds.
  struct BadFile: Sendable, CustomTestStringConvertible {
    var name: String
    var data: Data
    var words: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ words: String) {
      self.init(name, text.data, words)
    }

    init(_ name: String, _ data: Data, _ words: String) {
      self.name = name
      self.data = data
      self.words = words
    }
  }

  static let doctype = FormFile(
    declaration: """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
      """, text: "]]>&c;<![CDATA["
  ).xml

  /// A text of 2 MB.
  static let long = String(repeating: "Orden. ", count: 300_000)

  /// What stands before each mail in a file of many.
  static let envelope = "From a@b.se Tue Nov  3 10:00:00 2026\n"

  static let files: [BadFile] = [
    BadFile("empty.eml", "", "Filen är tom"),
    BadFile("blank.eml", " \r\n\t\n ", "Filen är tom"),
    BadFile("binary.eml", Data((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 97) }), "varken"),
    BadFile("letter.pdf", "%PDF-1.7\n%âãÏÓ\n", "varken"),
    BadFile("letter.txt", "Hej! Maten var kall.\n", "varken"),
    BadFile("page.html", "<html><body><p>Hej</p></body></html>", "inget ärende från e-tjänsten"),
    BadFile("other.xml", "<Order><ID>1</ID></Order>", "inget ärende från e-tjänsten"),
    BadFile("mail.msg", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), "Outlook"),
    BadFile("cut.xml", String(FormFile().xml.prefix(900)), "slutar mitt i"),
    BadFile(
      "declaration.xml", FormFile(declaration: #"<?xml version="1.0"encoding="UTF_8"?>"#).xml,
      "första rad"),
    BadFile(
      "encoding.xml", FormFile(declaration: #"<?xml version="1.0" encoding="KLINGON"?>"#).xml,
      "KLINGON"),
    BadFile(
      "latin.xml",
      FormFile(text: "Räksmörgås").xml.data(using: .isoLatin1) ?? Data(), "UTF-8"),
    BadFile("number.xml", FormFile(number: "").xml, "ärendenummer"),
    BadFile("bomb.xml", doctype, "DOCTYPE"),
    BadFile("nul.xml", FormFile(text: "Hej\u{0}då").xml, "tecken"),
    BadFile("nul.eml", MailFile(body: "Hej\u{0}då").text, "nolltecken"),
    BadFile("control.xml", FormFile(text: "Hej\u{1B}[2J").xml, "XML-filen"),
    BadFile("long.eml", MailFile(body: long).text, "1 000 000"),
    BadFile("long.xml", FormFile(text: long).xml, "1 000 000"),
    BadFile(
      "deep.xml",
      FormFile(more: String(repeating: "<a>", count: 50_000)).xml, "XML-filen"),
    BadFile(
      "html.eml", MailFile.html(String(repeating: "<div>", count: 200_000) + "Hej").text, "HTML"),
    BadFile(
      "mbox.eml", envelope + MailFile().text + "\n" + envelope + MailFile().text,
      "flera e-postmeddelanden"),
  ]

  @Test(arguments: files)
  func eachGetsASentence(file: BadFile) throws {
    let path = try place.write(file.name, file.data)
    let outcome = try place.run("import", "--json", path)
    #expect(outcome.status == 1)
    let results: [ImportResult] = try outcome.json()
    #expect(results.map(\.result) == ["refused"])
    let reason = results.first?.reason ?? ""
    #expect(reason.contains(file.words), "\(reason)")
    #expect(reason.hasSuffix("."), "\(reason)")
    #expect(reason.count < 200)
    outcome.expectPlain()
    #expect(try place.matters() == before)
  }

  @Test func anEntityNeverReadsALocalFile() throws {
    let secret = try place.write("secret.txt", "Mycket hemligt innehåll")
    for declaration in [
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY c SYSTEM \"file://\(secret)\">]>",
      "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file://\(secret)\">",
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY % c SYSTEM \"file://\(secret)\"> %c;]>",
    ] {
      let form = FormFile(declaration: declaration, text: "]]>&c;<![CDATA[")
      let outcome = try place.run("import", "--json", try place.write("x.xml", form.xml))
      #expect(try outcome.json([ImportResult].self).map(\.result) == ["refused"])
      #expect(!outcome.text.contains("hemligt") && !outcome.complaint.contains("hemligt"))
    }
    for include in [
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\(secret)\" parse=\"text\"/>",
      "<?xml-stylesheet href=\"\(secret)\"?>",
    ] {
      let path = try place.write("y.xml", FormFile(text: "]]>\(include)<![CDATA[ Synligt").xml)
      for result in try place.importFiles([path]) {
        let shown = try result.reference.map { try place.succeed("show", $0, "--json").text }
        #expect(shown?.contains("hemligt") != true)
      }
    }
    let reference = try place.register(
      "z.eml",
      MailFile.html("<img src=\"file://\(secret)\"><iframe src=\"\(secret)\"></iframe>Hej").text)
    #expect(try place.matter(reference).text == "Hej")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place.database + "-wal"))
    #expect(bytes.range(of: "Mycket hemligt".data) == nil)
  }

  @Test func aFileOf200MegabytesIsRefusedAtOnce() throws {
    let path = place.folder + "/large.eml"
    #expect(FileManager.default.createFile(atPath: path, contents: MailFile().text.data))
    #expect(truncate(path, 200_000_000) == 0)
    let begun = Date()
    let outcome = try place.run("import", "--json", path)
    #expect(Date().timeIntervalSince(begun) < 5)
    let result = try #require(try outcome.json([ImportResult].self).first)
    #expect(result.result == "refused")
    #expect(result.reason?.contains("25 MB") == true)
    // Also where its size is not known beforehand.
    let piped = try Program.shell(
      "head -c 200000000 \(path) | \"$0\" import --json -", environment: place.environment)
    #expect(piped.status == 1)
    #expect(piped.text.contains("25 MB"))
    #expect(try place.matters() == before)
  }

  @Test func whatIsNoFileIsRefused() throws {
    let links = place.folder + "/loop.eml"
    try FileManager.default.createSymbolicLink(atPath: links, withDestinationPath: links)
    let paths = [place.folder, "/dev/zero", "/dev/null/x", place.folder + "/none", links, ""]
    let outcome = try place.run(["import", "--json"] + paths)
    #expect(outcome.status == 1)
    let results: [ImportResult] = try outcome.json()
    #expect(results.map(\.result) == paths.map { _ in "refused" })
    #expect(results.allSatisfy { $0.reason?.hasSuffix(".") == true }, "\(results)")
    #expect(try place.matters() == before)
  }
}
