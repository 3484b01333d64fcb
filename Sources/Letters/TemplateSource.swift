internal import Domain

/// A template file made ready for swift-mustache.
///
/// Only variables, sections and comments pass; names become what swift-mustache can read (it knows
/// no å, ä, ö); names that are no field become marks, and so does what stands in [brackets].
struct TemplateSource {
  private static let depthLimit = 10

  /// What the header says.
  private(set) var template: LetterTemplate
  /// The text for swift-mustache.
  private(set) var mustache = "{{%CONTENT_TYPE:TEXT}}\n"

  private let file: String
  private var source: [Unicode.Scalar] = []
  private var place = 0
  private var line = 1
  private var sections: [(name: String, line: Int)] = []
  /// Where the brackets of marks close.
  private var closings: Set<Int> = []

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - file: Its name, with or without folder: "letters/svar-kort.mustache".
  ///   - bytes: Its bytes.
  /// - Throws: `LetterProblem` with the line.
  init(file: String, bytes: [UInt8]) throws(LetterProblem) {
    self.file = file.split(separator: "/").last.map(String.init) ?? file
    let id = Self.id(of: file)
    template = LetterTemplate(id: id, title: id, category: nil, kind: .answer)
    source = try scalars(of: bytes)
    while place < source.count {
      if starts(with: "{{") {
        try tag()
      } else {
        character()
      }
    }
    if let open = sections.last {
      throw LetterProblem(
        file: self.file, line: open.line, problem: "{{/\(open.name)}} saknas för avsnittet.")
    }
  }

  /// The id of a template: its file name without folder and ending.
  static func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".mustache") ? String(name.dropLast(9)) : name
  }

  // MARK: - Text

  private func scalars(of bytes: [UInt8]) throws(LetterProblem) -> [Unicode.Scalar] {
    guard bytes.count <= LetterTemplates.sizeLimit else {
      throw LetterProblem(file: file, line: nil, problem: "Filen är större än 100 kB.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LetterProblem(file: file, line: nil, problem: "Filen är inte sparad som UTF-8.")
    }
    return text.unicodeScalars.filter {
      $0 == "\n" || $0 == "\t" || !LetterText.isInvisible($0)
    }
  }

  private func refused(_ problem: String) -> LetterProblem {
    LetterProblem(file: file, line: line, problem: problem)
  }

  private func starts(with text: String, at offset: Int = 0) -> Bool {
    source[min(place + offset, source.count)...].starts(with: text.unicodeScalars)
  }

  private mutating func character() {
    let scalar = source[place]
    if scalar == "[", closings.isEmpty, let end = closing(of: place) {
      closings.insert(end)
      mustache += "⟦"
    } else if closings.remove(place) != nil {
      mustache += "⟧"
    } else {
      mustache.unicodeScalars.append(scalar)
    }
    if scalar == "\n" { line += 1 }
    place += 1
  }

  /// Where a bracket closes on its own line; nil when it does not, or nothing stands in it.
  private func closing(of start: Int) -> Int? {
    var depth = 0
    for index in start..<source.count {
      switch source[index] {
      case "\n": return nil
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
      if depth == 0 {
        let inside = source[start + 1..<index]
        return inside.allSatisfy(\.properties.isWhitespace) ? nil : index
      }
    }
    return nil
  }

  // MARK: - Tags

  private mutating func tag() throws(LetterProblem) {
    place += 2
    let isTriple = starts(with: "{")
    let ending = isTriple ? "}}}" : "}}"
    var content = String.UnicodeScalarView()
    if isTriple { place += 1 }
    while !starts(with: ending) {
      guard place < source.count else { throw refused("{{ saknar }}.") }
      content.append(source[place])
      place += 1
    }
    place += ending.count
    let breaks = content.filter { $0 == "\n" }.count
    let words = String(content)
    let sign = isTriple ? nil : words.first
    switch sign {
    case "!": try header(String(words.dropFirst()))
    case "#", "^": try open(String(words.prefix(1)), try name(words.dropFirst()))
    case "/": try close(try name(words.dropFirst()))
    case "&": try variable(try name(words.dropFirst()))
    case ">", "<", "$":
      throw refused("{{\(words)}} kan inte användas: en mall kan inte hämta en annan.")
    case "=", "%":
      throw refused("{{\(words)}} kan inte användas: tecknen {{ och }} kan inte bytas ut.")
    default: try variable(try name(words[...]))
    }
    line += breaks
  }

  private func name(_ words: Substring) throws(LetterProblem) -> String {
    let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty, name.count <= 40,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else {
      throw refused("{{\(words.prefix(40))}} är inget fältnamn.")
    }
    return name
  }

  private mutating func variable(_ name: String) throws(LetterProblem) {
    guard let field = LetterField(rawValue: name) else {
      mustache += LetterField.mark(name)
      return
    }
    guard !field.isSwitch else {
      throw refused("{{\(name)}} är ett avsnitt: skriv {{#\(name)}} … {{/\(name)}}.")
    }
    mustache += "{{\(field.tag)}}"
  }

  private mutating func open(_ sign: String, _ name: String) throws(LetterProblem) {
    guard sections.count < Self.depthLimit else { throw refused("Avsnitten ligger för djupt.") }
    sections.append((name, line))
    mustache += LetterField(rawValue: name).map { "{{\(sign)\($0.tag)}}" } ?? LetterField.mark(name)
  }

  private mutating func close(_ name: String) throws(LetterProblem) {
    guard let open = sections.popLast() else {
      throw refused("{{/\(name)}} stänger ett avsnitt som inte är öppet.")
    }
    guard open.name == name else {
      throw refused("{{/\(name)}} står där {{/\(open.name)}} ska stå, öppnat på rad \(open.line).")
    }
    if let field = LetterField(rawValue: name) { mustache += "{{/\(field.tag)}}" }
  }

  /// Reads `{{! title: … }}`, `{{! for: … }}` and `{{! kind: … }}`; other comments are free.
  private mutating func header(_ comment: String) throws(LetterProblem) {
    mustache += "{{!}}"
    let parts = comment.split(separator: ":", maxSplits: 1).map { LetterText.oneLine(String($0)) }
    guard parts.count == 2 else { return }
    switch parts[0] {
    case "title":
      if !parts[1].isEmpty { template.title = String(parts[1].prefix(100)) }
    case "for":
      guard parts[1] != "any" else { return }
      guard let category = Category(rawValue: parts[1]) ?? Category(word: parts[1]) else {
        throw refused("”for” ska vara praise, suggestion, complaint eller any.")
      }
      template.category = category
    case "kind":
      guard let kind = LetterTemplate.Kind(rawValue: parts[1]) else {
        throw refused("”kind” ska vara answer eller note.")
      }
      template.kind = kind
    default: break
    }
  }
}
