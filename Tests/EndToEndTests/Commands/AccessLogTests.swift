import Foundation
import Testing

/// `synpunkt access`, `protect` and `solved`.
@Suite struct AccessLogTests {
  private struct Line: Decodable {
    var person: String
    var kind: String
    var reference: String?
    var reason: String?
    var list: String?
    var rows: Int?
    var task: String?
  }

  let place: Place
  let reference: String

  init() throws {
    place = try Place.withOrganisation()
    reference = try place.register("a.eml", MailFile().text)
    try place.succeed("assign", reference, "gata")
  }

  private func become(_ roles: String...) throws {
    let grants = roles.map { "{role: \($0), unit: teknik}" }.joined(separator: ", ")
    try place.become(grants)
  }

  @Test func whoHasSeenWhatIsReadByWhoAnswersForIt() throws {
    try place.run("access").expectRefused("Bara förvaltningschefen")
    try become("head")
    try place.succeed("show", reference)
    try place.succeed("list", "--queue", "all")
    let lines: [Line] = try place.succeed("access", "--json").json()
    #expect(lines.first?.kind == "exported" && lines.first?.list == "all")
    #expect(lines.first?.rows == 1)
    #expect(lines.dropFirst().allSatisfy { $0.kind == "opened" && $0.reference == reference })
    #expect(lines.count >= 3)
    let text = try place.succeed("access", "--matter", reference).text
    #expect(text.contains("öppnade  \(reference)") && !text.contains("Maten"))
    #expect(try place.succeed("access").text.contains("tog ut listan Alla, 1 rad\n"))
    try place.succeed("search", "maten")
    try place.succeed("search", "finnsinte")
    let taken = try place.succeed("access", "--limit", "3").text
    #expect(taken.contains("tog ut träffarna av en sökning, 0 rader\n"))
    #expect(taken.contains("tog ut träffarna av en sökning, 1 rad\n"))
    let month = Day(ago: 0).iso.prefix(7)
    let sample: [Line] = try place.succeed("access", "--sample", "\(month)", "--json").json()
    #expect(!sample.isEmpty && sample.allSatisfy { $0.task == "worked" })
    let missing = try place.run("access", "--matter", "SYN-2026-99999")
    missing.expectRefused("Det finns inget sådant ärende")
    #expect(try place.run("access", "--sample", "2026-13").status == 64)
    try place.expectVerified()
  }

  @Test func aProtectedIdentityIsShownForAReasonToThoseWhoAreNamed() throws {
    try place.succeed("protect", reference)
    for arguments in [["show", reference], ["show", reference, "--json"], ["list", "--json"]] {
      let text = try place.run(arguments).text
      #expect(!text.contains("Anna") && !text.contains("anna@"), "\(text)")
    }
    let input = "Brev ska ut."
    try place.run("show", reference, "--open-protected", input: input)
      .expectRefused("Bara den som är utsedd")
    try place.run("protect", reference, "--lift", input: input)
      .expectRefused("Bara den som är utsedd")
    try become("custodian", "registrar", "head")
    try place.run("show", reference, "--open-protected").expectRefused("Skälet saknas")
    let opened = try place.run("show", reference, "--open-protected", input: input)
    #expect(opened.text.contains("Anna Exempel"))
    #expect(try !place.run("show", reference).text.contains("Anna"))
    let lines: [Line] = try place.succeed("access", "--json").json()
    #expect(lines.compactMap(\.reason) == [input])
    try place.succeed("protect", reference, "--lift", input: "Hävt.")
    #expect(try place.run("show", reference).text.contains("Anna Exempel"))
    try place.expectVerified()
  }

  @Test func aFileOfAProtectedMatterIsFetchedForAReason() throws {
    try place.succeed("attach", reference, "-", input: "Ett brev.")
    try place.succeed("protect", reference)
    let arguments = ["attachment", reference, "1", "--open-protected"]
    try place.run(arguments, input: "Dom.").expectRefused("Bara den som är utsedd")
    try become("custodian", "registrar", "head")
    try place.run("attachment", reference, "1").expectRefused("Bilagan kan visa")
    try place.run(arguments).expectRefused("Skälet saknas")
    #expect(try place.run(arguments, input: "Dom.").text == "Ett brev.")
    let lines: [Line] = try place.succeed("access", "--json").json()
    #expect(lines.compactMap(\.reason) == ["Dom."])
    try place.expectVerified()
  }

  @Test func thatItWasPutRightDirectlyIsRecorded() throws {
    try place.succeed("solved", reference, input: "Vi lagade den.\n")
    #expect(try place.succeed("show", reference).text.contains("Löst direkt: Vi lagade den."))
    #expect(try place.matter(reference).kinds.last == "solved-at-once")
  }
}
