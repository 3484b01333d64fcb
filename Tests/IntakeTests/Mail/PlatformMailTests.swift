import Domain
import Intake
import Testing

/// The mails that an e-tjänst sends by itself.
struct PlatformMailTests {
  private static let new = "Nytt ärende Lämna synpunkt (ärende nr. 900001)"

  private static func mail(
    subject: String = new, from: String = "E-tjänster <noreply@kommun.se>", parts: [String]
  ) -> MailText {
    var mail = MailText.multipart("mixed", parts)
    mail.subject = subject
    mail.from = from
    return mail
  }

  private static let opening = MailText.part(
    "text/html; charset=utf-8",
    "<p>Hej,</p><p>Ett nytt ärende, Lämna synpunkt (ärende nr. 900001) har skickats in av Anna "
      + "Exempel</p><p><a href=x>https://e-tjanster.kommun.se/1</a></p>")

  private static func attached(_ name: String, _ type: String, _ body: String) -> String {
    MailText.part(type, body, headers: "Content-Disposition: attachment; filename=\"\(name)\"")
  }

  private static let summary = attached("Lämna synpunkt, 900001.pdf", "application/pdf", "pdf")

  @Test(
    "a new case without its XML is a pointer",
    arguments: [
      new, "Nytt ärende Lämna synpunkt (ärende nr 900001)",
      "=?utf-8?q?Nytt_=C3=A4rende_L=C3=A4mna_synpunkt_=28=C3=A4rende_nr=2E_900001=29?=",
      "Nytt a\u{308}rende La\u{308}mna synpunkt (a\u{308}rende nr. 900001)",
    ])
  func pointer(subject: String) throws {
    let found = try matter(Self.mail(subject: subject, parts: [Self.opening, Self.summary]).text)
    #expect(found.body == .inEService)
    #expect(found.channel == .eService)
    #expect(found.key == .flowInstance("900001"))
    #expect(found.title == "Lämna synpunkt")
    #expect(found.sender == Sender(kind: .unknown, replyVia: .eService, wantsAnswer: true))
    #expect(found.files.map(\.name) == ["Lämna synpunkt, 900001.pdf"])
    #expect(found.addressedTo == ["synpunkter@kommun.se"])
    #expect(found.warns("Texten finns i e-tjänsten, ärende nr. 900001"))
    #expect(found.arrivedOn.iso == "2026-10-13")
  }

  @Test("a subject of the kommun's own is known by the words of the body")
  func ownSubject() throws {
    let found = try matter(
      Self.mail(subject: "Synpunkt från webben", parts: [Self.opening]).text)
    #expect(found.body == .inEService)
    #expect(found.key == .flowInstance("900001"))
  }

  @Test("with the XML attached, that is what is read")
  func attachedForm() throws {
    let form = FormXML(
      users: FormXML.annaLoggedIn,
      values: FormXML.value("title", "Rubrik", "Kall mat") + FormXML.description("Maten var kall.")
        + FormXML.query("document", "Bifoga", "<File><Name>foto.jpg</Name></File>"))
    let xml = Self.attached("Lämna synpunkt, 900001.xml", "text/xml", form.text)
    let photo = Self.attached("foto.jpg", "image/jpeg", "jpg")
    for parts in [
      [Self.opening, xml, Self.summary, photo], [Self.opening, Self.summary, photo, xml],
    ] {
      let found = try matter(Self.mail(parts: parts).text)
      #expect(found.text == "Maten var kall.")
      #expect(found.title == "Kall mat")
      #expect(found.sender.name == "Anna Exempel")
      #expect(found.sender.email == "anna@exempel.se")
      #expect(found.key == .flowInstance("900001"))
      #expect(found.files.map(\.name) == ["Lämna synpunkt, 900001.pdf", "foto.jpg"])
      #expect(found.addressedTo == ["synpunkter@kommun.se"])
      #expect(found.formFamily == "161")
      #expect(found.arrivedOn.iso == "2026-07-03")
      #expect(found.notices.isEmpty)
    }
  }

