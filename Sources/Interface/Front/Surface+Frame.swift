import Terminal

/// What screens have around their parts.
extension Surface {
  /// Draws a rule over the whole row.
  mutating func rule(row: Int) {
    write(
      String(repeating: "─", count: size.columns), at: Point(column: 0, row: row), role: .border)
  }

  /// Says at the end of a row that there is more than is shown.
  mutating func more(_ words: String = "mer: ↓", row: Int) {
    let words = " \(words) "
    write(
      words, at: Point(column: size.columns - 2 - TextWidth.width(of: words), row: row),
      role: .hint)
  }
}
