import Terminal

extension TextEditor {
  /// Takes a key that moves the caret.
  mutating func handleMovement(_ key: Key) -> Bool {
    switch key {
    case .left: move(to: buffer.left(of: caret))
    case .right: move(to: buffer.right(of: caret))
    case .wordLeft: move(to: buffer.wordStart(before: caret))
    case .wordRight: move(to: buffer.wordEnd(after: caret))
    case .home: moveHome()
    case .end: moveEnd()
    case .documentStart: move(to: TextPosition())
    case .documentEnd: move(to: buffer.end)
    case .up: moveRows(-1)
    case .down: moveRows(1)
    case .pageUp: movePage(-1)
    case .pageDown: movePage(1)
    default: return false
    }
    return true
  }

  /// Places the caret; what is typed next is an undo step of its own.
  mutating func move(to position: TextPosition) {
    history.close()
    caret = buffer.clamped(position)
    wantedColumn = nil
    reveal()
  }

  /// To the start of the row, and if it stands there, of the line.
  private mutating func moveHome() {
    let start = buffer.start(of: buffer.row(of: caret))
    move(to: start == caret ? TextPosition(line: caret.line) : start)
  }

  /// To the end of the row, and if it stands there, of the line.
  private mutating func moveEnd() {
    let end = buffer.end(of: buffer.row(of: caret))
    let lineEnd = TextPosition(line: caret.line, column: buffer.lines[caret.line].count)
    move(to: end == caret ? lineEnd : end)
  }

  private mutating func movePage(_ direction: Int) {
    let distance = direction * max(1, viewport.rows - 1)
    top = buffer.row(top, movedBy: distance)
    moveRows(distance)
  }

  /// Moves over rows as they are seen, and keeps the column where rows are long enough.
  private mutating func moveRows(_ distance: Int) {
    let column = wantedColumn ?? buffer.screenColumn(of: caret)
    let row = buffer.row(buffer.row(of: caret), movedBy: distance)
    move(to: buffer.position(in: row, at: column))
    wantedColumn = column
  }
}
