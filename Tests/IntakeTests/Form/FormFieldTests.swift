import Domain
import Intake
import Testing

/// Each e-tjänst names its elements itself; the answers still come to their places.
struct FormFieldTests {
  @Test(
    "the heading is found by element or question",
    arguments: [
      FormXML.value("title", "Rubrik", "Kall mat"), FormXML.value("rubrik", "Fråga 1", "Kall mat"),
      FormXML.query("title", "Rubrik", "<Rubrik>Kall mat</Rubrik>"),
      FormXML.value("q1", "Rubrik på din synpunkt", "Kall mat"),
      FormXML.value("q1", "Ämne", " Kall\nmat "),
    ])
  func title(values: String) throws {
    let found = try matter(FormXML(values: values + FormXML.description("x")).text)
    #expect(found.title == "Kall mat")
    #expect(found.text == "x")
  }

  @Test("a heading has at most 200 characters, and the rest is kept in the text")
  func longTitle() throws {
    let words = String(repeating: "kall mat ", count: 40) + "slut"
    let form = FormXML(values: FormXML.value("title", "Rubrik", words) + FormXML.description("x"))
    let found = try matter(form.text)
    #expect(found.title?.unicodeScalars.count == 200)
    #expect(found.title?.hasSuffix("…") == true)
    #expect(found.text == "x\n\nRubrik: \(words)")
  }

  @Test(
    "the description is found by element or question",
    arguments: [
      ("description", "Fråga 2"), ("beskrivning", "Fråga 2"), ("synpunkt", "Fråga 2"),
      ("meddelande", "Fråga 2"), ("Description", "Fråga 2"), ("q2", "Beskriv din synpunkt"),
      ("q2", "Klagomål eller synpunkter"), ("q2", "Vad har hänt?"),
      ("q2", "Beskrivning av förslaget"),
    ])
  func description(element: String, question: String) throws {
    let form = FormXML(values: FormXML.value(element, question, "Det var kallt."))
    #expect(try matter(form.text).text == "Det var kallt.")
  }

