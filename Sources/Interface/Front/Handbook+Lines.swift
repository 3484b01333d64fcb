import Terminal

extension Handbook {
  /// The handbook as it is read: headings without their signs, and paragraphs and points that are
  /// wrapped to the screen instead of to the file.
  static func lines(of text: String) -> [StyledLine] {
    var lines: [StyledLine] = []
    /// Whether the next line of the file goes on with the last one here.
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = String(line).trimmingSpaces
      if words.isEmpty {
        if lines.last?.text.isEmpty == false { lines.append(StyledLine("")) }
        isOpen = false
      } else if isOpen, number(of: line) == nil,
        !isKeyRow(line) || lines.last?.indent == pointIndent
      {
        lines[lines.count - 1].text += " " + words
      } else if line.hasPrefix("#") {
        lines.append(StyledLine(String(line.drop { $0 == "#" }).trimmingSpaces, role: .strong))
      } else if isKeyRow(line) {
        let parts = words.split(separator: "  ", maxSplits: 1)
        lines.append(
          StyledLine(
            parts.count > 1 ? String(parts[1]).trimmingSpaces : "", indent: keyColumns,
            lead: "  " + parts[0]))
      } else if let number = number(of: line) {
        lines.append(
          StyledLine(
            String(line.dropFirst(number.count)).trimmingSpaces, indent: pointIndent,
            lead: number, leadRole: .normal))
        isOpen = true
      } else {
        lines.append(StyledLine(words))
        isOpen = true
      }
    }
    return lines
  }

  private static let pointIndent = 3

  /// The number with its point that a line begins with: "2."; nil when it begins with none.
  private static func number(of line: Substring) -> String? {
    let digits = line.prefix { $0.isNumber }
    let number = line.prefix(digits.count + 1)
    return !digits.isEmpty && number.hasSuffix(".") ? String(number) : nil
  }

  private static func isKeyRow(_ line: Substring) -> Bool { line.hasPrefix("  ") }
}
