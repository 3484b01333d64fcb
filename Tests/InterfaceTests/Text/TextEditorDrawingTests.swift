import Terminal
import Testing

@testable import Interface

@Suite("Drawing the editor")
struct TextEditorDrawingTests {
  @Test(
    "Words are wrapped and the cursor stands at the caret",
    arguments: [
      ("|", [""], 0, 0), ("hej|", ["hej"], 3, 0), ("a\n|", ["a", ""], 0, 1),
      ("ett två tre fyra|", ["ett två", "tre fyra"], 8, 1),
      ("ett två |tre fyra", ["ett två", "tre fyra"], 0, 1),
      ("ett två| tre", ["ett två", "tre"], 7, 0),
      ("0123456789|", ["0123456789"], 10, 0), ("0123456789 |", ["0123456789"], 10, 0),
      ("0123456789      |", ["0123456789"], 10, 0), ("0123456789 x|", ["0123456789", "x"], 1, 1),
      ("0123456789012345|", ["0123456789", "012345"], 6, 1),
      ("0123456789|0", ["0123456789", "0"], 0, 1),
      ("漢字漢字漢字|", ["漢字漢字漢", "字"], 2, 1), ("e\u{301}e\u{301}|", ["e\u{301}e\u{301}"], 2, 0),
      ("👩‍👩‍👧|!", ["👩!"], 2, 0), ("\u{202E}|a", ["<U+202E>a"], 8, 0),
    ] as [(String, [String], Int, Int)])
  func wrapping(script: String, lines: [String], column: Int, row: Int) {
    let editor = TextEditor(script: script, size: Size(columns: 11, rows: 2))
    let surface = editor.drawn()
    #expect(surface.lines == lines + Array(repeating: "", count: 2 - lines.count))
    #expect(surface.cursor == Point(column: column, row: row))
  }

  @Test("Only the rectangle is drawn on, and an unfocused editor has no cursor")
  func rectangle() {
    var surface = Surface(size: Size(columns: 12, rows: 4))
    for row in 0..<4 { surface.write("............", at: Point(column: 0, row: row)) }
    let editor = TextEditor(script: "ett två|", size: Size(columns: 6, rows: 2))
    let rect = Rect(column: 3, row: 1, columns: 6, rows: 2)
    editor.draw(into: &surface, in: rect, role: .field, isFocused: false)
    #expect(surface.lines == ["............", "...ett   ...", "...två   ...", "............"])
    #expect(surface.cursor == nil)
    #expect(surface[Point(column: 8, row: 2)].role == .field)
    #expect(surface[Point(column: 9, row: 2)].role == .normal)
    editor.draw(into: &surface, in: rect)
    #expect(surface.cursor == Point(column: 6, row: 2))
  }

  @Test("A rectangle of another size is drawn right too")
  func otherSize() {
    let editor = TextEditor(script: "ett två|", size: Size(columns: 40, rows: 20))
    var surface = Surface(size: Size(columns: 5, rows: 1))
    editor.draw(into: &surface, in: Rect(column: 0, row: 0, columns: 5, rows: 1))
    #expect(surface.lines == ["två"])
    #expect(surface.cursor == Point(column: 3, row: 0))
    editor.draw(into: &surface, in: Rect(column: 0, row: 0, columns: 0, rows: 1))
    editor.draw(into: &surface, in: Rect(column: 0, row: 0, columns: 1, rows: 1))
    #expect(surface.lines == ["åvå"])
  }

  @Test("Marks stand out, over several rows too")
  func marks() {
    let editor = TextEditor(script: "|Hej ⟦förnamn efternamn⟧!", size: Size(columns: 15, rows: 2))
    let surface = editor.drawn(role: .field)
    #expect(surface.lines == ["Hej ⟦förnamn", "efternamn⟧!"])
    let marked = (0..<2).map { row in
      (0..<15).filter { surface[Point(column: $0, row: row)].role == .match }
    }
    #expect(marked == [Array(4..<13), Array(0..<10)])
  }
}
