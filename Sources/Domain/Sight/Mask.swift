/// Hides what tells who the sender is, where it stands in a text: names, addresses, telephone
/// numbers.
///
/// It knows only what the matter itself knows of the sender; a text can always tell more.
struct Mask {
  /// What stands where something was hidden.
  static let mark = "[dolt]"

  /// Whole addresses, and names of several words, in small letters, the longest first.
  private let phrases: [[Character]]
  /// Words of names and their genitives, in small letters.
  private let names: Set<[Character]>
  /// Telephone numbers as their last digits.
  private let numbers: [[Character]]

  /// Gathers what has ever been known of the sender, and whom the matter is about.
  ///
  /// - Parameters:
  ///   - matter: The matter, with all its events.
  ///   - concernedToo: Whether the one whom it is about is hidden too.
  init(of matter: Matter, concernedToo: Bool = true) {
    var people: [String] = []
    var addresses: [String] = []
    var phones: [String] = []
    for event in matter.events {
      guard let content = event.content else { continue }
      let concerned = concernedToo ? content.concerns : nil
      people += [content.sender?.name, concerned].compactMap { $0 }
      addresses += [content.sender?.email, content.sender?.organisation].compactMap { $0 }
      addresses += Self.parts(of: content.sender?.address)
      phones += [content.sender?.phone].compactMap { $0 }
      let values = [content.old, content.new].compactMap { $0 }
      // Also an address that was only written where an answer was sent.
      let sentTo = Self.parts(of: content.recipient)
      switch event.facts {
      case .corrected(.name): people += values
      case .corrected(.email): addresses += values
      case .corrected(.phone): phones += values
      case .corrected(.address): addresses += values.flatMap(Self.parts)
      case .answered(let answer):
        switch answer.way {
        case .letter:
          if sentTo.count > 1 { people.append(sentTo[0]) }
          addresses += sentTo
        case .email: addresses += [content.recipient].compactMap { $0 }
        case .phone:
          people += sentTo.filter { $0.contains(where: \.isLetter) }
          phones += sentTo.filter { !$0.contains(where: \.isLetter) }
        case .secureMessage, .inPerson, .eService: break
        }
      default: break
      }
    }
    let several = people.filter { name in !name.allSatisfy(Self.isWord) }
    phrases = Set(several + addresses).map(Self.small).filter { $0.count >= 3 }
      .sorted { $0.count > $1.count }
    names = Set(people.flatMap(Self.words))
    // However the country and the area are written, the end of a number is the same.
    numbers = phones.map { $0.filter { ("0"..."9").contains($0) } }.filter { $0.count >= 6 }
      .map { Array($0.suffix(6)) }
  }

  /// The text with a mark for everything that tells.
  func hiding(_ text: String) -> String {
    guard !phrases.isEmpty || !names.isEmpty || !numbers.isEmpty else { return text }
    let signs = Array(text)
    let small = Self.small(text)
    var shown = ""
    var index = 0
    while index < signs.count {
      if let length = hiddenLength(signs, small, at: index) {
        shown += Self.mark
        index += length
      } else {
        shown.append(signs[index])
        index += 1
      }
    }
    return shown
  }

  /// How many signs are hidden from here on; nil when this one is not.
  private func hiddenLength(_ signs: [Character], _ small: [Character], at index: Int) -> Int? {
    if let phrase = phrases.first(where: { small[index...].starts(with: $0) }) {
      // "Anna Exempel" does not leave "-Svensson" behind.
      let end = index + phrase.count
      return (Self.parts(of: small, joinedAt: end).last?.endIndex ?? end) - index
    }
    if let length = numberLength(signs, at: index) { return length }
    guard Self.isWord(signs[index]), index == 0 || !Self.isWord(signs[index - 1]) else {
      return nil
    }
    // Of a double name all goes when one part is known.
    let word = small[index...].prefix(while: Self.isWord)
    let parts = [word] + Self.parts(of: small, joinedAt: word.endIndex)
    guard parts.contains(where: { names.contains(Array($0)) }) else { return nil }
    return parts.last.map { $0.endIndex - index }
  }

  /// The words that hyphens join to the one that ends here.
  private static func parts(
    of text: [Character], joinedAt end: Int
  ) -> [ArraySlice<Character>] {
    var parts: [ArraySlice<Character>] = []
    var end = end
    while end < text.count, "-\u{2010}\u{2011}".contains(text[end]) {
      let part = text[(end + 1)...].prefix(while: isWord)
      guard !part.isEmpty else { break }
      parts.append(part)
      end = part.endIndex
    }
    return parts
  }

  /// The length of a telephone number that begins here and is one of the sender's.
  private func numberLength(_ signs: [Character], at index: Int) -> Int? {
    guard !numbers.isEmpty, signs[index] == "+" || ("0"..."9").contains(signs[index]) else {
      return nil
    }
    var digits: [Character] = []
    var length = 0
    for (offset, sign) in signs[index...].enumerated() {
      if ("0"..."9").contains(sign) {
        digits.append(sign)
        length = offset + 1
      } else if !" -–+()/.\u{A0}".contains(sign) {
        break
      }
    }
    return numbers.contains { digits.suffix(6).elementsEqual($0) } ? length : nil
  }

  // MARK: - Parts

  /// One small sign for each sign, so that places are the same in both.
  private static func small(_ text: String) -> [Character] {
    text.map { sign in
      let lower = sign.lowercased()
      return lower.count == 1 ? lower.first ?? sign : sign
    }
  }

  /// The lines of an address, those that say something.
  private static func parts(of address: String?) -> [String] {
    let lines = (address ?? "").split { (sign: Character) in sign == "," || sign.isNewline }
    return lines.map { (line: Substring) -> String in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { $0.count >= 5 }
  }

  /// The words of a name, with their genitives, in small letters.
  ///
  /// Whoever writes "anna exempel" may be Anna Exempel elsewhere, and the other way round, so no
  /// case is told apart: that a name such as Per or Bo hides a common word too is the lesser evil.
  private static func words(of name: String) -> [[Character]] {
    let words = name.split { (sign: Character) in !isWord(sign) }
    let names = words.filter { word in
      let isWritten =
        word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
      return word.count >= 2 && (isWritten || !joining.contains(word.lowercased()))
    }
    return names.flatMap { word in
      let small = small(String(word))
      return [small, small + ["s"]]
    }
  }

  /// What stands beside names where a name was asked for, and in every text.
  private static let joining: Set = [
    "af", "av", "de", "den", "der", "det", "du", "en", "ett", "från", "för", "har", "hos", "jag",
    "med", "mig", "min", "mina", "mitt", "och", "om", "på", "sig", "själv", "som", "till", "van",
    "vid", "von", "vår", "år", "är",
  ]

  private static func isWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}
