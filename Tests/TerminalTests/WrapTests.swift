import Terminal
import Testing

@Suite("Wrapping")
struct WrapTests {
  @Test(
    "Lines end between words",
    arguments: [
      ("", 10, [""]), ("ett två tre", 7, ["ett två ", "tre"]), ("ett två", 7, ["ett två"]),
      ("a\n\nb\n", 10, ["a", "", "b", ""]), ("a\r\nb", 10, ["a", "b"]),
      ("matlådan", 3, ["mat", "låd", "an"]), ("en matlåda", 4, ["en ", "matl", "åda"]),
      ("ab    cd", 3, ["ab    ", "cd"]), ("e-tjänsten", 5, ["e-", "tjäns", "ten"]),
      ("2026-11-05", 6, ["2026-1", "1-05"]), ("漢字漢字", 5, ["漢字", "漢字"]),
      ("漢", 1, ["漢"]), ("abc", 0, ["a", "b", "c"]), ("i a漢", 3, ["i a", "漢"]),
      ("  ab", 2, ["  ", "ab"]), ("ab cd ", 5, ["ab cd "]),
    ])
  func wrap(text: String, columns: Int, expected: [String]) {
    #expect(TextWidth.wrap(text, columns: columns).map(String.init) == expected)
  }

  @Test("Every character is kept and every line fits, but for hanging spaces")
  func properties() {
    var random = Pseudorandom(seed: 17)
    let letters: [Unicode.Scalar] = ["a", "b", "å", " ", " ", "-", "漢", "👍", "\u{301}", "\u{93E}"]
    for _ in 0..<2000 {
      let text = random.text(length: 60, from: letters)
      let columns = Int.random(in: 2...12, using: &random)
      let lines = TextWidth.wrap(text, columns: columns)
      #expect(lines.joined() == text)
      for line in lines where !line.isEmpty {
        let trimmed = line.reversed().drop { $0 == " " }.reversed()
        let isSingle = trimmed.count == 1
        #expect(TextWidth.width(of: String(trimmed)) <= columns || isSingle, "\(text) \(columns)")
        #expect(line.startIndex.samePosition(in: text) != nil)
      }
    }
  }

  @Test("Lines are slices of the text, so that a caret can be found in them")
  func slices() {
    let text = "första raden\nandra raden"
    let lines = TextWidth.wrap(text, columns: 8)
    #expect(lines.map(String.init) == ["första ", "raden", "andra ", "raden"])
    #expect(lines[2].startIndex == text.index(text.startIndex, offsetBy: 13))
  }

  @Test("A letter and its mark stay together")
  func marks() {
    let text = String(repeating: "e\u{301}", count: 5)
    #expect(TextWidth.wrap(text, columns: 2).map(\.count) == [2, 2, 1])
  }
}
