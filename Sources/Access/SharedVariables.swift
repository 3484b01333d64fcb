/// The environment of a shared session: an allow-list of names, each with the values it may have.
public enum SharedVariables {
  /// The names.
  public static let names: Set<String> = [
    "TERM", "LANG", "LC_ALL", "LC_ADDRESS", "LC_COLLATE", "LC_CTYPE", "LC_IDENTIFICATION",
    "LC_MEASUREMENT", "LC_MESSAGES", "LC_MONETARY", "LC_NAME", "LC_NUMERIC", "LC_PAPER",
    "LC_TELEPHONE", "LC_TIME", "NO_COLOR", "SUDO_USER", "SSH_ORIGINAL_COMMAND",
  ]

  /// The variables that stay; all others go.
  public static func allowed(_ variables: [String: String]) -> [String: String] {
    variables.filter { isAllowed($0, $1) }
  }

  private static func isAllowed(_ name: String, _ value: String) -> Bool {
    guard names.contains(name) else { return false }
    return switch name {
    case "TERM": isPlain(value, and: "._+-")
    case "SUDO_USER": Caller.isLogin(value)
    case "SSH_ORIGINAL_COMMAND": (try? SentWords.read(value)) != nil
    default: isPlain(value, and: "._@-")
    }
  }

  /// Whether a value is up to 64 letters, digits and a few signs, a letter or digit first: nothing
  /// that could be a path.
  private static func isPlain(_ value: String, and signs: String) -> Bool {
    guard let first = value.utf8.first, isAlphanumeric(first), value.utf8.count <= 64 else {
      return false
    }
    return value.utf8.allSatisfy { isAlphanumeric($0) || signs.utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
