import Terminal

/// A text of several lines that a person writes: the letter, the note, what was said on the phone.
///
/// A value without clock and without terminal: keys change it, ``draw(into:in:role:isFocused:)``
/// shows it. It holds what can be typed; see ``WrittenText`` for what happens to other characters.
struct TextEditor: Equatable, Sendable {
  /// The lines and their rows.
  var buffer: TextBuffer
  /// Where the next character goes.
  var caret: TextPosition
  /// The steps that can be undone.
  var history = TextHistory()
  /// The screen column that up and down try to keep.
  var wantedColumn: Int?
  /// The first row that is shown.
  var top = RowPlace()
  /// The part of the screen the text has.
  private(set) var viewport: Size
  /// Counts the changes of the text: what was saved at this number is still the same.
  var revision = 0

  /// Makes an editor; call ``layout(_:)`` before keys that move over rows.
  ///
  /// - Parameters:
  ///   - text: The text to begin with, see ``WrittenText``.
  ///   - caretAtEnd: Whether the caret stands after the text, or else before it.
  init(text: String = "", caretAtEnd: Bool) {
    viewport = Size(columns: 80, rows: 24)
    buffer = TextBuffer(WrittenText.cleaned(text), columns: Self.textColumns(of: viewport))
    caret = caretAtEnd ? buffer.end : TextPosition()
    reveal()
  }

  /// The whole text, with LF between lines.
  var text: String { buffer.text }
  /// Whether nothing is written.
  var isEmpty: Bool { buffer.isEmpty }
  /// Whether there is a mark `⟦…⟧` left.
  var hasMarks: Bool { buffer.lines.contains { !$0.marks.isEmpty } }
  /// Whether there are rows above those that are shown.
  var hasMoreAbove: Bool { top > RowPlace() }
  /// Whether there are rows below those that are shown.
  var hasMoreBelow: Bool {
    buffer.row(top, movedBy: viewport.rows - 1) < buffer.lastRow
  }
  /// Where there is more, as it stands on the rule above the text; nil where all is seen.
  var whereMore: String? {
    switch (hasMoreAbove, hasMoreBelow) {
    case (false, false): nil
    case (true, false): "mer: ↑"
    case (false, true): "mer: ↓"
    case (true, true): "mer: ↑↓"
    }
  }

  /// Takes note of the part of the screen the text has, wraps it and keeps the caret in view.
  ///
  /// - Parameter size: The same size as drawn with; one column is kept free for the caret.
  mutating func layout(_ size: Size) {
    guard size != viewport else { return }
    viewport = size
    buffer.wrap(columns: Self.textColumns(of: size))
    wantedColumn = nil
    reveal()
  }

  /// Takes a key.
  ///
  /// - Returns: Whether the key means something here, even if it changed nothing (undo with nothing
  ///   to undo). Tab, Esc and function keys never do.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): return type(character)
    case .enter: breakLine()
    // A mark the caret stands on is chosen as a whole, so either key takes it away.
    case .backspace:
      if let mark = markUnderCaret {
        erase(from: mark.lowerBound, to: mark.upperBound, kind: .whole)
      } else {
        erase(from: buffer.left(of: caret), to: caret, kind: .erasing)
      }
    case .delete: erase(from: caret, to: buffer.right(of: caret), kind: .deleting)
    case .control("w"): erase(from: buffer.deletionStart(before: caret), to: caret, kind: .whole)
    case .control("u"): eraseToLineStart()
    case .control("k"): eraseToLineEnd()
    case .control("z"): undo()
    case .control("y"), .control("r"): redo()
    default: return handleMovement(key)
    }
    return true
  }

  /// Scrolls as little as is needed to show the caret, and leaves no empty rows at the end.
  mutating func reveal() {
    let here = buffer.row(of: caret)
    let distance = 1 - max(1, viewport.rows)
    top = max(buffer.clamped(top), buffer.row(here, movedBy: distance))
    top = min(top, here, buffer.row(buffer.lastRow, movedBy: distance))
  }

  /// The width of the text: a caret after a full row needs a column of its own.
  private static func textColumns(of size: Size) -> Int { max(1, size.columns - 1) }
}
