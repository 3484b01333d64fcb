import Foundation
import Testing

@testable import Terminal

/// The adapter on `/dev/null`: ncurses has one screen in a process, so one test at a time.
@Suite("Adapter", .serialized)
struct TerminalTests {
  private func open(_ type: String, isMonochrome: Bool = false) throws -> Terminal {
    let file = try #require(FileHandle(forUpdatingAtPath: "/dev/null"))
    return try Terminal(
      options: TerminalOptions(type: type, isMonochrome: isMonochrome),
      input: file.fileDescriptor, output: file.fileDescriptor, attach: false)
  }

  @Test("What a surface shows is what ncurses has")
  func paint() throws {
    let terminal = try open("xterm-256color")
    #expect(terminal.size == Size(columns: 80, rows: 24))
    #expect(terminal.unknownType == nil)
    #expect(!terminal.isMonochrome)
    var surface = Surface(size: terminal.size)
    let texts = [
      "Ärende 漢字 är öppet", "e\u{301}a\u{308} 👍🏽 🇸🇪 ❤\u{FE0F}", "\u{1B}[31m\u{202E}\u{7}", "한국어 …–“”",
    ]
    for (row, text) in texts.enumerated() {
      surface.write(text, at: Point(column: row, row: row), role: .late)
    }
    surface.write("hörn", at: Point(column: 76, row: 23), role: .failure)
    surface.write("漢", at: Point(column: 78, row: 22))
    surface.cursor = Point(column: 0, row: 23)
    terminal.paint(surface)
    for row in 0..<24 {
      let shown = terminal.row(row)
      #expect(TextWidth.width(of: shown) == 80)
      #expect(TextWidth.clip(shown, to: 80).trimmingEnd() == surface.lines[row])
    }
  }

  @Test("A smaller surface leaves the rest empty, a larger one is cut")
  func sizes() throws {
    let terminal = try open("xterm-256color")
    var large = Surface(size: Size(columns: 90, rows: 30))
    for row in 0..<30 {
      large.write(String(repeating: "漢", count: 45), at: Point(column: row % 2, row: row))
    }
    terminal.paint(large)
    #expect(terminal.row(0) == String(repeating: "漢", count: 40))
    #expect(terminal.row(1).trimmingEnd() == " " + String(repeating: "漢", count: 39))
    var small = Surface(size: Size(columns: 10, rows: 2))
    small.write("liten", at: Point(column: 0, row: 0))
    terminal.paint(small)
    #expect(terminal.row(0).trimmingEnd() == "liten")
    #expect(terminal.row(1).trimmingEnd().isEmpty)
    #expect(terminal.row(23).trimmingEnd().isEmpty)
  }

  @Test("A character the C library does not know keeps its columns")
  func unknownCharacter() throws {
    let terminal = try open("xterm-256color")
    var surface = Surface(size: terminal.size)
    // Not assigned in any version of Unicode so far: one wide by our table, one narrow.
    surface.write("\u{1FAFF}|\u{378}|\u{10FFFF}|", at: Point(column: 0, row: 0))
    terminal.paint(surface)
    #expect(terminal.row(0).trimmingEnd() == "\u{FFFD} |\u{FFFD}|\u{FFFD}|")
  }

  @Test(
    "Every kind of terminal Debian knows will do",
    arguments: ["xterm", "screen", "linux", "vt100", "vt220", "rxvt", "ansi", "tmux-256color"])
  func kinds(type: String) throws {
    let terminal = try open(type)
    #expect(terminal.unknownType == nil)
    #expect(terminal.isMonochrome == type.hasPrefix("vt"))
    var surface = Surface(size: terminal.size)
    for (row, role) in StyleRole.allCases.enumerated() {
      surface.write("\(role)", at: Point(column: 0, row: row), role: role)
    }
    terminal.paint(surface)
    #expect(terminal.row(11).trimmingEnd() == "\(StyleRole.allCases[11])")
  }

  @Test(
    "A terminal that is too new gets a stand-in",
    arguments: [("xterm-ghostty", false), ("foot", false), ("putty", false), ("hp2621", true)])
  func standIn(type: String, isMonochrome: Bool) throws {
    let terminal = try open(type)
    #expect(terminal.unknownType == type || terminal.unknownType == nil)
    #expect(terminal.isMonochrome == isMonochrome)
  }

  @Test(
    "What will not do is refused",
    arguments: [("", TerminalError.noType), ("dumb", .tooSimple("dumb"))])
  func refused(type: String, error: TerminalError) {
    #expect(throws: error) { try open(type) }
  }

  @Test(
    "What is wrong is one Swedish sentence, with what to do",
    arguments: [
      TerminalError.notATerminal, .noType, .unknownType("\u{1B}[2J"), .tooSimple("dumb"),
      .alreadyOpen, .system,
    ])
  func words(error: TerminalError) {
    let sentence = error.sentence
    #expect(sentence.hasSuffix(".") && !sentence.contains(". ") && !sentence.contains("\n"))
    #expect(sentence.contains(": ") && sentence.contains { "åäö".contains($0) })
    #expect(!sentence.contains("\u{1B}") && sentence.count < 150)
  }

  @Test("Two at a time are refused, and one after the other not")
  func one() throws {
    do {
      let first = try open("xterm", isMonochrome: true)
      #expect(first.isMonochrome)
      #expect(throws: TerminalError.alreadyOpen) { try open("xterm") }
      first.restore()
      first.restore()
      first.paint(Surface(size: first.size))
    }
    _ = try open("xterm")
  }

  @Test("A line at its end hangs up and does not spin")
  func endOfInput() throws {
    let terminal = try open("xterm")
    #expect(terminal.events(timeoutMilliseconds: 2000) == [.hangUp])
    let started = ContinuousClock.now
    #expect(terminal.events(timeoutMilliseconds: 0) == [.hangUp])
    #expect(ContinuousClock.now - started >= .milliseconds(50))
  }

  @Test("A file is no terminal")
  func notATerminal() throws {
    let file = try #require(FileHandle(forUpdatingAtPath: "/dev/null"))
    #expect(throws: TerminalError.notATerminal) {
      try Terminal(
        options: TerminalOptions(type: "xterm"), input: file.fileDescriptor,
        output: file.fileDescriptor, attach: true)
    }
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
