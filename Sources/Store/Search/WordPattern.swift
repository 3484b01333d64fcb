/// What a typed word is searched by.
struct WordPattern: Hashable {
  /// The word as it was typed, in lower case and NFC.
  let typed: String
  /// What is found: words that begin with the stem, and other forms of the word.
  ///
  /// Their words never become more while a word is typed on.
  let forms: [WordForm]

  /// A word that is found as it is typed.
  init(asTyped word: String) {
    self.init(typed: word.searchable)
  }

  /// A word that is found with its endings.
  init(_ word: String, _ stem: borrowing SwedishStem) {
    let typed = word.searchable
    let bytes = Array(typed.utf8)
    guard bytes.count < 100 else {
      self.init(typed: typed)
      return
    }
    let length = stem.length(of: bytes)
    let short = String(decoding: bytes[..<length], as: UTF8.self)
    var found = [WordForm(text: short, isWhole: false)]
    let others = Self.otherForms(of: short) + SwedishForms.all(of: typed, stem: length)
    for other in others where !found.contains(where: { $0.covers(other) }) {
      found.removeAll { other.covers($0) }
      found.append(other)
    }
    self.init(typed: typed, forms: found)
  }

  private init(typed: String, forms: [WordForm]? = nil) {
    self.typed = typed
    self.forms = forms ?? [WordForm(text: typed, isWhole: false)]
  }

  /// The same without other endings.
  var asTyped: WordPattern { WordPattern(typed: typed) }

  /// cykl- for cykel-, and fönster- for fönstr-: the e comes and goes.
  private static func otherForms(of stem: String) -> [WordForm] {
    let letters = Array(stem)
    guard letters.count >= 4, let last = letters.last, "lnr".contains(last) else { return [] }
    let before = letters[letters.count - 2]
    if before == "e" {
      let isSyncopated =
        last == "l" && letters.count >= 5 && isConsonant(letters[letters.count - 3])
        && letters.dropLast(2).contains { !isConsonant($0) } && stem != "handel"
      return isSyncopated
        ? [WordForm(text: String(letters.dropLast(2)) + "l", isWhole: false)] : []
    }
    guard isConsonant(before), before != last else { return [] }
    return [WordForm(text: String(letters.dropLast()) + "e" + String(last), isWhole: false)]
  }

  private static func isConsonant(_ letter: Character) -> Bool {
    letter.isLetter && !"aeiouyåäöé".contains(letter)
  }
}
