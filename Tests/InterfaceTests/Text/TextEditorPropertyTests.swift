import Terminal
import Testing

@testable import Interface

@Suite("The editor against a plain string")
struct TextEditorPropertyTests {
  private static let parts = [
    "a", "å", " ", "ord", "\n", "e", "\u{301}", "\u{30A}", "👍", "👩", "\u{200D}", "\u{1F3FD}", "🇸",
    "🇪",
    "漢", "-", ".", "ett längre stycke text ", "rad\nrad", "\u{202E}", "\u{FE0F}", "\u{1112}",
    "\u{1161}",
  ]

  @Test("Random edits give the text that a string gives", arguments: 1...40)
  func edits(seed: UInt64) {
    var random = Pseudorandom(seed: seed)
    var editor = TextEditor(caretAtEnd: true)
    var model = PlainText()
    editor.layout(Size(columns: 12, rows: 4))
    for _ in 0..<150 {
      let part = Self.parts.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3:
        for character in part {
          _ = editor.handle(character == "\n" ? .enter : .character(character))
          model.insert(String(character))
        }
      case 3...4:
        editor.paste(part)
        model.insert(part)
      case 5:
        _ = editor.handle(.backspace)
        model.deleteLeft()
      case 6:
        _ = editor.handle(.delete)
        model.deleteRight()
      case 7:
        _ = editor.handle(.left)
        model.moveLeft()
      case 8:
        _ = editor.handle(.right)
        model.moveRight()
      default:
        let keys: [Key] = [.up, .down, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight]
        _ = editor.handle(keys.randomElement(using: &random) ?? .up)
        model.caret = editor.bytesBeforeCaret
      }
      #expect(editor.text.utf8.elementsEqual(model.text.utf8))
      #expect(editor.bytesBeforeCaret == model.caret)
      checkSoundness(of: editor)
    }
    let text = editor.text
    while editor.canStep(.control("z")) { checkSoundness(of: editor) }
    #expect(editor.isEmpty)
    while editor.canStep(.control("y")) { checkSoundness(of: editor) }
    #expect(editor.text.utf8.elementsEqual(text.utf8))
  }

  @Test("Wrapping keeps every character", arguments: 1...20)
  func wrapping(seed: UInt64) {
    var random = Pseudorandom(seed: seed)
    let text = (0..<60).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
    for columns in [1, 2, 3, 7, 20, 200] {
      let buffer = TextBuffer(text, columns: columns)
      for line in buffer.lines {
        let rows = line.rows.indices.map { line.characters[line.range(ofRow: $0)] }
        #expect(Array(rows.joined()) == line.characters)
        #expect(rows.count == 1 || rows.allSatisfy { !$0.isEmpty })
        for column in 0...line.count {
          let range = line.range(ofRow: line.row(of: column))
          #expect(range.contains(column) || column == line.count)
        }
      }
    }
  }

  @Test("A megabyte can be pasted and edited, and so can a line of forty kilobytes")
  func megabyte() {
    let line = "Det vore bra om personalen ringde en stund innan de kommer. 👍\n"
    for text in [
      String(repeating: line, count: 16_000), String(repeating: "ord ", count: 10_000),
    ] {
      var editor = TextEditor(script: "före|efter", size: Size(columns: 80, rows: 24))
      editor.paste(text)
      for index in 0..<100 {
        editor.run(index % 5 < 4 ? "x" : "<Up><Down><C-End><C-Left><BS><C-z><C-Right><C-z><C-y>")
        _ = editor.drawn()
      }
      editor.run("<C-Home>y<PgDn><PgUp>")
      #expect(editor.text.hasPrefix("yföre" + text.prefix(100)))
      #expect(editor.text.hasSuffix("efter"))
      while editor.canStep(.control("z")) {}
      #expect(editor.script == "före|efter")
    }
  }

  private func checkSoundness(of editor: TextEditor) {
    for line in editor.buffer.lines {
      let text = String(line.characters)
      let fresh = TextLine(Array(text), columns: editor.buffer.columns)
      #expect(fresh == line)
    }
    #expect(editor.buffer.clamped(editor.caret) == editor.caret)
    let row = editor.buffer.row(of: editor.caret)
    let bottom = editor.buffer.row(editor.top, movedBy: editor.viewport.rows - 1)
    #expect(editor.buffer.clamped(editor.top) == editor.top)
    #expect(editor.top <= row && row <= bottom)
  }
}

extension TextEditor {
  fileprivate var bytesBeforeCaret: Int {
    buffer.text(in: TextPosition()..<caret).utf8.count
  }

  /// Undoes or redoes a step, and tells whether there was one.
  fileprivate mutating func canStep(_ key: Key) -> Bool {
    let before = revision
    _ = handle(key)
    return revision != before
  }
}

/// The editor as anyone would write it who had no need of rows and speed.
private struct PlainText {
  private(set) var text = ""
  /// The bytes before the caret.
  var caret = 0

  private var index: String.Index { text.utf8.index(text.startIndex, offsetBy: caret) }

  mutating func insert(_ new: String) {
    text = String(text[..<index]) + new + String(text[index...])
    settle(at: caret + new.utf8.count)
  }

  mutating func deleteLeft() {
    guard caret > 0 else { return }
    let left = text.index(before: index)
    let place = text.utf8.distance(from: text.startIndex, to: left)
    text = String(text[..<left]) + String(text[index...])
    settle(at: place)
  }

  mutating func deleteRight() {
    guard index < text.endIndex else { return }
    text = String(text[..<index]) + String(text[text.index(after: index)...])
    settle(at: caret)
  }

  mutating func moveLeft() {
    guard caret > 0 else { return }
    caret = text.utf8.distance(from: text.startIndex, to: text.index(before: index))
  }

  mutating func moveRight() {
    guard index < text.endIndex else { return }
    caret = text.utf8.distance(from: text.startIndex, to: text.index(after: index))
  }

  /// Places the caret at the first character that begins at a byte or after it.
  private mutating func settle(at byte: Int) {
    caret = 0
    for character in text where caret < byte { caret += character.utf8.count }
  }
}
