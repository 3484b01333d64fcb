import Foundation
import Testing

/// Texts with escape sequences and marks of direction: taken in as they are, and shown harmless.
@Suite struct BadTextTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  /// Clears the screen, titles the window, turns the direction; C0, DEL, C1, and what is not seen.
  static let nasty = """
    Hej\u{1B}[2J\u{1B}]0;stulen\u{7}\u{9B}31m\u{7F}\u{8}\u{8}\u{202E}kcab\u{202C}\u{2066}x\u{2069}\
    \u{200F}\u{200E}\u{61C}\u{85}\u{90}\u{2028}rad\u{2029}slut\u{FEFF}\u{200B}
    """

  private func registered() throws -> String {
    let subject = "Rubrik =?utf-8?B?\("\u{1B}[2J\u{202E}bak\u{9B}".data.base64EncodedString())?="
    let mail = MailFile(
      from: "=?utf-8?B?\("An\u{1B}[31mna\u{202E}".data.base64EncodedString())?= <anna@exempel.se>",
      subject: subject, body: Self.nasty)
    return try place.register("a.eml", mail.text)
  }

  @Test func nothingThatIsPrintedCanMoveACursor() throws {
    let reference = try registered()
    try place.succeed("assign", reference, "gata")
    try place.succeed("categorise", reference, "klagomål")
    let answered = try place.run(
      ["answer", reference, "--how", "epost"], input: "Du skrev:\n\(Self.nasty)\n")
    #expect(answered.status == 0, "\(answered.complaint)")
    for command in [
      ["show", reference], ["show", reference, "--json"], ["list"], ["list", "--json"],
      ["letter", reference], ["verify"],
    ] {
      let outcome = try place.run(command)
      #expect(outcome.status == 0, "\(command)")
      #expect(!outcome.text.isEmpty)
      outcome.expectPlain()
      #expect(outcome.text.unicodeScalars.allSatisfy { $0 != "\u{FEFF}" && $0 != "\u{200B}" })
    }
  }

  @Test func theExactTextIsKept() throws {
    let reference = try registered()
    let text = try #require(try place.matter(reference).text)
    #expect(Array(text.unicodeScalars) == Array(Self.nasty.unicodeScalars))
  }

  @Test func whatIsShownHasMarks() throws {
    let reference = try registered()
    let text = try place.succeed("show", reference).text
    #expect(text.contains("Hej␛[2J"))
    #expect(text.contains("<U+202E>"))
  }

  @Test func aNameOfAFileCannotEither() throws {
    let name = "bi\u{1B}[2Jld\u{202E}gpj.exe"
    let word = "=?utf-8?B?\(name.data.base64EncodedString())?="
    let mail = MailFile.with([(word, Data([1, 2, 3]))], body: "Se bilden.")
    let reference = try place.register("a.eml", mail.text)
    for arguments in [["show", reference], ["show", reference, "--json"]] {
      try place.run(arguments).expectPlain()
    }
    // A path is text too.
    let odd = try place.write("x\u{1B}[31m\u{202E}.eml", MailFile().text)
    for arguments in [["import", odd], ["import", "--json", odd], ["import", odd + "\u{1B}"]] {
      try place.run(arguments).expectPlain()
    }
    try place.run("show", "26-1\u{1B}[2J").expectPlain()
    try place.run("nonsense\u{1B}[2J").expectPlain()
    try place.run("list", "--queue", "x\u{1B}[2J\u{202E}").expectPlain()
    try place.run("list", "--database", place.folder + "/\u{1B}[2J").expectPlain()
  }

  @Test func composedAndDecomposedLettersStayAsTheyWere() throws {
    let texts = [
      ("nfc", "r\u{E4}ksm\u{F6}rg\u{E5}s"), ("nfd", "ra\u{308}ksmo\u{308}rga\u{30A}s"),
    ]
    for (name, text) in texts {
      let reference = try place.register("\(name).eml", MailFile(body: text).text)
      let shown = try #require(try place.matter(reference).text)
      #expect(Array(shown.utf8) == Array(text.utf8))
    }
  }
}

extension FrontSuite {
  /// The same texts in the front.
  @Suite struct BadTextOnScreenTests {
    @Test func theScreenShowsMarks() throws {
      let place = try Place.withOrganisation()
      let mail = MailFile(subject: "Konstigt", body: BadTextTests.nasty)
      let reference = try place.register("a.eml", mail.text)
      try place.succeed("assign", reference, "gata")
      let screen = try Screen([], environment: place.environment)
      try screen.waitForSelection("Konstigt")
      let title = try screen.title()
      try screen.waitFor("Hej␛[2J")
      #expect(try screen.lines()[0].contains("Provköpings kommun"))
      try screen.press("Enter")
      try screen.waitFor("Enter: ")
      try screen.waitFor("<U+202E>kcab")
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.waitFor("Hej␛[2J")
      #expect(try screen.title() == title)
      #expect(try screen.text().forbiddenScalars.isEmpty)
    }
  }
}
