internal import CStemmer

/// Finds how much of a word to search by: libstemmer's Swedish, and what it misses.
///
/// A stem is always the beginning of its word, so it is given as a length. It never shrinks while
/// a word is typed on letter by letter: what is found by the beginning of a word holds all that the
/// whole word will find.
struct SwedishStem: ~Copyable {
  private let stemmer: OpaquePointer?

  init() {
    // No character set means UTF-8.
    stemmer = sb_stemmer_new("swedish", nil)
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The length of the stem in bytes.
  ///
  /// - Parameter word: Letters in lower case and NFC, as UTF-8.
  /// - Returns: 0 to the length of the word; it never ends within a letter.
  func length(of word: [UInt8]) -> Int {
    var length = shortest(word)
    // No beginning of the word may have had a longer stem.
    for end in word.indices.dropFirst(length + 1) where !word[end].isContinuation {
      length = max(length, shortest(Array(word[..<end])))
    }
    return length
  }

  /// The shortest stem of the word and of all that it becomes when an ending that has been begun is
  /// typed to its end.
  private func shortest(_ word: [UInt8]) -> Int {
    var length = base(word)
    // "rumm" is on its way to rummet.
    if word.hasDoubledNasal { length = min(length, base(word + [0x65, 0x6E])) }
    let letters = word.indices.filter { !word[$0].isContinuation }
    // The longest ending has seven letters.
    for start in letters.dropFirst(3).suffix(7) where start < length {
      let begun = word[start...]
      for ending in SwedishEndings.all where ending.count > begun.count {
        guard ending.starts(with: begun) else { continue }
        length = min(length, base(word[..<start] + ending))
      }
    }
    return length
  }

  /// The stem of a whole word.
  private func base(_ word: [UInt8]) -> Int {
    guard word.letters > 3 else { return word.count }
    var length = min(library(word), own(word))
    // rummet, grannen: the letter is doubled for the ending only.
    if length < word.count, word[length].isVowel, word[..<length].letters > 3,
      word[..<length].hasDoubledNasal
    {
      length -= 1
    }
    let whole = SwedishEndings.whole.first { word.starts(with: $0) }
    return max(length, whole?.count ?? 0)
  }

  private func library(_ word: [UInt8]) -> Int {
    guard sb_stemmer_stem(stemmer, word, Int32(word.count)) != nil else { return word.count }
    var length = Int(sb_stemmer_length(stemmer))
    let rest = word[min(length, word.count)...]
    if let part = SwedishEndings.kept.first(where: { rest.starts(with: $0) }) {
      length += part.count
    }
    // "kurs" has no genitive ending.
    if rest.elementsEqual([0x73]), word[..<length].letters < 4 { return word.count }
    return min(length, word.count)
  }

  private func own(_ word: [UInt8]) -> Int {
    for ending in SwedishEndings.own where word.suffix(ending.text.count) == ending.text[...] {
      let cut = word.count - ending.text.count
      let left = word[..<(cut + ending.keeps)]
      guard left.letters >= ending.leaves, word[..<cut].contains(where: \.isVowel),
        let before = word[..<cut].last
      else { continue }
      if ending.keeps > 0 || ending.after.map({ $0.contains(before) }) ?? !before.isVowel {
        return left.count
      }
    }
    return word.count
  }
}

extension Collection<UInt8> {
  /// The number of letters in UTF-8.
  fileprivate var letters: Int { count { !$0.isContinuation } }

  /// Whether the last letters are mm or nn.
  fileprivate var hasDoubledNasal: Bool {
    let last = Array(suffix(2))
    return last == [0x6D, 0x6D] || last == [0x6E, 0x6E]
  }
}

extension UInt8 {
  /// Whether it is not the first byte of a letter in UTF-8.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// Whether it is a vowel, or the last byte of å, ä, ö or é.
  var isVowel: Bool {
    switch self {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xA5, 0xA4, 0xB6, 0xA9: true
    default: false
    }
  }
}
