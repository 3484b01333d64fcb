import Terminal
import Testing

@Suite("Widths")
struct TextWidthTests {
  @Test(
    "Text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("åäö ÅÄÖ é", 9), ("e\u{301}", 1), ("a\u{30A}a\u{308}", 2),
      ("漢字", 4), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤\u{FE0F}", 1), ("🇸🇪", 2), ("1\u{FE0F}\u{20E3}", 1),
      ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("क\u{93E}", 2), ("–“”…€•", 6), ("←↑→", 3),
      ("\t", 4), ("abc\tx", 5), ("abcd\tx", 9), ("\u{1B}[0m", 4), ("\u{202E}", 8),
      ("\u{E0001}", 9), ("\u{AD}", 1), ("\u{7F}", 1), ("\u{85}", 8), ("\u{301}", 1),
      ("\r\n", 2), ("\n", 1), ("\u{200B}", 8), ("\u{200D}", 8), ("a\u{200D}b", 2),
      ("🏴\u{E0067}\u{E007F}", 2), ("a\u{E0067}", 10), ("\u{1161}", 8), ("ﾊﾞ", 2), ("\u{3164}", 8),
    ])
  func width(text: String, columns: Int) {
    #expect(TextWidth.width(of: text) == columns)
    #expect(TextWidth.width(of: text[...]) == columns)
  }

  @Test("A text is as wide as its characters, and as what Surface draws")
  func consistency() {
    var random = Pseudorandom(seed: 4711)
    for _ in 0..<3000 {
      let text = random.text(length: 12, from: Pseudorandom.nasty)
      let sum = text.reduce(0) { $0 + TextWidth.width(of: $1) }
      #expect(TextWidth.width(of: text) == sum, "\(text.unicodeScalars.map(\.value))")
      var surface = Surface(size: Size(columns: 200, rows: 1))
      #expect(surface.write(text, at: Point(column: 0, row: 0)) == sum)
    }
  }

  @Test(
    "Clipping leaves a sign that something is missing",
    arguments: [
      ("Hemtjänst", 9, "Hemtjänst"), ("Hemtjänst", 8, "Hemtjän…"), ("Hemtjänst", 1, "…"),
      ("Hemtjänst", 0, ""), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("", 3, ""), ("ab", -1, ""),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func clip(text: String, columns: Int, expected: String) {
    #expect(TextWidth.clip(text, to: columns) == expected)
  }

  @Test(
    "A column finds its character",
    arguments: [
      ("abc", 2, "ab"), ("漢字", 3, "漢"), ("a\tb", 3, "a"), ("a\tb", 4, "a\t"), ("abc", 9, "abc"),
      ("abc", 0, ""),
    ])
  func prefix(text: String, columns: Int, expected: String) {
    #expect(TextWidth.prefix(of: text, columns: columns) == expected)
  }
}
