extension Organisation {
  /// The open units whose name, alias or code holds what was typed, best first.
  ///
  /// å, ä and ö are found as typed or as a, a and o; case does not matter; several words may stand
  /// in any order. A name that begins with what was typed comes before one with a word that does,
  /// and that before one that holds it anywhere; of two that are alike in this, the one with the
  /// very letters typed comes first. Departments and divisions come after units of the same rank.
  public func units(matching typed: String) -> [Unit] {
    let words = typed.lowercased().split(separator: " ").map(String.init)
    let units = openUnits
    guard !words.isEmpty else { return units }
    let ranked = units.enumerated().compactMap { index, unit -> (Int, Int, Int, Unit)? in
      let names = ([unit.name, unit.id] + unit.aliases).map { $0.lowercased() }
      let ranks = names.compactMap { rank(of: words, in: $0) }
      guard let best = ranks.min() else { return nil }
      return (best, unit.level == .unit ? 0 : 1, index, unit)
    }
    return ranked.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// How well all the words fit a name: lower is better; nil when one of them is not in it.
  func rank(of words: [String], in name: String) -> Int? {
    let plain = foldedSwedish(name)
    var worst = 0
    for word in words {
      // Typed å must be å; typed a may be a or å.
      let isExact = word != foldedSwedish(word)
      let place = isExact ? name : plain
      guard let rank = rank(of: word, in: place) else { return nil }
      worst = max(worst, name.contains(word) ? 2 * rank : 2 * rank + 1)
    }
    return worst
  }

  private func rank(of word: String, in name: String) -> Int? {
    if name.hasPrefix(word) { return 0 }
    let starts = name.split { !($0.isLetter || $0.isNumber) }
    if starts.contains(where: { $0.hasPrefix(word) }) { return 1 }
    return name.contains(word) ? 2 : nil
  }
}
