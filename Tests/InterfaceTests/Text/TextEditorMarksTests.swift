import Terminal
import Testing

@testable import Interface

@Suite("Marks to fill in")
struct TextEditorMarksTests {
  @Test(
    "A mark is filled in or deleted as a whole",
    arguments: [
      ("Hej |⟦namn⟧!", "Åsa", "Hej Åsa|!"), ("Hej ⟦na|mn⟧!", "Å", "Hej Å|!"),
      ("Hej ⟦namn|⟧!", "Å", "Hej Å|!"),
      ("Hej ⟦namn⟧|!", "s", "Hej ⟦namn⟧s|!"), ("Hej| ⟦namn⟧!", "s", "Hejs| ⟦namn⟧!"),
      ("Hej ⟦namn⟧|!", "<BS>", "Hej |!"), ("Hej ⟦n|amn⟧!", "<BS>", "Hej |!"),
      ("Hej |⟦namn⟧!", "<BS>", "Hej |!"),
      ("Hej |⟦namn⟧!", "<Del>", "Hej |!"), ("Hej ⟦n|amn⟧!", "<Del>", "Hej |!"),
      ("Hej ⟦namn⟧|!", "<Del>", "Hej ⟦namn⟧|"),
      ("Hej ⟦ett namn⟧|!", "<C-w>", "Hej |!"), ("Hej ⟦ett n|amn⟧!", "<C-w>", "Hej |!"),
      ("⟦a⟧ b|", "<C-w>", "⟦a⟧ |"),
      ("Hej ⟦n|amn⟧! x", "<C-k>", "Hej |"), ("Hej |⟦namn⟧!", "<Enter>", "Hej \n|⟦namn⟧!"),
      ("Hej ⟦na|mn⟧!", "<Enter>", "Hej \n|⟦namn⟧!"), ("|⟦a⟧⟦b⟧", "x", "x|⟦b⟧"),
      ("⟦a⟧|⟦b⟧", "<BS>", "⟦a⟧|"),
      ("|⟦öppen", "x", "x|öppen"), ("⟦ö|ppen", "x", "⟦öx|ppen"), ("⟦a\nb|⟧", "x", "⟦a\nbx|⟧"),
      ("⟦a ⟦b|⟧ c⟧", "x", "x| c⟧"), ("Hej |⟦namn⟧!", "Åsa<C-z>", "Hej |⟦namn⟧!"),
      ("Hej |⟦namn⟧!", "Åsa Lind<C-z>", "Hej Åsa |!"),
      ("Hej ⟦n|amn⟧!", "<BS><C-z>", "Hej ⟦n|amn⟧!"),
    ])
  func filling(before: String, keys: String, after: String) {
    var editor = TextEditor(script: before)
    editor.run(keys)
    #expect(editor.script == after)
  }

  @Test("A paste fills a mark in one step")
  func paste() {
    var editor = TextEditor(script: "Hej ⟦na|mn⟧!")
    editor.paste("Åsa\nLind")
    #expect(editor.script == "Hej Åsa\nLind|!")
    editor.run("<C-z>")
    #expect(editor.script == "Hej ⟦na|mn⟧!")
  }

  @Test(
    "Going to the next mark",
    arguments: [
      ("|a ⟦b⟧", "a |⟦b⟧", true), ("|⟦a⟧ ⟦b⟧", "⟦a⟧ |⟦b⟧", true), ("⟦a⟧ ⟦|b⟧", "|⟦a⟧ ⟦b⟧", true),
      ("|⟦a⟧", "|⟦a⟧", true), ("a|\n\nx ⟦b⟧", "a\n\nx |⟦b⟧", true),
      ("⟦a⟧\nb\n|c", "|⟦a⟧\nb\nc", true),
      ("⟦|a⟧", "|⟦a⟧", true), ("a|", "a|", false), ("|", "|", false), ("a⟧|", "a⟧|", false),
      ("|x ⟦öppen", "x |⟦öppen", true),
    ])
  func next(before: String, after: String, isFound: Bool) {
    var editor = TextEditor(script: before)
    #expect(editor.hasMarks == isFound)
    let found = editor.moveToNextMark()
    #expect(found == isFound)
    #expect(editor.script == after)
  }
}
