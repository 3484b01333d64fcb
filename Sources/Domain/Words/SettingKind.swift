/// What a text in the settings may look like.
public enum SettingKind: Sendable {
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

  /// The text without blanks around it; nil when it has not the shape.
  public func checked(_ written: String) -> String? {
    switch self {
    case .code:
      let isRight = written.utf8.allSatisfy { Self.isCode($0) }
      return isRight && (1...40).contains(written.utf8.count) ? written : nil
    case .login:
      let isRight = written.utf8.allSatisfy { Self.isCode($0) || "._".utf8.contains($0) }
      return isRight && (1...32).contains(written.utf8.count) ? written : nil
    case .name:
      let name = Self.trimmed(written)
      guard (1...200).contains(name.count), name.unicodeScalars.allSatisfy(\.isPrintable) else {
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
        $0.isPrintable || $0 == "\n" || $0 == "\t"
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

extension Unicode.Scalar {
  /// Whether it may stand in a name: no control, no line break, nothing that turns the direction of
  /// writing.
  public var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    case .format: value == 0xAD || value == 0x200C || value == 0x200D
    default: true
    }
  }
}
