import Domain

@testable import Interface

extension World {
  /// One page of what a query finds, the newest first.
  ///
  /// Words are found where they stand as typed; endings and order are the store's, and tested there.
  func search(
    _ query: SearchQuery, for actor: Actor, after last: SearchHit?, limit: Int
  ) -> [SearchHit] {
    let words = query.terms.flatMap { term in
      switch term {
      case .word(let word): [word.text.lowercased()]
      case .phrase(let words, _): [words.joined(separator: " ").lowercased()]
      }
    }
    let seen = matters.values.sorted { $0.id > $1.id }.compactMap { $0.seen(by: actor) }
    let found = seen.filter { matter in
      query.filters.contains(matter.row, today: today)
        && words.allSatisfy { word in
          Self.texts(of: matter.state).contains { $0.text.lowercased().contains(word) }
        }
    }
    let rest = last.map { last in found.drop { $0.id >= last.row.id } } ?? found[...]
    return rest.prefix(limit).map { Self.hit($0, words) }
  }

  private static func texts(of state: Matter.State) -> [(source: Snippet.Source, text: String)] {
    [(.text, state.text ?? "")] + state.answers.map { (.answer, $0.text) }
      + state.officialNotes.map { (.note, $0) } + [(.sender, state.sender.name ?? "")]
      + [(.text, "\(state.title ?? "") \(state.reference.short) \(state.reference.full)")]
  }

  private static func hit(_ matter: Matter, _ words: [String]) -> SearchHit {
    let texts = texts(of: matter.state).dropLast().map { ($0.source, line($0.text)) }
    let marked = texts.map { ($0.0, $0.1, marks(of: words, in: $0.1)) }
    let best = marked.first { !$0.2.isEmpty } ?? marked[0]
    return SearchHit(
      row: matter.row, closeness: .asTyped,
      snippet: Snippet(source: best.0, text: best.1, marks: best.2),
      titleMarks: marks(of: words, in: matter.state.title ?? ""))
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func marks(of words: [String], in text: String) -> [Range<String.Index>] {
    let lower = text.lowercased()
    return words.compactMap { word in
      lower.indices.first { lower[$0...].hasPrefix(word) }.map { start in
        start..<lower.index(start, offsetBy: word.count)
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
  }
}
