/// What can be narrowed beside words; the raw value is what stands before the colon.
public enum SearchFilterName: String, CaseIterable, Hashable, Sendable {
  case category = "typ"
  case state = "är"
  case unit = "enhet"
  case from = "från"
  case to = "till"
  case subjectArea = "ämne"
  case number = "nr"
  case status = "status"
  case channel = "kanal"

  /// Reads what stands before a colon; a may stand for å and ä, as in all that is typed.
  init?(typed: String) {
    let typed = TypedName(typed)
    guard let name = Self.allCases.first(where: { typed.is($0.rawValue) }) else { return nil }
    self = name
  }

  /// The filters whose names begin so; none when nothing is typed.
  static func beginning(with typed: String) -> [SearchFilterName] {
    let typed = TypedName(typed)
    return typed.isEmpty ? [] : allCases.filter { typed.begins($0.rawValue) }
  }

  /// What the filter narrows by, for the person who types.
  public var help: String {
    switch self {
    case .category: "beröm, förslag eller klagomål"
    case .state: "sen, ny, idag, besvarad, avslutad …"
    case .unit: "enhetens namn, eller verksamhetens"
    case .from: "inkom den dagen, månaden eller det året, eller senare"
    case .to: "inkom den dagen, månaden eller det året, eller tidigare"
    case .subjectArea: "ämnet"
    case .number: "ärendets nummer"
    case .status: "inkommen, hos chef, besvarad …"
    case .channel: "e-tjänst, e-post, brev …"
    }
  }
}

/// Something typed that names one of several known things.
struct TypedName {
  private let typed: String
  private let isPlain: Bool

  init(_ typed: String) {
    self.typed = Self.squeezed(typed.lowercased())
    isPlain = self.typed == foldedSwedish(self.typed)
  }

  /// Whether nothing was typed.
  var isEmpty: Bool { typed.isEmpty }

  /// Whether it is the whole name.
  func `is`(_ name: String) -> Bool { form(Self.squeezed(name.lowercased())) == typed }

  /// Whether the name, or one of its words, begins so.
  ///
  /// Typed å must be å; typed a may be å or ä. Spaces and hyphens do not count.
  func begins(_ name: String) -> Bool {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.indices.contains { index in
      form(words[index...].joined()).hasPrefix(typed)
    }
  }

  private func form(_ name: String) -> String { isPlain ? foldedSwedish(name) : name }

  private static func squeezed(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }
  }
}
