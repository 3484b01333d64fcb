import Terminal

extension ReadingPane {
  /// The columns of a text on a wide screen: longer rows are hard to read.
  static let widest = 100

  /// Fits the text to a place and draws it there; scrolling then goes by that place.
  mutating func layoutAndDraw(into surface: inout Surface, in rect: Rect) {
    layout(rect.size)
    draw(into: &surface, in: rect)
  }
}
