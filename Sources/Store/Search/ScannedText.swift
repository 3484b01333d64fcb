/// The words of a text, as the index sees them: where they stand and what they are in lower case.
struct ScannedText {
  /// The bytes of the text with its letters in lower case, each where it stands in the text.
  let lower: [UInt8]
  /// Where the words stand, in bytes.
  let words: [Range<Int>]

  init(_ text: String) {
    var lower = Array(text.utf8)
    var words: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index < lower.count {
      let (length, isWord) = Self.read(&lower, at: index)
      if isWord, start == nil { start = index }
      if !isWord, let begun = start {
        words.append(begun..<index)
        start = nil
      }
      index += length
    }
    if let start { words.append(start..<lower.count) }
    self.lower = lower
    self.words = words
  }

  /// Turns one letter into lower case.
  ///
  /// - Returns: Its length, and whether it is part of a word.
  private static func read(_ bytes: inout [UInt8], at index: Int) -> (length: Int, isWord: Bool) {
    let first = bytes[index]
    if first < 0x80 {
      switch first {
      case 0x41...0x5A:
        bytes[index] = first | 0x20
        return (1, true)
      case 0x61...0x7A, 0x30...0x39: return (1, true)
      default: return (1, false)
      }
    }
    // À to Þ and ß to ÿ, without the signs of multiplication and division.
    if first == 0xC3, index + 1 < bytes.count {
      let second = bytes[index + 1]
      if second < 0x9F, second != 0x97 { bytes[index + 1] = second | 0x20 }
      return (2, second != 0x97 && second != 0xB7)
    }
    return readOther(&bytes, at: index)
  }

  private static func readOther(
    _ bytes: inout [UInt8], at index: Int
  ) -> (length: Int, isWord: Bool) {
    let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    let end = min(index + length, bytes.count)
    guard let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    else { return (length, false) }
    let small = Array(scalar.properties.lowercaseMapping.utf8)
    if small.count == end - index { bytes.replaceSubrange(index..<end, with: small) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse, .nonspacingMark:
      return (end - index, true)
    default: return (end - index, false)
    }
  }
}

extension ScannedText {
  /// Whether a word begins so.
  ///
  /// - Parameters:
  ///   - word: Where the word stands.
  ///   - beginning: Its first letters, in lower case.
  ///   - isWhole: Whether they must be all its letters.
  ///   - folding: Whether a may be å or ä.
  /// - Returns: Whether it does.
  func word(
    _ word: Range<Int>, begins beginning: [UInt8], isWhole: Bool = false, folding: Bool
  ) -> Bool {
    var index = word.lowerBound
    var matched = 0
    while matched < beginning.count {
      guard index < word.upperBound else { return false }
      if lower[index] == beginning[matched] {
        index += 1
        matched += 1
        continue
      }
      guard folding, (0xC3...0xC5).contains(lower[index]), index + 1 < word.upperBound
      else { return false }
      let value = UInt32(lower[index] & 0x1F) << 6 | UInt32(lower[index + 1] & 0x3F)
      guard FoldedLatin.fold(value) == UInt32(beginning[matched]) else { return false }
      index += 2
      matched += 1
    }
    return !isWhole || index == word.upperBound
  }
}
