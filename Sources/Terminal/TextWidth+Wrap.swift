extension TextWidth {
  /// Breaks text into lines of at most so many columns, between words where that can be done.
  ///
  /// Every character is kept: the lines are slices of the text, in order, with nothing between
  /// them but the line feeds. Spaces at a break stay at the end of their line and may hang over
  /// the edge. A word that is longer than a line is broken, never within a character. Hyphens
  /// between letters (`e-tjänst`) and wide characters may also end a line.
  ///
  /// - Parameters:
  ///   - text: Any text; LF and CRLF end a line. Empty text is one empty line.
  ///   - columns: At least 1; less is taken as 1.
  /// - Returns: The lines, without their line feeds.
  /// - Complexity: O(*n*) in the length of the text.
  public static func wrap(_ text: String, columns: Int) -> [Substring] {
    var source = text
    source.makeContiguousUTF8()
    let kept = source
    let breaks = source.withUTF8 { bytes in
      LineBreaker(bytes, columns: max(1, columns), text: kept).ranges()
    }
    let utf8 = kept.utf8
    var lines: [Substring] = []
    lines.reserveCapacity(breaks.count)
    for line in breaks {
      let start = utf8.index(utf8.startIndex, offsetBy: line.lowerBound)
      let end = utf8.index(start, offsetBy: line.count)
      lines.append(kept[start..<end])
    }
    return lines
  }
}

/// Finds where lines end, as byte offsets into the text.
private struct LineBreaker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columns: Int
  private let text: String
  private var found: [Range<Int>] = []
  private var lineStart = 0
  private var column = 0
  /// Where the line could end, and the column there.
  private var chance: (offset: Int, column: Int)?
  /// Where the present character begins, and its column.
  private var character = (offset: 0, column: 0)

  init(_ bytes: UnsafeBufferPointer<UInt8>, columns: Int, text: String) {
    self.bytes = bytes
    self.columns = columns
    self.text = text
  }

  /// Returns the byte range of each line.
  consuming func ranges() -> [Range<Int>] {
    var reader = GlyphReader(bytes)
    var previous: UInt32 = 0
    var beforePrevious: UInt32 = 0
    while let glyph = reader.next() {
      if glyph.kind == .lineEnd {
        endLine(at: glyph.start, next: glyph.end)
        column = 0
      } else {
        if previous == 0x2D, Self.isLetter(beforePrevious), Self.isLetter(glyph.scalar) {
          offerChance(at: glyph.start)
        }
        place(glyph)
      }
      beforePrevious = previous
      previous = glyph.scalar
    }
    endLine(at: bytes.count, next: bytes.count)
    return found
  }

  private mutating func place(_ glyph: Glyph) {
    if isBoundary(glyph.start) { character = (glyph.start, column) }
    let width = glyph.width(at: column)
    if glyph.isSpace {
      column += width
      offerChance(at: glyph.end)
      return
    }
    if width == 2 { offerChance(at: glyph.start) }
    while column + width > columns {
      let place = chance ?? character
      guard place.offset > lineStart else { break }
      let rest = column - place.column
      endLine(at: place.offset, next: place.offset)
      character = (max(character.offset, place.offset), character.column - place.column)
      column = rest
    }
    column += width
    if width == 2 { offerChance(at: glyph.end) }
  }

  private mutating func offerChance(at offset: Int) {
    if offset > lineStart, isBoundary(offset) { chance = (offset, column) }
  }

  private mutating func endLine(at end: Int, next: Int) {
    found.append(lineStart..<end)
    lineStart = next
    chance = nil
  }

  /// Whether a character begins here; nothing below U+0300 continues one.
  private func isBoundary(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] >= 0xCC else { return true }
    let index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
    return String.Index(index, within: text) != nil
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A) ~= (scalar | 0x20) || scalar >= 0xC0
  }
}
