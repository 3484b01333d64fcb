import Testing

@testable import Domain

/// What tells who the sender is, hidden in texts.
@Suite("Hiding the sender in a text")
struct MaskTests {
  static let sender = Sender(
    kind: .individual, name: "Anna Ek Svensson", organisation: "Ekens bygg",
    email: "blomman73@exempel.se", phone: "+46 70-123 45 67",
    address: "Storgatan 5, 123 45 Provköping", replyVia: .email)

  private func mask() throws -> Mask {
    let world = World()
    var incoming = world.incoming(from: Self.sender)
    incoming.concerns = "Greta Lund"
    return Mask(of: try world.registered(incoming))
  }

  @Test(
    "What is known is hidden however it is written, and nothing else",
    arguments: [
      ("Hälsningar Anna Ek Svensson", "Hälsningar [dolt]"),
      ("hälsningar ANNA EK SVENSSON!", "hälsningar [dolt]!"),
      ("/Anna", "/[dolt]"), ("Annas mamma", "[dolt] mamma"), ("Annars", "Annars"),
      // A name in small letters is as much of a name: a tree that is hidden too harms less.
      ("en ek, Ek och ekar", "en [dolt], [dolt] och ekar"),
      ("mvh anna", "mvh [dolt]"), ("hos annas mor", "hos [dolt] mor"),
      ("ANNA-LENA EK-SVENSSON", "[dolt] [dolt]"), ("Lena-Anna", "[dolt]"),
      ("Anna Ek Svensson-Lund!", "[dolt]!"), ("Svensson\u{2011}Bok", "[dolt]"),
      ("anna- och bort", "[dolt]- och bort"),
      ("Mejla Blomman73@Exempel.se.", "Mejla [dolt]."),
      ("Ring 0701234567 nu", "Ring [dolt] nu"), ("070 - 123 45 67", "[dolt]"),
      ("Ring 070-123 45 68", "Ring 070-123 45 68"), ("kl 12.34", "kl 12.34"),
      ("på storgatan 5 i stan", "på [dolt] i stan"), ("Gretas rum", "[dolt] rum"),
      ("Greta Lunds rum", "[dolt]s rum"), ("Ekens bygg", "[dolt]"), ("", ""),
    ])
  func hidden(text: String, shown: String) throws {
    #expect(try mask().hiding(text) == shown)
  }

  @Test(
    "However the sender wrote the name, and the text does",
    arguments: ["anna exempel", "Anna Exempel", "ANNA EXEMPEL", "anna Exempel"])
  func anyCase(name: String) throws {
    let world = World()
    let mask = Mask(of: try world.registered(world.incoming(from: Sender(name: name))))
    #expect(
      mask.hiding("Jag, Anna Exempel-Svensson, och mor. Mvh Anna. ANNAS, exempels")
        == "Jag, [dolt], och mor. Mvh [dolt]. [dolt], [dolt]")
  }

  @Test(
    "What was only written where an answer was sent",
    arguments: [
      (.letter, "Bo Ek, Hemligvägen 7, 291 00 Provstad", "Bo, hemligvägen 7", "[dolt], [dolt]"),
      (.email, "bo@exempel.se", "Svara bo@exempel.se", "Svara [dolt]"),
      (.phone, "Greta Ek, 070-765 43 21", "Ring 0707654321, Greta", "Ring [dolt], [dolt]"),
      (.eService, "e-tjänsten", "e-tjänsten är trög", "e-tjänsten är trög"),
    ] as [(AnswerWay, String, String, String)])
  func recipient(way: AnswerWay, recipient: String, text: String, shown: String) throws {
    let world = World()
    var matter = try world.registered(world.incoming(from: .anonymous()))
    #expect(Mask(of: matter).hiding(text) == text)
    matter.apply(
      MatterEvent(
        sequence: 2, step: 2, at: matter.events[0].at, by: "maja",
        facts: .answered(MatterFacts.Answer(way: way, on: World.today)),
        content: MatterContent(recipient: recipient)))
    #expect(Mask(of: matter).hiding(text) == shown)
  }

  @Test("A double name is known by each of its parts")
  func doubleName() throws {
    let world = World()
    let sender = Sender(name: "anna-lena exempel-svensson")
    let mask = Mask(of: try world.registered(world.incoming(from: sender)))
    #expect(mask.hiding("Lena, Anna, svensson, Exempels") == "[dolt], [dolt], [dolt], [dolt]")
    #expect(mask.hiding("Anna-Lena Exempel") == "[dolt] [dolt]")
  }

  @Test("Words that join names stand in every text")
  func joiningWords() throws {
    let world = World()
    let sender = Sender(name: "anna och per von exempel, själv")
    let mask = Mask(of: try world.registered(world.incoming(from: sender)))
    #expect(mask.hiding("Per själv, och Von Ek") == "[dolt] själv, och Von Ek")
    let noble = Mask(of: try world.registered(world.incoming(from: Sender(name: "Ann De Geer"))))
    #expect(noble.hiding("fru de geer") == "fru [dolt] [dolt]")
  }

  @Test("Where nothing is known, nothing is hidden")
  func anonymous() throws {
    let world = World()
    let mask = Mask(of: try world.registered(world.incoming(from: .anonymous())))
    #expect(mask.hiding("Anna 070-123 45 67") == "Anna 070-123 45 67")
  }
}
