extension TextEditor {
  /// Puts pasted text at the caret, or in place of the mark the caret stands on: one undo step.
  mutating func paste(_ text: String) {
    let clean = WrittenText.cleaned(text)
    guard !clean.isEmpty else { return }
    change(markUnderCaret ?? caret..<caret, to: clean, kind: .whole)
  }

  /// Puts a template on lines of its own and never over anything: one undo step.
  ///
  /// It comes before the caret's line when the caret stands at its start, and else after it. The
  /// caret stands at the end of the new text; see ``moveToNextMark()``.
  mutating func insert(_ text: String) {
    let clean = WrittenText.cleaned(text)
    guard !clean.isEmpty else { return }
    let end = buffer.lines[caret.line].count
    if caret.column == 0 {
      let place = caret
      change(place..<place, to: end == 0 ? clean : clean + "\n", kind: .whole)
      if end > 0 { caret = buffer.left(of: caret) }
    } else {
      let place = TextPosition(line: caret.line, column: end)
      change(place..<place, to: "\n" + clean, kind: .whole)
    }
  }

  /// Replaces all of the text, as after an editor outside the program: one undo step.
  ///
  /// The caret stays on its line and column as far as they exist. The same text changes nothing.
  mutating func replaceAll(with text: String) {
    let clean = WrittenText.cleaned(text)
    guard !clean.utf8.elementsEqual(buffer.text.utf8) else { return }
    let place = caret
    change(TextPosition()..<buffer.end, to: clean, kind: .whole, caretAfter: place)
  }

  /// Puts a typed character at the caret, or in place of the mark the caret stands on.
  ///
  /// - Returns: Whether it is a character that can stand in a text.
  mutating func type(_ character: Character) -> Bool {
    let clean = WrittenText.cleaned(String(character))
    guard !clean.isEmpty else { return false }
    let kind = TextHistory.Kind.typing(isSpace: character.isWhitespace)
    change(markUnderCaret ?? caret..<caret, to: clean, kind: kind)
    return true
  }

  /// Begins a new line at the caret; a mark the caret stands on goes to the new line as a whole.
  mutating func breakLine() {
    let place = markUnderCaret?.lowerBound ?? caret
    change(place..<place, to: "\n", kind: .whole)
  }

  /// Deletes what stands between two places, and the whole of each mark the deletion would cut.
  mutating func erase(from start: TextPosition, to end: TextPosition, kind: TextHistory.Kind) {
    guard start < end else { return }
    var (start, end) = (start, end)
    if start.line == end.line {
      let columns = buffer.lines[start.line].widened(start.column..<end.column)
      start.column = columns.lowerBound
      end.column = columns.upperBound
    }
    change(start..<end, to: "", kind: kind)
  }

  /// Deletes the rest of the line, or the line break if the caret stands at its end.
  mutating func eraseToLineEnd() {
    let end = TextPosition(line: caret.line, column: buffer.lines[caret.line].count)
    erase(from: caret, to: caret == end ? buffer.right(of: caret) : end, kind: .whole)
  }

  /// Deletes what stands before the caret on its line.
  mutating func eraseToLineStart() {
    erase(from: TextPosition(line: caret.line), to: caret, kind: .whole)
  }

  /// Undoes the last step; the caret goes where it was before it.
  mutating func undo() {
    guard let step = history.undo() else { return }
    for change in step.changes.reversed() { buffer.revert(change) }
    finish(caretAt: step.before)
  }

  /// Does the step again that was undone last.
  mutating func redo() {
    guard let step = history.redo() else { return }
    for change in step.changes { buffer.repeatChange(change) }
    finish(caretAt: step.after)
  }

  private mutating func change(
    _ range: Range<TextPosition>, to text: String, kind: TextHistory.Kind,
    caretAfter: TextPosition? = nil
  ) {
    let (change, end) = buffer.replace(range, with: text)
    let after = buffer.clamped(caretAfter ?? end)
    history.record(change, kind: kind, before: caret, after: after)
    finish(caretAt: after)
  }

  private mutating func finish(caretAt position: TextPosition) {
    revision += 1
    caret = position
    wantedColumn = nil
    reveal()
  }
}
