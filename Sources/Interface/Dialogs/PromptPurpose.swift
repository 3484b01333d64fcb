import Domain

/// What a prompt asks for.
enum PromptPurpose: Hashable, Sendable {
  case title
  case wentTo(NotMatterKind)
  case returnWords(ReturnReason)
  case reopenReason
  case contactLine(ContactMeans, reached: Bool)
  case correctionValue(MatterCommand.CorrectionTarget)
  case correctionReason(MatterCommand.CorrectionTarget, new: String)
  case recipient
  case whyNotReadBack
  case hidingReason
  case receiptCode
  case solvedAtOnce
  case liftingReason
  case openingReason
}

extension PromptPurpose {
  /// What the prompt asks.
  var question: String {
    switch self {
    case .title: "Neutral rubrik, utan namn"
    case .wentTo: "Vart gick det? (får vara tomt)"
    case .returnWords(.wrongUnit): "Vilken enhet gäller det? (får vara tomt)"
    case .returnWords(.needsDetails): "Vilka uppgifter behövs? (får vara tomt)"
    case .returnWords: "Varför går ärendet åter? Säg det med egna ord."
    case .reopenReason: "Varför öppnas ärendet igen?"
    case .contactLine: "En rad om kontakten (får vara tom)"
    case .correctionValue(.title): "Rätt rubrik"
    case .correctionValue(.arrivedOn): "Rätt ankomstdag, skriven som 2026-11-05"
    case .correctionValue(let target): "Rätt \(target.words) (tomt fält tar bort det gamla)"
    case .correctionReason: "Varför rättas det?"
    case .recipient: "Vem går svaret till?"
    case .whyNotReadBack: "Varför kunde texten inte läsas upp?"
    case .hidingReason: "Varför ska avsändaren vara anonym? Det som står i texten ändras inte."
    case .receiptCode: "Vilken kod säger den som frågar?"
    case .solvedAtOnce: "Vad gjordes för att lösa det direkt?"
    case .liftingReason: "Varför hävs märkningen skyddad identitet?"
    case .openingReason: "Varför måste du se uppgifterna? Skälet loggas."
    }
  }

  /// Whether an empty line is an answer.
  var mayBeEmpty: Bool {
    switch self {
    case .wentTo, .contactLine, .returnWords(.wrongUnit), .returnWords(.needsDetails),
      .correctionValue:
      true
    default: false
    }
  }

  /// Whether the line has its place in what is being written once it is given, or is no text.
  var isSettled: Bool {
    switch self {
    case .recipient, .whyNotReadBack, .receiptCode: true
    default: false
    }
  }

  /// What a line for it is kept under.
  var code: String {
    switch self {
    case .title: "title"
    case .wentTo(let kind): "wentTo:\(kind.rawValue)"
    case .returnWords(let reason): "returnWords:\(reason.rawValue)"
    case .reopenReason: "reopenReason"
    case .contactLine(let means, let reached): "contactLine:\(means.rawValue):\(reached)"
    case .correctionValue(let target): "correctionValue:\(target.code)"
    case .correctionReason(let target, _): "correctionReason:\(target.code)"
    case .recipient: "recipient"
    case .whyNotReadBack: "whyNotReadBack"
    case .hidingReason: "hidingReason"
    case .receiptCode: "receiptCode"
    case .solvedAtOnce: "solvedAtOnce"
    case .liftingReason: "liftingReason"
    case .openingReason: "openingReason"
    }
  }

  /// Where a line for it is kept.
  func place(in matter: DraftMatter?) -> Draft.Place { .line(matter?.id, purpose: code) }
}

extension MatterCommand {
  /// What its lines were asked for.
  var purposes: [PromptPurpose] {
    switch self {
    case .setTitle: [.title]
    case .setAside(let kind, _): [.wentTo(kind)]
    case .giveBack(let reason, _), .noteAndReturn(_, let reason, _): [.returnWords(reason)]
    case .answer: [.recipient]
    case .reopen: [.reopenReason]
    case .hideSender: [.hidingReason]
    case .solveAtOnce: [.solvedAtOnce]
    case .unprotect: [.liftingReason]
    case .logContact(let means, let reached, _): [.contactLine(means, reached: reached)]
    case .correct(let target, let new, _):
      [.correctionValue(target), .correctionReason(target, new: new ?? "")]
    default: []
    }
  }
}
