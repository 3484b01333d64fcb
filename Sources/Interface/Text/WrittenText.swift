/// Text that is put into a field, made to hold only what a person could have typed.
enum WrittenText {
  /// Returns the text with LF for every kind of line break, spaces for tabs (up to the next fourth
  /// column of the text) and without other control characters.
  ///
  /// Invisible characters that are no control characters are kept; they are shown as marks.
  static func cleaned(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var clean = String.UnicodeScalarView()
    var column = 0
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where wasReturn: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        clean.append("\n")
        column = 0
      case 0x09:
        let width = 4 - column % 4
        for _ in 0..<width { clean.append(" ") }
        column += width
      case ..<0x20, 0x7F...0x9F: break
      default:
        clean.append(scalar)
        column += 1
      }
      wasReturn = scalar.value == 0x0D
    }
    return String(clean)
  }

  /// Returns the text as one line: line breaks within it become spaces, those around it go.
  static func singleLine(_ text: String) -> String {
    let lines = cleaned(text).split(separator: "\n")
    return lines.joined(separator: " ")
  }

  /// Whether there is a byte that may belong to a control character or a line separator.
  private static func needsCleaning(_ text: String) -> Bool {
    text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x0A) || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }
  }
}
