import Foundation
import Testing

extension FrontSuite {
  /// Terminals, keyboards and locales of every kind.
  @Suite(.needs(.python)) struct EverywhereTests {
    let place: Place

    init() throws {
      place = try Place.withOrganisation()
      for number in 1...3 {
        _ = try place.register(
          "\(number).eml", MailFile(subject: "Grop \(number)", daysAgo: 30 - number).text)
      }
    }

    private func open(_ environment: [String: String]) throws -> RawTerminal {
      try RawTerminal(environment: place.environment.merging(environment) { $1 })
    }

    // MARK: - Colours

    @Test(arguments: ["xterm-256color", "linux", "screen", "putty-256color"])
    func noColourIsNoColourAtAll(type: String) throws {
      let terminal = try open(["TERM": type, "NO_COLOR": "1"])
      try walk(terminal)
      #expect(terminal.styles.filter { $0 >= 30 }.isEmpty, "\(terminal.styles)")
      // The palette of the console and of xterm.
      #expect(!terminal.text.contains("\u{1B}]"))
    }

    @Test(arguments: ["vt100", "vt220", "xterm-mono"])
    func whatHasNoColoursHearsNothingOfThem(type: String) throws {
      let terminal = try open(["TERM": type])
      try walk(terminal)
      #expect(terminal.styles.filter { $0 >= 30 }.isEmpty, "\(terminal.styles)")
    }

    @Test func elsewhereThereAreColours() throws {
      let terminal = try open(["TERM": "xterm-256color"])
      try walk(terminal)
      #expect(terminal.styles.contains { $0 >= 30 })
    }

    /// Through a list, a matter and its text, and out again.
    private func walk(_ terminal: RawTerminal) throws {
      try terminal.waitFor("hjälp")
      try terminal.type("jn")
      try terminal.waitFor("klagomål")
      try terminal.type("o")
      try terminal.waitFor("sta steg")
      try terminal.type("qqq")
      #expect(try terminal.waitForEnd() == 0)
    }

    // MARK: - Locales

    @Test(arguments: ["C", "POSIX", "sv_SE.UTF-8", "xx_YY.ISO-8859-1", "../../etc/passwd"])
    func aLocaleWithoutSwedishLettersIsNoObstacle(locale: String) throws {
      let terminal = try open(["TERM": "xterm", "LANG": locale])
      try note("Å, ä och ö: 5 § – ”så”.", on: terminal)
      #expect(try notes() == ["Å, ä och ö: 5 § – ”så”."])
    }

    @Test(.needs(.localedef)) func aTerminalInLatin1HasItsLetters() throws {
      let folder = place.folder + "/locale"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      _ = try Child(
        ["localedef", "-i", "sv_SE", "-f", "ISO-8859-1", folder + "/sv_SE.ISO-8859-1"]
      ).finish()
      let terminal = try open(
        ["TERM": "xterm", "LC_ALL": "sv_SE.ISO-8859-1", "LOCPATH": folder])
      try terminal.waitFor([0x68, 0x6A, 0xE4, 0x6C, 0x70])
      try note([0xC5, 0x20, 0xE4, 0x20, 0xF6], on: terminal)
      #expect(!terminal.text.contains("fel teckenkodning"))
      #expect(try notes() == ["Å ä ö"])
    }

    /// The keyboard writes Latin-1 where the program reads UTF-8.
    @Test func latin1KeysAreUnderstoodAndToldOf() throws {
      let terminal = try open(["TERM": "xterm", "LC_ALL": "C.UTF-8"])
      try terminal.waitFor("hjälp")
      try terminal.type([0xE5])
      try terminal.waitFor("fel teckenkodning")
      // Typed fast, and each letter by itself; none is lost, and none of those around it.
      let words = "Det är för få på natten, och städat blir det på måndag å".unicodeScalars
      try note(words.map { UInt8($0.value) }, on: terminal)
      #expect(try notes() == ["Det är för få på natten, och städat blir det på måndag å"])
      #expect(terminal.text.contains("fel teckenkodning"))
    }

    private func note(_ text: String, on terminal: RawTerminal) throws {
      try terminal.waitFor("hjälp")
      try note(Array(text.utf8), on: terminal)
    }

    /// Writes an internal note on the first matter, and leaves.
    private func note(_ bytes: [UInt8], on terminal: RawTerminal) throws {
      try terminal.type("\r")
      try terminal.waitFor("sta steg")
      try terminal.type("i")
      try terminal.waitFor("Intern anteckning")
      try terminal.type(bytes)
      try terminal.type([0x13])
      try terminal.waitFor("sparad")
      try terminal.type("qq")
      #expect(try terminal.waitForEnd() == 0)
    }

    /// The internal notes that have been written.
    private func notes() throws -> [String] {
      try place.matters().flatMap { try place.matter($0.reference).events ?? [] }
        .filter { $0.kind == "internal-note" }.compactMap(\.text)
    }

    // MARK: - Types

    @Test func withoutATypeItSaysWhatToSet() throws {
      let terminal = try open([:])
      #expect(try terminal.waitForEnd() == 1)
      #expect(terminal.text.contains("TERM saknas"))
      #expect(!terminal.text.contains("\u{1B}"))
    }

    @Test(arguments: [
      "nonsense-42", "../../x", "/etc/passwd", "..", "x\u{1B}[31mterm", "åäö",
      String(repeating: "x", count: 5_000),
    ])
    func anUnknownTypeIsToldOfAndUsedAsAnother(type: String) throws {
      let terminal = try open(["TERM": type, "LC_ALL": "C.UTF-8"])
      try terminal.waitFor("är okänd här")
      try terminal.type("q")
      #expect(try terminal.waitForEnd() == 0)
      #expect(!terminal.text.contains("\u{1B}[31m"))
    }

    /// Keys as each kind of terminal sends them.
    struct Keyboard: Sendable, CustomTestStringConvertible {
      var type: String
      var home: String
      var end: String
      var help: String
      var down: String
      var testDescription: String { "\(type) \(home.dropFirst())" }
    }

    static let keyboards = [
      Keyboard(
        type: "xterm-256color", home: "\u{1B}OH", end: "\u{1B}OF", help: "\u{1B}OP",
        down: "\u{1B}OB"),
      Keyboard(
        type: "xterm", home: "\u{1B}[1~", end: "\u{1B}[4~", help: "\u{1B}[11~", down: "\u{1B}[B"),
      Keyboard(
        type: "putty", home: "\u{1B}[1~", end: "\u{1B}[4~", help: "\u{1B}[11~", down: "\u{1B}OB"),
      Keyboard(
        type: "putty", home: "\u{1B}[7~", end: "\u{1B}[8~", help: "\u{1B}OP", down: "\u{1B}[B"),
      Keyboard(
        type: "linux", home: "\u{1B}[1~", end: "\u{1B}[4~", help: "\u{1B}[[A", down: "\u{1B}[B"),
      Keyboard(
        type: "screen", home: "\u{1B}[1~", end: "\u{1B}[4~", help: "\u{1B}OP", down: "\u{1B}OB"),
      Keyboard(
        type: "rxvt", home: "\u{1B}[7~", end: "\u{1B}[8~", help: "\u{1B}[11~", down: "\u{1B}[B"),
      // A vt100 has neither Home nor End; the letters do as well.
      Keyboard(type: "vt100", home: "g", end: "G", help: "\u{1B}OP", down: "\u{1B}OB"),
      Keyboard(type: "vt100", home: "g", end: "G", help: "?", down: "j"),
    ]

    @Test(arguments: keyboards)
    func theKeysOfEachKindOfTerminal(keyboard: Keyboard) throws {
      let screen = try Screen([], environment: place.environment, type: keyboard.type)
      try screen.waitForSelection("Grop 1")
      try screen.write(keyboard.end)
      try screen.waitForSelection("Grop 3")
      try screen.write(keyboard.home)
      try screen.waitForSelection("Grop 1")
      try screen.write(keyboard.down)
      try screen.waitForSelection("Grop 2")
      try screen.write(keyboard.help)
      try screen.waitFor("Det här går att göra nu")
      try screen.press("Escape")
      try screen.waitForSelection("Grop 2")
      // What is late is told in words, and the type by its name.
      try screen.waitFor("dgr sen")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
    }

    /// Where a letter is text and there are no function keys, Ctrl-X is the help.
    @Test func theHelpIsThereWithoutFunctionKeys() throws {
      let screen = try Screen([], environment: place.environment, type: "vt100")
      try screen.waitForSelection("Grop 1")
      try screen.press("m", "Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.press("C-x")
      try screen.waitFor("Det här går att göra nu")
      try screen.press("C-x")
      try screen.waitFor("Handbok för Synpunkt")
      try screen.press("Escape", "Escape")
      try screen.waitFor("Skriv det som berättas")
    }

    // MARK: - Windows

    @Test func aSmallWindowSaysWhatIsNeeded() throws {
      let screen = try Screen(
        [], environment: place.environment, columns: 20, rows: 5)
      try screen.waitFor("minst 40x8.")
      try screen.resize(columns: 40, rows: 8)
      try screen.waitForSelection("Grop 1")
      try screen.press("Enter")
      try screen.waitFor("Maten var kall i dag igen.")
    }

    /// A cell takes memory, and a window may say anything of its size.
    @Test func aHugeWindowIsDrawnOnInItsCorner() throws {
      let terminal = try RawTerminal(
        environment: place.environment.merging(["TERM": "xterm"]) { $1 }, columns: 2_000,
        rows: 2_000)
      try terminal.waitFor("hjälp")
      let size = terminal.farthest
      #expect((100...200).contains(size.row) && (100...500).contains(size.column), "\(size)")
      let memory = try terminal.peakMemory()
      try terminal.resize(columns: 80, rows: 24)
      try terminal.waitFor("hjälp")
      try terminal.resize(columns: 1_500, rows: 3_000)
      try terminal.waitFor("hjälp")
      try terminal.type("\r")
      try terminal.waitFor("sta steg")
      #expect(terminal.farthest.row <= 200 && terminal.farthest.column <= 500)
      #expect(try terminal.peakMemory() < memory + 40_000)
      #expect(memory < 150_000)
      try terminal.type("qq")
      #expect(try terminal.waitForEnd() == 0)
    }

    // MARK: - No terminal

    @Test(arguments: ["</dev/null", ">\"$0/out\"", "<&-"])
    func withoutATerminalItSaysWhatToDo(redirection: String) throws {
      let script = "exec \"$@\" \(redirection)"
      let child = try Child(
        ["sh", "-c", script, place.folder, Program.path],
        environment: place.environment.merging(["TERM": "xterm"]) { $1 })
      try child.finish().expectRefused("behöver en terminal", "synpunkt list")
    }
  }
}
