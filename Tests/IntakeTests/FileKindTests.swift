import Domain
import Intake
import Testing

/// What a file is, is told from its content; what cannot be read is refused in one sentence.
struct FileKindTests {
  @Test(
    "the kind is told from the content",
    arguments: [
      FormXML().text, "\n  " + FormXML().text, "\u{FEFF}" + FormXML().text,
      "<FlowInstance><Header><FlowInstanceID>1</FlowInstanceID></Header></FlowInstance>",
      MailText().text, "\u{FEFF}" + MailText().text, "\n\n" + MailText().text,
      "From anna@exempel.se Tue Oct 13 10:00:00 2026\n" + MailText().text, MailText().crlf,
      "from: anna@exempel.se\n\nhej", "Received: x\nFROM : a@exempel.se\n\nhej",
      "X-Egen: 1\nFrom: a@exempel.se\n\nhej",
    ])
  func kinds(text: String) {
    #expect(refusal(text) == nil)
  }

  @Test(
    "a file that is neither form nor mail is refused",
    arguments: [
      ("", IntakeRefusal.empty), (" \n\r\n\t", .empty), ("\u{FEFF}", .empty),
      ("hej", .unknownKind), ("Rubrik;Text\na;b", .unknownKind),
      ("rubrik: a\ntext: b", .unknownKind),
      ("%PDF-1.7\n%", .unknownKind), ("{\"a\": 1}", .unknownKind),
      ("https://exempel.se/", .unknownKind),
      (": a", .unknownKind), ("PK\u{3}\u{4}", .unknownKind), ("\u{0}", .unknownKind),
      ("Subject: hej\n\nhej", .noSender), ("From:\n\nhej", .noSender),
      ("From: <>\n\nhej", .noSender),
      ("From: a@exempel.se\u{0}\n\nhej", .nulBytes),
      ("From: a@exempel.se\n\nhej \u{0} du", .nulBytes),
    ])
  func refused(text: String, refused: IntakeRefusal) {
    #expect(refusal(text) == refused)
  }

  @Test("binary files are refused")
  func binary() {
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .outlookMessage)
    #expect(refusal([0x89, 0x50, 0x4E, 0x47]) == .unknownKind)
    #expect(refusal([0xFF, 0xD8, 0xFF]) == .unknownKind)
    #expect(refusal([0xFF, 0xFE]) != nil)
    var dice = Dice(seed: 3)
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &dice) }
      #expect(refusal(bytes) != nil)
    }
  }

  @Test("25 MB is read, more is refused")
  func size() {
    let head = Array("From: a@exempel.se\nContent-Type: application/pdf\n\n".utf8)
    let rest = [UInt8](repeating: 0x41, count: Matter.largestFile - head.count)
    #expect(refusal(head + rest) == nil)
    #expect(refusal(head + rest + [0x41]) == .tooLarge)
  }

  @Test("several mails in one file are refused, and a line that only begins with From is not")
  func severalMails() throws {
    let envelope = "From anna@exempel.se Tue Oct 13 10:00:00 2026\n"
    let one = envelope + MailText().text + "\n"
    #expect(refusal(one + one) == .severalMails)
    let body = "Hej\n\n>From början\n>>From citat\n\nFrom nu på\n"
    let found = try matter(envelope + MailText(body: body).text + "\n")
    #expect(found.text == "Hej\n\nFrom början\n>From citat\n\nFrom nu på")
    // Without an envelope nothing is taken for one.
    #expect(try matter(MailText(body: body).text).text == String(body.dropLast()))
  }

  @Test("every refusal is one Swedish sentence that says what to do")
  func sentences() {
    let all: [IntakeRefusal] = [
      .empty, .tooLarge, .unknownKind, .outlookMessage, .cutOffXML(line: 3),
      .malformedXML(line: 0), .forbiddenCharacter(line: 9), .brokenDeclaration,
      .unknownEncoding("UTF_8"), .wrongEncoding(named: "UTF-8", written: nil),
      .wrongEncoding(named: "ISO-8859-1", written: "UTF-8"), .documentType,
      .otherXML(root: "html"), .missingCaseNumber, .abnormalXML, .nulBytes, .noSender,
      .severalMails, .abnormalMail, .abnormalHTML, .textTooLong,
    ]
    for refusal in all {
      let sentence = refusal.sentence
      #expect(sentence.hasSuffix("."))
      #expect(sentence.contains("; ") || sentence.contains(", "))
      #expect(!sentence.contains("\n"))
      #expect(sentence.split(separator: ". ").count == 1)
    }
    #expect(Set(all.map(\.sentence)).count == all.count)
    // Words out of the file cannot spoil the sentence.
    let strange = IntakeRefusal.otherXML(
      root: "\u{1B}[2Jx\u{202E}" + String(repeating: "y", count: 99))
    #expect(!strange.sentence.unicodeScalars.contains("\u{1B}"))
    #expect(!strange.sentence.unicodeScalars.contains("\u{202E}"))
    #expect(strange.sentence.count < 150)
  }
}
