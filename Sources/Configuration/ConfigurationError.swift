import Domain

/// What is wrong in a file of settings, and where; a system administrator reads it.
public struct ConfigurationError: Error, Equatable, Sendable {
  /// The file's name as it was given.
  public let file: String
  /// The line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong and what would be right, in English.
  public let problem: String

  /// Makes an error.
  public init(file: String, line: Int?, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// One sentence with file and line: "example.yaml:12: unit ‘x’ names a parent ‘y’ …".
  public var sentence: String {
    guard let line else { return "\(file): \(problem)" }
    return "\(file):\(line): \(problem)"
  }
}

/// A value between quotation marks, cut when it is long, with control characters made visible.
func quoted(_ value: String, limit: Int = 60) -> String {
  let shown = value.unicodeScalars.prefix(limit).map { scalar -> String in
    scalar.isPrintable ? String(scalar) : "?"
  }
  let more = value.unicodeScalars.count > limit ? "…" : ""
  return "‘\(shown.joined())\(more)’"
}
