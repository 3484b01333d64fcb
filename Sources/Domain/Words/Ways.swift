/// How a synpunkt came in.
public enum Channel: String, CaseIterable, Sendable, Codable {
  case eService = "e-tjänst"
  case email = "e-post"
  case letter = "brev"
  case form = "blankett"
  case phone = "telefon"
  case visit = "besök"
}

/// How an answer is, or can be, given.
public enum AnswerWay: String, CaseIterable, Sendable, Codable {
  case email = "epost"
  case secureMessage = "säkert-meddelande"
  case letter = "brev"
  case eService = "e-tjänst"
  case phone = "telefon"
  case inPerson = "besök"

  /// Whether the answer is spoken: it then needs no letter, only what was said.
  public var isSpoken: Bool { self == .phone || self == .inPerson }

  /// The way in a sentence: "med e-post", "per telefon".
  public var phrase: String {
    switch self {
    case .email: "med e-post"
    case .secureMessage: "med säkert meddelande"
    case .letter: "med brev"
    case .eService: "i e-tjänsten"
    case .phone: "per telefon"
    case .inPerson: "vid besök"
    }
  }

  /// The name in a menu: "E-post", "Säkert meddelande".
  public var name: String {
    switch self {
    case .email: "E-post"
    case .secureMessage: "Säkert meddelande"
    case .letter: "Brev"
    case .eService: "E-tjänsten"
    case .phone: "Telefon"
    case .inPerson: "Besök"
    }
  }
}

/// How the unit tried to reach the sender.
public enum ContactMeans: String, CaseIterable, Sendable, Codable {
  case phone = "telefon"
  case email = "e-post"
  case visit = "besök"
}

/// Why a matter goes back to the triage group.
public enum ReturnReason: String, CaseIterable, Sendable, Codable {
  case done = "klar"
  case wrongUnit = "fel-enhet"
  case needsDetails = "behöver-uppgifter"
  case other = "annat"

  /// The reason as the screen says it.
  public var words: String {
    switch self {
    case .done: "klar"
    case .wrongUnit: "fel enhet"
    case .needsDetails: "behöver uppgifter från avsändaren"
    case .other: "annat"
    }
  }
}

/// What an incoming message is when it is no synpunkt.
public enum NotMatterKind: String, CaseIterable, Sendable, Codable {
  case question = "fråga"
  case faultReport = "felanmälan"
  case junk = "skräp"
  case documentRequest = "begäran-om-handling"
  case otherAuthority = "annan-myndighet"

  /// The kind as the screen says it.
  public var words: String {
    switch self {
    case .question: "fråga"
    case .faultReport: "felanmälan"
    case .junk: "skräp"
    case .documentRequest: "begäran om handling"
    case .otherAuthority: "annan myndighet"
    }
  }
}

/// Where a matter is in its life, as scripts name it.
public enum Status: String, CaseIterable, Sendable, Codable {
  case received = "inkommen"
  case withManager = "hos-chef"
  case answered = "besvarad"
  case returned = "åter"
  case closed = "avslutad"
  case notMatter = "ej-synpunkt"

  /// The status as the screen says it.
  public var words: String {
    switch self {
    case .received: "inkommen"
    case .withManager: "hos chef"
    case .answered: "besvarad"
    case .returned: "åter"
    case .closed: "avslutad"
    case .notMatter: "ej synpunkt"
    }
  }
}
