import Foundation
import Testing

/// What `synpunkt import` says of each file.
@Suite struct ImportResultTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  @Test func theKeysAreThese() throws {
    let file = try place.write("a.eml", MailFile().text)
    let outcome = try place.succeed("import", "--json", file)
    #expect(try outcome.keys() == ["file", "result", "reference", "reason"])
    let results: [ImportResult] = try outcome.json()
    #expect(results.map(\.file) == [file])
    #expect(results[0].result == "registered")
    #expect(results[0].reference?.hasPrefix("SYN-") == true)
    #expect(outcome.complaint.isEmpty)
  }

  @Test func whoMayNotTakeInIsToldSo() throws {
    let file = try place.write("a.eml", MailFile().text)
    try place.become("{role: manager, unit: gata}")
    try place.run("import", file).expectRefused("Du kan inte ta in synpunkter", "registrator")
  }

  @Test func theSameFileTwiceIsADuplicate() throws {
    for (name, text) in [("a.eml", MailFile().text), ("b.xml", FormFile().xml)] {
      let path = try place.write(name, text)
      let first = try place.importFiles([path])
      let second = try place.importFiles([path, path])
      #expect(second.map(\.result) == ["duplicate", "duplicate"])
      #expect(second.map(\.reference) == [first[0].reference, first[0].reference])
    }
    #expect(try place.matters().count == 2)
    try place.expectVerified()
  }

  @Test func theSameCaseWithAnotherTextIsACompletion() throws {
    var form = FormFile(text: "Det första.")
    let reference = try place.register("a.xml", form.xml)
    form.text = "Det första, och mera."
    let again = try place.importFiles([try place.write("b.xml", form.xml)])
    #expect(again.map(\.result) == ["added"])
    #expect(again[0].reference == reference)
    let matter = try place.matter(reference)
    #expect(matter.text == "Det första.")
    #expect(matter.additions?.map(\.text) == ["Det första, och mera."])
    #expect(matter.kinds.last == "added")
    #expect(try place.matters().count == 1)
  }

  @Test func theSameMessageIDWithAnotherTextIsRegisteredWithANotice() throws {
    var mail = MailFile(id: "en@exempel.se", body: "Det första.")
    let first = try place.register("a.eml", mail.text)
    mail.body = "Något helt annat."
    let again = try place.importFiles([try place.write("b.eml", mail.text)])
    #expect(again.map(\.result) == ["registered"])
    #expect(again[0].reference != first)
    #expect(again[0].reason?.isEmpty == false)
  }

  @Test func thePlatformsOwnMailAndItsFormBecomeOneMatter() throws {
    let number = "900123"
    let mail = MailFile(
      from: "E-tjänster <noreply@kommun.se>",
      subject: "Nytt ärende Lämna synpunkt (ärende nr. \(number))",
      body: "Ett nytt ärende, Lämna synpunkt (ärende nr. \(number)) har skickats in av Anna.")
    let reference = try place.register("a.eml", mail.text)
    #expect(try place.matter(reference).text?.contains("e-tjänsten") == true)
    let form = FormFile(number: number, text: "Trottoaren är trasig.")
    let again = try place.importFiles([try place.write("b.xml", form.xml)])
    #expect(again.map(\.result) == ["added"])
    #expect(again[0].reference == reference)
    let matter = try place.matter(reference)
    #expect(matter.text == "Trottoaren är trasig.")
    #expect(matter.externalId == number)
    #expect(try place.matters().count == 1)
    // The other way round a mail never replaces what the form said.
    let late = try place.importFiles([try place.write("c.eml", mail.text)])
    #expect(late.map(\.result) == ["duplicate"])
    #expect(try place.matter(reference).text == "Trottoaren är trasig.")
  }

  @Test func whatIsNoSynpunktIsSetAsideForTheRegistrator() throws {
    let files = try [
      MailFile(subject: "Ny status för ärendet Lämna synpunkt (ärende nr. 900124)"),
      MailFile(subject: "Automatiskt svar: Semester", headers: "Auto-Submitted: auto-replied\n"),
    ].enumerated().map { try place.write("\($0).eml", $1.text) }
    let results = try place.importFiles(files)
    #expect(results.map(\.result) == ["set-aside", "set-aside"])
    #expect(results.allSatisfy { $0.reason?.isEmpty == false && $0.reference == nil })
    #expect(try place.matters().isEmpty)
    try place.expectVerified()
  }

  @Test func aRefusedFileDoesNotStopTheOthers() throws {
    let files = [
      try place.write("a.eml", MailFile().text), try place.write("b.pdf", "%PDF-1.7"),
      place.folder + "/missing.eml", place.folder, try place.write("c.xml", FormFile().xml),
    ]
    let outcome = try place.run(["import", "--json"] + files)
    #expect(outcome.status == 1)
    let results: [ImportResult] = try outcome.json()
    #expect(
      results.map(\.result) == ["registered", "refused", "refused", "refused", "registered"])
    #expect(results.map(\.file) == files)
    #expect(results.filter { $0.result == "refused" }.allSatisfy { $0.reason != nil })
    #expect(try place.matters().count == 2)
  }

  @Test func asLinesForPeople() throws {
    let files = [
      try place.write("a.eml", MailFile().text), try place.write("b.pdf", "%PDF-1.7"),
    ]
    let outcome = try place.run(["import", files[0], files[0], files[1]])
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[0].contains("registrerad SYN-"))
    #expect(outcome.lines[1].contains("finns redan SYN-"))
    #expect(outcome.lines[2].contains("avvisad (Filen är varken"))
  }

  @Test func oneFileComesOnStandardInput() throws {
    let mail = MailFile(body: "Hej på er!").text
    let outcome = try place.run(["import", "--json", "-"], input: mail)
    let results: [ImportResult] = try outcome.json()
    #expect(results.map(\.file) == ["-"])
    let reference = try #require(results[0].reference)
    #expect(try place.matter(reference).text == "Hej på er!")
  }

  @Test func inADemoOneIsTheMedborgarcenter() throws {
    let demo = try Demo.copy(to: place.folder)
    let mail = try place.write("a.eml", MailFile().text)
    let outcome = try Program.run(
      ["import", "--json", "--database", demo, mail], environment: place.environment)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let reference = try #require(try outcome.json([ImportResult].self)[0].reference)
    let shown = try Program.run(
      ["show", reference, "--json", "--database", demo], environment: place.environment)
    #expect(try shown.json(MatterAnswer.self).events?.first?.by == "maja.mc")
  }
}
