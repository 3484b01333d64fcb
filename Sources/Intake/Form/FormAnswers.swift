import Domain

/// The answers of a form, each in its place; those without a place go into the text.
struct FormAnswers {
  /// The heading.
  private(set) var title: String?
  /// Whom it is about.
  private(set) var concerns: String?
  /// The category chosen, when exactly one was.
  private(set) var category: Category?
  /// The unit, in the sender's words.
  private(set) var unit: String?
  /// What the sender wishes of an answer.
  private(set) var wish = ReplyWish()
  /// What the registrator should know.
  private(set) var notices: [String] = []

  private var description: String?
  private var contact = ContactDetails()
  private var kind: SenderKind?
  /// Questions with answers that have no place of their own.
  private var others: [String] = []
  /// The same among the contact fields.
  private var contactOthers: [String] = []

  /// Sorts the fields of a form.
  init(_ fields: [FormField]) {
    let main = FieldRole.description(among: fields)
    description = main.map { fields[$0].text }
    for (index, field) in fields.enumerated() where !field.isBlank && index != main {
      let isPlaced = FieldRole.candidates(for: field).contains { place(field, as: $0) }
      if !isPlaced, let line = field.questionAndAnswer { others.append(line) }
      if field.isChoice {
        for answer in field.answers { wish.notice(choice: answer.text) }
      }
    }
  }

  /// The description, and after a blank line what was answered to questions without a place.
  var text: String {
    let rest = (others + (wish.isAnonymous ? [] : contactOthers)).joined(separator: "\n")
    guard let description else { return rest }
    return rest.isEmpty ? description : description + "\n\n" + rest
  }

  /// Who sent the form: the contact fields, else the one who was logged in; nobody when anonymous.
  func sender(users: [ContactDetails]) -> Sender {
    if wish.isAnonymous { return .anonymous(replyVia: wish.replyVia(contact)) }
    let person = contact.isEmpty ? users.first ?? contact : contact
    return Sender(
      kind: kind ?? (person.organisation == nil ? .unknown : .organisation), name: person.name,
      organisation: person.organisation, email: person.email, phone: person.phone,
      address: person.address, replyVia: wish.replyVia(person),
      wantsAnswer: wish.wantsAnswer ?? true)
  }

  /// What the registrator should know of how the sender can be reached.
  func notices(on sender: Sender) -> [String] {
    guard let email = sender.email, !EmailAddress.isPlausible(email) else { return [] }
    return ["E-postadressen \(email) ser inte ut som en adress; rätta den om det går."]
  }

  /// Puts a field in its place; false when it does not belong there.
  private mutating func place(_ field: FormField, as role: FieldRole) -> Bool {
    switch role {
    case .title:
      guard title == nil else { return false }
      let whole = field.answers.map(\.text.trimmed).joined(separator: ", ")
      title = whole.oneLine
      // What does not fit in a heading is kept in the text.
      return whole.unicodeScalars.count <= 200
    case .description:
      return false
    case .reply, .anonymity:
      return field.answers.reduce(true) { isPlaced, answer in
        wish.take(answer.text, asksAnonymity: role == .anonymity) && isPlaced
      }
    case .contact:
      placeContact(field)
    case .category:
      return placeCategory(field)
    case .unit:
      guard unit == nil else { return false }
      unit = field.line
    case .concerns:
      guard concerns == nil else { return false }
      concerns = field.answers.compactMap(\.text.oneLine).joined(separator: " ").oneLine
    case .senderKind:
      guard kind == nil, let found = SenderKind(choice: field.text) else { return false }
      kind = found
    }
    return true
  }

  private mutating func placeContact(_ field: FormField) {
    for answer in field.answers {
      let isNamed = answer.name != "Value" && answer.name != "TextAlternative"
      let name = isNamed ? answer.name : field.contactName
      if !contact.take(answer.text, as: name), !answer.text.isBlank {
        contactOthers.append("\(name): \(answer.text)")
      }
    }
  }

  private mutating func placeCategory(_ field: FormField) -> Bool {
    let found = field.answers.map { Category(choice: $0.text) }
    let categories = Set(found.compactMap { $0 })
    guard !categories.isEmpty, category == nil else { return false }
    guard categories.count == 1, !found.contains(nil) else {
      notices.append("Formuläret anger flera typer: \(field.line ?? ""). Välj en, eller dela upp.")
      return false
    }
    category = categories.first
    return true
  }
}

extension FormField {
  /// Whether this looks like a choice among given answers rather than free text.
  fileprivate var isChoice: Bool {
    hasPlainAnswers && answers.allSatisfy { $0.text.utf8.count <= 150 }
      && !FieldRole.candidates(for: self).contains(.title)
  }

  /// The contact detail that the field is, by its element or its question.
  fileprivate var contactName: String {
    var details = ContactDetails()
    return details.take("x", as: name) ? name : question ?? name
  }
}
