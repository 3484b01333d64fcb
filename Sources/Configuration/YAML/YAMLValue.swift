/// One value of a YAML file as it was written, with the line where it stands.
///
/// All scalars are text: `no`, `on` and `161` mean what the reader of the key makes of them, never
/// what YAML makes of them.
struct YAMLValue {
  /// What the value is.
  enum Content {
    /// Text; `isPlain` without quotation marks.
    case text(String, isPlain: Bool)
    case list([YAMLValue])
    case mapping([Entry])
  }

  /// One key of a mapping with its value.
  struct Entry {
    let key: String
    let line: Int
    let value: YAMLValue
  }

  let content: Content
  let line: Int
  let file: String

  /// Whether nothing was written: `key:`, `~` or `null`.
  var isEmpty: Bool {
    guard case .text(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  func refused(_ problem: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, problem: problem)
  }
}

extension YAMLValue {
  /// The kind of value, for errors.
  var typeName: String {
    switch content {
    case .text: isEmpty ? "empty" : "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
