/// In what capacity somebody leaves a synpunkt.
public enum SenderKind: String, CaseIterable, Sendable, Codable {
  case individual = "enskild"
  case relative = "närstående"
  case staff = "personal"
  case company = "företag"
  case organisation = "organisation"
  case authority = "myndighet"
  case unknown = "okänd"
}

/// Who left a synpunkt (synpunktslämnare), and how to answer.
///
/// Three facts, not one: whether the sender is known, whether there is a way back, and whether an
/// answer is wanted.
public struct Sender: Hashable, Sendable, Codable {
  /// Whether the sender chose to be anonymous; all names and addresses are then nil.
  public var isAnonymous: Bool
  /// In what capacity.
  public var kind: SenderKind
  /// The person's name.
  public var name: String?
  /// The organisation or company spoken for.
  public var organisation: String?
  /// E-mail address, as written.
  public var email: String?
  /// Telephone number, as written.
  public var phone: String?
  /// Postal address.
  public var address: String?
  /// The way back, or nil when there is none.
  public var replyVia: AnswerWay?
  /// Whether an answer is wanted.
  public var wantsAnswer: Bool

  /// Makes a sender; an anonymous one keeps nothing but the way back.
  public init(
    isAnonymous: Bool = false, kind: SenderKind = .unknown, name: String? = nil,
    organisation: String? = nil, email: String? = nil, phone: String? = nil,
    address: String? = nil, replyVia: AnswerWay? = nil, wantsAnswer: Bool = true
  ) {
    self.isAnonymous = isAnonymous
    self.kind = kind
    self.name = isAnonymous ? nil : name
    self.organisation = isAnonymous ? nil : organisation
    self.email = isAnonymous ? nil : email
    self.phone = isAnonymous ? nil : phone
    self.address = isAnonymous ? nil : address
    self.replyVia = replyVia
    self.wantsAnswer = wantsAnswer
  }

  /// An anonymous sender.
  public static func anonymous(replyVia: AnswerWay? = nil) -> Self {
    Sender(isAnonymous: true, replyVia: replyVia, wantsAnswer: replyVia != nil)
  }

  /// The sender without all that tells who it is.
  var withoutAddresses: Sender {
    Sender(isAnonymous: isAnonymous, kind: kind, replyVia: replyVia, wantsAnswer: wantsAnswer)
  }

  /// Whether an answer is wanted and there is a way to give it.
  public var isAnswerable: Bool { wantsAnswer && replyVia != nil }

  /// The ways in which this sender can be answered, the wished one first.
  ///
  /// An anonymous sender can be answered only in the way that he or she chose.
  public var possibleWays: [AnswerWay] {
    guard !isAnonymous else { return replyVia.map { [$0] } ?? [] }
    var ways: [AnswerWay] = replyVia.map { [$0] } ?? []
    if email != nil { ways += [.email, .secureMessage] }
    if address != nil { ways.append(.letter) }
    if phone != nil { ways.append(.phone) }
    ways += [.inPerson, .secureMessage, .letter]
    return ways.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The name for a header: the person, the organisation, an address, or what is known instead.
  public var displayName: String {
    if isAnonymous { return "Anonym" }
    switch (name, organisation) {
    case (let name?, let organisation?): return "\(name), \(organisation)"
    case (let name?, nil): return name
    case (nil, let organisation?): return organisation
    case (nil, nil): return email ?? phone ?? "Okänd avsändare"
    }
  }

  /// Keys by which the same sender is found again: the e-mail address in lower case, and the
  /// digits of the telephone number (with +46, 0046 or +46 (0) as 0) when there are at least seven.
  public var recurrenceKeys: [String] {
    guard !isAnonymous else { return [] }
    var keys: [String] = []
    if let email, !email.isEmpty { keys.append("e:" + email.lowercased()) }
    if let phone {
      let signs = String(phone.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" })
      var digits = signs.filter { $0 != "+" }
      if let country = ["+46", "0046"].first(where: signs.hasPrefix) {
        digits = "0" + signs.dropFirst(country.count).drop { $0 == "0" }
      }
      if digits.count >= 7 { keys.append("t:" + digits) }
    }
    return keys
  }
}
