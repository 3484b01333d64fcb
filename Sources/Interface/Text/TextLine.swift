import Terminal

/// One line of a text, with what must be known to draw it and to move in it.
struct TextLine: Equatable, Sendable {
  /// What the line says, one element for each character a person sees.
  private(set) var characters: [Character]
  /// Where each row of the wrapped line begins; the first is always 0.
  private(set) var rows: [Int] = [0]
  /// The marks `⟦…⟧` in the line.
  ///
  /// An opening sign without its closing one is a mark by itself.
  private(set) var marks: [Range<Int>] = []

  /// Makes a line and wraps it.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  init(_ characters: [Character] = [], columns: Int) {
    self.characters = characters
    marks = Self.marks(in: characters)
    wrap(columns: columns)
  }

  /// Replaces some characters, and wraps the line again.
  mutating func replace(_ range: Range<Int>, with new: [Character], columns: Int) {
    characters.replaceSubrange(range, with: new)
    marks = Self.marks(in: characters)
    wrap(columns: columns)
  }

  /// Wraps the line to a width: spaces at the end of a row hang, long words are broken.
  mutating func wrap(columns: Int) {
    rows = Self.rowStarts(of: characters, columns: max(1, columns))
  }

  /// The number of characters.
  var count: Int { characters.count }

  /// Returns the characters of a row.
  func range(ofRow row: Int) -> Range<Int> {
    rows[row]..<(row + 1 < rows.count ? rows[row + 1] : characters.count)
  }

  /// Returns the row in which a caret before a character is shown.
  func row(of column: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle] <= column { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the mark a caret stands on: at its beginning or within it.
  func mark(at column: Int) -> Range<Int>? {
    marks.first { $0.contains(column) }
  }

  /// Returns a range that cuts no mark in two: it takes the whole of those it begins or ends in.
  func widened(_ range: Range<Int>) -> Range<Int> {
    func cut(_ column: Int) -> Range<Int>? {
      marks.first { $0.lowerBound < column && column < $0.upperBound }
    }
    let start = cut(range.lowerBound)?.lowerBound ?? range.lowerBound
    return start..<(cut(range.upperBound)?.upperBound ?? range.upperBound)
  }

  private static func marks(in characters: [Character]) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    var open: Int?
    for (index, character) in characters.enumerated() {
      if character == "⟦" {
        // Marks do not nest: like `LetterMark`, from the first opening sign to the next closing.
        if open == nil { open = index }
      } else if character == "⟧", let start = open {
        marks.append(start..<index + 1)
        open = nil
      }
    }
    if let open {
      for index in open..<characters.count where characters[index] == "⟦" {
        marks.append(index..<index + 1)
      }
    }
    return marks
  }

  private static func rowStarts(of characters: [Character], columns: Int) -> [Int] {
    if characters.count <= columns, characters.allSatisfy(isPlain) { return [0] }
    let text = String(characters)
    let pieces = TextWidth.wrap(text, columns: columns)
    let isOneByteEach = text.utf8.count == characters.count
    var starts = [0]
    starts.reserveCapacity(pieces.count)
    var start = 0
    for piece in pieces.dropLast() {
      var bytes = piece.utf8.count
      if isOneByteEach {
        start += bytes
      } else {
        while bytes > 0, start < characters.count {
          bytes -= characters[start].utf8.count
          start += 1
        }
      }
      starts.append(start)
    }
    return starts
  }

  /// Whether a character surely takes one column.
  private static func isPlain(_ character: Character) -> Bool {
    guard character.utf8.count <= 2, let scalar = character.unicodeScalars.first?.value else {
      return false
    }
    return (0x20..<0x7F) ~= scalar || ((0xA0..<0x300) ~= scalar && scalar != 0xAD)
  }
}
