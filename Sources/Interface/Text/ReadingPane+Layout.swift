import Terminal

extension ReadingPane {
  /// Fits the text to a place and draws it there; scrolling then goes by that place.
  mutating func layoutAndDraw(into surface: inout Surface, in rect: Rect) {
    layout(rect.size)
    draw(into: &surface, in: rect)
  }
}
