public import Domain

/// The values of a letter's fields.
///
/// Internal notes are not among them, so none can reach a letter.
public struct LetterValues: Hashable, Sendable {
  private var words: [LetterField: String] = [:]
  private var switches: Set<LetterField> = []

  /// Takes the values out of a matter.
  ///
  /// - Parameters:
  ///   - matter: The matter.
  ///   - author: Who writes.
  ///   - organisation: Units and municipality.
  ///   - today: The day of writing.
  ///   - quotes: Whether the letter quotes the synpunkt; off where there is no text to quote.
  ///   - namesSubject: Whether the letter names the subject; off where there is no title.
  ///   - answer: The answer that a note tells of; the matter's last one when nil.
  ///   - categoryLabel: What the routine calls the category; "klagomål" and so on when nil.
  public init(
    matter: Matter, author: Person, organisation: Organisation, today: CivilDay,
    quotes: Bool = false, namesSubject: Bool = false, answer: Matter.GivenAnswer? = nil,
    categoryLabel: String? = nil
  ) {
    let state = matter.state
    let given = answer ?? state.answers.last
    let way = given?.way ?? (state.sender.isAnswerable ? state.sender.possibleWays.first : nil)
    set(.senderName, state.sender.greetingName)
    set(.reference, state.reference.full)
    set(.title, state.title)
    set(.arrived, state.arrivedOn.longSwedish)
    set(.unit, organisation.unit(state.unit)?.name)
    set(.author, author.name)
    set(.authorTitle, author.title)
    set(.phone, author.phone)
    set(.email, author.email)
    set(.municipality, organisation.municipality)
    set(.department, organisation.department(of: state.unit)?.name)
    set(.today, today.longSwedish)
    set(.way, way?.phrase)
    set(.category, state.category.map { categoryLabel ?? $0.word })
    set(.answeredOn, given?.on.longSwedish)
    set(.recipient, given?.recipient)
    set(.answeredBy, given?.way.phrase)
    if !state.isPointer, let text = state.text, text.contains(where: { !$0.isWhitespace }) {
      words[.text] = text
    }
    if quotes, words[.text] != nil { switches.insert(.quotes) }
    if namesSubject, words[.title] != nil { switches.insert(.namesSubject) }
  }

  /// The words of a field; nil when it has none.
  public func words(of field: LetterField) -> String? { words[field] }

  /// Whether a section on this field stands.
  public func stands(_ field: LetterField) -> Bool {
    field.isSwitch ? switches.contains(field) : words[field] != nil
  }

  private mutating func set(_ field: LetterField, _ value: String?) {
    let line = value.map(LetterText.oneLine) ?? ""
    words[field] = line.isEmpty ? nil : line
  }
}

extension Sender {
  /// The name to greet: nil for an anonymous sender, and for what is no name of a person.
  fileprivate var greetingName: String? {
    guard !isAnonymous, let name, name.contains(where: \.isLetter), !name.contains("@") else {
      return nil
    }
    let word = LetterText.oneLine(name).lowercased()
    return ["anonym", "anonymous", "okänd", "okänt", "ingen"].contains(word) ? nil : name
  }
}
