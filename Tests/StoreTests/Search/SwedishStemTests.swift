import Testing

@testable import Store

@Suite struct SwedishStemTests {
  static func forms(_ word: String) -> [WordForm] { WordPattern(word, SwedishStem()).forms }

  /// With a star, words that begin so; without it, the whole word.
  @Test(arguments: [
    ("hemtjänsten", "hemtjänst*"), ("ärendena", "ärend*"), ("beslutet", "beslut*"),
    ("skolans", "skol*"), ("rummet", "rum*"), ("cyklar", "cykl* cykel*"),
    ("fönstret", "fönstr* fönster*"), ("farliga", "farlig*"), ("sommar", "sommar* somrar*"),
    ("böcker", "böck* bok boken*"), ("nät", "nät* natt natten*"), ("bok", "bok* bocker*"),
    ("kurs", "kurs*"), ("ål", "ål*"), ("LARMET", "larm*"), ("a\u{30A}ka", "åka* åker åkt*"),
    ("byn", "byn* by byar*"), ("by", "by*"), ("man", "man*"), ("ån", "ån* å åar*"),
    ("cykelbron", "cykelbro*"), ("bostäderna", "bostäd* bostad*"), ("tiden", "tid*"),
    ("anmälningar", "anmälning* anmäla*"), ("gymnasiet", "gymnasi*"), ("an", "an*"),
  ])
  func aWordHasTheseForms(word: String, forms: String) {
    let found = Self.forms(word).map { $0.text + ($0.isWhole ? "" : "*") }
    #expect(found.joined(separator: " ") == forms)
  }

  /// A word is few words to the index, whatever is typed.
  @Test func aWordHasFewForms() throws {
    let rows = try Fixture.rows("words.tsv")
    for word in Set(rows.flatMap { [$0[0], $0[1]] }) {
      for length in 1...word.count {
        let typed = String(word.prefix(length))
        #expect(Self.forms(typed).count <= 9, "\(typed): \(Self.forms(typed))")
      }
    }
  }

  /// All that more letters find was found before they were typed.
  @Test func formsOnlyGrow() throws {
    var random = Pseudorandom(seed: 1)
    let rows = try Fixture.rows("words.tsv")
    var words = Set(rows.flatMap { [$0[0], $0[1]] }.map { $0.lowercased() })
    let letters = ["a", "e", "n", "r", "s", "t", "d", "l", "m", "o", "i", "å", "ä", "ö", "k", "g"]
    for word in words.sorted() {
      let tail = (0..<4).map { _ in random.pick(letters) }.joined()
      words.insert(word.prefix(Int.random(in: 1...word.count, using: &random)) + tail)
    }
    for word in words {
      var before = Self.forms(String(word.prefix(2)))
      for length in 3...max(3, word.count) {
        let now = Self.forms(String(word.prefix(length)))
        let isHeld = now.allSatisfy { form in before.contains { $0.covers(form) } }
        #expect(isHeld, "\(word.prefix(length)): \(now) after \(before)")
        before = now
      }
    }
  }
}
