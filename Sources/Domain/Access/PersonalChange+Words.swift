extension PersonalChange {
  /// One Swedish sentence to the person concerned.
  ///
  /// - Parameters:
  ///   - triageGroup: What the triage role is called.
  ///   - fingerprint: How a key is shown.
  /// - Returns: The sentence.
  public func sentence(triageGroup: String, fingerprint: (PublicKey) -> String) -> String {
    switch self {
    case .roleGiven(let role, let unit):
      "Du har fått rollen \(role.word(triageGroup)) \(Self.place(unit))."
    case .roleTaken(let role, let unit):
      "Du har inte längre rollen \(role.word(triageGroup)) \(Self.place(unit))."
    case .keyAdded(let key):
      "Nyckeln \(fingerprint(key)) öppnar nu din inloggning: säg genast till systemförvaltaren om "
        + "den inte är din."
    case .keyRemoved(let key): "Nyckeln \(fingerprint(key)) öppnar inte längre din inloggning."
    case .unitReached(let unit): "\(unit) har flyttats in under det du har roller på."
    case .unitLost(let unit): "\(unit) har flyttats bort från det du har roller på."
    case .unitOpened(let unit): "\(unit) är en ny enhet under det du har roller på."
    case .unitClosed(let unit): "\(unit) är nedlagd."
    case .unitReopened(let unit): "\(unit) är inte längre nedlagd."
    case .unitRenamed(let from, let to): "\(from) heter nu \(to)."
    case .standsIn(let chef, let from, let to):
      "Du är vikarie för \(chef) \(Self.span(from, to))."
    case .standsInNoLonger(let chef): "Du är inte längre vikarie för \(chef)."
    case .hasSubstitute(let name, let from, let to):
      "\(name) är din vikarie \(Self.span(from, to))."
    case .hasSubstituteNoLonger(let name): "\(name) är inte längre din vikarie."
    }
  }

  private static func span(_ from: CivilDay, _ to: CivilDay) -> String {
    from == to
      ? "den \(from.longSwedish)" : "från \(from.longSwedish) till \(to.longSwedish)"
  }

  private static func place(_ unit: String?) -> String {
    unit.map { "på \($0)" } ?? "i hela organisationen"
  }
}

extension Role {
  /// What the role is called, where the triage role is called this.
  func word(_ triageGroup: String) -> String {
    switch self {
    case .triage: triageGroup
    case .manager: "chef"
    case .head: "förvaltningschef"
    case .registrar: "registrator"
    case .secretary: "nämndsekreterare"
    case .analyst: "verksamhetsutvecklare"
    case .staff: "medarbetare"
    case .administrator: "systemförvaltare"
    case .custodian: "ansvarig för skyddade identiteter"
    case .unitLogin: "enhetsinloggning"
    }
  }
}
