extension Surface {
  /// The rows as plain text, trailing spaces trimmed: what a snapshot compares.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var text = String.UnicodeScalarView()
      var trailing = 0
      for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.width > 0 {
        if cell.scalar == 0x20, cell.combination == 0 {
          trailing += 1
          continue
        }
        for _ in 0..<trailing { text.append(" ") }
        trailing = 0
        append(cell, to: &text)
      }
      return String(text)
    }
  }

  /// The rows as one text, with line feeds between them.
  public var text: String {
    lines.joined(separator: "\n")
  }
}
