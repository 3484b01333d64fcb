/// What somebody typed to find matters: words, and filters that carry a colon.
///
/// A matter is found when it holds every term and every filter lets it through.
///
/// ```swift
/// let vocabulary = SearchVocabulary(rules)
/// let query = SearchQuery.parse("hemtjänsten typ:klagomål är:sen", by: vocabulary)
/// ```
public struct SearchQuery: Hashable, Sendable {
  /// The words and phrases, in the order they were typed.
  public var terms: [SearchTerm]
  /// What narrows beside the words.
  public var filters: SearchFilters
  /// What could not be understood; it narrows nothing.
  public var problems: [SearchProblem]
  /// The units whose names words find too.
  public var units: [SearchUnit]

  /// Makes a query.
  public init(
    terms: [SearchTerm] = [], filters: SearchFilters = SearchFilters(),
    problems: [SearchProblem] = [], units: [SearchUnit] = []
  ) {
    self.terms = terms
    self.filters = filters
    self.problems = problems
    self.units = units
  }

  /// Whether nothing narrows the search, so that it finds every matter.
  public var isEmpty: Bool { terms.isEmpty && filters.isEmpty }
}

/// A unit as words find it.
public struct SearchUnit: Hashable, Sendable {
  /// The code.
  public var id: UnitID
  /// The name on the screen.
  public var name: String

  /// Makes a unit.
  public init(id: UnitID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A word or a phrase to search for.
public enum SearchTerm: Hashable, Sendable {
  /// A word, found with its endings and as the beginning of longer words.
  case word(SearchWord)
  /// Words in a row, as they are written.
  ///
  /// Until its last quotation mark has been typed, the last word may be the beginning of a longer
  /// one.
  case phrase([String], isClosed: Bool)
}

/// A word as it was typed.
public struct SearchWord: Hashable, Sendable {
  /// The word, with all its signs.
  public var text: String
  /// Its letters and digits: "e-post" has two parts; at least one, none of them empty.
  public var parts: [String]
  /// The number of a matter, or the beginning of one, when it has that form.
  public var number: ReferencePrefix?

  /// Reads a word; nil when it has neither a letter nor a digit.
  public init?(_ text: String) {
    parts = Self.parts(of: text)
    guard !parts.isEmpty else { return nil }
    self.text = text
    number = text.contains("-") ? ReferencePrefix(text) : nil
  }

  /// The number of one matter, when the word is a whole one.
  public var reference: Reference? { Reference(text) }

  /// The letter, or digit, when the word is nothing more.
  ///
  /// Such a word searches number and title only.
  public var single: Character? {
    parts.count == 1 && parts[0].count == 1 ? parts[0].first : nil
  }

  /// The runs of letters and digits in a text.
  static func parts(of text: String) -> [String] {
    var seen = text
    seen.unicodeScalars.removeAll(where: \.isInvisible)
    return seen.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

extension Unicode.Scalar {
  /// Whether it stands inside words without being seen: soft hyphens and marks of width.
  public var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
