import Foundation
import Testing

/// A matter's whole life by commands, and what the routine demands on the way.
@Suite struct HandlingTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  @Test func fromFileToClosed() throws {
    let reference = try place.register("a.eml", MailFile(body: "Gropen är djup.").text)
    let number = reference.dropFirst(4)
    try place.succeed("categorise", String(number), "klagomål")
    try place.succeed("assign", reference, "gata")
    let given = try place.succeed(
      "answer", reference, "--how", "epost", input: "Hej Anna!\n\nGropen är lagad.\n")
    #expect(given.text.hasPrefix(reference))
    try place.succeed("note", reference, input: "Gropen är lagad.")
    try place.succeed("note", reference, "--internal", input: "Kolla igen i maj.")
    try place.succeed("return", reference, "--reason", "klar")
    try place.succeed("close", reference, "--subject-area", "gator och trafik")

    let matter = try place.matter(reference)
    #expect(matter.status == "avslutad")
    #expect(matter.category == "klagomål")
    #expect(matter.subjectArea == "gator och trafik")
    #expect(matter.unit == "Gata")
    #expect(matter.closedOn != nil)
    #expect(
      matter.kinds == [
        "registered", "categorised", "assigned", "answered", "official-note", "internal-note",
        "returned", "subject-area", "closed",
      ])
    #expect(matter.events?.allSatisfy { $0.by == Program.login } == true)
    let answer = matter.events?.first { $0.kind == "answered" }
    #expect(answer?.how == "epost")
    #expect(answer?.recipient == "anna@exempel.se")
    #expect(try place.succeed("letter", reference).text == "Hej Anna!\n\nGropen är lagad.\n")
    try place.expectVerified()
    // Who reads texts, but not what was said to and fro.
    try place.become("{role: analyst, unit: teknik}")
    try place.run("letter", reference).expectRefused("visas bara för dem som handlägger")
  }

  @Test func nothingIsTakenFromTheCommandLine() throws {
    let reference = try place.register("a.eml", MailFile().text)
    for command in [
      ["note", reference, "Hej"], ["answer", reference, "Hej", "--how", "epost"],
      ["return", reference, "--reason", "annat", "--words", "Hej"],
    ] {
      #expect(try place.run(command).status == 64)
    }
  }

  @Test func whatTheRoutineDemandsIsAskedFor() throws {
    let reference = try place.register("a.eml", MailFile().text)
    func refused(_ words: String, _ arguments: String..., input: String = "") throws {
      try place.run(arguments, input: input).expectRefused(words)
    }
    try refused("inte skickat till någon enhet", "close", reference)
    // To one who is a chef, though of no unit that has it.
    try refused(
      "så skicka det dit först", "answer", reference, "--how", "epost", input: "Hej!")
    try place.succeed("assign", reference, "gata")
    try refused("beröm, förslag eller klagomål", "return", reference, "--reason", "klar")
    try place.succeed("categorise", reference, "förslag")
    try refused("Svara först", "return", reference, "--reason", "klar")
    try refused("Svaret saknas", "answer", reference, "--how", "epost", input: " \n")
    try place.succeed("answer", reference, "--how", "epost", input: "Hej!")
    try refused("tjänsteanteckning", "return", reference, "--reason", "klar")
    try place.succeed("note", reference, input: "Klart.")
    try refused("Skälet saknas", "return", reference, "--reason", "annat")
    try place.succeed("return", reference, "--reason", "klar")
    try refused("ämne", "close", reference)
    try refused("inget ämne som heter", "close", reference, "--subject-area", "raketer")
    try place.succeed("close", reference, "--subject-area", "övrigt")
    try refused("avslutat", "close", reference)
    try place.expectVerified()
  }

  @Test func ownWordsGoWithAReturn() throws {
    let reference = try place.register("a.eml", MailFile().text)
    try place.succeed("assign", reference, "gata")
    try place.succeed("return", reference, "--reason", "annat", input: "Vi vet inte var.")
    let matter = try place.matter(reference)
    #expect(matter.status == "åter")
    #expect(matter.events?.last?.reason == "annat")
    #expect(matter.events?.last?.text == "Vi vet inte var.")
  }

  @Test func aLetterWithSomethingLeftToFillInDoesNotLeave() throws {
    let reference = try place.register("a.eml", MailFile().text)
    try place.succeed("categorise", reference, "klagomål")
    try place.succeed("assign", reference, "gata")
    for text in ["Hej {{namn}}!", "Hej ⟦namn saknas⟧!", "Hej {{! !}}"] {
      try place.run(["answer", reference, "--how", "epost"], input: text).expectRefused()
    }
    #expect(try place.matter(reference).status == "hos-chef")
    try place.run("letter", reference).expectRefused("Inget svar är lämnat")
  }

  @Test func ofHealthNoPlainMail() throws {
    let reference = try place.register("a.eml", MailFile().text)
    try place.succeed("categorise", reference, "klagomål")
    try place.succeed("assign", reference, "Hemtjänst Öster")
    let answer = ["answer", reference, "--how", "epost"]
    try place.run(answer, input: "Hej!").expectRefused("--health eller --no-health")
    try place.run(answer + ["--health"], input: "Hej!").expectRefused("e-post")
    #expect(try place.matter(reference).status == "hos-chef")
    try place.succeed("answer", reference, "--how", "epost", "--no-health", input: "Hej!")
    try place.expectVerified()
  }

  @Test func anAnswerByTelephoneIsWhatWasSaid() throws {
    let body = MailFile(body: "Ring mig på 070-123 45 67.").text
    let reference = try place.register("a.eml", body)
    try place.succeed("categorise", reference, "klagomål")
    try place.succeed("assign", reference, "gata")
    let how = ["answer", reference, "--how", "besök"]
    let outcome = try place.run(how, input: "Vi talades vid i dag.")
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(try place.matter(reference).status == "besvarad")
  }

  @Test func unitsAreFoundByPartsOfTheirNames() throws {
    for (words, name) in [
      ("gata", "Gata"), ("PARK", "Park"), ("oster", "Hemtjänst Öster"), ("väst", "Hemtjänst Väst"),
      ("vagen", "Gata"), ("hemtjänst väst", "Hemtjänst Väst"),
    ] {
      let reference = try place.register("\(words).eml", MailFile().text)
      try place.succeed("assign", reference, words)
      #expect(try place.matter(reference).unit == name)
    }
    let reference = try place.register("x.eml", MailFile().text)
    try place.run("assign", reference, "hemtj").expectRefused("Flera enheter", "Väst", "Öster")
    try place.run("assign", reference, "månen").expectRefused("ingen enhet som heter ”månen”")
  }

  @Test(arguments: [Data([0x48, 0x65, 0x6A, 0xE5]), Data("Hej\u{0}då".utf8)])
  func aTextThatIsNoTextIsRefused(input: Data) throws {
    let reference = try place.register("a.eml", MailFile().text)
    let outcome = try Program.run(
      ["note", reference, "--internal"], input: input, environment: place.environment)
    outcome.expectRefused()
    #expect(try place.matter(reference).kinds == ["registered"])
  }
}
