import Testing

@testable import Configuration

@Suite struct YAMLTests {
  static let bad: [Bad] = [
    Bad("empty", line: nil, "empty", ""),
    Bad("only a comment", line: nil, "empty", "# nothing\n"),
    Bad("anchor", line: 2, "anchors and aliases", "a: 1\nb: &x 2\n"),
    Bad("anchor before a mapping", line: 1, "anchors", "a: &x\n  b: 1\n"),
    Bad("anchor in a list", line: 2, "anchors", "a:\n  - &x b\n"),
    Bad("anchor in a flow list", line: 1, "anchors", "a: [b, &x c]\n"),
    Bad("anchor at a flow key", line: 1, "anchors", "{&x a: b}\n"),
    Bad("anchor after a quoted key", line: 1, "anchors", "{\"a\":&x b}\n"),
    Bad("anchor after a quotation with an apostrophe", line: 2, "anchors", "a: 'it''s'\nb: &x c\n"),
    Bad("anchor after an escaped quotation mark", line: 2, "anchors", "a: \"\\\"\"\nb: &x c\n"),
    Bad("anchor after a block scalar", line: 3, "anchors", "a: |\n  & text\nb: &x c\n"),
    Bad("anchor after an empty block scalar", line: 2, "anchors", "a: |\nb: &x c\n"),
    Bad("anchor after a kept block scalar", line: 4, "anchors", "a: |+2 # 9\n   x\n\nb: &x c\n"),
    Bad("anchor in a nested mapping", line: 4, "anchors", "a:\n  b: >-\n    t\n  c: &x d\n"),
    Bad("anchor after a text of two lines", line: 3, "anchors", "a: b\n  & c\nd: &x e\n"),
    Bad("anchor after a comment", line: 2, "anchors", "a: b # 'open\nc: &x d\n"),
    Bad("alias", line: 1, "aliases", "a: *x\n"),
    Bad("alias as a key", line: 1, "aliases", "*x : a\n"),
    Bad("tag", line: 1, "tags", "a: !!str b\n"),
    Bad("own tag", line: 2, "tags", "a:\n- !x b\n"),
    Bad("directive", line: 1, "directive", "%YAML 1.1\n---\na: b\n"),
    Bad("question mark key", line: 1, "keys with ?", "? [a]\n: b\n"),
    Bad("merge key", line: 2, "merge keys", "a: b\n<<: {c: d}\n"),
    Bad("two documents", line: 3, "second YAML document", "---\na: b\n---\nc: d\n"),
    Bad("two documents, one mark", line: 2, "second YAML document", "a: b\n---\nc: d\n"),
    Bad("text after the end", line: 3, "not valid YAML", "a: b\n...\nc: d\n"),
    Bad("duplicate key", line: 1, "‘a’ stands twice", "a: b\na: c\n"),
    Bad("duplicate key, one in quotes", line: 1, "‘1’ stands twice", "1: b\n\"1\": c\n"),
    Bad("list as a key", line: 1, "a key must be plain text", "[a, b]: c\n"),
    Bad("not closed", line: 2, "not valid YAML", "a: [b\n"),
    Bad("tab as indentation", line: 2, "not valid YAML", "a:\n\tb: c\n"),
    Bad("two colons", line: 1, "not valid YAML", "a: b: c\n"),
    Bad("NUL", line: 2, "U+0000", "a: b\nc: \u{0}\n"),
    Bad("escape character", line: 1, "U+001B", "a: \u{1B}[31m\n"),
    Bad("C1 control", line: 1, "U+0085", "a: b\u{85}c: &x d\n"),
    Bad("line separator", line: 1, "U+2028", "a: b\u{2028}c: d\n"),
    Bad("carriage return", line: 2, "carriage return", "a: b\nc: d\re: f\n"),
    Bad(
      "deep flow", line: 1, "deeper than 10",
      String(repeating: "[", count: 11) + String(repeating: "]", count: 11)),
    Bad(
      "very deep flow", line: 1, "deeper than 10", String(repeating: "[", count: 200_000)),
    Bad("deep block", line: 1, "deeper than 10", String(repeating: "- ", count: 11) + "a\n"),
    Bad(
      "deep mapping", line: 11, "deeper than 10",
      (0...10).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "           b\n"),
    Bad(
      "too large", line: nil, "larger than 1 MB", String(repeating: "# comment\n", count: 100_001)),
  ]

  @Test(arguments: bad)
  func refuses(_ bad: Bad) {
    expectRefusal(line: bad.line, holding: bad.words) { () throws(ConfigurationError) in
      try YAMLValue.read(Array(bad.text.utf8), file: "bad.yaml")
    }
  }

  @Test func refusesWhatIsNotUTF8() {
    expectRefusal(line: nil, holding: "UTF-8") { () throws(ConfigurationError) in
      try YAMLValue.read([0x61, 0x3A, 0x20, 0xE5, 0x0A], file: "bad.yaml")
    }
  }

  /// What looks like an anchor, alias, tag, comment or end but is text.
  @Test(arguments: [
    ("a: Vård & omsorg", "Vård & omsorg"),
    ("a: 'Hej! *Du* & jag'", "Hej! *Du* & jag"),
    ("a: \"&x\"", "&x"),
    ("a: Hej! Vi ses", "Hej! Vi ses"),
    ("a: b&c", "b&c"),
    ("a: b*c #d", "b*c"),
    ("a: |\n  &x\n  *y\n  !z\n  --- \n", "&x\n*y\n!z\n--- \n"),
    ("a: >-\n  % b\n  ? c", "% b ? c"),
    ("a: b\n  &c d", "b &c d"),
    ("a: no", "no"), ("a: on", "on"), ("a: 161", "161"), ("a: \"161\"", "161"),
    ("a: 0x1F", "0x1F"), ("a: 1_000", "1_000"), ("a: 12:30:45", "12:30:45"),
    ("a: 2026-11-05", "2026-11-05"), ("a: .inf", ".inf"), ("a: =", "="),
    ("---\na: b", "b"), ("\u{FEFF}a: b", "b"), ("a: b\r\n", "b"), ("a: b # kommentar", "b"),
    ("# &x\na: b", "b"),
    ("a: \"Å\\u00C4\"", "ÅÄ"),
  ])
  func readsAsText(source: String, text: String) throws {
    let value = try YAMLValue.read(Array(source.utf8), file: "good.yaml")
    guard case .mapping(let entries) = value.content, entries.count == 1,
      case .text(let read, _) = entries[0].value.content
    else {
      Issue.record("\(value)")
      return
    }
    #expect(read == text)
  }

  @Test(arguments: ["a:", "a: ~", "a: null", "a: Null"])
  func seesThatNothingIsWritten(source: String) throws {
    let value = try YAMLValue.read(Array(source.utf8), file: "good.yaml")
    guard case .mapping(let entries) = value.content else { return }
    #expect(entries[0].value.isEmpty)
  }

  @Test func readsAMegabyteQuickly() throws {
    let row = "- {id: hemtjanst, name: \"Hemtjänst\", mail: [a@exempel.se]}\n"
    let source = String(repeating: row, count: 900_000 / row.utf8.count)
    let clock = ContinuousClock()
    let time = try clock.measure {
      _ = try YAMLValue.read(Array(source.utf8), file: "good.yaml")
    }
    #expect(time < .seconds(20))
  }
}
