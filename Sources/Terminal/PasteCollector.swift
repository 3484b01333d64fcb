/// Gathers the bytes of a bracketed paste and makes text of them.
struct PasteCollector {
  private var bytes: [UInt8] = []
  /// How much of the end mark the last bytes are.
  private var matched = 0
  /// Four bytes for each character that is kept, and nothing is kept beyond.
  private static let byteLimit = 4 * TerminalEvent.pasteLimit
  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Takes a byte; true when it completes the end mark, which ncurses may have failed to see.
  mutating func take(_ byte: UInt8) -> Bool {
    matched = byte == Self.end[matched] ? matched + 1 : byte == Self.end[0] ? 1 : 0
    if matched == 0, bytes.count > Self.byteLimit {
      bytes.removeLast(bytes.count - Self.byteLimit)
    }
    if bytes.count < Self.byteLimit || matched > 0 { bytes.append(byte) }
    guard matched == Self.end.count else { return false }
    bytes.removeLast(Self.end.count)
    matched = 0
    return true
  }

  /// Returns the text: line ends as LF, no control characters but tab and LF, at most
  /// ``TerminalEvent/pasteLimit`` characters.
  ///
  /// - Parameter decoder: How bytes become characters.
  /// - Returns: The text, and whether some of it was no UTF-8.
  func text(decoder: UTF8Decoder) -> (text: String, isGuess: Bool) {
    var decoder = decoder
    var scalars = String.UnicodeScalarView()
    var isGuess = false
    var isAfterReturn = false
    func found(_ decoded: UTF8Decoder.Decoded) {
      let value = decoded.scalar.value
      if decoded.isGuess { isGuess = true }
      switch value {
      case 0x0D: scalars.append("\n")
      case 0x0A where isAfterReturn: break
      case 0x09, 0x0A: scalars.append(decoded.scalar)
      case ..<0x20, 0x7F...0x9F: break
      default: scalars.append(decoded.scalar)
      }
      isAfterReturn = value == 0x0D
    }
    for byte in bytes { decoder.take(byte, found) }
    decoder.giveUp(found)
    let text = String(scalars)
    let isLong = text.utf8.count > TerminalEvent.pasteLimit
    return (isLong ? String(text.prefix(TerminalEvent.pasteLimit)) : text, isGuess)
  }
}
