import Terminal
import Testing

@testable import Interface

@Suite("A field of one line")
struct TextFieldTests {
  @Test(
    "Writing and moving",
    arguments: [
      ("", "hej", "hej", 3), ("hej", "<Left>x", "hexj", 3), ("hej", "<BS>", "he", 2),
      ("hej", "<Home><Del>", "ej", 0),
      ("hej du", "<C-Left>", "hej du", 4), ("hej du", "<Home><C-Right>", "hej du", 3),
      ("hej du", "<C-w>", "hej ", 4),
      ("hej du", "<Home><C-k>", "", 0), ("hej", "<Home><End>", "hej", 3),
      ("hej", "<C-Home>", "hej", 0),
      ("hej", " du<C-z>", "hej ", 4), ("hej", "<BS><C-z><C-y>", "he", 2),
      ("⟦namn⟧", "<Home>Åsa", "Åsa", 3),
      ("e", "\u{301}", "e\u{301}", 1),
    ])
  func writing(text: String, keys: String, after: String, caret: Int) {
    var field = TextField(text: text, limit: 1000)
    for key in Script.keys(keys) {
      let isTaken = field.handle(key)
      #expect(isTaken)
    }
    #expect(field.text == after)
    #expect(field.caret == caret)
  }

  @Test(
    "Keys that are left to the screen",
    arguments: [
      "<Enter>", "<Tab>", "<S-Tab>", "<Esc>", "<Up>", "<Down>", "<PgUp>", "<PgDn>", "<C-s>", "<F1>",
    ])
  func notConsumed(keys: String) {
    var field = TextField(text: "hej", limit: 1000)
    let before = field
    for key in Script.keys(keys) {
      let isTaken = field.handle(key)
      #expect(!isTaken)
    }
    #expect(field == before)
  }

  @Test("Home and End mean the whole line however long it is")
  func longLine() {
    var field = TextField(text: String(repeating: "ord ", count: 100), limit: 1000)
    let isTaken = field.handle(.home)
    #expect(isTaken)
    #expect(field.caret == 0)
    let isTaken2 = field.handle(.end)
    #expect(isTaken2)
    #expect(field.caret == 400)
  }

  @Test("There is room for so many characters and no more")
  func limit() {
    var field = TextField(text: "abcdefgh", limit: 5)
    #expect(field.text == "abcde")
    let isTaken = field.handle(.character("x"))
    #expect(isTaken)
    #expect(field.text == "abcde")
    let isTaken2 = field.handle(.character("\u{301}"))
    #expect(isTaken2)
    #expect(field.text == "abcde\u{301}")
    _ = field.handle(.backspace)
    field.paste("xyz")
    #expect(field.text == "abcdx")
    field.replaceAll(with: "ny\ntext")
    #expect(field.text == "ny te")
    #expect(field.caret == 5)
    _ = field.handle(.control("z"))
    #expect(field.text == "abcdx")
  }

  @Test("A mark makes room for what replaces it")
  func markInFullField() {
    var field = TextField(text: "⟦abc⟧", limit: 5)
    _ = field.handle(.home)
    field.paste("abcdefg")
    #expect(field.text == "abcde")
  }

  @Test(
    "Pasted lines become one line",
    arguments: [
      ("a\nb", "a b"), ("\r\na\r\n\r\nb\r\n", "a b"), ("a\tb\u{1B}", "a   b"), ("\n", ""), ("", ""),
    ])
  func paste(pasted: String, text: String) {
    var field = TextField(limit: 1000)
    field.paste(pasted)
    #expect(field.text == text)
    #expect(TextField(text: pasted, limit: 1000).text == text)
  }

  @Test(
    "The part around the caret is shown, in eight columns",
    arguments: [
      ("", "", "", 0), ("hej", "", "hej", 3), ("123456", "", "123456", 6),
      ("1234567", "", "…67", 3),
      ("12345678", "<Home>", "12345678", 0), ("123456789", "<Home>", "1234567…", 0),
      ("123456789012", "", "…012", 4), ("123456789012", "<Left><Left><Left>", "…6789012", 5),
      ("漢字漢字漢字", "", "… 字", 4), ("åäöåäö", "<Left>", "åäöåäö", 5), ("⟦x⟧", "", "⟦x⟧", 3),
    ])
  func drawing(text: String, keys: String, shown: String, cursor: Int) {
    var field = TextField(text: text, limit: 1000)
    for key in Script.keys(keys) { _ = field.handle(key) }
    var surface = Surface(size: Size(columns: 8, rows: 1))
    field.draw(into: &surface, at: Point(column: 0, row: 0), width: 8)
    #expect(surface.text == shown)
    #expect(surface.cursor == Point(column: cursor, row: 0))
  }

  @Test("The caret is always within the field, whatever its width")
  func narrow() {
    var field = TextField(text: "en ganska lång 漢字 text med 👍 och mer därtill", limit: 1000)
    _ = field.handle(.home)
    for _ in 0..<45 {
      for width in 1...12 {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        field.draw(into: &surface, at: Point(column: 3, row: 0), width: width)
        #expect((3..<3 + width).contains(surface.cursor?.column ?? -1))
        #expect(surface[Point(column: 2, row: 0)] == Cell())
        #expect(surface[Point(column: 3 + width, row: 0)] == Cell())
      }
      _ = field.handle(.right)
    }
  }

  @Test("An empty field shows its placeholder, a focused one the cursor")
  func placeholder() {
    var surface = Surface(size: Size(columns: 10, rows: 1))
    let point = Point(column: 1, row: 0)
    TextField(limit: 1000).draw(
      into: &surface, at: point, width: 6, isFocused: false, placeholder: "Namn på")
    #expect(surface.text == " Namn …")
    #expect(surface[point] == Cell(character: "N", role: .faint))
    #expect(surface.cursor == nil)
    TextField(limit: 1000).draw(into: &surface, at: point, width: 6)
    #expect(surface.text == "")
    #expect(surface[point].role == .field)
    #expect(surface[Point(column: 7, row: 0)].role == .normal)
    #expect(surface.cursor == point)
  }
}
