public import Domain
internal import Mustache

/// The letter templates of the house: the built-in ones and the site's own.
public struct LetterTemplates: Sendable {
  private struct Entry: Sendable {
    let template: LetterTemplate
    let mustache: MustacheTemplate
  }

  /// The largest template, in bytes.
  public static let sizeLimit = 100_000

  /// The templates that could not be read, and why; they are left out.
  public private(set) var problems: [LetterProblem] = []
  private var entries: [Entry] = []

  /// Reads templates.
  ///
  /// - Parameters:
  ///   - embedded: Name and bytes of the built-in files: "letters/svar-kort.mustache".
  ///   - own: Those of the site, which stand in for built-in ones of the same name and add others.
  public init(
    embedded: [(name: String, bytes: [UInt8])], own: [(name: String, bytes: [UInt8])] = []
  ) {
    for file in embedded { take(file) }
    for file in own { take(file) }
  }

  /// All templates of a kind that fit a category: those for it, then those for any, by title.
  public func templates(
    kind: LetterTemplate.Kind, for category: Category?
  ) -> [LetterTemplate] {
    let fitting = entries.map(\.template).filter {
      $0.kind == kind && ($0.category == nil || $0.category == category)
    }
    return fitting.sorted { left, right in
      let isLeft = left.category != nil
      let isRight = right.category != nil
      if isLeft != isRight { return isLeft }
      return (foldedSwedish(left.title), left.id) < (foldedSwedish(right.title), right.id)
    }
  }

  /// The template with this id.
  public func template(_ id: String) -> LetterTemplate? {
    entries.first { $0.template.id == id }?.template
  }

  /// Fills a template.
  ///
  /// The values are data: nothing in them is taken for a field or a bracket.
  ///
  /// - Parameters:
  ///   - id: The template's id.
  ///   - values: The values of its fields.
  /// - Returns: The letter, with marks where something must still be written.
  /// - Throws: `LetterProblem` when there is no such template.
  public func fill(
    _ id: String, with values: LetterValues
  ) throws(LetterProblem) -> FilledLetter {
    guard let entry = entries.first(where: { $0.template.id == id }) else {
      throw LetterProblem(
        file: id, line: nil, problem: "Det finns ingen brevmall som heter så.")
    }
    let rendered = LetterText.tidied(entry.mustache.render(FieldParent(values: values)))
    var passage = values.words(of: .text) ?? ""
    while passage.last?.isNewline == true { passage.removeLast() }
    let parts = rendered.split(separator: LetterText.passage, omittingEmptySubsequences: false)
    return FilledLetter(template: entry.template, text: parts.joined(separator: passage))
  }

  private mutating func take(_ file: (name: String, bytes: [UInt8])) {
    let id = TemplateSource.id(of: file.name)
    let former = entries.firstIndex { $0.template.id == id }
    do {
      let entry = try entry(of: file)
      if let former {
        entries[former] = entry
      } else {
        entries.append(entry)
      }
    } catch {
      var problem = error
      problem.hasStandIn = former != nil
      problems.append(problem)
    }
  }

  private func entry(
    of file: (name: String, bytes: [UInt8])
  ) throws(LetterProblem) -> Entry {
    let source = try TemplateSource(file: file.name, bytes: file.bytes)
    do {
      return Entry(
        template: source.template, mustache: try MustacheTemplate(string: source.mustache))
    } catch {
      throw LetterProblem(file: file.name, line: nil, problem: "Mallen kan inte läsas.")
    }
  }
}

/// The values as swift-mustache asks for them.
private struct FieldParent: MustacheParent {
  let values: LetterValues

  func child(named name: String) -> Any? {
    guard let field = LetterField.allCases.first(where: { $0.tag == name }) else { return nil }
    if field.isSwitch { return values.stands(field) }
    var words = values.words(of: field)
    if field == .text, words != nil { words = String(LetterText.passage) }
    return FieldValue(renderText: words ?? field.mark, isNull: words == nil)
  }
}

/// One value: empty ones render as their mark and open no section.
private struct FieldValue: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  let isNull: Bool

  // Inside a section on this field the other fields are found further out.
  func child(named name: String) -> Any? { nil }
}
