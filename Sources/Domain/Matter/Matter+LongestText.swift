extension Matter {
  /// The longest text that a step may hold, in Unicode scalars.
  public static let longestText = 1_000_000

  /// Whether a text is short enough to be held.
  public static func hasRoom(for text: String) -> Bool {
    // The bytes are known at once, and no scalar has fewer than one.
    text.utf8.count <= longestText || text.unicodeScalars.count <= longestText
  }

  /// The text, when it is short enough to be held.
  static func bounded(_ text: String) throws(Refusal) -> String {
    guard hasRoom(for: text) else { throw .tooLong(limit: longestText) }
    return text
  }
}
