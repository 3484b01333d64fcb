/// Where Swedish sentences and clauses end, as far as signs and small words tell.
enum Clauses {
  /// The sentences of a paragraph, each with the blanks after it; nothing is left out.
  static func sentences(of paragraph: Substring) -> [Substring] {
    split(paragraph) { before, after in
      guard let sign = before.last(where: { !closing.contains($0) }), ".!?…".contains(sign) else {
        return false
      }
      guard sign == "." else { return true }
      let word = before.drop { !$0.isLetter && !$0.isNumber }.lowercased()
      if abbreviations.contains(word.filter { !closing.contains($0) }) { return false }
      // "den 5. december"
      let isNumber = word.dropLast().allSatisfy(\.isNumber)
      return !(isNumber && after.first?.isLowercase == true)
    }
  }

  /// The clauses of a sentence, each with the blanks after it; nothing is left out.
  static func clauses(of sentence: Substring) -> [Substring] {
    split(sentence) { before, after in
      if let sign = before.last, ",;:–—".contains(sign) { return true }
      // "och att": the first of them begins the clause.
      return opens(after) && !opens(before)
    }
  }

  private static func opens(_ word: Substring) -> Bool {
    opening.contains(word.lowercased().filter(\.isLetter))
  }

  /// Splits between words where a test says so of the word before and the word after.
  private static func split(
    _ text: Substring, where ends: (_ before: Substring, _ after: Substring) -> Bool
  ) -> [Substring] {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return [] }
    var parts: [Substring] = []
    var start = text.startIndex
    for (before, after) in zip(words, words.dropFirst()) where ends(before, after) {
      parts.append(text[start..<after.startIndex])
      start = after.startIndex
    }
    parts.append(text[start...])
    return parts
  }

  /// What may stand between the end of a sentence and the blank.
  private static let closing: Set<Character> = ["”", "\"", "»", "’", "'", ")", "]"]

  /// Words with a full stop that ends no sentence.
  private static let abbreviations: Set<String> = [
    "bl.a.", "ca.", "d.v.s.", "dr.", "dvs.", "el.", "e.d.", "ev.", "exkl.", "f.d.", "fr.o.m.",
    "inkl.", "jfr.", "kl.", "kr.", "max.", "min.", "m.fl.", "m.m.", "nr.", "o.d.", "osv.",
    "o.s.v.", "p.g.a.", "pga.", "resp.", "s.k.", "st.", "tel.", "t.ex.", "tex.", "t.o.m.",
    "t.v.",
  ]

  /// Words that begin a clause.
  private static let opening: Set<String> = [
    "att", "därför", "där", "eftersom", "eller", "fast", "fastän", "förrän", "innan", "medan",
    "men", "när", "och", "om", "som", "så", "tills", "trots",
  ]
}
