import Foundation
import Testing

extension FrontSuite {
  /// From an empty folder to the inbox.
  @Suite struct FirstStartTests {
    let place: Place

    init() throws { place = try Place() }

    /// Answers all questions, and stands on the last page.
    private func answer(_ screen: Screen) throws {
      try screen.waitFor("Välkommen till Synpunkt")
      try screen.press("Enter")
      try screen.waitFor("1 av 5  Kommunen")
      try screen.type("Provköpings kommun")
      try screen.press("Enter", "Enter")
      try screen.waitFor("2 av 5  Den första förvaltningen")
      try screen.type("Omsorgsförvaltningen")
      try screen.press("Tab")
      try screen.waitFor("Svar inom 10 arbetsdagar.")
      try screen.press("Tab", "s", "C-s")
      try screen.waitFor("3 av 5  Enheterna och deras chefer")
      try screen.type("Hemtjänst Öster")
      try screen.press("Tab")
      try screen.type("Åsa Lind")
      try screen.press("Tab")
      try screen.type("asa.lind")
      try screen.press("C-s")
      try screen.waitFor("4 av 5  De som tar emot och sorterar")
      try screen.type("Nina Ny")
      try screen.press("C-s")
      try screen.waitFor("5 av 5  Stämmer det?")
    }

    @Test func theGuideLeadsToTheInbox() throws {
      let screen = try Screen([], environment: place.environment)
      try answer(screen)
      try screen.waitFor("Hemtjänst Öster  (hemtjanst-oster): Åsa Lind, asa.lind")
      try screen.press("Enter")
      try screen.waitFor("Organisationen är sparad. Välkommen!")
      try screen.waitFor("[Nya 0]")
      #expect(try screen.lines()[0].contains("Provköpings kommun"))
      #expect(try screen.lines()[0].contains("Nina Ny"))
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      try place.expectVerified()

      // It goes on by file, and by itself the next time.
      let file = try place.write("a.yaml", try place.succeed("organisation", "show").text)
      #expect(try place.succeed("organisation", "apply", file).text == "nothing changes\n")
      let reference = try place.register("a.eml", MailFile().text)
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "Hemtjänst Öster")
      let again = try Screen([], environment: place.environment)
      try again.waitFor("[Nya 0]")
    }

    @Test func whatAnotherAppliedMeanwhileStands() throws {
      let screen = try Screen([], environment: place.environment)
      try answer(screen)
      let file = try place.write("o.yaml", Place.organisation)
      try place.succeed("organisation", "apply", file)
      try screen.press("Enter")
      try screen.waitFor("Någon annan hann lägga in en organisation")
      #expect(try place.succeed("organisation", "show").text.contains("Gata och park"))
    }

    @Test func nothingIsSavedBeforeTheEnd() throws {
      let screen = try Screen([], environment: place.environment)
      try answer(screen)
      try screen.press("Escape")
      try screen.waitFor("Nina Ny")
      try screen.hangUp()
      #expect(screen.processIsGone())
      try place.run("organisation", "show").expectRefused("No organisation has been applied yet")
    }

    @Test func whoIsNotInTheOrganisationIsRefused() throws {
      let other = Place.organisation.replacingOccurrences(
        of: "login: \(Program.login)", with: "login: nagon.annan")
      try place.succeed("organisation", "apply", try place.write("o.yaml", other))
      let screen = try Screen([], environment: place.environment)
      #expect(try screen.waitForEnd() == 1)
      #expect(try screen.text().contains("finns inte i organisationen"))
    }
  }
}
