import Domain

extension Category {
  /// The category that a form's choice names; nil when it names none, or several.
  init?(choice: String) {
    var found: Set<Category> = []
    for word in choice.foldedWords {
      if word.hasPrefix("berom") || word == "ros" { found.insert(.praise) }
      if word.hasPrefix("klagomal") || word == "ris" || word == "complaint" {
        found.insert(.complaint)
      }
      if word.hasPrefix("forslag") || word.hasSuffix("forslag") || word.hasPrefix("forbattring") {
        found.insert(.suggestion)
      }
      if word == "praise" { found.insert(.praise) }
      if word == "suggestion" { found.insert(.suggestion) }
    }
    guard found.count == 1, let category = found.first else { return nil }
    self = category
  }
}

extension SenderKind {
  /// The capacity that a form's choice names; nil when it names none.
  init?(choice: String) {
    let text = choice.foldedWords.joined(separator: " ")
    func has(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
    if has("narstaende", "anhorig", "god man", "foralder", "vardnadshavare") {
      self = .relative
    } else if has("personal", "medarbetare", "anstalld") {
      self = .staff
    } else if has("foretag") {
      self = .company
    } else if has("organisation", "forening") {
      self = .organisation
    } else if has("myndighet") {
      self = .authority
    } else if has("enskild", "privatperson", "invanare", "brukare", "medborgare", "boende")
      || text.hasPrefix("kund")
    {
      self = .individual
    } else {
      return nil
    }
  }
}
