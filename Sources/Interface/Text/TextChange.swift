/// One replacement in a text, with all that is needed to undo it and to do it again.
struct TextChange: Equatable, Sendable {
  /// Where it begins, before and after.
  let start: TextPosition
  /// What stood there.
  let removed: String
  /// What stands there now.
  let inserted: String

  /// The place after the new text.
  var end: TextPosition { advanced(over: inserted) }
  /// The place after the old text, as it was before.
  var removedEnd: TextPosition { advanced(over: removed) }

  private func advanced(over text: String) -> TextPosition {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last else { return start }
    return TextPosition(
      line: start.line + lines.count - 1,
      column: (lines.count == 1 ? start.column : 0) + last.count)
  }
}
