import Domain
import Intake
import Testing

/// Who sent a form, how to answer, and that an anonymous sender stays so.
struct FormSenderTests {
  static let byMail = "Jag vill få återkoppling via e-post/sms"
  static let byLink = "Jag vill vara anonym och läsa mitt svar via en länk"

  @Test("the contact fields say who it is, before the one who was logged in")
  func contact() throws {
    let values =
      FormXML.description("x") + FormXML.value("reportType", "Typ av återkoppling", Self.byMail)
      + FormXML.query("contact", "Kontaktuppgifter", FormXML.anna)
    let other = "<Poster><Firstname>Per</Firstname><Email>per@exempel.se</Email></Poster>"
    let sender = try matter(FormXML(users: other, values: values).text).sender
    #expect(
      sender
        == Sender(
          name: "Anna Exempel", email: "anna@exempel.se", phone: "070-123 45 67",
          replyVia: .email, wantsAnswer: true))
    let logged = try matter(FormXML(users: FormXML.annaLoggedIn).text).sender
    #expect(logged.name == "Anna Exempel")
    #expect(logged.replyVia == .email)
  }

  @Test("an address is put on one line, and a personnummer is not kept")
  func address() throws {
    let values = FormXML.query(
      "contact", "Kontaktuppgifter privatperson",
      """
      <Firstname>Anna</Firstname><Address>STORGATAN 1</Address><ZipCode>123 45</ZipCode>\
      <PostalAddress>ÅBY</PostalAddress><SocialSecurityNumber>191010101010</SocialSecurityNumber>\
      <ContactBySMS>false</ContactBySMS><Relation>Granne</Relation>
      """)
    let found = try matter(FormXML(values: values).text)
    #expect(found.sender.address == "STORGATAN 1, 123 45 ÅBY")
    #expect(found.sender.replyVia == .letter)
    #expect(found.text == "Relation: Granne")
  }

  @Test("fields that are each a question of their own make a contact too")
  func looseContactFields() throws {
    let values =
      FormXML.value("q1", "Namn", "Anna Exempel") + FormXML.value("q2", "E-post", "a@exempel.se")
      + FormXML.value("telefon", "Ditt nummer", "0123-456")
    let sender = try matter(FormXML(values: values).text).sender
    #expect(sender.name == "Anna Exempel")
    #expect(sender.email == "a@exempel.se")
    #expect(sender.phone == "0123-456")
  }

  @Test(
    "the way back follows the wish and what there is",
    arguments: [
      (byMail, "<Email>a@exempel.se</Email><MobilePhone>070</MobilePhone>", AnswerWay.email),
      (byMail, "<MobilePhone>070</MobilePhone>", .phone),
      (byMail, "<Firstname>Anna</Firstname>", nil),
      ("Jag vill bli uppringd per telefon", "<Email>a@b.se</Email><Phone>070</Phone>", .phone),
      ("Brev", "<Email>a@b.se</Email><Address>Gatan 1</Address>", .letter),
      ("Med post", "<Email>a@b.se</Email><Address>Gatan 1</Address>", .letter),
      ("Jag vill läsa mitt svar via en länk", "<Firstname>Anna</Firstname>", .eService),
      ("Ja", "<Email>a@exempel.se</Email>", .email),
    ])
  func wayBack(wish: String, contact: String, way: AnswerWay?) throws {
    let values =
      FormXML.value("reportType", "Typ av återkoppling", wish)
      + FormXML.query("contact", "Kontaktuppgifter", contact)
    let found = try matter(FormXML(values: values).text)
    #expect(found.sender.replyVia == way)
    #expect(found.sender.wantsAnswer)
    #expect(found.text == "")
  }

  @Test(
    "whether an answer is wanted is a question of its own",
    arguments: [
      ("Ja", true), ("Nej", false), ("Ja, gärna", true), ("Nej tack", false), ("true", true),
      ("Jag vill inte ha svar", false), ("Ingen återkoppling", false),
    ])
  func wantsAnswer(answer: String, wanted: Bool) throws {
    for (element, question) in [
      ("wantsAnswer", "x"), ("svar", "x"), ("q1", "Önskar du återkoppling?"),
      ("q1", "Vill du ha svar?"),
    ] {
      let values =
        FormXML.value(element, question, answer) + FormXML.query("contact", "K", FormXML.anna)
      let found = try matter(FormXML(values: values).text)
      #expect(found.sender.wantsAnswer == wanted)
      #expect(found.sender.email == "anna@exempel.se")
      #expect(found.text == "")
    }
  }

  @Test(
    "who chose to be anonymous leaves no trace, however the form asked",
    arguments: [
      (FormXML.value("reportType", "Typ av återkoppling", byLink), AnswerWay.eService),
      (FormXML.value("reportType", "Typ av återkoppling", "Jag vill vara anonym"), nil),
      (FormXML.value("type", "Typ av återkoppling", byLink), .eService),
      (FormXML.value("q7", "Typ av återkoppling", byLink), .eService),
      (FormXML.value("anonymous", "x", "true"), nil),
      (FormXML.value("q7", "Vill du vara anonym?", "Ja"), nil),
      (FormXML.value("q7", "Vill du vara anonym?", byLink), .eService),
      (FormXML.value("q7", "Får vi kontakta dig?", "Nej, jag vill vara anonym"), nil),
      (FormXML.value("q7", "Önskar du återkoppling?", "Nej, jag är anonym"), nil),
      (FormXML.value("q7", "Vill du vara anonym och inte få återkoppling?", "Ja"), nil),
      (FormXML.value("q7", "Vill du lämna kontaktuppgifter?", byLink), .eService),
      (FormXML.value("anonym", "Lämnas anonymt", "on"), nil),
    ])
  func anonymous(choice: String, way: AnswerWay?) throws {
    let values =
      FormXML.description("Maten var kall.") + choice
      + FormXML.query("contact", "Kontaktuppgifter", FormXML.anna + "<Relation>Dotter</Relation>")
      + FormXML.query(
        "document", "Bifoga",
        "<File><Name>Anna Exempel.PDF</Name><EncodedData>QUJD</EncodedData></File>"
          + "<File><Name>Annas brev.docx</Name><Size>9</Size></File>")
    let found = try matter(FormXML(users: FormXML.annaLoggedIn, values: values).text)
    #expect(found.sender == .anonymous(replyVia: way))
    #expect(found.files.map(\.name) == ["bilaga-1.pdf"])
    #expect(found.warns("bilagornas namn är utbytta"))
    // Wherever the name could have gone.
    var traces = found
    traces.files = found.files.map { IncomingFile(name: $0.name, mediaType: "", bytes: []) }
    #expect(!"\(traces)".contains("Anna"))
    #expect(!"\(traces)".contains("exempel.se"))
    #expect(!"\(traces)".contains("070"))
    #expect(!"\(traces)".contains("Dotter"))
  }

  @Test(
    "not to be anonymous is no anonymity",
    arguments: [
      FormXML.value("q7", "Vill du vara anonym?", "Nej"),
      FormXML.value("reportType", "Typ av återkoppling", "Jag vill inte vara anonym"),
      FormXML.value("unit", "Enhet", "Anonyma alkoholister"),
      FormXML.value("q7", "Har du läst om anonymitet?", "Ja"),
      FormXML.value("q7", "Vill du ha återkoppling? Vill du vara anonym kan vi inte svara.", "Ja"),
      FormXML.query("contact", "Kontaktuppgifter (tomt om du vill vara anonym)", FormXML.anna),
      FormXML.value("q7", "Beskriv din synpunkt (du kan vara anonym)", "Ja, det var kallt"),
      FormXML.description("Jag vill vara anonym."),
    ])
  func notAnonymous(values: String) throws {
    let found = try matter(FormXML(users: FormXML.annaLoggedIn, values: values).text)
    #expect(!found.sender.isAnonymous)
    #expect(found.sender.name == "Anna Exempel")
  }

  @Test("an address that is none is kept, but is no way back")
  func strangeAddress() throws {
    let contact = "<Email>anna(at)exempel</Email><MobilePhone>070</MobilePhone>"
    let found = try matter(FormXML(values: FormXML.query("contact", "K", contact)).text)
    #expect(found.sender.email == "anna(at)exempel")
    #expect(found.sender.replyVia == .phone)
    #expect(found.warns("E-postadressen anna(at)exempel ser inte ut som en adress"))
  }

  @Test("a text that asks for anonymity is pointed out")
  func anonymityInText() throws {
    let form = FormXML(
      users: FormXML.annaLoggedIn, values: FormXML.description("Jag vill vara ANONYM, tack."))
    #expect(try matter(form.text).warns("Texten talar om att vara anonym"))
  }

  @Test(
    "the capacity of the sender is recognised",
    arguments: [
      ("Närstående", SenderKind.relative), ("Anhörig eller god man", .relative),
      ("Privatperson", .individual), ("Personal", .staff), ("Företag", .company),
      ("Förening", .organisation), ("Myndighet", .authority),
    ])
  func kind(words: String, kind: SenderKind) throws {
    let form = FormXML(values: FormXML.value("q5", "Jag är", words))
    #expect(try matter(form.text).sender.kind == kind)
    #expect(try matter(FormXML(values: FormXML.value("roll", "x", words)).text).sender.kind == kind)
  }
}
