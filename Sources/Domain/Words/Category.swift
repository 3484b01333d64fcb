/// What a synpunkt is: praise, a suggestion or a complaint.
///
/// Exactly these three.
public enum Category: String, CaseIterable, Sendable, Codable {
  case praise
  case suggestion
  case complaint

  /// The word in scripts: "beröm", "förslag", "klagomål".
  ///
  /// A routine may show its own label.
  public var word: String {
    switch self {
    case .praise: "beröm"
    case .suggestion: "förslag"
    case .complaint: "klagomål"
    }
  }

  /// Reads the word of scripts.
  public init?(word: String) {
    guard let match = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }
}
