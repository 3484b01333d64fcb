import Terminal
import Testing

@testable import Interface

@Suite("Writing and deleting")
struct TextEditorTypingTests {
  @Test(
    "Typing",
    arguments: [
      ("|", "hej", "hej|"), ("he|j", "e", "hee|j"), ("|", "åäö ÅÄÖ é", "åäö ÅÄÖ é|"),
      ("a|b", "<Enter>", "a\n|b"), ("|ab", "<Enter>", "\n|ab"),
      ("ab|", "<Enter><Enter>", "ab\n\n|"),
      ("a\n|\nb", "x", "a\nx|\nb"), ("e|x", "\u{301}", "e\u{301}|x"), ("👍|", "👩‍🚀", "👍👩‍🚀|"),
      ("|", "🇸🇪", "🇸🇪|"), ("👩|!", "\u{1F3FD}", "👩🏽|!"), ("a |", "<Space>", "a  |"),
      ("|\u{200D}👍", "👩", "👩\u{200D}👍|"),
    ] as [(String, String, String)])
  func typing(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Deleting a character",
    arguments: [
      ("hej|", "<BS>", "he|"), ("|hej", "<BS>", "|hej"), ("a\n|b", "<BS>", "a|b"),
      ("a|\nb", "<Del>", "a|b"), ("hej|", "<Del>", "hej|"), ("|hej", "<Del>", "|ej"),
      ("å|", "<BS>", "|"), ("a\u{30A}|", "<BS>", "|"), ("x👩‍👩‍👧|", "<BS>", "x|"),
      ("|👩‍👩‍👧x", "<Del>", "|x"),
      ("🇸🇪🇫🇮|", "<BS>", "🇸🇪|"), ("❤\u{FE0F}|", "<BS>", "|"), ("a\n\n|\nb", "<BS><BS>", "a|\nb"),
      ("hej|", "<BS><BS><BS><BS>", "|"), ("e\n|\u{301}x", "<BS>", "e\u{301}|x"),
      ("🇸x|🇪!", "<BS>", "🇸🇪|!"), ("🇸|x🇪!", "<Del>", "🇸🇪|!"),
    ])
  func deleting(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Deleting a word or the rest of a line",
    arguments: [
      ("hej världen|", "<C-w>", "hej |"), ("hej   |", "<C-w>", "|"),
      ("hej värl|den", "<C-w>", "hej |den"),
      ("hej!|", "<C-w>", "|"), ("a\nb|", "<C-w>", "a\n|"), ("a\n|b", "<C-w>", "a|b"),
      ("|a", "<C-w>", "|a"),
      ("a\n  |b", "<C-w>", "a\n|b"), ("e-tjänst|", "<C-w>", "e-|"), ("bra 👍|", "<C-w>", "bra |"),
      ("hej| du\nx", "<C-k>", "hej|\nx"), ("hej|\nx", "<C-k>", "hej|x"), ("hej|", "<C-k>", "hej|"),
      ("|hej", "<C-k>", "|"), ("|", "<C-k><C-w><BS><Del>", "|"),
      ("hej du| där", "<C-u>", "| där"), ("a\nb|", "<C-u><C-u>", "a\n|"), ("⟦a|b⟧c", "<C-u>", "|c"),
    ])
  func deletingMore(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Keys that are left to the screen",
    arguments: ["<Tab>", "<S-Tab>", "<Esc>", "<F1>", "<C-s>", "<C-e>", "<A-u>", "<Ins>"])
  func notConsumed(keys: String) {
    var editor = TextEditor(script: "hej| du")
    let before = editor
    let isTaken = editor.run(keys)
    #expect(!isTaken)
    #expect(editor == before)
  }

  @Test(
    "Keys that mean something are consumed even if they change nothing",
    arguments: ["<BS>", "<Del>", "<Up>", "<Down>", "<Left>", "<C-z>", "<C-r>", "<C-k>", "<PgUp>"])
  func consumed(keys: String) {
    var editor = TextEditor(caretAtEnd: true)
    let isTaken = editor.run(keys)
    #expect(isTaken)
    #expect(editor.isEmpty)
    #expect(editor.revision == 0)
  }

  @Test("A control character cannot be typed")
  func controlCharacter() {
    var editor = TextEditor(script: "a|")
    let isTaken = editor.handle(.character("\u{1B}"))
    #expect(!isTaken)
    #expect(editor.script == "a|")
  }

  @Test("The caret begins where it is asked to")
  func beginning() {
    #expect(TextEditor(text: "a\nb", caretAtEnd: true).script == "a\nb|")
    #expect(TextEditor(text: "a\nb", caretAtEnd: false).script == "|a\nb")
  }

  @Test("The revision follows the text, not the caret")
  func revision() {
    var editor = TextEditor(script: "|")
    editor.run("ab")
    #expect(editor.revision == 2)
    editor.run("<Left><Home><C-End>")
    #expect(editor.revision == 2)
    editor.run("<C-z>")
    #expect(editor.revision == 3)
  }

  private func check(_ before: String, _ keys: String, _ after: String) {
    var editor = TextEditor(script: before)
    editor.run(keys)
    #expect(editor.script.utf8.elementsEqual(after.utf8), "\(editor.script)")
  }
}
