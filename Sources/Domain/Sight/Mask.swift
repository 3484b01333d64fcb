/// Hides what tells who the sender is, where it stands in a text: names, addresses, telephone
/// numbers.
///
/// It knows only what the matter itself knows of the sender; a text can always tell more.
struct Mask {
  /// What stands where something was hidden.
  static let mark = "[dolt]"

  /// Whole addresses and names, in small letters, the longest first.
  private let phrases: [[Character]]
  /// Words of names as written, and their genitives.
  private let names: Set<String>
  /// Telephone numbers as their last digits.
  private let numbers: [[Character]]

  /// Gathers what has ever been known of the sender, and whom the matter is about.
  init(of matter: Matter) {
    var people: [String] = []
    var addresses: [String] = []
    var phones: [String] = []
    for event in matter.events {
      guard let content = event.content else { continue }
      people += [content.sender?.name, content.concerns].compactMap { $0 }
      addresses += [content.sender?.email, content.sender?.organisation].compactMap { $0 }
      addresses += Self.parts(of: content.sender?.address)
      phones += [content.sender?.phone].compactMap { $0 }
      guard case .corrected(let correction) = event.facts else { continue }
      let values = [content.old, content.new].compactMap { $0 }
      switch correction {
      case .name: people += values
      case .email: addresses += values
      case .phone: phones += values
      case .address: addresses += values.flatMap(Self.parts)
      case .title, .channel, .arrivedOn: break
      }
    }
    phrases = Set(people + addresses).map(Self.small).filter { $0.count >= 3 }
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
      return phrase.count
    }
    if let length = numberLength(signs, at: index) { return length }
    guard Self.isWord(signs[index]), index == 0 || !Self.isWord(signs[index - 1]) else {
      return nil
    }
    let word = signs[index...].prefix { Self.isWord($0) }
    return names.contains(String(word)) ? word.count : nil
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

  /// The words of a name, with their genitives.
  private static func words(of name: String) -> [String] {
    let words = name.split { (sign: Character) in !isWord(sign) }.map { String($0) }
    let names = words.filter { $0.count >= 2 && $0.first?.isUppercase == true }
    return names.flatMap { [$0, $0 + "s", $0.uppercased()] }
  }

  private static func isWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}
