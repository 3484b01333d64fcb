import Terminal

@testable import Interface

/// Keys and texts as the tests write them: `hej<C-Left>` for keys, `|` for the caret.
enum Script {
  /// Splits a text at its caret.
  static func caret(in text: String) -> (text: String, position: TextPosition) {
    // By scalars: an accent after the caret is not its own.
    let halves = text.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0) }
    let lines = halves[0].split(separator: "\n", omittingEmptySubsequences: false)
    let position = TextPosition(line: lines.count - 1, column: lines.last?.count ?? 0)
    return (halves.joined(), position)
  }

  /// Returns the keys of a script.
  ///
  /// What stands in `<` and `>` is a name, everything else is typed.
  static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let first = rest.popFirst() {
      if first == "<", let end = rest.firstIndex(of: ">") {
        keys.append(key(named: rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
      }
    }
    return keys
  }

  private static func key(named name: Substring) -> Key {
    let named: [Substring: Key] = [
      "Left": .left, "Right": .right, "Up": .up, "Down": .down, "Home": .home, "End": .end,
      "C-Left": .wordLeft, "C-Right": .wordRight, "C-Home": .documentStart,
      "C-End": .documentEnd, "PgUp": .pageUp, "PgDn": .pageDown, "BS": .backspace,
      "Del": .delete, "Enter": .enter, "Tab": .tab, "S-Tab": .backTab, "Esc": .escape,
      "Space": .character(" "), "F1": .function(1), "F2": .function(2), "F3": .function(3),
      "F4": .function(4), "Ins": .insert,
    ]
    if let key = named[name] { return key }
    guard let last = name.last else { return .escape }
    return name.hasPrefix("A-") ? .alt(last) : .control(last)
  }
}

extension TextEditor {
  /// Makes an editor of a text with its caret.
  init(script: String, size: Size = Size(columns: 40, rows: 10)) {
    let (text, position) = Script.caret(in: script)
    self.init(text: text, caretAtEnd: false)
    layout(size)
    move(to: position)
  }

  /// The text with its caret.
  var script: String {
    buffer.text(in: TextPosition()..<caret) + "|" + buffer.text(in: caret..<buffer.end)
  }

  /// Takes all keys of a script, and tells whether the last one was consumed.
  @discardableResult
  mutating func run(_ script: String) -> Bool {
    var isConsumed = false
    for key in Script.keys(script) { isConsumed = handle(key) }
    return isConsumed
  }

  /// What is drawn, with the cursor.
  func drawn(role: StyleRole = .normal) -> Surface {
    var surface = Surface(size: viewport)
    draw(
      into: &surface,
      in: Rect(column: 0, row: 0, columns: viewport.columns, rows: viewport.rows), role: role)
    return surface
  }
}
