/// What a question of a form is about.
///
/// Each e-tjänst names its elements and questions itself, so the role is found from the element's
/// name, else from the question as shown.
enum FieldRole: Hashable {
  case title
  case description
  /// How, and whether, an answer is wished.
  case reply
  /// Whether the sender is anonymous: "ja" or "nej".
  case anonymity
  case contact
  case category
  case unit
  case concerns
  case senderKind

  /// The roles a field can have, the likeliest first.
  static func candidates(for field: FormField) -> [FieldRole] {
    let byName = named[field.name.foldedLetters]
    let byQuestion = field.question.flatMap(asked)
    // "Typ av återkoppling" must never be missed, whatever its element is called.
    if let byQuestion, byQuestion == .reply || byQuestion == .anonymity, byName != .description {
      return [byQuestion, byName].compactMap { $0 }
    }
    return [byName, byQuestion].compactMap { $0 }
  }

  /// The names of elements, folded.
  private static let named: [String: FieldRole] = {
    var names: [String: FieldRole] = [:]
    func add(_ role: FieldRole, _ list: String) {
      for name in list.split(separator: " ") { names[String(name)] = role }
    }
    add(.title, "title rubrik amne subject heading arenderubrik")
    add(.description, "description beskrivning synpunkt synpunkten dinsynpunkt beskrivsynpunkt")
    add(.description, "meddelande message fritext")
    add(.reply, "reporttype aterkoppling aterkopplingstyp typavaterkoppling svar wantsanswer")
    add(.reply, "onskaraterkoppling onskarsvar villhasvar feedback")
    add(.anonymity, "anonymous anonym anonymitet villvaraanonym")
    add(.contact, "contact kontakt kontaktuppgifter contactinfo avsandare applicant sender")
    add(.contact, ContactDetails.names)
    add(.category, "type typ synpunktstyp category kategori typavsynpunkt arendetyp")
    add(.unit, "unit enhet verksamhet")
    add(.concerns, "concerns galler vemgaller vemdetgaller gallerperson")
    add(.senderKind, "senderkind sendertype avsandartyp roll role jagar vemardu")
    return names
  }()

  /// The role that the question as shown tells of.
  private static func asked(_ question: String) -> FieldRole? {
    let words = question.foldedWords
    let text = words.joined(separator: " ")
    func has(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
    func begins(_ parts: String...) -> Bool { parts.contains { text.hasPrefix($0) } }
    if has("anonym") { return .anonymity }
    if has("aterkoppl", "vill du ha svar", "onskar du svar", "onskar svar", "vill ha svar") {
      return .reply
    }
    if begins("rubrik", "kort rubrik", "amne") { return .title }
    if has("kontaktuppgift") { return .contact }
    if words.count <= 3, named[words.joined()] == .contact { return .contact }
    if begins("ditt namn", "din e post", "ditt telefon", "din adress") { return .contact }
    if has("enhet", "verksamhet") { return .unit }
    if begins("vem galler", "vem det galler", "personen det galler") || text == "galler" {
      return .concerns
    }
    if begins("typ av synpunkt", "synpunktstyp", "typ av arende", "kategori", "vad vill du lamna")
      || text == "typ"
    {
      return .category
    }
    if begins("jag ar", "vem ar du", "i egenskap av", "i vilken egenskap") { return .senderKind }
    if begins("beskriv", "meddelande", "vad har hant", "vad vill du framfora", "din synpunkt")
      || words.contains(where: { ["synpunkt", "synpunkten", "synpunkter"].contains($0) })
    {
      return .description
    }
    return nil
  }
}
