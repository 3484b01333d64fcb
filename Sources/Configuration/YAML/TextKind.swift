import Domain

/// What a text in a file of settings may look like.
enum TextKind {
  /// A short code: [a-z0-9-]{1,40}.
  case code
  /// A login name: [a-z0-9._-]{1,32}.
  case login
  /// One line without control characters, at most 200 characters.
  case name
  /// An e-mail address.
  case email
  /// A public key for ssh.
  case key
  /// One or more lines without other control characters than line break and tab.
  case passage

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

  /// The text without blanks around it; nil when it has not the shape.
  func checked(_ written: String) -> String? {
    switch self {
    case .code:
      let isRight = written.utf8.allSatisfy { Self.isCode($0) }
      return isRight && (1...40).contains(written.utf8.count) ? written : nil
    case .login:
      let isRight = written.utf8.allSatisfy { Self.isCode($0) || "._".utf8.contains($0) }
      return isRight && (1...32).contains(written.utf8.count) ? written : nil
    case .name:
      let name = Self.trimmed(written)
      guard (1...200).contains(name.count), name.unicodeScalars.allSatisfy(isPrintable) else {
        return nil
      }
      return name
    case .email:
      let address = Self.trimmed(written)
      return EmailAddress.isPlausible(address) ? address : nil
    case .key: return PublicKey(written)?.line
    case .passage:
      let text = Self.trimmed(written)
      let isRight = text.unicodeScalars.allSatisfy {
        isPrintable($0) || $0 == "\n" || $0 == "\t"
      }
      return isRight && !text.isEmpty ? text : nil
    }
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func trimmed(_ text: String) -> String {
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
    return String(text[..<end].drop { $0.isWhitespace })
  }
}
