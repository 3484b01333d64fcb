import Foundation
import Testing

extension FrontSuite {
  /// What is told, from the first key to the record.
  @Suite struct TakingByKeysTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    @Test func whatIsToldIsReadBackAndRegistered() throws {
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Du har inget att göra just nu.")
      try screen.press("m")
      try screen.waitFor("Fråga aldrig efter personnummer")
      try screen.press("Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.type("Maten är kall, och ingen ringer innan de kommer.")
      try screen.press("C-s")
      try screen.waitFor("del 1 av 1")
      try screen.press("g")
      try screen.waitFor("Vem lämnar synpunkten?")
      try screen.press("Tab", "Tab")
      try screen.type("Anna Exempel")
      try screen.press("Tab")
      try screen.type("070-123 45 67")
      try screen.press("C-s")
      try screen.waitFor("Du får svar per telefon")
      let matter = try #require(try place.matters().first)
      let whole = try place.matter(matter.reference)
      #expect(whole.text == "Maten är kall, och ingen ringer innan de kommer.")
      #expect(whole.sender?.name == "Anna Exempel")
      let lines = try place.succeed("show", matter.reference).text
      #expect(lines.contains("Uppläst av Prov Person och godkänd"))
      try place.expectVerified()
    }

    @Test func theReasonWhyItWasNotReadBackIsShown() throws {
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Du har inget att göra just nu.")
      try screen.press("m")
      try screen.waitFor("Fråga aldrig efter personnummer")
      try screen.press("Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.type("Maten är kall.")
      try screen.press("C-s")
      try screen.waitFor("del 1 av 1")
      try screen.press("k")
      try screen.waitFor("Varför kunde texten inte läsas upp?")
      try screen.type("Linjen bröts.")
      try screen.press("Enter")
      try screen.waitFor("Inte uppläst: Linjen bröts.")
      try screen.press("C-s")
      try screen.waitFor("Du har inte lämnat någon väg tillbaka")
      let matter = try #require(try place.matters().first)
      let shown = try place.succeed("show", matter.reference).text
      #expect(shown.contains("Inte uppläst för den som lämnade den: Linjen bröts."))
    }
  }
}
