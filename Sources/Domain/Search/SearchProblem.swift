/// Something in a search that could not be understood.
public enum SearchProblem: Hashable, Sendable {
  /// There is no such filter.
  case unknownFilter(String)
  /// The filter has no such value.
  case unknownValue(SearchFilterName, String)
  /// No day, month or year can be written so.
  case noDay(SearchFilterName, String)
  /// No matter can have such a number.
  case noNumber(String)
  /// The last day lies before the first.
  case emptySpan

  /// One Swedish sentence: what is wrong and what to write instead.
  public var sentence: String {
    switch self {
    case .unknownFilter(let name):
      "Det finns inget ”\(name):”, men \(Self.list(Self.filters, "och"))."
    case .unknownValue(let name, let value): Self.unknown(value, in: name)
    case .noDay(let name, let value):
      "”\(value)” är ingen dag: skriv \(name.rawValue):2026, 2026-09 eller 2026-09-15."
    case .noNumber(let value): "”\(value)” är inget ärendenummer: skriv det som 26-42."
    case .emptySpan: "Dagen efter ”till” ligger före dagen efter ”från”, så byt plats på dem."
    }
  }

  private static let filters = SearchFilterName.allCases.map { $0.rawValue + ":" }

  private static func unknown(_ value: String, in name: SearchFilterName) -> String {
    switch name {
    case .unit: "Ingen enhet heter ”\(value)”: skriv början av ett namn."
    case .subjectArea: "Rutinerna har inget ämne som heter ”\(value)”: skriv början av ett."
    case .category: known(name, Category.allCases.map(\.word))
    case .state: known(name, SearchState.allCases.map(\.rawValue))
    case .status: known(name, Status.allCases.map(\.words))
    case .channel: known(name, Channel.allCases.map(\.rawValue))
    case .from, .to, .number: "”\(value)” går inte att söka på."
    }
  }

  private static func known(_ name: SearchFilterName, _ words: [String]) -> String {
    "\(name.rawValue): kan vara \(list(words, "eller"))."
  }

  private static func list(_ words: [String], _ last: String) -> String {
    words.dropLast().joined(separator: ", ") + " \(last) " + (words.last ?? "")
  }
}
