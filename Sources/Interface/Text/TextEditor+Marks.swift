/// Marks `⟦…⟧` stand where a letter template left something to fill in.
extension TextEditor {
  /// The mark the caret stands on, at its beginning or within it.
  var markUnderCaret: Range<TextPosition>? {
    guard let mark = buffer.lines[caret.line].mark(at: caret.column) else { return nil }
    return TextPosition(
      line: caret.line, column: mark.lowerBound)..<TextPosition(
        line: caret.line, column: mark.upperBound)
  }

  /// Places the caret on the next mark, from the top again after the last one.
  ///
  /// - Returns: Whether there is a mark.
  mutating func moveToNextMark() -> Bool {
    for offset in 0...buffer.lines.count {
      let line = (caret.line + offset) % buffer.lines.count
      let after = offset == 0 ? caret.column : -1
      let mark = buffer.lines[line].marks.first { $0.lowerBound > after }
      if let mark {
        move(to: TextPosition(line: line, column: mark.lowerBound))
        return true
      }
    }
    return false
  }
}