  @Test("of an anonymous sender the mail leaves no name either")
  func anonymousForm() throws {
    let form = FormXML(
      users: FormXML.annaLoggedIn,
      values: FormXML.value(
        "reportType", "Typ av återkoppling", "Jag vill vara anonym och läsa mitt svar via en länk")
        + FormXML.description("Maten var kall."))
    let mail = Self.mail(
      parts: [
        Self.opening, Self.attached("a.xml", "application/xml", form.text), Self.summary,
        Self.attached("Annas foto.JPG", "image/jpeg", "jpg"),
      ])
    let found = try matter(mail.text)
    #expect(found.sender == .anonymous(replyVia: .eService))
    #expect(found.files.map(\.name) == ["bilaga-1.jpg"])
    #expect(found.warns("sammanställning (PDF) är utelämnad"))
    #expect(!"\(found)".contains("Anna"))
  }

  @Test("an XML that cannot be read leaves the pointer, and says why")
  func brokenForm() throws {
    let broken = Self.attached(
      "900001.xml", "text/xml", "<?xml version=\"1.0\"encoding=\"UTF_8\"?>")
    let found = try matter(Self.mail(parts: [Self.opening, broken]).text)
    #expect(found.body == .inEService)
    #expect(found.warns("XML-fil kunde inte läsas"))
    #expect(found.warns("första rad"))
    #expect(found.files.map(\.name) == ["900001.xml"])
    let other = Self.attached("x.xml", "text/xml", "<x/>")
    let person = Self.mail(subject: "Hej", from: "a@exempel.se", parts: [Self.opening, other])
    #expect(try matter(person.text).channel == .email)
    #expect(try matter(person.text).files.map(\.name) == ["x.xml"])
  }

  @Test("a case that somebody sends on is the case, with their words as a file")
  func sentOn() throws {
    let form = FormXML(values: FormXML.description("Maten var kall."))
    let xml = Self.attached("900001.xml", "text/xml", form.text)
    let words = MailText.part("text/plain; charset=utf-8", "Kan ni ta den här? /Per")
    let found = try matter(
      Self.mail(subject: "VB: " + Self.new, from: "per@kommun.se", parts: [words, xml]).text)
    #expect(found.text == "Maten var kall.")
    #expect(found.sender.name == nil)
    #expect(found.files.map(\.name) == ["mejltext.txt"])
  }

  @Test(
    "what the e-tjänst tells about a case is set aside",
    arguments: [
      "Ny status för ärendet Lämna synpunkt (ärende nr. 1)",
      "Statusen för ärendet Lämna synpunkt (ärende nr. 1) har ändrats till Klar",
      "Ärendet Lämna synpunkt (ärende nr. 1) har skickats in",
      "Nytt meddelande kopplat till ärendet Lämna synpunkt (ärende nr. 1)",
      "Handläggningen av ärendet Lämna synpunkt (ärende nr. 1) har slutförts.",
      "Tilldelad ärende Lämna synpunkt (ärende nr. 1)",
      "Förfallet ärende Lämna synpunkt (ärende nr. 1)",
      "Signering av ärende Lämna synpunkt (ärende nr. 1)",
    ])
  func statusMails(subject: String) throws {
    let found = try aside(
      MailText(from: "E-tjänster <noreply@kommun.se>", subject: subject, body: "Hej.\n").text)
    #expect(found.reason == .statusMail)
    #expect(found.subject == subject)
    #expect(found.from == "noreply@kommun.se")
    #expect(found.text == "Hej.")
    #expect(found.messageID == "1@exempel.se")
    #expect(found.arrivedOn.iso == "2026-10-13")
  }

  @Test(
    "a person's mail with such words is a synpunkt",
    arguments: [
      "Ny status på trottoaren", "SV: Ärendet Lämna synpunkt (ärende nr. 1) har skickats in",
      "Har skickats in för sent", "Re: Ny status för ärendet X (ärende nr. 1)",
      "VB: Nytt ärende Lämna synpunkt (ärende nr. 1)", "Angående ärende nr. 1",
      "Tilldelad tid hos läkaren", "Nytt ärende", "Nytt ärende på Ängsgatan",
    ])
  func personsMails(subject: String) throws {
    let body = "Ett nytt ärende, Lämna synpunkt (ärende nr. 1) har skickats in av mig. Ny status?\n"
    let found = try matter(MailText(subject: subject, body: body).text)
    #expect(found.channel == .email)
    #expect(found.title == subject)
    #expect(found.key == .message("1@exempel.se"))
    #expect(isExactly(found.text, String(body.dropLast())))
  }
}
