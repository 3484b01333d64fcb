import Foundation
import Testing

extension FrontSuite {
  /// `synpunkt demo`: what it opens, and what it does not.
  @Suite struct DemoTests {
    let place: Place

    init() throws { place = try Place() }

    private var leftovers: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? []
      return names.filter { $0.hasPrefix("synpunkt-demo") }
    }

    @Test func itOpensAndQuits() throws {
      let screen = try Screen(["demo"], environment: place.environment)
      try screen.waitFor("DEMO")
      try screen.waitFor("[Nya")
      try screen.waitFor("sortera nya")
      #expect(leftovers.count == 1)
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
      #expect(leftovers.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: place.database))
    }

    @Test func eachOfItsPeopleSeesTheirOwn() throws {
      let path = try Demo.copy(to: place.folder)
      let screen = try Screen(["demo", "--database", path], environment: place.environment)
      try screen.waitFor("Maja Exempelsson")
      for (key, name) in [
        ("2", "Åsa Exempel"), ("3", "Omar Exempel"), ("4", "Karin Exempel"), ("5", "Rut Exempel"),
        ("6", "Stig Exempel"), ("1", "Maja Exempelsson"),
      ] {
        try screen.press("F2")
        try screen.waitFor("Vem vill du vara i demon?")
        try screen.press(key)
        try screen.waitFor("Nu är du \(name).", without: "Vem vill du vara")
        #expect(try screen.lines()[0].contains(name))
      }
    }

    @Test func withoutATerminalItPrintsASummary() throws {
      for arguments in [["demo"], ["demo", "--database", place.folder + "/demo.sqlite"]] {
        let outcome = try place.run(arguments)
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(outcome.lines.count < 24)
        #expect(outcome.text.contains("Exempelköpings kommun"))
        #expect(outcome.text.contains("dgr sen"))
        #expect(outcome.lines.last?.contains("synpunkt demo") == true)
        outcome.expectPlain()
      }
      #expect(leftovers.isEmpty)
    }

    @Test func whatWasDoneInAKeptDemoIsThereTheNextTime() throws {
      let path = place.folder + "/demo.sqlite"
      let first = try place.run("demo", "--database", path)
      let mail = try place.write("a.eml", MailFile(subject: "Ligger kvar").text)
      #expect(try place.run("import", "--database", path, mail).status == 0)
      let second = try place.run("demo", "--database", path)
      #expect(first.status == 0 && second.status == 0)
      let list = try place.run("list", "--queue", "all", "--database", path)
      #expect(list.text.contains("Ligger kvar"))
    }

    @Test func anOrdinaryDatabaseIsNotOpenedAndNotChanged() throws {
      let place = try Place.withOrganisation()
      _ = try place.register("a.eml", MailFile().text)
      let rows = try place.matters()
      let before = try Data(contentsOf: URL(fileURLWithPath: place.database))
      try place.run("demo", "--database", place.database).expectRefused("ingen övningsdatabas")
      let screen = try Screen(
        ["demo", "--database", place.database], environment: place.environment)
      #expect(try screen.waitForEnd() == 1)
      #expect(try screen.text().contains("övningsdatabas"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.database)) == before)
      #expect(try place.matters() == rows)
      try place.expectVerified()
    }

    @Test func aFileThatIsNoDatabaseIsNotOpenedAndNotChanged() throws {
      let path = try place.write("brev.txt", "Ett viktigt brev.\n")
      try place.run("demo", "--database", path).expectRefused("ingen databas för Synpunkt")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "Ett viktigt brev.\n")
    }

    @Test func thereIsNoOtherPersonToBecomeOutsideADemo() throws {
      let place = try Place.withOrganisation()
      _ = try place.register("a.eml", MailFile(subject: "Provärende").text)
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Provärende")
      #expect(!(try screen.text().contains("DEMO")))
      try screen.press("F2")
      try screen.waitFor("Det går bara i demon.")
      try screen.press("?")
      try screen.waitFor("Öppna det markerade ärendet", without: "byt person")
      #expect(!(try screen.text().contains("Byt person")))
      try screen.press("Escape", ":")
      try screen.type("byt-person")
      try screen.press("Enter")
      #expect(!(try screen.text().contains("Vem vill du vara")))
    }
  }
}
