import Domain

/// A synpunkt that somebody has begun to take in by hand, and left.
struct BegunTaking: Hashable, Sendable {
  /// What was written.
  var text = ""
  /// What has become of reading it back.
  var readBack: ReadBack?
  /// What was said of the sender and the rest.
  var details: TakingDetails

  /// Whether nothing has been written.
  var isEmpty: Bool {
    !text.contains { !$0.isWhitespace } && details.words.allSatisfy { $0.value.isEmpty }
  }
}

/// What the form holds.
struct TakingDetails: Hashable, Sendable {
  /// How it came.
  var channel: Channel
  /// Whether the sender is anonymous.
  var isAnonymous = false
  /// Whether an answer is wanted.
  var wantsAnswer = true
  /// The way back that was chosen; nil while it follows from what is known.
  var way: AnswerWay?
  /// Where it was taken in, where there is something to choose.
  var unit: UnitID?
  /// The words of the fields that are written in, those that hold any.
  var words: [TakingField: String] = [:]
}

/// A field of the form.
enum TakingField: Hashable, Sendable {
  case channel
  case unit
  case arrivedOn
  case title
  case anonymity
  case name
  case phone
  case email
  case address
  case wantsAnswer
  case way
  case concerns
  case solvedAtOnce
  /// The last row, where Enter registers.
  case register

  /// What stands before it.
  var label: String {
    switch self {
    case .channel: "Kom in via"
    case .unit: "Enhet"
    case .arrivedOn: "Ankomstdag"
    case .title: "Rubrik"
    case .anonymity: "Avsändare"
    case .name: "Namn"
    case .phone: "Telefon"
    case .email: "E-post"
    case .address: "Postadress"
    case .wantsAnswer: "Vill ha svar"
    case .way: "Svar lämnas"
    case .concerns: "Gäller"
    case .solvedAtOnce: "Löst direkt"
    case .register: "Registrera"
    }
  }

  /// What stands in it while nothing is written.
  var placeholder: String {
    switch self {
    case .arrivedOn: "2026-11-05"
    case .title: "kort och neutral, utan namn; får vara tom"
    case .concerns: "om det gäller någon annan; får vara tomt"
    case .solvedAtOnce: "vad gjordes? får vara tomt"
    default: "får vara tomt"
    }
  }

  /// Whether something is written in it.
  var isWritten: Bool {
    switch self {
    case .arrivedOn, .title, .name, .phone, .email, .address, .concerns, .solvedAtOnce: true
    case .channel, .unit, .anonymity, .wantsAnswer, .way, .register: false
    }
  }
}
