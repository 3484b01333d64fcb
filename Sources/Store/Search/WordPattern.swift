/// What a typed word is searched by.
struct WordPattern: Hashable {
  /// The word as it was typed, in lower case and NFC.
  let typed: String
  /// The beginnings of the words that are found: the stem, and other forms of it.
  ///
  /// Their words never become more while a word is typed on.
  let beginnings: [String]

  /// A word that is found as it is typed.
  init(asTyped word: String) {
    typed = word.searchable
    beginnings = [typed]
  }

  /// A word that is found with its endings.
  init(_ word: String, _ stem: borrowing SwedishStem) {
    let typed = word.searchable
    self.typed = typed
    let bytes = Array(typed.utf8)
    guard bytes.count < 100 else {
      beginnings = [typed]
      return
    }
    let length = stem.length(of: bytes)
    let short = String(decoding: bytes[..<length], as: UTF8.self)
    var found = [short]
    for other in Self.otherForms(of: short) + Self.irregularForms(of: typed, stem: short)
    where !found.contains(where: other.hasPrefix) {
      found.removeAll { $0.hasPrefix(other) }
      found.append(other)
    }
    beginnings = found
  }

  /// cykl- for cykel-, and fönster- for fönstr-: the e comes and goes.
  private static func otherForms(of stem: String) -> [String] {
    let letters = Array(stem)
    guard letters.count >= 4, let last = letters.last, "lnr".contains(last) else { return [] }
    let before = letters[letters.count - 2]
    if before == "e" {
      let isSyncopated =
        last == "l" && letters.count >= 5 && isConsonant(letters[letters.count - 3])
        && stem != "handel"
      return isSyncopated ? [String(letters.dropLast(2)) + "l"] : []
    }
    guard isConsonant(before), before != last else { return [] }
    return [String(letters.dropLast()) + "e" + String(last)]
  }

  private static func irregularForms(of typed: String, stem: String) -> [String] {
    let isPlain = typed.utf8.allSatisfy { $0 < 0x80 }
    return SwedishEndings.irregular.flatMap { pair -> [String] in
      [(pair.0, pair.1), (pair.1, pair.0)].compactMap { form, other in
        let form = isPlain ? form.foldedLatin : form
        let isBegun = typed.count > 1 && form.hasPrefix(typed)
        let isInflected = typed.hasPrefix(form) && form.hasPrefix(stem)
        return isBegun || isInflected ? (isPlain ? other.foldedLatin : other) : nil
      }
    }
  }

  private static func isConsonant(_ letter: Character) -> Bool {
    letter.isLetter && !"aeiouyåäöé".contains(letter)
  }
}
