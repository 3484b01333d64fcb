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

  /// The roles a field can have beside the description, the likeliest first.
  static func candidates(for field: FormField) -> [FieldRole] {
    let byName = named[field.name.foldedLetters]
    let byQuestion = field.question.flatMap(asked)
    // "Typ av återkoppling" must never be missed, whatever its element is called.
    let isWish = byQuestion == .reply || byQuestion == .anonymity
    let roles = isWish && field.hasPlainAnswers ? [byQuestion, byName] : [byName, byQuestion]
    return roles.compactMap { $0 }.filter { $0 != .description }
  }

  /// The field that is the description: named and asked so, else asked so, else named so.
  static func description(among fields: [FormField]) -> Int? {
    func weight(_ field: FormField) -> Int {
      guard !field.isBlank else { return 0 }
      let isNamed = named[field.name.foldedLetters] == .description
      let byQuestion = field.question.flatMap(asked)
      if isNamed, byQuestion == nil || byQuestion == .description { return 4 }
      if byQuestion == .description {
        return field.question?.folded.hasPrefix("beskriv") == true ? 3 : 1
      }
      return isNamed ? 2 : 0
    }
    let weights = fields.map(weight)
    guard let heaviest = weights.max(), heaviest > 0 else { return nil }
    return weights.firstIndex(of: heaviest)
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
    if begins("beskriv") { return .description }
    if has("kontaktuppgift") { return .contact }
    if let wish = wish(text, words: words) { return wish }
    if begins("rubrik", "kort rubrik", "amne") { return .title }
    if words.count <= 3, named[words.joined()] == .contact { return .contact }
    if begins("ditt namn", "din e post", "ditt telefon", "din adress") { return .contact }
    if has("enhet", "verksamhet"),
      words.count <= 2 || has("galler", "vilken", "valj", "ange", "beror")
    {
      return .unit
    }
    if begins("vem galler", "vem det galler", "personen det galler") || text == "galler" {
      return .concerns
    }
    if begins("typ av synpunkt", "synpunktstyp", "typ av arende", "kategori", "vad vill du lamna")
      || text == "typ"
    {
      return .category
    }
    if begins("jag ar", "vem ar du", "i egenskap av", "i vilken egenskap") { return .senderKind }
    if begins("meddelande", "vad har hant", "vad vill du framfora")
      || words.contains(where: { ["synpunkt", "synpunkten", "synpunkter"].contains($0) })
    {
      return .description
    }
    return nil
  }

  /// Whether the question is about an answer or about being anonymous; when it speaks of both,
  /// what it speaks of first.
  private static func wish(_ text: String, words: [String]) -> FieldRole? {
    func place(_ parts: String...) -> String.Index? {
      parts.compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    }
    let isBrief = words.count <= 2 && words.contains { $0.hasPrefix("anonym") }
    let anonymity = isBrief ? text.startIndex : place("vara anonym", "anonymt")
    let reply = place(
      "aterkoppl", "vill du ha svar", "onskar du svar", "onskar svar", "vill ha svar")
    switch (anonymity, reply) {
    case (nil, nil): return nil
    case (_?, nil): return .anonymity
    case (nil, _?): return .reply
    case (let anonymity?, let reply?): return anonymity < reply ? .anonymity : .reply
    }
  }
}
