/// Text rules of letters: values on one line, and no holes between paragraphs.
enum LetterText {
  /// Stands for the sender's own words while the rest of the letter is tidied.
  ///
  /// A control character, which is taken out of templates and one-line values.
  static let passage: Character = "\u{1A}"

  /// A value on one line: line breaks and runs of blanks become one blank; control characters and
  /// those that turn the direction of writing go; the brackets of marks become ordinary ones.
  static func oneLine(_ value: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "⟦": scalars.append("[")
      case "⟧": scalars.append("]")
      case let scalar where scalar.properties.isWhitespace: scalars.append(" ")
      case let scalar where isInvisible(scalar): break
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// Whether a character is a control, a noncharacter, or turns the direction of writing.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default:
      scalar.properties.generalCategory == .control
        || scalar.properties.isNoncharacterCodePoint
    }
  }

  /// The letter without blank lines at its ends; three or more blank lines become one.
  static func tidied(_ text: String) -> String {
    var kept: [Substring] = []
    var blanks = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        blanks += 1
        continue
      }
      if !kept.isEmpty { kept += Array(repeating: "", count: blanks >= 3 ? 1 : blanks) }
      blanks = 0
      kept.append(line)
    }
    return kept.joined(separator: "\n")
  }
}
