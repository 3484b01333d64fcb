import Domain

extension SettingKind {
  /// What the text must be, for errors.
  var demand: String {
    switch self {
    case .code: "1 to 40 of a-z, 0-9 and -"
    case .login: "1 to 32 of a-z, 0-9, dot, _ and -"
    case .name: "one line of 1 to 200 characters, without control characters"
    case .email: "an address like namn@exempel.se"
    case .key:
      "type and base64 on one line, like ‘ssh-ed25519 AAAA…’, without options or comment; the "
        + "types are \(PublicKey.types.joined(separator: ", "))"
    case .passage: "text without control characters"
    }
  }
}
