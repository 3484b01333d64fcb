import Foundation
import Testing

extension FrontSuite {
  /// What is typed stays, and what is pasted is text and nothing else.
  @Suite struct WritingTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    /// Opens a matter that is at its unit.
    private func openMatter(_ body: String = "Gropen är djup.") throws -> (Screen, String) {
      let reference = try place.register("a.eml", MailFile(subject: "Grop", body: body).text)
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "gata")
      let screen = try Screen([], environment: place.environment)
      try screen.waitForSelection("Grop")
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      return (screen, reference)
    }

    @Test func escapeNeverLosesText() throws {
      let (screen, reference) = try openMatter()
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Något viktigt åäö.")
      try screen.press("Escape")
      try screen.waitFor("Enter: Svara avsändaren", without: "Intern anteckning")
      // An answer has its own text.
      try screen.press("s")
      try screen.waitFor("Välj brevmall")
      // The last choice is no template.
      try screen.press("End", "Enter")
      try screen.waitFor("Svar på", without: "Välj brevmall")
      try screen.type("Ett påbörjat svar.")
      try screen.press("Escape")
      try screen.waitFor("Enter: Svara avsändaren", without: "Ett påbörjat svar.")
      // All the way out, and back.
      try screen.press("Escape")
      try screen.waitForSelection("Grop")
      try screen.press("Enter", "i")
      try screen.waitFor("Något viktigt åäö.")
      try screen.press("Escape", "s")
      try screen.waitFor("Ett påbörjat svar.")
      // Reviewing and going back loses nothing.
      try screen.press("C-s")
      try screen.waitFor("Granska svaret")
      try screen.press("Escape")
      try screen.waitFor("Ett påbörjat svar.", without: "Granska svaret")
      #expect(try place.matter(reference).kinds.count == 3)
    }

    @Test func aTemplateNeverWritesOverWhatIsTyped() throws {
      let (screen, _) = try openMatter()
      try screen.press("s")
      try screen.waitFor("Välj brevmall")
      // The last choice is no template.
      try screen.press("End", "Enter")
      try screen.waitFor("Svar på", without: "Välj brevmall")
      try screen.type("Mina egna ord.")
      try screen.press("C-t")
      try screen.waitFor("Välj brevmall")
      try screen.press("Enter")
      // The first thing to fill in is in view; the typed words are at the top.
      try screen.waitFor("⟦Beskriv vad som hände och varför.⟧", without: "Välj brevmall")
      try screen.press("C-Home")
      try screen.waitFor("Mina egna ord.\n Hej Anna Exempel!")
    }

    @Test func pastedTextIsOneStepAndNoCommands() throws {
      let (screen, reference) = try openMatter()
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.paste("Rad ett\nrad två q x ? : \u{1B}[31m\nrad tre")
      try screen.waitFor("rad tre")
      // One step back, and one forth.
      try screen.press("C-z")
      try screen.waitFor("Intern anteckning", without: "Rad ett")
      try screen.press("C-y")
      try screen.waitFor("rad tre")
      try screen.press("C-s")
      try screen.waitFor("Enter: Svara avsändaren")
      let text = try place.matter(reference).events?.last?.text
      #expect(text?.hasPrefix("Rad ett\nrad två q x ? :") == true, "\(text ?? "nil")")
      #expect(text?.forbiddenScalars.isEmpty == true)
    }

    @Test func nothingIsPastedInAList() throws {
      let reference = try place.register("a.eml", MailFile(subject: "Grop").text)
      let screen = try Screen([], environment: place.environment)
      try screen.waitForSelection("Grop")
      try screen.paste("nkgata\nq")
      try screen.waitFor("Det går bara att klistra in där man skriver.")
      try screen.waitForSelection("Grop")
      #expect(try place.matter(reference).kinds == ["registered"])
    }

    @Test func whatAnotherDidMeanwhileDoesNotTakeTheText() throws {
      let (screen, reference) = try openMatter()
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Halvvägs genom en tanke")
      try place.succeed("note", reference, "--internal", input: "En annan tanke.")
      try place.succeed("categorise", reference, "förslag")
      try screen.press("C-s")
      try screen.waitFor("hann före")
      try screen.waitFor("Halvvägs genom en tanke")
      try screen.press("C-s")
      try screen.waitFor("Enter: Svara avsändaren", without: "Intern anteckning 26")
      #expect(try place.matter(reference).kinds.suffix(2) == ["categorised", "internal-note"])
      try place.expectVerified()
    }

    @Test func becomingAnotherInTheDemoKeepsTheText() throws {
      let demo = try Demo.copy(to: place.folder)
      let screen = try Screen(["demo", "--database", demo], environment: place.environment)
      try screen.waitFor("DEMO")
      func become(_ key: String, _ name: String) throws {
        try screen.press("F2")
        try screen.waitFor("Vem vill du vara")
        try screen.press(key)
        try screen.waitFor("Nu är du \(name)", without: "Vem vill du vara")
      }
      try become("2", "Åsa Exempel")
      try screen.press("Enter")
      try screen.waitFor("Enter: ")
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Får inte försvinna.")
      try screen.waitFor("Får inte försvinna.")
      try become("3", "Omar Exempel")
      try become("2", "Åsa Exempel")
      try screen.press("Enter")
      try screen.waitFor("Enter: ")
      try screen.press("i")
      try screen.waitFor("Får inte försvinna.")
    }

    @Test func writingLikeAPerson() throws {
      let (screen, reference) = try openMatter()
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Räksmörgås, naïve, 漢字, ½ €")
      try screen.press("Enter", "Enter")
      try screen.type("Slutt")
      try screen.press("BSpace")
      try screen.type(".")
      try screen.press("Home")
      try screen.type("Och ")
      try screen.press("C-s")
      try screen.waitFor("Enter: Svara avsändaren", without: "Intern anteckning 26")
      let text = try place.matter(reference).events?.last?.text
      #expect(text == "Räksmörgås, naïve, 漢字, ½ €\n\nOch Slut.")
    }
  }
}
