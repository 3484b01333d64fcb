import Configuration
import Domain

@testable import Letters

/// A matter, its chef and its organisation, to write letters about.
enum Sample {
  static let organisation = Organisation(
    municipality: "Exempelköpings kommun",
    units: [
      Unit(id: "omsorg", name: "Omsorgsförvaltningen", level: .department),
      Unit(id: "oster", name: "Hemtjänst Öster", level: .unit, parent: "omsorg"),
    ])

  static let author = Person(
    login: "asa", name: "Åsa Exempel", title: "enhetschef", email: "asa@exempelkoping.se",
    phone: "000-00 00 11")

  static let anna = Sender(
    kind: .relative, name: "Anna Exempel", email: "anna@exempel.se", replyVia: .email)

  static let title = "Sena besök, hemtjänst"
  static let text = "Fråga & \"svar\" <b>\n\nDe kom {{sent}} [igen]."

  static let today = CivilDay(number: 20_781)
  static let arrived = CivilDay(number: 20_762)

  static func matter(
    text: String? = text, title: String? = title, sender: Sender = anna,
    category: Category? = .complaint, unit: UnitID? = "oster",
    answer: (AnswerWay, recipient: String)? = nil, internalNote: String? = nil,
    isPointer: Bool = false
  ) -> Matter? {
    let now = SwedishTime.instant(today, hour: 9, minute: 0)
    var steps: [(MatterFacts, MatterContent?)] = [
      (
        .registered(
          MatterFacts.Registration(
            reference: Reference(year: 2026, serial: 42), channel: .email, arrivedOn: arrived,
            isPointer: isPointer, sender: MatterFacts.SenderFacts(sender), suggestedUnit: nil,
            suggestedCategory: nil, source: nil, term: nil, files: 0)),
        MatterContent(text: text, title: title, sender: sender)
      )
    ]
    if let category { steps.append((.categorised(category, term: nil), nil)) }
    if let unit { steps.append((.assigned(unit: unit, untyped: false, term: nil), nil)) }
    if let internalNote { steps.append((.internallyNoted, MatterContent(text: internalNote))) }
    if let answer {
      steps.append(
        (
          .answered(MatterFacts.Answer(way: answer.0, on: today)),
          MatterContent(text: "Hej!", recipient: answer.recipient)
        ))
    }
    let events = steps.enumerated().map { index, step in
      MatterEvent(
        sequence: index + 1, step: index + 1, at: now, by: "asa", facts: step.0, content: step.1)
    }
    return Matter(id: 1, events: events)
  }

  static let embedded = EmbeddedFile.names(under: "letters/").compactMap { name in
    EmbeddedFile.bytes(name).map { (name: name, bytes: $0) }
  }

  /// Templates of which one is given as text, under the name "prov.mustache".
  static func templates(_ text: String) -> LetterTemplates {
    LetterTemplates(embedded: [], own: [(name: "prov.mustache", bytes: Array(text.utf8))])
  }
}

extension LetterValues {
  /// Values of a sample matter.
  init(
    _ matter: Matter, author: Person = Sample.author, quotes: Bool = false,
    namesSubject: Bool = false
  ) {
    self.init(
      matter: matter, author: author, organisation: Sample.organisation, today: Sample.today,
      quotes: quotes, namesSubject: namesSubject)
  }
}
