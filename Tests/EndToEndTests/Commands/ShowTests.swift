import Foundation
import Testing

/// `synpunkt show`, `letter` and `attachment`: what came in comes out.
@Suite struct ShowTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  @Test func theKeysAreThese() throws {
    let reference = try place.register("a.xml", FormFile().xml)
    let outcome = try place.succeed("show", reference, "--json")
    #expect(
      try outcome.keys().isSuperset(of: [
        "reference", "title", "arrivedOn", "category", "subjectArea", "status", "unit", "handler",
        "channel", "answerBy", "closedOn", "text", "additions", "sender", "externalId",
        "attachments", "deadlines", "events",
      ]))
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let sender = try #require(object?["sender"] as? [String: Any])
    #expect(
      Set(sender.keys) == [
        "anonymous", "kind", "name", "organisation", "email", "phone", "address", "replyVia",
        "wantsAnswer",
      ])
    let events = try #require(object?["events"] as? [[String: Any]])
    #expect(events.allSatisfy { Set($0.keys).isSuperset(of: ["at", "by", "kind"]) })
    let deadlines = try #require(object?["deadlines"] as? [[String: Any]])
    #expect(
      deadlines.first.map { Set($0.keys) }?
        .isSuperset(of: ["start", "lastDay", "counted", "skipped"]) == true)
  }

  @Test func everyFormOfANumberIsFound() throws {
    let reference = try place.register("a.eml", MailFile().text)
    let parts = reference.split(separator: "-")
    let serial = try #require(Int(parts[2]))
    let year = parts[1]
    for form in [
      reference, reference.lowercased(), "\(year)-\(serial)", "\(year.suffix(2))-\(serial)",
      "syn-\(year.suffix(2))-\(serial)", "SYN-\(year)-\(serial)", " \(reference) ",
      "\(year)-\(parts[2])",
    ] {
      #expect(try place.matter(form).reference == reference, "\(form)")
    }
  }

  @Test func whatWasWrittenComesOut() throws {
    let text = "Hej!\n\n  Indraget, och slut   \n\tTabb. Å NFD: A\u{30A}. Emoji: 👩‍👩‍👧 ½ €\n\nHej då"
    let mail = try place.register("a.eml", MailFile(body: text).text)
    #expect(Array((try place.matter(mail).text ?? "").utf8) == Array(text.utf8))
    let form = try place.register("b.xml", FormFile(text: text).xml)
    #expect(Array((try place.matter(form).text ?? "").utf8) == Array(text.utf8))
    let lines = try place.succeed("show", mail).text
    #expect(lines.contains("  Indraget, och slut   \n"))
    #expect(lines.contains("Anna Exempel"))
  }

  @Test("What has happened is told in the words of the program")
  func theHistoryIsInSwedish() throws {
    let reference = try place.register("a.eml", MailFile().text)
    try place.succeed("categorise", reference, "klagomål")
    try place.succeed("assign", reference, "gata")
    let lines = try place.succeed("show", reference).text.split(separator: "\n").suffix(3)
    let told = lines.map { String($0.drop { $0 != ":" }.dropFirst(2)) }
    #expect(
      told == ["registrerat, kom in via e-post", "typ klagomål", "skickat till Gata"])
  }

  @Test func oneWhoChoseToBeAnonymousIs() throws {
    let form = FormFile(
      more: """
        <reportType><QueryID>3</QueryID><Name>Typ av återkoppling</Name><Value>Jag vill vara \
        anonym och läsa mitt svar via en länk</Value></reportType>
        """)
    let xml = form.xml.replacingOccurrences(
      of: "<Posted>",
      with: "<Poster><Firstname>Hemlige</Firstname><Lastname>Harald</Lastname></Poster><Posted>")
    let reference = try place.register("a.xml", xml)
    let outcome = try place.succeed("show", reference, "--json")
    let sender = try outcome.json(MatterAnswer.self).sender
    #expect(sender?.anonymous == true)
    #expect(sender?.name == nil)
    #expect(sender?.replyVia == "e-tjänst")
    // Neither in any file of the database.
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: place.database + suffix))
      #expect(bytes.range(of: "Harald".data) == nil)
    }
  }

  @Test func attachmentsComeOutByteForByte() throws {
    let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) })
    let other = Data([0, 0xFF, 0x0D, 0x0A, 0x1B])
    let mail = MailFile.with([("bild.jpg", bytes), ("två ord.bin", other)], body: "Se bilden.")
    let reference = try place.register("a.eml", mail.text)
    let matter = try place.matter(reference)
    #expect(matter.attachments?.map(\.size) == [300_000, 5])
    #expect(matter.attachments?.first?.name == "bild.jpg")
    let shown = try place.succeed("show", reference).text
    #expect(shown.contains("1  bild.jpg  300000 byte\n"))
    #expect(try place.succeed("attachment", reference, "1").output == bytes)
    #expect(try place.succeed("attachment", reference, "2").output == other)
    try place.run("attachment", reference, "3").expectRefused("2 bilagor")
    try place.run("attachment", reference, "0").expectRefused("2 bilagor")
    let plain = try place.register("b.eml", MailFile().text)
    try place.run("attachment", plain, "1").expectRefused("inga bilagor")
  }
}
