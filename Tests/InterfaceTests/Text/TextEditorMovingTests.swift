import Terminal
import Testing

@testable import Interface

@Suite("Moving the caret")
struct TextEditorMovingTests {
  @Test(
    "Characters, words, lines",
    arguments: [
      ("hej|", "<Left>", "he|j"), ("|hej", "<Left>", "|hej"), ("a\n|b", "<Left>", "a|\nb"),
      ("a|\nb", "<Right>", "a\n|b"), ("hej|", "<Right>", "hej|"), ("👩‍👩‍👧|x", "<Left>", "|👩‍👩‍👧x"),
      ("|e\u{301}x", "<Right>", "e\u{301}|x"), ("|🇸🇪🇫🇮", "<Right>", "🇸🇪|🇫🇮"),
      ("hej| världen", "<C-Right>", "hej världen|"), ("|hej, du", "<C-Right>", "hej|, du"),
      ("hej|, du", "<C-Right>", "hej, du|"), ("a|\n\n b c", "<C-Right>", "a\n\n b| c"),
      ("a|  \n", "<C-Right>", "a  \n|"), ("a|", "<C-Right>", "a|"), ("h|ej", "<C-Right>", "hej|"),
      ("hej värl|den", "<C-Left>", "hej |världen"), ("hej |världen", "<C-Left>", "|hej världen"),
      ("a b\n\n|c", "<C-Left>", "a |b\n\nc"), ("  |a", "<C-Left>", "|  a"),
      ("|a", "<C-Left>", "|a"),
      ("å ä|", "<C-Left><C-Left>", "|å ä"), ("a\nb|c", "<Home>", "a\n|bc"),
      ("a\nb|c", "<End>", "a\nbc|"),
      ("a\nb|c", "<C-Home>", "|a\nbc"), ("a|\nbc", "<C-End>", "a\nbc|"),
    ])
  func simple(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Up and down keep the column",
    arguments: [
      ("abc|d\nefgh", "<Down>", "abcd\nefg|h"), ("abcd\nefg|h", "<Up>", "abc|d\nefgh"),
      ("abcd|\nx\nefgh", "<Down>", "abcd\nx|\nefgh"),
      ("abcd|\nx\nefgh", "<Down><Down>", "abcd\nx\nefgh|"),
      ("abcd|\n\nefgh", "<Down><Down><Up><Up>", "abcd|\n\nefgh"),
      ("abc|d\nx\nefgh", "<Down><Left><Down>", "abcd\nx\n|efgh"), ("a|b", "<Up>", "a|b"),
      ("a|b", "<Down>", "a|b"), ("漢字|\nabcdef", "<Down>", "漢字\nabcd|ef"),
      ("abc|d\n漢字", "<Down>", "abcd\n漢|字"), ("abc|d\n漢字\nefgh", "<Down><Down>", "abcd\n漢字\nefg|h"),
      ("abc|d\nx", "<Down><Enter><Up><Up>", "|abcd\nx\n"),
    ])
  func vertical(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  /// Eleven columns: ten for the text and one for the caret.
  @Test(
    "Rows as they are seen",
    arguments: [
      ("ett två t|re fyra", "<Down>", "ett två t|re fyra"),
      ("e|tt två tre fyra", "<Down>", "ett två t|re fyra"),
      ("ett två tre f|yra", "<Up>", "ett t|vå tre fyra"),
      ("ett två t|re fyra fem\nsex", "<Down><Down>", "ett två tre fyra fem\ns|ex"),
      ("e|tt två tre fyra", "<End>", "ett två| tre fyra"),
      ("e|tt två tre fyra", "<End><End>", "ett två tre fyra|"),
      ("ett två tre fy|ra", "<Home>", "ett två |tre fyra"),
      ("ett två tre fy|ra", "<Home><Home>", "|ett två tre fyra"),
      ("a|bcdefghijklmno", "<Down>", "abcdefghijk|lmno"),
      ("|abcdefghijklmno", "<End>", "abcdefghi|jklmno"),
      ("abcdefghij|klmno", "<Up>", "|abcdefghijklmno"),
      ("ab\nett två |tre", "<Up>", "ab\n|ett två tre"),
      ("ab\n|ett två tre", "<Up>", "|ab\nett två tre"),
      ("x\nett två tre|", "<Up><Up>", "x|\nett två tre"),
      ("ett två tr|e\nxyz", "<Down>", "ett två tre\nxy|z"),
      ("|漢字漢字漢字", "<Down>", "漢字漢字漢|字"), ("|en e-tjänst", "<Down>", "en e-|tjänst"),
    ])
  func wrapped(before: String, keys: String, after: String) {
    check(before, keys, after, columns: 11)
  }

  @Test(
    "Pages",
    arguments: [
      ("|1\n2\n3\n4\n5\n6\n7\n8\n9", "<PgDn>", "1\n2\n3\n|4\n5\n6\n7\n8\n9"),
      ("|1\n2\n3\n4\n5\n6\n7\n8\n9", "<PgDn><PgDn><PgDn>", "1\n2\n3\n4\n5\n6\n7\n8\n|9"),
      ("1\n2\n3\n4\n5\n6\n7\n8\n9|", "<PgUp>", "1\n2\n3\n4\n5\n6|\n7\n8\n9"),
      ("1\n2\n3|", "<PgUp>", "1|\n2\n3"),
    ])
  func pages(before: String, keys: String, after: String) {
    check(before, keys, after, rows: 4)
  }

  @Test("The text scrolls as little as is needed")
  func scrolling() {
    let text = (1...9).map(String.init).joined(separator: "\n")
    var editor = TextEditor(script: "|" + text, size: Size(columns: 10, rows: 3))
    func shown() -> [String] { editor.drawn().lines }
    #expect(shown() == ["1", "2", "3"])
    #expect(!editor.hasMoreAbove && editor.hasMoreBelow)
    editor.run("<Down><Down>")
    #expect(shown() == ["1", "2", "3"])
    editor.run("<Down>")
    #expect(shown() == ["2", "3", "4"])
    #expect(editor.hasMoreAbove && editor.hasMoreBelow)
    editor.run("<Up><Up>")
    #expect(shown() == ["2", "3", "4"])
    editor.run("<PgDn>")
    #expect(shown() == ["4", "5", "6"])
    #expect(editor.caret == TextPosition(line: 3, column: 0))
    editor.run("<C-End>")
    #expect(shown() == ["7", "8", "9"])
    #expect(editor.hasMoreAbove && !editor.hasMoreBelow)
    editor.layout(Size(columns: 10, rows: 5))
    #expect(shown() == ["5", "6", "7", "8", "9"])
    editor.run("<BS><BS>")
    #expect(shown() == ["4", "5", "6", "7", "8"])
  }

  @Test("Another width keeps the caret on its character and in view")
  func resizing() {
    var editor = TextEditor(
      script: "ett två tre fyra fem sex sju |åtta nio tio", size: Size(columns: 60, rows: 2))
    for columns in [5, 11, 1, 0, 200, 7] {
      editor.layout(Size(columns: columns, rows: 2))
      #expect(editor.script == "ett två tre fyra fem sex sju |åtta nio tio")
      let row = editor.buffer.row(of: editor.caret)
      #expect(editor.top <= row && row <= editor.buffer.row(editor.top, movedBy: 1))
    }
  }

  private func check(
    _ before: String, _ keys: String, _ after: String, columns: Int = 40, rows: Int = 10
  ) {
    var editor = TextEditor(script: before, size: Size(columns: columns, rows: rows))
    editor.run(keys)
    #expect(editor.script == after)
  }
}
