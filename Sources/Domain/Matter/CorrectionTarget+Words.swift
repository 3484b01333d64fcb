extension MatterCommand.CorrectionTarget {
  /// The name of the field, as it fits into a sentence.
  public var words: String {
    switch self {
    case .name: "namn"
    case .email: "e-postadress"
    case .phone: "telefon"
    case .address: "postadress"
    case .title: "rubrik"
    case .channel: "kanal"
    case .arrivedOn: "ankomstdag"
    }
  }

  /// What scripts and begun lines know it by; it stays when the words change.
  public var code: String { self == .channel ? "inkom via" : words }
}

extension MatterFacts.Correction {
  /// What was corrected.
  public var target: MatterCommand.CorrectionTarget {
    switch self {
    case .name: .name
    case .email: .email
    case .phone: .phone
    case .address: .address
    case .title: .title
    case .channel: .channel
    case .arrivedOn: .arrivedOn
    }
  }
}
