import Terminal
import Testing

@testable import Interface

@Suite("Undo, redo, paste and insertion")
struct TextEditorUndoTests {
  @Test(
    "What is one step",
    arguments: [
      ("|", "hej<C-z>", "|"), ("|", "hej du<C-z>", "hej |"), ("|", "hej  du <C-z>", "hej  |"),
      ("|", "hej du<C-z><C-z>", "|"), ("|", "hej du<C-z><C-z><C-z>", "|"),
      ("|", "hej<Left>x<C-z>", "he|j"), ("|", "a<Enter>b<C-z>", "a\n|"),
      ("|", "a<Enter>b<C-z><C-z>", "a|"),
      ("hej|", "<BS><BS><C-z>", "hej|"), ("|hej", "<Del><Del><C-z>", "|hej"),
      ("hej|", "<BS>x<C-z>", "he|"), ("hej|", "<BS>x<C-z><C-z>", "hej|"),
      ("hej|", "x<BS><C-z>", "hejx|"),
      ("ab|cd", "<BS><Del><C-z>", "a|cd"), ("ab|cd", "<BS><Left><Right><BS><C-z>", "a|cd"),
      ("hej du|", "<C-w><C-w><C-z>", "hej |"), ("a|b\nc", "<C-k><C-k><C-z>", "a|\nc"),
      ("e|", "\u{301}<C-z>", "e|"), ("x\u{301}e|", "\u{301}<C-z>", "x\u{301}e|"),
      ("🇸x|🇪", "<BS><C-z>", "🇸x|🇪"),
    ])
  func undo(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Redo, and what ends it",
    arguments: [
      ("|", "hej<C-z><C-y>", "hej|"), ("|", "hej<C-z><C-r>", "hej|"), ("|", "hej<C-y>", "hej|"),
      ("|", "hej du<C-z><C-z><C-y>", "hej |"), ("|", "hej du<C-z><C-z><C-y><C-y><C-y>", "hej du|"),
      ("|", "hej<C-z>x<C-y>", "x|"), ("hej|", "<BS><C-z><Home><C-y>", "he|"),
      ("|", "hej<C-z><C-y>du<C-z>", "hej|"), ("a|", "\u{301}<C-z><C-y>", "a\u{301}|"),
    ])
  func redo(before: String, keys: String, after: String) {
    check(before, keys, after)
  }

  @Test(
    "Paste is clean and one step",
    arguments: [
      ("a|b", "x", "ax|b"), ("a|b", "1\r\n2\r3\n4", "a1\n2\n3\n4|b"),
      ("|", "a\tb\n\tc", "a   b\n    c|"),
      ("|", "a\u{1B}[31m\u{0}b\u{7F}\u{9B}", "a[31mb|"),
      ("|", "a\u{2028}b\u{85}c\u{B}d\u{C}e", "a\nb\nc\nd\ne|"),
      ("e|x", "\u{301}", "e\u{301}|x"), ("|\u{301}x", "ae", "ae\u{301}|x"),
      ("|", "a\u{202E}b", "a\u{202E}b|"),
      ("🇸|", "🇪🇫🇮", "🇸🇪🇫🇮|"), ("a|", "", "a|"), ("a|", "\u{0}", "a|"), ("a|b", "\r\n\r\n", "a\n\n|b"),
      ("e\n|", "\u{301}", "e\n\u{301}|"),
    ])
  func paste(before: String, pasted: String, after: String) {
    var editor = TextEditor(script: before)
    editor.paste(pasted)
    #expect(editor.script.utf8.elementsEqual(after.utf8), "\(editor.script)")
    editor.run("<C-z>")
    #expect(editor.script.utf8.elementsEqual(before.utf8))
    editor.run("<C-y>")
    #expect(editor.text.utf8.elementsEqual(Script.caret(in: after).text.utf8))
  }

  @Test("Typing after a paste, and before, are other steps")
  func pasteBetween() {
    var editor = TextEditor(script: "|")
    editor.run("a")
    editor.paste("b")
    editor.run("c<C-z>")
    #expect(editor.script == "ab|")
    editor.run("<C-z>")
    #expect(editor.script == "a|")
  }

  @Test("The text to begin with is cleaned as well, and cannot be undone")
  func beginning() {
    var editor = TextEditor(text: "a\r\nb\t\u{1B}c", caretAtEnd: true)
    #expect(editor.text == "a\nb   c")
    editor.run("<C-z>")
    #expect(editor.text == "a\nb   c")
  }

  @Test(
    "A template is put on lines of its own",
    arguments: [
      ("Hej|du", "Mvh", "Hejdu\nMvh|"), ("|skrivet", "Hej ⟦namn⟧,", "Hej ⟦namn⟧,|\nskrivet"),
      ("a |⟦x⟧ b", "c", "a ⟦x⟧ b\nc|"), ("a ⟦|x⟧", "b", "a ⟦x⟧\nb|"), ("|", "b", "b|"),
      ("a\n|\nc", "b", "a\nb|\nc"), ("a\n|c", "b", "a\nb|\nc"),
    ])
  func insert(before: String, template: String, after: String) {
    var editor = TextEditor(script: before)
    editor.insert(template)
    #expect(editor.script == after)
    editor.run("<C-z>")
    #expect(editor.script == before)
  }

  @Test("All of the text can be replaced in one step")
  func replaceAll() {
    var editor = TextEditor(script: "ett\ntv|å")
    editor.replaceAll(with: "ett\ntvå")
    #expect(editor.revision == 0)
    editor.replaceAll(with: "ny\r\nhela texten\nhär")
    #expect(editor.script == "ny\nhe|la texten\nhär")
    editor.replaceAll(with: "x")
    #expect(editor.script == "x|")
    editor.run("<C-z><C-z>")
    #expect(editor.script == "ett\ntv|å")
  }

  @Test("Only so many steps are kept")
  func limit() {
    var editor = TextEditor(script: "|")
    for _ in 0..<TextHistory.limit + 5 { editor.run("<Enter>") }
    for _ in 0..<TextHistory.limit + 5 { editor.run("<C-z>") }
    #expect(editor.text == "\n\n\n\n\n")
  }

  private func check(_ before: String, _ keys: String, _ after: String) {
    var editor = TextEditor(script: before)
    editor.run(keys)
    #expect(editor.script.utf8.elementsEqual(after.utf8), "\(editor.script)")
  }
}
