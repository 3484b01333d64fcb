import Terminal

/// The lower part of the screen, where a dialog stands; what is above stays visible.
enum Panel {
  /// Clears the panel, draws its title on a rule, and returns the first row below the title.
  ///
  /// - Parameters:
  ///   - title: What is asked.
  ///   - height: The rows wanted below the title; clipped to what the screen has.
  ///   - surface: The whole screen.
  /// - Returns: The first row, and the rows that there are.
  static func draw(
    title: String, height: Int, on surface: inout Surface
  ) -> (row: Int, rows: Int) {
    let rows = max(1, min(height, surface.size.rows - 4))
    let top = surface.size.rows - 2 - rows
    for row in top - 1..<surface.size.rows - 2 { surface.fill(row: row, role: .normal) }
    surface.rule(row: top - 1)
    surface.write(
      " \(TextWidth.clip(title, to: surface.size.columns - 6)) ",
      at: Point(column: 2, row: top - 1), role: .strong)
    return (top, rows)
  }
}