  @Test("the description is the likeliest field, wherever it stands")
  func likeliestDescription() throws {
    let values =
      FormXML.value("q1", "Vad gäller synpunkten?", "Mat")
      + FormXML.value("synpunkt", "Typ av synpunkt", "Klagomål")
      + FormXML.value("q2", "Hur nöjd är du med verksamheten?", "Missnöjd")
      + FormXML.value("description", "Berätta", "Maten var kall.")
    let found = try matter(FormXML(values: values).text)
    #expect(
      found.text == """
        Maten var kall.

        Vad gäller synpunkten? Mat
        Hur nöjd är du med verksamheten? Missnöjd
        """)
    #expect(found.suggestedCategory == .complaint)
    #expect(found.unitWords == nil)
  }

  @Test(
    "the category is recognised in the words of the form",
    arguments: [
      ("Beröm", Category.praise), ("Förslag", .suggestion), ("Klagomål", .complaint),
      ("Förbättringsförslag", .suggestion), ("Jag vill lämna ett klagomål", .complaint),
      ("BERÖM", .praise), ("Fo\u{308}rslag", .suggestion), ("Ris", .complaint), ("Ros", .praise),
    ])
  func category(words: String, category: Category) throws {
    for (element, question) in [("type", "Typ"), ("typ", "x"), ("synpunktstyp", "x")] {
      let form = FormXML(values: FormXML.value(element, question, words))
      #expect(try matter(form.text).suggestedCategory == category)
    }
    let asked = FormXML(values: FormXML.value("q3", "Typ av synpunkt", words))
    #expect(try matter(asked.text).suggestedCategory == category)
  }

  @Test("a choice that is no category, or several, goes into the text")
  func notACategory() throws {
    let other = try matter(FormXML(values: FormXML.value("kategori", "Kategori", "Bemötande")).text)
    #expect(other.suggestedCategory == nil)
    #expect(other.text == "Kategori: Bemötande")
    let both = FormXML.query("type", "Typ", "<Value>Klagomål</Value><Value>Förslag</Value>")
    let several = try matter(FormXML(values: both).text)
    #expect(several.suggestedCategory == nil)
    #expect(several.warns("flera typer: Klagomål, Förslag"))
    #expect(several.text == "Typ: Klagomål\nFörslag")
  }

  @Test("unit and person concerned are found")
  func unitAndConcerns() throws {
    let values =
      FormXML.value("unit", "Välj", "Hemtjänst Väst")
      + FormXML.query(
        "vemGaller", "Vem gäller det?", "<Firstname>Karin</Firstname><Lastname>Ek</Lastname>")
    let found = try matter(FormXML(values: values).text)
    #expect(found.unitWords == "Hemtjänst Väst")
    #expect(found.concerns == "Karin Ek")
    let asked = FormXML(
      values: FormXML.value("q1", "Vilken enhet gäller det?", "Ängen")
        + FormXML.value("q2", "Vem gäller synpunkten?", "Min mamma"))
    #expect(try matter(asked.text).unitWords == "Ängen")
    #expect(try matter(asked.text).concerns == "Min mamma")
  }

  @Test("the case has its number, its family and its channel")
  func identity() throws {
    let found = try matter(FormXML().text)
    #expect(found.key == .flowInstance("900001"))
    #expect(found.formFamily == "161")
    #expect(found.channel == .eService)
    #expect(found.addressedTo.isEmpty)
    #expect(refusal(FormXML(number: "").text) == .missingCaseNumber)
    #expect(
      refusal(FormXML(number: "<FlowInstanceID> </FlowInstanceID>").text)
        == .missingCaseNumber)
    #expect(
      refusal(FormXML(number: "<FlowInstanceID>1;2</FlowInstanceID>").text)
        == .missingCaseNumber)
  }

  @Test("uploaded files are kept when they are there, and told of when they are not")
  func uploads() throws {
    let file = "<File><ID>1</ID><Name>foto.jpg</Name><Size>3</Size>"
    let left = FormXML(values: FormXML.query("document", "Bifoga", file + "</File>"))
    #expect(try matter(left.text).files.isEmpty)
    #expect(try matter(left.text).warns("Bilagan foto.jpg följde inte med"))
    let here = FormXML(
      values: FormXML.query("document", "Bifoga", file + "<EncodedData>QUJD</EncodedData></File>"))
    #expect(
      try matter(here.text).files
        == [IncomingFile(name: "foto.jpg", mediaType: "image/jpeg", bytes: Array("ABC".utf8))])
    #expect(try matter(here.text).notices.isEmpty)
  }

  @Test(
    "the day is when the case was first sent in",
    arguments: [
      ("<FirstSubmitted>2026-07-03T11:04:00</FirstSubmitted>", "2026-07-03"),
      ("<FirstSubmitted>2026-07-03T23:59:59</FirstSubmitted>", "2026-07-03"),
      ("<FirstSubmitted>2026-07-03 10:03</FirstSubmitted>", "2026-07-03"),
      ("<FirstSubmitted>2026-07-03T23:30:00Z</FirstSubmitted>", "2026-07-04"),
      ("<FirstSubmitted>2026-07-03T23:30:00-02:00</FirstSubmitted>", "2026-07-04"),
      ("<FirstSubmitted>2026-07-03T00:30:00+02:00</FirstSubmitted>", "2026-07-03"),
      ("", "2026-07-01"),
    ])
  func arrival(submitted: String, day: String) throws {
    let found = try matter(FormXML(submitted: submitted).text)
    #expect(found.arrivedOn.iso == day)
    #expect(found.notices.isEmpty)
  }

  @Test("a day to come, or none, counts as today with a notice")
  func strangeArrivals() throws {
    let late = try matter(
      FormXML(submitted: "<FirstSubmitted>2026-11-02T00:00:00</FirstSubmitted>").text)
    #expect(late.arrivedOn == today)
    #expect(late.warns("inte har varit än"))
    let none = try matter(FormXML(submitted: "<FirstSubmitted>i går</FirstSubmitted>").text)
    #expect(none.arrivedOn == today)
    #expect(none.warns("Det gick inte att läsa när"))
  }
}
