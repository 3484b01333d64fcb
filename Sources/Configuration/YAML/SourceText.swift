/// The bytes of a file of settings as text.
enum SourceText {
  /// The largest file, in bytes.
  static let sizeLimit = 1_000_000

  /// The file with plain line feeds, free of what no file of settings holds.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark, LF or CRLF.
  ///   - file: The name for errors.
  /// - Returns: Text that holds no control characters but line feed and tab, and no line break
  ///   that only libyaml would take for one (U+0085, U+2028, U+2029).
  /// - Throws: `ConfigurationError` when it is too large, no UTF-8, or holds such a character.
  static func read(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> String {
    guard bytes.count <= sizeLimit else {
      throw ConfigurationError(
        file: file, line: nil, problem: "larger than 1 MB, which no file of settings is")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let source = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    guard let text = String(validating: source, as: UTF8.self) else {
      throw ConfigurationError(file: file, line: nil, problem: "not UTF-8; save it as UTF-8")
    }
    var plain = String.UnicodeScalarView()
    var line = 1
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == "\r", scalar != "\n" { break }
      if scalar == "\n" { line += 1 }
      guard scalar == "\n" || scalar == "\t" || scalar == "\r" || isReadable(scalar) else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw ConfigurationError(
          file: file, line: line, problem: "a control character (U+\(padded(code))) stands here")
      }
      if scalar != "\r" { plain.append(scalar) }
      previous = scalar
    }
    if previous == "\r" {
      throw ConfigurationError(
        file: file, line: line, problem: "a carriage return stands here without a line feed")
    }
    return String(plain)
  }

  /// Whether libyaml reads the character, and as no line break of its own kind.
  private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func padded(_ code: String) -> String {
    String(repeating: "0", count: max(0, 4 - code.count)) + code
  }
}
