/// Who takes in a synpunkt at a login that several have in common, as they say themselves.
public struct NamedTaker: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// The role at the unit: "undersköterska".
  public var role: String
  /// Who began it, when that was somebody else.
  public var begunBy: String?

  /// Makes it.
  public init(name: String, role: String, begunBy: String? = nil) {
    self.name = name
    self.role = role
    self.begunBy = begunBy
  }

  /// Name and role: "Eva Exempel, undersköterska".
  public var words: String {
    [name, role].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
