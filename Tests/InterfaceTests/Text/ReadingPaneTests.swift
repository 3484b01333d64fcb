import Terminal
import Testing

@testable import Interface

@Suite("A text to read")
struct ReadingPaneTests {
  private let size = Size(columns: 12, rows: 3)

  private func drawn(_ pane: ReadingPane) -> Surface {
    var surface = Surface(size: pane.size)
    pane.draw(
      into: &surface,
      in: Rect(column: 0, row: 0, columns: pane.size.columns, rows: pane.size.rows))
    return surface
  }

  private func numbers(_ count: Int, size: Size? = nil) -> ReadingPane {
    ReadingPane((1...count).map { StyledLine("\($0)") }, size: size ?? self.size)
  }

  @Test(
    "Lines are wrapped with their indent",
    arguments: [
      ([StyledLine("ett två tre fyra")], ["ett två tre", "fyra", ""]),
      ([StyledLine("ett två tre fyra", indent: 2)], ["  ett två", "  tre fyra", ""]),
      (
        [StyledLine("öppna ärendet", indent: 6, lead: "Enter")],
        ["Enter öppna", "      ärende", "      t"]
      ),
      ([StyledLine("ett två tre", indent: 2, lead: "•")], ["• ett två", "  tre", ""]),
      ([StyledLine("a\nb"), StyledLine(), StyledLine("c")], ["a", "b", ""]),
      ([StyledLine("ab", indent: 4, lead: "Ctrl-S")], ["Ctr…ab", "", ""]),
      ([StyledLine("abcdef", indent: 100)], ["      abcdef", "", ""]),
      ([StyledLine("a\u{1B}\u{202E}")], ["a␛<U+202E>", "", ""]), ([], ["", "", ""]),
    ])
  func wrapping(lines: [StyledLine], shown: [String]) {
    #expect(drawn(ReadingPane(lines, size: size)).lines == shown)
  }

  @Test("Text and lead have their roles")
  func roles() {
    let line = StyledLine("öppna", role: .strong, indent: 3, lead: "F1")
    let surface = drawn(ReadingPane([line], size: size))
    #expect(surface[Point(column: 0, row: 0)].role == .key)
    #expect(surface[Point(column: 3, row: 0)].role == .strong)
    #expect(surface[Point(column: 10, row: 0)].role == .normal)
    #expect(surface.cursor == nil)
  }

  @Test(
    "Scrolling",
    arguments: [
      ("<Down>", 1), ("<Down><Down><Up>", 1), ("<Up>", 0), ("<Space>", 2), ("<PgDn><PgDn>", 4),
      ("<C-f><C-b>", 0),
      ("<C-d>", 1), ("<C-d><C-d><C-u>", 1), ("<End>", 7), ("<End><Down><Space>", 7),
      ("<End><PgUp>", 5),
      ("<End><Home>", 0), ("jjk", 1), ("G", 7), ("Gg", 0), ("<C-End>", 7), ("<End><C-Home>", 0),
    ])
  func scrolling(keys: String, top: Int) {
    var pane = numbers(10)
    for key in Script.keys(keys) {
      let isTaken = pane.handle(key)
      #expect(isTaken)
    }
    #expect(pane.top == top)
    #expect(drawn(pane).lines.first == "\(top + 1)")
  }

  @Test("Other keys, and letters if not wanted, are left to the screen")
  func notConsumed() {
    var pane = numbers(10)
    for key in Script.keys("<Enter><Esc><Tab>x<Left>") {
      let isTaken = pane.handle(key)
      #expect(!isTaken)
    }
    for key in Script.keys("jkgG") {
      let isTaken = pane.handle(key, takesLetters: false)
      #expect(!isTaken)
    }
    #expect(pane.top == 0)
  }

  @Test("Whether one has read to the end")
  func end() {
    var pane = numbers(10)
    #expect(pane.top == 0 && !pane.isAtEnd)
    _ = pane.handle(.end)
    #expect(pane.top > 0 && pane.isAtEnd)
    #expect(numbers(2).isAtEnd)
    #expect(ReadingPane().isAtEnd)
  }

  @Test("Another size keeps the line at the top")
  func resizing() {
    let lines = (1...20).map { StyledLine("\($0) ett två tre fyra fem") }
    var pane = ReadingPane(lines, size: Size(columns: 10, rows: 4))
    for _ in 0..<36 { _ = pane.handle(.down) }
    #expect(drawn(pane).lines.first == "13 ett två")
    for columns in [30, 7, 3, 80, 10] {
      pane.layout(Size(columns: columns, rows: 4))
      #expect(pane.rows[pane.top].line == 12)
    }
    pane.layout(Size(columns: 80, rows: 50))
    #expect(pane.top == 0)
    pane.layout(Size(columns: 0, rows: 0))
    #expect(pane.rows.count > 20)
  }

  @Test("Another text keeps the place, or as much of it as there is")
  func otherText() {
    var pane = numbers(10)
    _ = pane.handle(.pageDown)
    pane.lines.append(StyledLine("11"))
    #expect(pane.top == 2)
    pane.lines = [StyledLine("bara en")]
    #expect(pane.top == 0)
    pane.lines = []
    #expect(pane.top == 0 && drawn(pane).text == "\n\n")
  }

  @Test("Only the rectangle is drawn on, in its own size")
  func rectangle() {
    var surface = Surface(size: Size(columns: 9, rows: 3))
    for row in 0..<3 { surface.write(".........", at: Point(column: 0, row: row)) }
    ReadingPane([StyledLine("ett två tre")]).draw(
      into: &surface, in: Rect(column: 2, row: 1, columns: 5, rows: 2))
    #expect(surface.lines == [".........", "..ett  ..", "..två  .."])
  }
}
