/// How many columns text takes on the screen, by an own table that every terminal here follows.
///
/// A line is measured as ``Surface`` draws it: East Asian
/// wide characters and emoji take two columns, combining marks none, marks for control characters
/// as many as they show, a tab up to the next fourth column from where the text begins.
public enum TextWidth {
  /// Returns the columns of one character: at least 1; 4 for a tab.
  public static func width(of character: Character) -> Int {
    if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F { return 1 }
    return width(of: String(character))
  }

  /// Returns the columns of one line of text.
  ///
  /// Line feeds are measured as the marks they show.
  public static func width(of text: String) -> Int {
    var text = text
    return text.withUTF8(width(of:))
  }

  /// Returns the columns of one line of text.
  public static func width(of text: Substring) -> Int {
    var text = text
    return text.withUTF8(width(of:))
  }

  /// Returns the text if it fits, or else as much of it as fits before a `…`.
  public static func clip(_ text: String, to columns: Int) -> String {
    if text.utf8.count <= columns, isPlain(text) { return text }
    if width(of: text) <= columns { return text }
    guard columns > 0 else { return "" }
    return String(prefix(of: text, columns: columns - 1)) + "…"
  }

  /// Returns the longest beginning that fits: where a click or a caret at a column falls.
  ///
  /// Always whole characters; all of the text if it is narrower.
  public static func prefix(of text: String, columns: Int) -> Substring {
    prefix(of: text[...], columns: columns)
  }

  /// Returns the longest beginning that fits, always whole characters.
  public static func prefix(of text: Substring, columns: Int) -> Substring {
    var column = 0
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      column +=
        character == "\t" ? Glyph.tabWidth - column % Glyph.tabWidth : width(of: character)
      if column > columns { break }
      index = text.index(after: index)
    }
    return text[..<index]
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F) ~= $0 }
  }

  private static func width(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var reader = GlyphReader(bytes)
    var column = 0
    while let glyph = reader.next() { column += glyph.width(at: column) }
    return column
  }
}
