import Domain

/// What the sender of a form wishes of an answer: "Typ av återkoppling" and its kin.
struct ReplyWish: Hashable {
  /// Whether the sender chose to be anonymous.
  private(set) var isAnonymous = false
  /// Whether an answer was promised through a link in the e-tjänst.
  private(set) var byLink = false
  /// The ways that were named, the first one first.
  private(set) var ways: [AnswerWay] = []
  /// Whether an answer is wanted; nil when it was not said.
  private(set) var wantsAnswer: Bool?

  /// Takes an answer about how, or whether, an answer is wished.
  ///
  /// - Parameters:
  ///   - reply: The answer, such as "Jag vill vara anonym och läsa mitt svar via en länk".
  ///   - asksAnonymity: Whether the question was about being anonymous, so that "ja" means that.
  /// - Returns: False when nothing in it is understood, so that the words are not lost.
  mutating func take(_ reply: String, asksAnonymity: Bool) -> Bool {
    guard reply.utf8.count <= 150, !reply.trimmed.utf8.contains(0x0A) else { return false }
    let words = reply.foldedWords
    let text = words.joined(separator: " ")
    let yes = ["ja", "true", "on"].contains(words.first)
    let no = ["nej", "false"].contains(words.first)
    if (asksAnonymity && yes) || Self.choosesAnonymity(words) { isAnonymous = true }
    if text.contains("lank") { byLink = true }
    let named = Self.ways(in: words)
    ways += named.filter { !ways.contains($0) }
    let refuses = Self.refusals.contains(where: text.contains)
    if !asksAnonymity, yes { wantsAnswer = true }
    if refuses || (!asksAnonymity && no) { wantsAnswer = false }
    return yes || no || refuses || byLink || !named.isEmpty || text.contains("anonym")
  }

  /// Takes any short answer that says "vara anonym", whatever the question was.
  mutating func notice(choice: String) {
    let words = choice.foldedWords
    let text = words.joined(separator: " ")
    if text.contains("vara anonym") || ["anonym", "anonymt"].contains(text),
      Self.choosesAnonymity(words)
    {
      isAnonymous = true
      if text.contains("lank") { byLink = true }
    }
  }

  /// The way back to a sender who can be reached like this.
  func replyVia(_ contact: ContactDetails) -> AnswerWay? {
    func isOpen(_ way: AnswerWay) -> Bool {
      switch way {
      case .email: contact.email.map(EmailAddress.isPlausible) == true
      case .phone: contact.phone != nil
      case .letter: contact.address != nil
      default: false
      }
    }
    if isAnonymous { return byLink ? .eService : nil }
    if byLink, ways.isEmpty { return .eService }
    return (ways + [.email, .phone, .letter]).first(where: isOpen) ?? (byLink ? .eService : nil)
  }

  /// Words by which an answer is declined.
  private static let refusals = [
    "inget svar", "inte svar", "ingen aterkoppling", "inte nagon aterkoppling",
    "inte ha nagon aterkoppling", "inte ha aterkoppling", "inte ha svar", "inte ha nagot svar",
  ]

  private static func ways(in words: [String]) -> [AnswerWay] {
    var ways: [AnswerWay] = []
    for (index, word) in words.enumerated() {
      switch word {
      case "post": ways.append(index > 0 && words[index - 1] == "e" ? .email : .letter)
      case "epost", "mejl", "mail", "email": ways.append(.email)
      case "sms", "telefon", "telefonsamtal", "ring": ways.append(.phone)
      case "brev": ways.append(.letter)
      default: break
      }
    }
    return ways.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether an answer chooses anonymity: names it without "inte" or "ej" right before.
  private static func choosesAnonymity(_ words: [String]) -> Bool {
    words.indices.contains { index in
      ["anonym", "anonymt", "anonymitet"].contains(words[index])
        && !words[..<index].suffix(3).contains { ["inte", "ej", "icke"].contains($0) }
    }
  }
}
