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
      ("en ek, Ek och ekar", "en ek, [dolt] och ekar"),
      ("Mejla Blomman73@Exempel.se.", "Mejla [dolt]."),
      ("Ring 0701234567 nu", "Ring [dolt] nu"), ("070 - 123 45 67", "[dolt]"),
      ("Ring 070-123 45 68", "Ring 070-123 45 68"), ("kl 12.34", "kl 12.34"),
      ("på storgatan 5 i stan", "på [dolt] i stan"), ("Gretas rum", "[dolt] rum"),
      ("Greta Lunds rum", "[dolt]s rum"), ("Ekens bygg", "[dolt]"), ("", ""),
    ])
  func hidden(text: String, shown: String) throws {
    #expect(try mask().hiding(text) == shown)
  }

  @Test("Where nothing is known, nothing is hidden")
  func anonymous() throws {
    let world = World()
    let mask = Mask(of: try world.registered(world.incoming(from: .anonymous())))
    #expect(mask.hiding("Anna 070-123 45 67") == "Anna 070-123 45 67")
  }
}
