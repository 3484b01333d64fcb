import Testing

@testable import Store

@Suite struct SwedishStemTests {
  static func beginnings(_ word: String) -> [String] { WordPattern(word, SwedishStem()).beginnings }

  @Test(arguments: [
    ("hemtjänsten", ["hemtjänst"]), ("ärendena", ["ärend"]), ("beslutet", ["beslut"]),
    ("skolans", ["skol"]), ("rummet", ["rum"]), ("cyklar", ["cykl", "cykel"]),
    ("fönstret", ["fönstr", "fönster"]), ("farliga", ["farlig"]), ("sommar", ["sommar", "somrar"]),
    ("böcker", ["böck", "bok"]), ("nät", ["nät", "natt"]), ("bok", ["bok", "bocker"]),
    ("kurs", ["kurs"]), ("ål", ["ål"]), ("LARMET", ["larm"]), ("a\u{30A}ka", ["åka"]),
  ])
  func aWordHasTheseBeginnings(word: String, beginnings: [String]) {
    #expect(Self.beginnings(word) == beginnings)
  }

  /// All that more letters find was found before they were typed.
  @Test func beginningsOnlyGrow() throws {
    var random = Pseudorandom(seed: 1)
    let rows = try Fixture.rows("words.tsv")
    var words = Set(rows.flatMap { [$0[0], $0[1]] }.map { $0.lowercased() })
    let letters = ["a", "e", "n", "r", "s", "t", "d", "l", "m", "o", "i", "å", "ä", "ö", "k", "g"]
    for word in words.sorted() {
      let tail = (0..<4).map { _ in random.pick(letters) }.joined()
      words.insert(word.prefix(Int.random(in: 1...word.count, using: &random)) + tail)
    }
    for word in words {
      var before = Self.beginnings(String(word.prefix(2)))
      for length in 3...max(3, word.count) {
        let now = Self.beginnings(String(word.prefix(length)))
        let isHeld = now.allSatisfy { beginning in before.contains(where: beginning.hasPrefix) }
        #expect(isHeld, "\(word.prefix(length)): \(now) after \(before)")
        before = now
      }
    }
  }
}
