internal import Domain

/// What one term of a query finds.
struct TermPattern: Hashable {
  /// Whether quotation marks stand around it, so that it is found only as it is written.
  let isPhrase: Bool
  /// The words before the last, which must be whole.
  private(set) var lead: [String]
  /// The last word, or the beginnings of it; nil when it must be whole, too.
  private(set) var last: WordPattern?
  /// Whether nothing of it may be the beginning of something longer.
  private(set) var isWhole = false
  /// All words as they were typed.
  private let words: [String]
  /// The letter, when the term is nothing more: found in titles only.
  let letter: Character?
  /// The digit, when the term is nothing more: found in numbers and titles.
  let digit: String?
  /// The number of a matter, or the beginning of one.
  let number: ReferencePrefix?
  /// The digits of a telephone number, however it was written.
  let phone: String?

  init(_ term: SearchTerm, _ stem: borrowing SwedishStem) {
    switch term {
    case .word(let word):
      isPhrase = false
      letter = word.single.flatMap { $0.isNumber ? nil : $0 }
      digit = word.single.flatMap { $0.isNumber ? String($0) : nil }
      number = word.number
      phone = Self.phone(word.text)
      words = word.parts.map(\.searchable)
      let (lead, last) = Self.split(words)
      self.lead = lead
      self.last = last.map { WordPattern($0, stem) }
    case .phrase(let parts, let isClosed):
      isPhrase = true
      (letter, digit, number, phone) = (nil, nil, nil, nil)
      words = parts.map(\.searchable)
      if isClosed {
        (lead, last) = (words, nil)
      } else {
        let (lead, last) = Self.split(words)
        self.lead = lead
        self.last = last.map { WordPattern(asTyped: $0) }
      }
    }
  }

  /// The same as far as it may be stretched.
  ///
  /// - Parameters:
  ///   - closeness: How much.
  ///   - isLast: Whether it is the last term, which may still be typed on.
  /// - Returns: A term that finds as much, or less.
  func narrowed(to closeness: SearchHit.Closeness, isLast: Bool) -> TermPattern {
    var term = self
    switch closeness {
    case .inflected, .folded: break
    case .asTyped: term.last = last?.asTyped
    case .begun where isLast: term.last = last?.asTyped
    case .number, .whole, .begun:
      term.lead = words
      term.last = nil
      term.isWhole = true
    }
    return term
  }

  /// Whether it is looked for among the words without å, ä and ö: what is typed with one does not
  /// stand there.
  var isFoldable: Bool { letter == nil && digit == nil && !isPhrase && isPlain }

  /// Whether no letter of it has a mark, so that a may be å or ä.
  var isPlain: Bool {
    (lead + (last.map { [$0.typed] } ?? [])).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// A last part of one letter is too little to search by, so it waits until more has been typed.
  private static func split(_ words: [String]) -> (lead: [String], last: String?) {
    guard let last = words.last, words.count == 1 || last.count > 1 else {
      return (words.dropLast(), nil)
    }
    return (words.dropLast(), last)
  }

  private static func phone(_ text: String) -> String? {
    let digits = text.filter(\.isNumber)
    guard digits.count >= 5, digits.count < text.count,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "-+()/.".utf8.contains($0) })
    else { return nil }
    if text.hasPrefix("+46") { return "0" + digits.dropFirst(2).drop { $0 == "0" } }
    return digits
  }

  /// Where the term stands in a text: the words of each place, in bytes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - folding: Whether a may be å or ä.
  /// - Returns: The places, in order; none for a single letter.
  func places(in text: ScannedText, folding: Bool = true) -> [Range<Int>] {
    guard letter == nil, digit == nil else { return [] }
    let lead = lead.map { Array($0.utf8) }
    let forms = last.map { $0.forms.map { (bytes: Array($0.text.utf8), isWhole: $0.isWhole) } }
    let length = lead.count + (last == nil ? 0 : 1)
    guard length > 0, text.words.count >= length else { return [] }
    var places: [Range<Int>] = []
    for first in 0...(text.words.count - length) {
      let fits = lead.indices.allSatisfy { index in
        text.word(
          text.words[first + index], begins: lead[index], isWhole: true, folding: folding)
      }
      guard fits else { continue }
      let end = text.words[first + length - 1]
      if let forms,
        !forms.contains(where: { form in
          text.word(end, begins: form.bytes, isWhole: form.isWhole, folding: folding)
        })
      {
        continue
      }
      places.append(text.words[first].lowerBound..<end.upperBound)
    }
    return places
  }

  /// Where the term stands in a title, where a letter is looked for too.
  func titlePlaces(in title: ScannedText) -> [Range<Int>] {
    guard let letter else { return places(in: title) }
    let beginning = Array(String(letter).searchable.utf8)
    return title.words.filter { title.word($0, begins: beginning, folding: true) }.map { word in
      let length =
        title.lower[word.lowerBound] < 0x80 ? 1 : beginning.count == 1 ? 2 : beginning.count
      return word.lowerBound..<word.lowerBound + length
    }
  }

  /// The units whose names the term finds.
  ///
  /// - Parameters:
  ///   - units: All units.
  ///   - folding: Whether a may be å or ä.
  /// - Returns: Their codes.
  func units(among units: [SearchUnit], folding: Bool) -> [UnitID] {
    guard letter == nil, digit == nil else { return [] }
    return units.filter { unit in
      !places(in: ScannedText(unit.name), folding: folding && !isPhrase).isEmpty
    }.map(\.id)
  }
}

extension [TermPattern] {
  /// The terms as far as they may be stretched.
  func narrowed(to closeness: SearchHit.Closeness) -> [TermPattern] {
    enumerated().map { $1.narrowed(to: closeness, isLast: $0 == count - 1) }
  }
}
