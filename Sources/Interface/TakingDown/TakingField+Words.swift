import Domain

extension TakingField {
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
    case .takerName: "Ditt namn"
    case .takerRole: "Din yrkesroll"
    case .register: "Registrera"
    }
  }

  /// What stands in it while nothing is written.
  var placeholder: String {
    switch self {
    case .arrivedOn: "ÅÅÅÅ-MM-DD"
    case .title: "kort och neutral, utan namn; får vara tom"
    case .concerns: "om det gäller någon annan; får vara tomt"
    case .solvedAtOnce: "vad gjordes? får vara tomt"
    case .takerName: "för- och efternamn"
    case .takerRole: "till exempel undersköterska"
    default: "får vara tomt"
    }
  }

  /// Whether something is written in it.
  var isWritten: Bool {
    switch self {
    case .arrivedOn, .title, .name, .phone, .email, .address, .concerns, .solvedAtOnce, .takerName,
      .takerRole:
      true
    case .channel, .unit, .anonymity, .wantsAnswer, .way, .register: false
    }
  }
}
