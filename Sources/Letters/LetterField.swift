internal import Domain

/// What a letter template can ask for, by the name that stands between `{{` and `}}`.
public enum LetterField: String, CaseIterable, Sendable {
  /// The sender's name; absent when anonymous or when no name that can be greeted was given.
  case senderName = "namn"
  /// The matter's number.
  case reference = "ärendenummer"
  /// The matter's title.
  case title = "rubrik"
  /// The day it came in.
  case arrived = "inkom"
  /// The unit that handles it.
  case unit = "enhet"
  /// Who writes.
  case author = "handläggare"
  /// The writer's title.
  case authorTitle = "titel"
  /// The writer's telephone number.
  case phone = "telefon"
  /// The writer's e-mail address.
  case email = "epost"
  /// The municipality.
  case municipality = "kommun"
  /// The department.
  case department = "förvaltning"
  /// The day of writing.
  case today = "dagens_datum"
  /// The sender's own words.
  case text = "synpunkt"
  /// A section that stands when the letter quotes.
  case quotes = "citera"
  /// A section that stands when the letter names the subject.
  case namesSubject = "nämn_ämne"
  /// How the answer goes or went: "med e-post".
  case way = "svarssätt"
  /// The category.
  case category = "kategori"
  /// The day of the answer.
  case answeredOn = "svarsdatum"
  /// The recipient of the answer.
  case recipient = "mottagare"
  /// How the answer was given: "per telefon".
  case answeredBy = "svarade_hur"

  /// Whether it is only a section, without words of its own.
  var isSwitch: Bool { self == .quotes || self == .namesSubject }

  /// The mark that stands where the field has no value.
  public var mark: String { Self.mark(rawValue) }

  /// The mark for a name that may be no field at all.
  static func mark(_ name: String) -> String { LetterMark.around("\(name) saknas") }

  /// The name as swift-mustache can read it: it takes a to z only.
  var tag: String { foldedSwedish(rawValue) }
}
