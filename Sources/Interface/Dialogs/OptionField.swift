import Terminal

/// One of several things that a field can be.
struct Option<Value: Hashable & Sendable>: Hashable, Sendable {
  let words: String
  /// What choosing it sets.
  let value: Value
  let isChosen: Bool
}

/// A field that is one of several things, side by side on its row.
struct OptionField<Value: Hashable & Sendable> {
  let options: [Option<Value>]

  private var chosen: Int? { options.firstIndex { $0.isChosen } }

  /// What a key chooses; nil when it chooses nothing.
  func value(for key: Key) -> Value? {
    guard !options.isEmpty else { return nil }
    switch key {
    case .right, .character(" "): return options[((chosen ?? -1) + 1) % options.count].value
    case .left: return options[((chosen ?? 0) - 1 + options.count) % options.count].value
    case .character(let letter):
      let typed = letter.lowercased()
      // The letter again takes the next one that begins with it.
      let start = (chosen ?? -1) + 1
      let turned = options[start...] + options[..<start]
      return turned.first { $0.words.lowercased().hasPrefix(typed) }?.value
    default: return nil
    }
  }

  /// Draws the options up to the edge of the screen, the chosen one among them.
  ///
  /// None is cut: a mark says that there are more.
  func draw(at place: Point, isFocused: Bool, on surface: inout Surface) {
    var column = place.column
    if isFocused { surface.cursor = place }
    let options = visible(columns: surface.size.columns - column)
    for (index, option) in zip(options.indices, options) {
      let words = option.isChosen ? "[\(option.words)]" : " \(option.words) "
      // Of the last one, only the blank after it may be missing.
      let isLast = index == options.endIndex - 1
      let mark = isLast ? (option.isChosen ? 0 : -1) : 2
      guard column + TextWidth.width(of: words) + mark <= surface.size.columns else {
        surface.write("…", at: Point(column: column, row: place.row), role: .faint)
        return
      }
      if isFocused, option.isChosen { surface.cursor = Point(column: column + 1, row: place.row) }
      column += surface.write(
        words, at: Point(column: column, row: place.row),
        role: option.isChosen ? .activeTab : .normal)
      column += 1
    }
  }

  /// The options without the first ones, where the chosen one would not be seen otherwise.
  private func visible(columns: Int) -> ArraySlice<Option<Value>> {
    let chosen = chosen ?? 0
    var first = 0
    while first < chosen,
      options[first...chosen].reduce(0, { $0 + TextWidth.width(of: $1.words) + 3 }) > columns
    { first += 1 }
    return options[first...]
  }
}
