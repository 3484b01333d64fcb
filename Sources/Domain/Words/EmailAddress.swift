/// The shape of an e-mail address.
public enum EmailAddress {
  /// Whether the text has the shape of one address: one @, a domain of two or more labels, at most
  /// 254 bytes, and no blank, control, bracket or list sign that would make it more than one, or a
  /// header of its own.
  public static func isPlausible(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .spaceSeparator:
          false
        default: !",;:<>\"()[]\\".unicodeScalars.contains(scalar)
        }
      }
  }
}
