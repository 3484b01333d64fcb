/// What one look at the host has shown.
public struct Finding: Equatable, Sendable {
  /// What was looked at.
  public let subject: String
  /// What is wrong and what to do about it; nil when nothing is.
  public let problem: String?

  /// The finding as a line.
  public var line: String {
    problem.map { "WRONG  \(subject): \($0)" } ?? "ok     \(subject)"
  }

  static func fine(_ subject: String) -> Finding { Finding(subject: subject, problem: nil) }

  static func wrong(_ subject: String, _ problem: String) -> Finding {
    Finding(subject: subject, problem: problem)
  }
}
