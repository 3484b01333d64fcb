import Terminal
import Testing

@Suite("Surface")
struct SurfaceTests {
  private func surface(_ columns: Int, _ rows: Int = 1) -> Surface {
    Surface(size: Size(columns: columns, rows: rows))
  }

  @Test("Text is written in its place, and trailing spaces are trimmed")
  func write() {
    var screen = surface(12, 3)
    #expect(screen.write("Omsorg", at: Point(column: 2, row: 1), role: .heading) == 6)
    #expect(screen.lines == ["", "  Omsorg", ""])
    #expect(screen.text == "\n  Omsorg\n")
    #expect(
      screen[Point(column: 2, row: 1)] == Cell(character: "O", role: .heading, width: 1))
    #expect(screen[Point(column: 0, row: 0)] == Cell())
  }

  @Test(
    "Text is clipped to the edge and to its width",
    arguments: [
      ("abcdefgh", 0, nil, 5, "abcde"), ("abcdefgh", 0, 3, 3, "abc"), ("abc", 4, nil, 1, "    a"),
      ("abc", 5, nil, 0, ""), ("abc", -1, nil, 3, "bc"), ("漢字漢", 0, nil, 4, "漢字"),
      ("漢字", 0, 3, 2, "漢"), ("漢字", -1, nil, 4, " 字"), ("ab\tc", 0, nil, 5, "ab  c"),
      ("a\u{1B}b", 0, nil, 3, "a␛b"), ("\u{202E}", 0, nil, 5, "<U+20"),
      ("a\r\nb", 0, nil, 4, "a␍␊b"),
      ("e\u{301}x", 0, nil, 2, "e\u{301}x"), ("🇸🇪!", 0, nil, 3, "SE!"), ("👨‍👩‍👧!", 0, nil, 3, "👨!"),
      ("❤\u{FE0F}!", 0, nil, 2, "❤!"), ("abc", 0, 0, 0, ""), ("abc", 0, -2, 0, ""),
    ] as [(String, Int, Int?, Int, String)])
  func clip(text: String, column: Int, width: Int?, used: Int, expected: String) {
    var screen = surface(5)
    #expect(screen.write(text, at: Point(column: column, row: 0), width: width) == used)
    #expect(screen.text == expected)
  }

  @Test("Drawing outside has no effect")
  func outside() {
    var screen = surface(3, 2)
    let empty = screen
    screen.write("abc", at: Point(column: 0, row: 2))
    screen.write("abc", at: Point(column: 0, row: -1))
    screen.fill(row: 7, role: .late)
    screen.fill(Rect(column: 3, row: 0, columns: 4, rows: 4), role: .late)
    screen.setRole(row: 0, columns: 5..<9, role: .late)
    screen.draw(empty, at: Point(column: -3, row: 0))
    #expect(screen == empty)
    #expect(screen[Point(column: -1, row: 0)] == Cell())
  }

  @Test("A wide character that loses a half becomes a space")
  func halves() {
    var screen = surface(6)
    screen.write("漢字漢", at: Point(column: 0, row: 0))
    screen.write("x", at: Point(column: 1, row: 0))
    #expect(screen.text == " x字漢")
    screen.write("y", at: Point(column: 2, row: 0))
    #expect(screen.text == " xy 漢")
    screen.write("字", at: Point(column: 3, row: 0))
    #expect(screen.text == " xy字")
    #expect(screen[Point(column: 3, row: 0)].width == 2)
    #expect(screen[Point(column: 4, row: 0)].width == 0)
    #expect(screen[Point(column: 5, row: 0)].width == 1)
  }

  @Test("A row keeps its text when its role changes")
  func roles() {
    var screen = surface(6, 2)
    screen.write("> 26å", at: Point(column: 0, row: 1))
    screen.setRole(row: 1, role: .selected)
    #expect(screen.lines[1] == "> 26å")
    #expect((0..<6).allSatisfy { screen[Point(column: $0, row: 1)].role == .selected })
    screen.setRole(row: 1, columns: 2..<4, role: .match)
    #expect(screen[Point(column: 3, row: 1)].role == .match)
    #expect(screen[Point(column: 4, row: 1)].role == .selected)
  }

  @Test("Filling")
  func fill() {
    var screen = surface(4, 3)
    screen.fill(Rect(column: -1, row: 1, columns: 3, rows: 9), character: "─", role: .border)
    #expect(screen.lines == ["", "──", "──"])
    screen.fill(row: 1, role: .heading)
    #expect(screen.lines == ["", "", "──"])
    #expect(screen[Point(column: 3, row: 1)].role == .heading)
    screen.fill(Rect(column: 0, row: 0, columns: 4, rows: 1), character: "漢")
    #expect(screen.lines[0].isEmpty)
  }

  @Test("A part is drawn on the whole, clipped, with its cursor and its marks")
  func draw() {
    var part = surface(4, 2)
    part.write("漢e\u{301}!", at: Point(column: 0, row: 0), role: .late)
    part.write("fyra", at: Point(column: 0, row: 1))
    part.cursor = Point(column: 1, row: 1)
    var whole = surface(6, 2)
    whole.write("a\u{308}bcdef", at: Point(column: 0, row: 0))
    whole.draw(part, at: Point(column: 1, row: 0))
    #expect(whole.lines == ["a\u{308}漢e\u{301}!f", " fyra"])
    #expect(whole.cursor == Point(column: 2, row: 1))
    #expect(whole[Point(column: 1, row: 0)].role == .late)
    whole.draw(part, at: Point(column: -1, row: 0))
    #expect(whole.lines == [" e\u{301}!e\u{301}!f", "yrara"])
    whole.draw(part, at: Point(column: 5, row: 1))
    #expect(whole.lines[1] == "yrara")
  }

  @Test("Two surfaces are equal when they show the same, however they came about")
  func equality() {
    var one = surface(4)
    one.write("a\u{308}", at: Point(column: 0, row: 0))
    one.write("e\u{301}", at: Point(column: 1, row: 0))
    var other = surface(4)
    other.write("e\u{301}", at: Point(column: 1, row: 0))
    other.write("a\u{308}", at: Point(column: 0, row: 0))
    #expect(one == other)
    other.cursor = Point(column: 0, row: 0)
    #expect(one != other)
  }
}
