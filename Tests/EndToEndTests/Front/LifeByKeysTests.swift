import Foundation
import Testing

extension FrontSuite {
  /// A whole matter, from an imported file to closed, with keys only, at 80 by 24.
  @Suite struct LifeByKeysTests {
    let place: Place
    let demo: String

    init() throws {
      place = try Place()
      demo = try Demo.copy(to: place.folder)
    }

    enum Kind: String, CaseIterable, Sendable {
      case mail
      case form
      case html
    }

    /// A file that becomes the latest matter of all, so that it stands first everywhere.
    private func file(_ kind: Kind) throws -> String {
      switch kind {
      case .mail:
        return try place.write(
          "a.eml", MailFile(subject: "Provärende", daysAgo: 120, body: "Maten var kall.").text)
      case .form:
        return try place.write(
          "a.xml", FormFile(daysAgo: 120, title: "Provärende", text: "Maten var kall.").xml)
      case .html:
        var mail = MailFile.html(
          "<p>Maten&nbsp;var <b>kall</b>.</p><p>H&auml;lsningar</p>", subject: "Provärende")
        mail.daysAgo = 120
        return try place.write("a.eml", mail.text)
      }
    }

    private func program(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        arguments + ["--database", demo], environment: place.environment)
    }

    @Test(arguments: Kind.allCases)
    func fromFileToClosed(kind: Kind) throws {
      let imported = try program("import", "--json", try file(kind))
      let reference = try #require(try imported.json([ImportResult].self).first?.reference)
      let parts = reference.split(separator: "-")
      let short = "\(parts[1].suffix(2))-\(try #require(Int(parts[2])))"

      let screen = try Screen(["demo", "--database", demo], environment: place.environment)
      try triage(screen, short)
      try answer(screen, short)
      try note(screen, short)
      try close(screen, short)
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)

      let matter = try program("show", reference, "--json").json(MatterAnswer.self)
      #expect(matter.status == "avslutad")
      #expect(matter.category == "klagomål")
      #expect(matter.unitCode == "hemtjanst-oster")
      #expect(matter.subjectArea == "mat och måltider")
      #expect(
        matter.kinds == [
          "registered", "categorised", "assigned", "answered", "official-note", "returned",
          "subject-area", "closed",
        ])
      #expect(
        matter.events?.map(\.by) == [
          "maja.mc", "maja.mc", "maja.mc", "asa.exempel", "asa.exempel", "asa.exempel", "maja.mc",
          "maja.mc",
        ])
      #expect(matter.text == (kind == .html ? "Maten var kall.\n\nHälsningar" : "Maten var kall."))
      let letter = try program("letter", reference).text
      #expect(letter.hasPrefix("Hej Anna Exempel!\n"))
      #expect(letter.contains("Vagnen var trasig.\n"))
      #expect(!letter.contains("⟦") && !letter.contains("[") && !letter.contains("{{"))
      let verified = try program("verify")
      #expect(verified.status == 0, "\(verified.text)")
    }

    private func triage(_ screen: Screen, _ short: String) throws {
      try screen.waitFor("DEMO")
      try screen.waitForSelection(short)
      try screen.press("Enter")
      try screen.waitFor("Maten var kall.")
      try screen.press("k")
      try screen.waitFor("[k klagomål]")
      try screen.type("öst")
      try screen.waitFor("> Hemtjänst Öster")
      try screen.press("Enter")
      try screen.waitFor("\(short) är skickat till Hemtjänst Öster som klagomål")
      try screen.press("Escape")
      try screen.waitFor("[Nya")
    }

    private func answer(_ screen: Screen, _ short: String) throws {
      try screen.press("F2")
      try screen.waitFor("Vem vill du vara i demon?")
      try screen.press("2")
      try screen.waitFor("Nu är du Åsa Exempel")
      try screen.waitForSelection(short)
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("Enter")
      try screen.waitFor("Välj brevmall")
      try screen.press("Enter")
      try screen.waitFor("Svar på \(short)")
      // Something is left to fill in: it stays here, and says what.
      try screen.press("C-s")
      try screen.waitFor("Granska svaret på \(short)")
      try screen.press("Enter")
      try screen.waitFor("Fyll i eller ta bort")
      try screen.press("Escape")
      try screen.waitFor("Svar på \(short)", without: "Granska")
      try fill(screen, ["Vagnen var trasig.", "Vi har lagat den.", "Förlåt."])
      try screen.press("C-s")
      try screen.waitFor("Granska svaret på \(short)")
      try screen.waitFor("Mottagare    anna@exempel.se")
      try screen.press("Enter")
      try screen.waitFor("Säger svaret något om hälsa eller insatser?")
      try screen.press("n")
      try screen.waitFor("nej, inget om det")
      try screen.press("Enter")
    }

    /// Writes in each mark; the first is selected, and what is typed takes its place.
    private func fill(_ screen: Screen, _ words: [String]) throws {
      // Without the synpunkt above it, all of the text is in view.
      try screen.press("F3", "F3")
      try screen.waitFor("⟦", without: "Maten var kall.")
      let marks = try screen.settledText().filter { $0 == "⟦" }.count
      for index in 0..<marks {
        let last = index < words.count ? words[index] : "Inte aktuellt."
        if index > 0 { try screen.press("Tab") }
        try screen.type(last)
        try screen.waitFor(last)
      }
      try screen.waitFor(words[0], without: "⟦")
    }

    private func note(_ screen: Screen, _ short: String) throws {
      try screen.waitFor("Tjänsteanteckning \(short)")
      try fill(screen, ["Vagnen undersökt.", "Vagnen lagad.", "Tas upp på mötet."])
      try screen.press("C-s")
      try screen.waitFor("åter: klar")
      try screen.press("q")
      try screen.waitFor("[Att göra")
    }

    private func close(_ screen: Screen, _ short: String) throws {
      try screen.press("F2")
      try screen.waitFor("Vem vill du vara i demon?")
      try screen.press("1")
      try screen.waitFor("Nu är du Maja Exempelsson")
      try screen.press("Tab")
      try screen.waitFor("[Att avsluta")
      try screen.select(short)
      try screen.press("Enter")
      try screen.waitFor("Enter: ")
      // Enter at once could be the one that opened it, held down.
      try screen.press("Down", "Enter")
      // The routine demands a subject: it is asked for then and there.
      try screen.waitFor("Vilket ämne?")
      try screen.type("mat och")
      try screen.waitFor("> mat och måltider")
      try screen.press("Enter")
      try screen.waitFor("avslutad")
      try screen.press("q")
      try screen.waitFor("[Att avsluta", without: short)
    }
  }
}
