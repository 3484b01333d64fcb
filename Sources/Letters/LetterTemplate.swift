public import Domain

/// A letter template (brevmall), as the handler chooses it.
public struct LetterTemplate: Hashable, Sendable {
  /// What a template is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// An answer to the sender.
    case answer
    /// An official note (tjänsteanteckning).
    case note
  }

  /// The name of its file without ending: "svar-kort".
  public var id: String
  /// The title in the list.
  public var title: String
  /// The category it is for; nil for any.
  public var category: Category?
  /// What it is for.
  public var kind: Kind

  /// Makes a template.
  public init(id: String, title: String, category: Category?, kind: Kind) {
    self.id = id
    self.title = title
    self.category = category
    self.kind = kind
  }
}

/// A letter as the editor opens it: the template with the matter's values.
public struct FilledLetter: Hashable, Sendable {
  /// The template it was made from.
  public var template: LetterTemplate
  /// The text, with a mark ⟦…⟧ wherever something must still be written.
  public var text: String
}

/// Why a template cannot be used.
public struct LetterProblem: Error, Hashable, Sendable {
  /// The template's file.
  public let file: String
  /// The line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong, as a Swedish sentence.
  public let problem: String
  /// Whether the built-in template of the same name is used in its place.
  public internal(set) var hasStandIn = false

  /// One or two Swedish sentences: file, line, what is wrong and what is done about it.
  public var sentence: String {
    let place = line.map { ", rad \($0)" } ?? ""
    let instead = hasStandIn ? " Den inbyggda mallen används i stället." : ""
    return "Brevmallen \(file)\(place): \(problem)\(instead)"
  }
}
