import Domain
import Testing

@testable import Store

/// Words of care, schools and streets, searched in a record where each stands in a matter of its
/// own.
@Suite struct SearchWordsTests {
  /// A line of `Fixtures/words.tsv`.
  struct Line {
    let query: String
    let word: String
    let isFound: Bool
  }

  let lines: [Line]
  let store: Store
  let words: [MatterID: String]
  private let folder: TemporaryFolder

  init() throws {
    let rows = try Fixture.rows("words.tsv")
    lines = try rows.map { row in
      try #require(row.count == 3 && ["finds", "misses"].contains(row[2]))
      return Line(query: row[0], word: row[1], isFound: row[2] == "finds")
    }
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    var words: [MatterID: String] = [:]
    for word in Set(lines.map(\.word)).sorted() {
      _ = try store.takeIn(
        synpunkt("Det gäller \(word), tror vi.", title: nil, sender: .anonymous()))
      words[MatterID(words.count + 1)] = word
    }
    self.words = words
  }

  func found(_ typed: String) throws -> Set<String> {
    let query = SearchQuery.parse(typed, by: SearchVocabulary(Kommun.rules))
    let hits = try store.search(
      query, asking: Kommun.asking("mc"), limit: words.count)
    return Set(hits.compactMap { words[$0.row.id] })
  }

  @Test func everyPairIsFoundOrNot() throws {
    #expect(lines.count >= 200)
    for (query, lines) in Dictionary(grouping: lines, by: \.query) {
      let found = try found(query + " ")
      for line in lines {
        #expect(found.contains(line.word) == line.isFound, "\(query) \(line.word)")
      }
    }
  }

  /// Nothing comes back that has gone while a word is typed letter by letter.
  @Test func noHitComesBackWhileAWordIsTyped() throws {
    for word in Set(lines.map(\.query)) {
      var before: Set<String>?
      for length in 2...max(2, word.count) {
        let typed = String(word.prefix(length))
        guard typed.filter({ $0.isLetter }).count > 1 else { continue }
        let now = try found(typed)
        if let before {
          let back = now.subtracting(before)
          #expect(back.isEmpty, "\(typed) finds \(back.sorted()), but less did not")
        }
        before = now
      }
    }
  }
}
