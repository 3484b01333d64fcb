import Foundation
import Testing

/// `synpunkt attach`: a scan of a letter, from a file or a pipe.
@Suite struct AttachTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  static let pdf = Data("%PDF-1.4\n".utf8) + Data((0...255).map { UInt8($0) })

  @Test func aFileComesOutAsItWentIn() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let file = try place.write("brev från Anna.pdf", Self.pdf)
    let said = try place.succeed("attach", reference, file).text
    #expect(
      said == "\(reference)  bilaga 1  brev från Anna.pdf  application/pdf  265 byte\n")
    let matter = try place.matter(reference)
    #expect(matter.attachments?.map(\.name) == ["brev från Anna.pdf"])
    #expect(matter.kinds.last == "attached")
    #expect(try place.succeed("attachment", reference, "1").output == Self.pdf)
    try place.expectVerified()
  }

  @Test func aPipeGetsANameOfItsOwn() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let outcome = try Program.run(
      ["attach", reference, "-"], input: Self.pdf, environment: place.environment)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let named = try Program.run(
      ["attach", reference, "--name", "blankett.txt", "-"], input: Data("Hej".utf8),
      environment: place.environment)
    #expect(named.text.contains("text/plain"))
    #expect(
      try place.matter(reference).attachments?.map(\.name) == ["bilaga-1.pdf", "blankett.txt"])
  }

  @Test func theFileOfAnAnonymousSenderHasNoTellingName() throws {
    let form = FormFile(more: "")
    let reference = try place.register("a.xml", form.xml)
    guard try place.matter(reference).sender?.anonymous == true else { return }
    let file = try place.write("Anna Exempel.pdf", Self.pdf)
    try place.succeed("attach", reference, file)
    #expect(try place.matter(reference).attachments?.map(\.name) == ["bilaga-1.pdf"])
  }

  @Test func theLargestAndOneByteMore() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let large = try place.write("large.bin", Data(count: 25_000_000))
    try place.succeed("attach", reference, large)
    let larger = try place.write("larger.bin", Data(count: 25_000_001))
    try place.run("attach", reference, larger).expectRefused("25 MB")
    #expect(try place.matter(reference).attachments?.map(\.size) == [25_000_000])
  }

  @Test func whatCannotBeAttachedSaysWhy() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let empty = try place.write("empty.pdf", Data())
    try place.run("attach", reference, empty).expectRefused("tom")
    try place.run("attach", reference, place.folder).expectRefused("ingen vanlig fil")
    try place.run("attach", reference, place.folder + "/none.pdf").expectRefused(
      "filen eller mappen finns inte: välj en annan fil")
    // What has no words of its own in the table is not said in English.
    try place.run("attach", reference, empty + "/none.pdf").expectRefused(
      "en del av sökvägen är ingen mapp")
    try place.run("attach", reference, "/proc/self/mem").expectRefused(
      "systemet svarade med fel 5:")
    try place.run("attach", "26-99999", empty).expectRefused("inget sådant ärende")
    #expect(try place.run("attach", reference).status == 64)
    #expect(try place.matter(reference).attachments?.isEmpty == true)
  }
}
