import Terminal

/// A text of one line that a person writes: a name, an address, the words of a search.
///
/// The keys are those of ``TextEditor``. Enter, Tab, Esc, up, down and the page keys are left to
/// the screen the field stands on.
struct TextField: Equatable, Sendable {
  /// The most characters, as a person counts them.
  let limit: Int
  /// The editor that does the work; its text never has more than one line.
  private var editor: TextEditor

  /// Makes a field with the caret after its text.
  ///
  /// - Parameters:
  ///   - text: The text to begin with; line breaks become spaces and what is too long is cut off.
  ///   - limit: The most characters.
  init(text: String = "", limit: Int) {
    self.limit = max(1, limit)
    editor = TextEditor(
      text: String(WrittenText.singleLine(text).prefix(self.limit)), caretAtEnd: true)
  }

  /// What is written.
  var text: String { editor.text }
  /// Whether nothing is written.
  var isEmpty: Bool { editor.isEmpty }
  /// How many characters stand before the caret.
  var caret: Int { editor.caret.column }

  /// The characters and what must be known to draw them.
  var line: TextLine { editor.buffer.lines[0] }

  /// Takes a key.
  ///
  /// - Returns: Whether the key means something here. A character for which there is no room does.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .enter, .up, .down, .pageUp, .pageDown: return false
    case .home:
      editor.move(to: TextPosition())
      return true
    case .end:
      editor.move(to: editor.buffer.end)
      return true
    case .character:
      var trial = editor
      guard trial.handle(key) else { return false }
      let fits = trial.buffer.lines.count == 1 && trial.buffer.lines[0].count <= limit
      if fits { editor = trial }
      return true
    default: return editor.handle(key)
    }
  }

  /// Puts as much of a text at the caret as there is room for, as one line and one undo step.
  mutating func paste(_ text: String) {
    let mark = editor.markUnderCaret.map { $0.upperBound.column - $0.lowerBound.column } ?? 0
    let room = max(0, limit - count + mark)
    editor.paste(String(WrittenText.singleLine(text).prefix(room)))
  }

  /// Replaces all that is written, as a completion does: one undo step, the caret at the end.
  mutating func replaceAll(with text: String) {
    editor.replaceAll(with: String(WrittenText.singleLine(text).prefix(limit)))
    editor.move(to: editor.buffer.end)
  }

  private var count: Int { line.count }
}
