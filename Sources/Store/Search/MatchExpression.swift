internal import Domain

/// A query in the language of FTS5.
///
/// Nothing that was typed stands in it but letters and digits between quotation marks.
/// https://www.sqlite.org/fts5.html#full_text_query_syntax
struct MatchExpression {
  /// What the person may search besides words of matters.
  let sendersToo: Bool
  /// The units whose names count.
  let units: [SearchUnit]

  /// The expression of some terms, all of which must be found; nil when none is looked up in the
  /// index.
  func words(_ terms: [TermPattern], _ closeness: SearchHit.Closeness) -> String? {
    let parts = terms.narrowed(to: closeness).compactMap { term($0, closeness == .folded) }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// The places of matters: any of some units, a handler.
  static func codes(_ codes: [String]) -> String {
    let words = codes.sorted().map { "\"\($0)\"" }
    return words.isEmpty ? "codes : \"-\"" : "codes : (\(words.joined(separator: " OR ")))"
  }

  private func term(_ term: TermPattern, _ folding: Bool) -> String? {
    guard term.letter == nil else { return nil }
    if let digit = term.digit {
      return "{number title} : \(Self.phrase([digit], isOpen: !term.isWhole))"
    }
    let folding = folding && !term.isPhrase
    let columns = columns(folding)
    var ways = Self.phrases(term).map { "{\(columns)} : \($0)" }
    if folding, !term.lead.isEmpty, term.isPlain { ways.append(Self.apart(term, in: columns)) }
    if let phone = term.phone, sendersToo {
      ways.append("sender : \(Self.phrase([phone], isOpen: !term.isWhole))")
    }
    var codes = term.units(among: units, folding: folding).map {
      SearchCode.unit($0)
    }.map { Self.phrase([$0], isOpen: false) }
    if let number = term.number {
      let isOpen = !term.isWhole || number.digits.isEmpty
      codes.append(Self.phrase([SearchCode.number(number)], isOpen: isOpen))
    }
    if !codes.isEmpty { ways.append("codes : (\(codes.joined(separator: " OR ")))") }
    return "(\(ways.joined(separator: " OR ")))"
  }

  private func columns(_ folding: Bool) -> String {
    let plain = "number title text answer note" + (sendersToo ? " sender" : "")
    return folding ? plain + " folded" + (sendersToo ? " foldedSender" : "") : plain
  }

  private static func phrases(_ term: TermPattern) -> [String] {
    guard let last = term.last else { return [phrase(term.lead, isOpen: false)] }
    return last.forms.map { phrase(term.lead + [$0.text], isOpen: !$0.isWhole) }
  }

  /// The parts of a word such as e-tjanst, each by itself: what is kept without marks does not stand
  /// in a row.
  private static func apart(_ term: TermPattern, in columns: String) -> String {
    let lead = term.lead.map { "{\(columns)} : \(phrase([$0], isOpen: false))" }
    let last = term.last.map { last in
      let ways = last.forms.map { form in
        "{\(columns)} : \(phrase([form.text], isOpen: !form.isWhole))"
      }
      return "(\(ways.joined(separator: " OR ")))"
    }
    return "(\((lead + (last.map { [$0] } ?? [])).joined(separator: " AND ")))"
  }

  /// Words in a row; the last may be the beginning of a longer one.
  private static func phrase(_ words: [String], isOpen: Bool) -> String {
    let text = words.joined(separator: " ").replacing("\"", with: "\"\"")
    return "\"\(text)\"" + (isOpen ? " *" : "")
  }
}
