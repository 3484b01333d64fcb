import Domain
import Intake
import Testing

/// The text of a mail is exactly what its parts hold.
struct MailTextTests {
  @Test("a plain mail is read, whatever its line ends")
  func plain() throws {
    let body = "Hej!\n\n  två  mellanslag\t \nNFD: A\u{30A}\u{1B}[0m \u{202E}x\nslut\n\n"
    for text in [MailText(body: body).text, MailText(body: body).crlf] {
      #expect(isExactly(try matter(text).text, String(body.dropLast())))
    }
    #expect(try matter(MailText(body: "a\rb\r\rc").text).text == "a\nb\n\nc")
    #expect(try matter(MailText(body: "utan radslut").text).text == "utan radslut")
    let found = try matter(MailText().text)
    #expect(found.channel == .email)
    #expect(found.title == "Kall mat")
    #expect(found.notices.isEmpty)
  }

  @Test(
    "transfer encodings are undone",
    arguments: [
      ("quoted-printable", "M=C3=A5l=\n tid =3D mat=20\nslut"),
      ("QUOTED-PRINTABLE", "M=c3=a5l tid =\n=3D mat=20=0Aslut"),
      ("base64", "TcOlbCB0aWQgPSBtYXQgCnNsdXQ="), ("Base64", "TcOlbCB0aWQg\nPSBtYXQgCnNsdXQ=\n"),
      ("8bit", "Mål tid = mat \nslut"), ("binary", "Mål tid = mat \nslut"),
      ("okänd", "Mål tid = mat \nslut"),
    ])
  func transferEncodings(encoding: String, body: String) throws {
    let mail = MailText(headers: "Content-Transfer-Encoding: \(encoding)", body: body)
    #expect(try matter(mail.text).text == "Mål tid = mat \nslut")
    #expect(try matter(mail.crlf).text == "Mål tid = mat \nslut")
  }

  /// A declared character set, how it was really written, and whether that is a lie.
  static let sets: [(declared: String, written: String, isLie: Bool)] = [
    ("; charset=utf-8", "utf-8", false), ("; charset=\"UTF-8\"", "utf-8", false),
    ("; charset=iso-8859-1", "western", false), ("; charset=windows-1252", "western", false),
    ("", "utf-8", false), ("", "western", true), ("; charset=us-ascii", "utf-8", true),
    ("; charset=us-ascii", "western", false), ("; charset=utf-8", "western", true),
    ("; charset=iso-8859-1", "utf-8", true), ("; charset=x-okänd", "utf-8", false),
    ("; charset=x-unknown", "western", true), ("; charset=iso-2022-jp", "utf-8", true),
  ]

  @Test("a mail that lies about its character set is read all the same", arguments: sets)
  func characterSets(declared: String, written: String, isLie: Bool) throws {
    let text = "Åsa åt räksmörgås – ”5 €”"
    let mail = MailText(type: "text/plain" + declared, body: text + "\n").text
    let found = try matter(written == "utf-8" ? Array(mail.utf8) : western(mail))
    #expect(isExactly(found.text, text))
    #expect(found.warns("teckenkodning") == isLie)
  }

  @Test("other character sets are converted")
  func otherSets() throws {
    func read(_ set: String, _ bytes: [UInt8]) throws -> String? {
      let head = MailText(type: "text/plain; charset=\(set)", body: "").text
      return try matter(Array(head.utf8) + bytes).text
    }
    #expect(try read("iso-8859-15", [0xA4, 0xE5]) == "€å")
    #expect(try read("koi8-r", [0xCD, 0xC9, 0xD2]) == "мир")
    #expect(try read("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42]) == "日")
    #expect(try read("utf-16", [0xFF, 0xFE, 0xE5, 0x00]) == "å")
    // A few broken bytes do not spoil the rest.
    #expect(try read("utf-8", Array("åäö åäö".utf8) + [0xE5]) == "åäö åäöå")
    #expect(try read("utf-8", [0xEF, 0xBB, 0xBF] + Array("å".utf8)) == "å")
  }

