/// Text from outside, made safe and honest to show.
///
/// Control characters, escape sequences, bidirectional overrides and invisible characters can
/// rewrite a screen or make a text read as something it does not say. They are shown as marks:
/// `␛` for ESC, `<U+202E>` for a right-to-left override. ``Surface`` uses the same table when it
/// writes, so a view need not clean its text first.
public enum VisibleText {
  /// Returns the text with marks in place of the characters that must not reach a terminal.
  ///
  /// Line feeds are kept, CRLF becomes a line feed and a tab becomes spaces up to the next fourth
  /// column. What is visible stays exactly as written; cleaning twice changes nothing.
  public static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var source = text
    return source.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      var cleaned = ""
      cleaned.reserveCapacity(bytes.count + 16)
      var column = 0
      var copied = 0
      func copy(upTo end: Int) {
        cleaned += String(decoding: bytes[copied..<end], as: UTF8.self)
      }
      while let glyph = reader.next() {
        let width = glyph.width(at: column)
        column += width
        guard glyph.kind != .visible else { continue }
        copy(upTo: glyph.start)
        copied = glyph.end
        switch glyph.kind {
        case .visible: break
        case .tab: cleaned += String(repeating: " ", count: width)
        case .lineEnd:
          cleaned += "\n"
          column = 0
        case .mark:
          for value in glyph.spelling {
            if let scalar = Unicode.Scalar(value) { cleaned.unicodeScalars.append(scalar) }
          }
        }
      }
      copy(upTo: bytes.count)
      return cleaned
    }
  }
}
