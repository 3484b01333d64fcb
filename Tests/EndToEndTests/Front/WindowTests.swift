import Foundation
import Testing

extension FrontSuite {
  /// The window: its size, its type, its end.
  @Suite struct WindowTests {
    let place: Place

    init() throws {
      place = try Place.withOrganisation()
      for number in 1...3 {
        _ = try place.register(
          "\(number).eml",
          MailFile(subject: "Ärende \(number)", daysAgo: 9 - number, body: "Text \(number).").text)
      }
    }

    private func open(_ arguments: [String] = [], type: String? = nil) throws -> Screen {
      try Screen(arguments, environment: place.environment, type: type)
    }

    @Test func everySizeIsFilledOrSaysThatItIsTooSmall() throws {
      let screen = try open()
      try screen.waitForSelection("Ärende 1")
      try screen.press("j")
      try screen.waitForSelection("Ärende 2")
      for (columns, rows) in [(40, 10), (200, 50), (80, 24), (40, 8), (300, 100)] {
        try screen.resize(columns: columns, rows: rows)
        // A smaller window loses its first row until it is painted anew.
        try screen.waitFor("Synpunkt · Provköpings kommun")
        try screen.waitForSelection("26-")
        try screen.waitFor("? hjälp")
        #expect(try screen.lines().count <= rows + 1)
      }
      try screen.resize(columns: 200, rows: 50)
      // On a wide screen the text stands beside the list.
      try screen.waitFor("Text 2.")
      try screen.resize(columns: 20, rows: 5)
      try screen.waitFor("Gör fönstret större")
      // Nobody sees what a key would do, so it does nothing but leave.
      try screen.press("x", "j", "Enter")
      try screen.resize(columns: 80, rows: 24)
      try screen.waitForSelection("Ärende 2")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
    }

    @Test func everyScreenSurvivesEverySize() throws {
      let screen = try open()
      try screen.waitForSelection("Ärende 1")
      for (keys, words) in [
        (["n"], "b beröm"), (["k"], "[k klagomål]"), (["Escape", "o"], "Enter:"),
        (["d"], "Svarstid"), (["Escape", "?"], "Gör det steg"), (["Escape", ":"], "Kommando"),
        (["Escape", "i"], "Intern anteckning"),
      ] {
        for key in keys { try screen.press(key) }
        try screen.waitFor(words)
        for (columns, rows) in [(40, 8), (1, 1), (250, 70), (80, 24)] {
          try screen.resize(columns: columns, rows: rows)
        }
        try screen.waitFor(words)
      }
      try screen.type("Kvar?")
      try screen.resize(columns: 41, rows: 9)
      try screen.waitFor("Kvar?")
    }

    @Test func aSpoiltScreenIsDrawnAgain() throws {
      let screen = try open()
      try screen.waitForSelection("Ärende 1")
      let before = try screen.settledText()
      // Something else writes on the terminal.
      let terminal = try screen.terminalPath()
      let file = try #require(FileHandle(forWritingAtPath: terminal))
      try file.write(contentsOf: "\u{1B}[2J\u{1B}[Hskräp".data)
      try screen.waitFor("skräp", without: "Ärende 1")
      try screen.press("C-l")
      try screen.waitFor("Ärende 1", without: "skräp")
      #expect(try screen.settledText() == before)
    }

    @Test func whenTheTerminalIsGoneTheProgramEnds() throws {
      let screen = try open()
      try screen.waitForSelection("Ärende 1")
      try screen.press("n")
      try screen.waitFor("b beröm")
      #expect(screen.pid > 0 && kill(screen.pid, 0) == 0)
      try screen.hangUp()
      #expect(screen.processIsGone())
      try place.expectVerified()
    }

    @Test func aThrowAwayDemoIsThrownAwayWhenTheTerminalGoes() throws {
      let screen = try open(["demo"])
      try screen.waitFor("DEMO")
      try screen.hangUp()
      #expect(screen.processIsGone())
      let names = try FileManager.default.contentsOfDirectory(atPath: place.folder)
      #expect(!names.contains { $0.hasPrefix("synpunkt-demo") })
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalEndsItAndGivesTheTerminalBack(signal: Int32) throws {
      let screen = try open()
      try screen.waitForSelection("Ärende 1")
      kill(screen.pid, signal)
      _ = try screen.waitForEnd()
      // What stood there before is there again, and nothing of the matters.
      #expect(!(try screen.text().contains("Ärende 1")))
    }

    @Test func anUnknownTerminalTypeIsNoObstacle() throws {
      let screen = try open(type: "nonsense-42")
      try screen.waitForSelection("Ärende 1")
      try screen.press("Down")
      try screen.waitForSelection("Ärende 2")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
    }

    @Test(arguments: [("dumb", "kan inte flytta markören"), ("", "Variabeln TERM saknas")])
    func aTerminalThatCannotDoItIsToldOf(type: String, words: String) throws {
      let screen = try open(type: type)
      #expect(try screen.waitForEnd() == 1)
      #expect(try screen.text().contains(words))
    }

    @Test(arguments: ["vt100", "xterm", "xterm-mono", "linux", "screen", "putty-256color"])
    func everyOrdinaryTerminalTypeWillDo(type: String) throws {
      let screen = try open(type: type)
      try screen.waitForSelection("Ärende 1")
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
    }
  }
}