  @Test("plain text wins over HTML unless it is empty")
  func alternatives() throws {
    let html = MailText.part("text/html; charset=utf-8", "<p>html</p>")
    func plain(_ text: String) -> String { MailText.part("text/plain; charset=utf-8", text) }
    let both = MailText.multipart("alternative", [plain("vanlig å"), html])
    #expect(try matter(both.text).text == "vanlig å")
    #expect(try matter(both.crlf).text == "vanlig å")
    #expect(
      try matter(MailText.multipart("alternative", [html, plain("sist")]).text).text == "sist")
    #expect(
      try matter(MailText.multipart("alternative", [plain(" \n\n"), html]).text).text == "html")
    #expect(try matter(MailText.multipart("alternative", [html]).text).text == "html")
    #expect(try matter(both.text).files.isEmpty)
  }

  @Test("pieces of text beside each other are joined")
  func mixed() throws {
    let mail = MailText.multipart(
      "mixed",
      [
        MailText.part("text/plain; charset=utf-8", "först\n"),
        MailText.part("image/png", "x", headers: "Content-Disposition: inline"),
        MailText.part("text/plain; charset=iso-8859-1", "sedan\n"),
        MailText.part("text/html", "<b>sist</b>"),
      ])
    let found = try matter(mail.text)
    #expect(found.text == "först\nsedan\nsist")
    #expect(found.files.map(\.name) == ["bilaga-1.png"])
  }

  @Test("parts within parts are found, and signatures are files")
  func nested() throws {
    let alternative = """
      Content-Type: multipart/alternative; boundary=inre

      --inre
      Content-Type: text/plain

      hej
      --inre
      Content-Type: text/html

      <p>hej
      --inre--
      """
    let signed = MailText.multipart(
      "signed; protocol=\"application/pkcs7-signature\"",
      [
        alternative,
        MailText.part("application/pkcs7-signature; name=smime.p7s", "x"),
      ])
    let found = try matter(signed.text)
    #expect(found.text == "hej")
    #expect(found.files.map(\.name) == ["smime.p7s"])
  }

  @Test("a mail whose end is missing is read as far as it goes, with a notice")
  func cutOff() throws {
    let whole = MailText.multipart(
      "mixed", [MailText.part("text/plain", "hej du"), MailText.part("image/png", "xyz")]
    ).text
    let cut = try matter(String(whole.dropLast(12)))
    #expect(cut.text == "hej du")
    #expect(cut.warns("avklippt"))
    let bare = MailText(type: "multipart/mixed", body: "utan gränser\n")
    #expect(try matter(bare.text).text == "utan gränser")
  }

  @Test(
    "format=flowed is joined to paragraphs",
    arguments: [
      ("en rad \nsom fortsätter \nhär\nny rad", "en rad som fortsätter här\nny rad"),
      ("a\n\nb", "a\n\nb"), (" >inte citat\n  indrag\n From mig", ">inte citat\n indrag\nFrom mig"),
      ("> citat \n> som fortsätter\n>> djupare\nsvar", "> citat som fortsätter\n>> djupare\nsvar"),
      ("> citat \nsvar", "> citat \nsvar"), ("hej \n-- \nAnna", "hej \n-- \nAnna"),
      (">\n> x", ">\n> x"), ("slut ", "slut "), ("e\u{301} \nf", "e\u{301} f"),
    ])
  func flowed(body: String, text: String) throws {
    let mail = MailText(type: "text/plain; charset=utf-8; format=flowed", body: body + "\n")
    #expect(isExactly(try matter(mail.text).text, text))
    #expect(isExactly(try matter(mail.crlf).text, text))
  }

  @Test("with DelSp the space at the soft line end goes")
  func flowedWithoutSpace() throws {
    let mail = MailText(
      type: "text/plain; charset=utf-8; format=Flowed; DelSp=Yes", body: "räk \nsmörgås\n")
    #expect(try matter(mail.text).text == "räksmörgås")
  }

  @Test("a mail without text is read, with a notice")
  func withoutText() throws {
    let empty = try matter(MailText(body: "").text)
    #expect(empty.text == "")
    #expect(empty.warns("E-postmeddelandet hade ingen text."))
    let file = try matter(MailText(type: "application/pdf; name=a.pdf", body: "x").text)
    #expect(file.text == "")
    #expect(file.warns("bara bilagor"))
    #expect(file.files.map(\.name) == ["a.pdf"])
  }

  @Test("texts that are too long, too deep or in too many parts are refused")
  func limits() throws {
    let long = String(repeating: "Kall mat.\n", count: 200_000)
    #expect(refusal(MailText(body: long).text) == .textTooLong)
    #expect(refusal(MailText(type: "text/html", body: long).text) == .textTooLong)
    let parts = Array(repeating: MailText.part("text/plain", "x"), count: 600)
    #expect(refusal(MailText.multipart("mixed", parts).text) == .abnormalMail)
    var deep = "From: a@exempel.se\n"
    for level in 0..<60 {
      deep += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    #expect(refusal(deep + "\nhej") == .abnormalMail)
    let headers = String(repeating: "A: b\n", count: 3_000)
    #expect(refusal(headers + MailText().text) == .abnormalMail)
    let nested = String(repeating: "a:", count: 30_000)
    #expect(refusal("To: \(nested)\n" + MailText().text) == nil)
  }
}
