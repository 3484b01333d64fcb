import Domain
import Testing

@Suite struct SearchQueryTests {
  let vocabulary = SearchVocabulary(World().rules)

  func parse(_ typed: String) -> SearchQuery { .parse(typed, by: vocabulary) }

  func words(_ typed: String) -> [String] {
    parse(typed).terms.map { term in
      switch term {
      case .word(let word): word.text
      case .phrase(let words, let isClosed):
        "<\(words.joined(separator: " "))\(isClosed ? ">" : "")"
      }
    }
  }

  @Test(arguments: [
    ("", []), ("   ", []), ("hemtjänsten", ["hemtjänsten"]), ("sena  besök", ["sena", "besök"]),
    ("!!! … -", []), ("e-post", ["e-post"]), ("\"sena besök\"", ["<sena besök>"]),
    ("\"sena bes", ["<sena bes"]), ("”sena besök” mat", ["<sena besök>", "mat"]), ("\"", []),
    ("\"\"", []), ("\" , \"", []), ("a \"b", ["a", "<b"]), ("14:30", ["14:30"]),
    ("http://exempel.se/a", ["http://exempel.se/a"]), ("Hej:", ["Hej"]), (":mat", [":mat"]),
    ("typ:", []), ("typ:\"", []), ("typ: klagomål", ["klagomål"]),
    ("å a\u{30A}", ["å", "å"]), ("\u{0}\u{1B}[2J", ["\u{0}\u{1B}[2J"]),
  ])
  func wordsAndPhrasesAreReadAsTyped(typed: String, expected: [String]) {
    #expect(words(typed) == expected)
    #expect(parse(typed).problems == [])
  }

  @Test func aWordKnowsItsPartsAndWhatItMayBe() throws {
    #expect(try #require(SearchWord("Vård- och")).parts == ["Vård", "och"])
    #expect(SearchWord("å")?.single == "å")
    #expect(SearchWord("\"4\"")?.single == "4")
    #expect(SearchWord("ål")?.single == nil)
    #expect(SearchWord("--") == nil)
    #expect(SearchWord("26-42")?.reference == Reference(year: 2026, serial: 42))
    #expect(SearchWord("SYN-2026-00042")?.reference == Reference(year: 2026, serial: 42))
    #expect(SearchWord("42")?.number == nil)
    #expect(SearchWord("e-post")?.number == nil)
  }

  @Test(arguments: [
    ("26-42", [42], [41, 4, 1_042]), ("26-4", [4, 42, 499], [142, 1_004]),
    ("26-", [1, 42, 12_345], []), ("2026-42", [42, 420], [24]),
    ("SYN-2026-0004", [42, 4_2], [4, 420]), ("syn-2026-00042", [42], [421, 4]),
    ("SYN-26", [1, 99], []), ("42", [42, 4_200], [142]), ("25-42", [], [42]),
  ])
  func aNumberIsFoundByItsBeginning(typed: String, finds: [Int], misses: [Int]) throws {
    let prefix = try #require(ReferencePrefix(typed))
    for serial in finds { #expect(prefix.matches(Reference(year: 2026, serial: serial))) }
    for serial in misses { #expect(!prefix.matches(Reference(year: 2026, serial: serial))) }
  }

  @Test(arguments: [
    ("26-42", 42), ("42", 42), ("SYN-2026-00042", 42), ("SYN-2026-0004", nil), ("26-", nil),
    ("26-123456", 123_456), ("26-0042", nil),
  ])
  func aNumberIsWholeWhenNothingHasToBeAdded(typed: String, serial: Int?) throws {
    #expect(try #require(ReferencePrefix(typed)).serial == serial)
  }

  @Test(arguments: ["", "-", "syn", "syn-", "a-1", "1-2-3", "226-1", "1926-1", "26-1234567890"])
  func whatCanBecomeNoNumberIsNone(typed: String) {
    #expect(ReferencePrefix(typed) == nil)
  }

  // MARK: - Filters

  @Test func everyFilterIsRead() {
    let filters = parse(
      """
      typ:klagomål är:sen enhet:öster från:2026-09 till:2026-10-15 ämne:bemötande nr:26-42 \
      status:åter kanal:brev
      """
    ).filters
    var expected = SearchFilters()
    expected.categories = [.complaint]
    expected.states = [[.late]]
    expected.units = ["oster"]
    expected.from = day("2026-09-01")
    expected.to = day("2026-10-15")
    expected.subjectAreas = ["bemötande"]
    expected.numbers = ReferencePrefix("26-42").map { [$0] }
    expected.statuses = [.returned]
    expected.channels = [.letter]
    #expect(filters == expected)
    #expect(!filters.isEmpty)
    #expect(parse("mat").filters.isEmpty)
  }

  @Test(arguments: [
    ("typ:kl", [Category.complaint]), ("typ:f", [.suggestion]), ("TYP:BERÖM", [.praise]),
    ("typ:berom", [.praise]), ("typ:förb", [.suggestion]), ("typ:forb", [.suggestion]),
    ("typ:kl typ:ber", [.complaint, .praise]), ("typ:\"beröm\"", [.praise]),
  ])
  func aTypeIsReadByItsBeginning(typed: String, expected: [Category]) {
    #expect(parse(typed).filters.categories == Set(expected))
    #expect(parse(typed).problems == [])
  }

  @Test(arguments: [
    ("är:ny", [[SearchState.new]]), ("ar:sena", [[.late]]),
    ("är:s är:ob", [[.late], [.unanswered]]),
    ("är:a", [[.closed, .returned]]), ("är:å", [[.returned]]), ("är:öpp", [[.open]]),
    ("är:klara", [[.closed]]),
  ])
  func aStateIsReadByItsBeginning(typed: String, expected: [[SearchState]]) {
    #expect(parse(typed).filters.states == expected.map(Set.init))
  }

  @Test(arguments: [
    ("enhet:öster", ["oster"]), ("enhet:oster", ["oster"]), ("enhet:\"hemtjänst ö", ["oster"]),
    ("enhet:hemtj", ["ht", "oster", "vast"]), ("enhet:\"Hemtjänst\"", ["ht", "oster", "vast"]),
    ("enhet:östra", ["oster"]), ("enhet:omsorgs", ["oms", "ht", "oster", "vast", "stab"]),
    ("enhet:trafik", ["gata"]), ("enhet:vast ", ["vast"]),
    ("enhet:öster enhet:gata", ["oster", "gata"]),
  ])
  func aUnitIsReadByTheBeginningOfAWordAndHoldsAllBelowIt(typed: String, expected: [UnitID]) {
    #expect(parse(typed).filters.units == Set(expected))
  }

  @Test(arguments: [
    ("kanal:e-p", [Channel.email]), ("kanal:epost", [.email]), ("kanal:e", [.email, .eService]),
    ("kanal:bes", [.visit]),
  ])
  func aChannelNeedsNoHyphen(typed: String, expected: [Channel]) {
    #expect(parse(typed).filters.channels == Set(expected))
  }

  @Test func aWholeWordGoesBeforeLongerOnes() {
    #expect(parse("status:chef").filters.statuses == [.withManager])
    #expect(parse("status:\"hos chef\"").filters.statuses == [.withManager])
    #expect(parse("ämne:i").filters.subjectAreas == ["information"])
  }

  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-09", "2026-09-01", "2026-09-30"),
    ("202609", "2026-09-01", "2026-09-30"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-09-15", "2026-09-15", "2026-09-15"), ("20260915", "2026-09-15", "2026-09-15"),
    ("2026-", "2026-01-01", "2026-12-31"), ("2026-1", "2026-01-01", "2026-12-31"),
    ("2026-09-1", "2026-09-01", "2026-09-30"), ("2026-09-", "2026-09-01", "2026-09-30"),
  ])
  func daysAreReadWhileTheyAreTyped(typed: String, first: String, last: String) {
    #expect(parse("från:\(typed)").filters.from == day(first))
    #expect(parse("till:\(typed)").filters.to == day(last))
    #expect(parse("fran:\(typed)").problems == [])
  }

  @Test func aBegunYearNarrowsNothing() {
    for typed in ["från:2", "från:20", "från:202"] { #expect(parse(typed) == parse("")) }
  }

  @Test func ofTwoDaysTheNarrowerHolds() {
    let filters = parse("från:2026-02 från:2026-01 till:2026-05 till:2026-06").filters
    #expect(filters.from == day("2026-02-01"))
    #expect(filters.to == day("2026-05-31"))
  }

  // MARK: - Problems

  @Test(arguments: [
    ("foo:bar", SearchProblem.unknownFilter("foo")), ("foo:\"b", .unknownFilter("foo")),
    ("typ:xyz", .unknownValue(.category, "xyz")), ("typ:!", .unknownValue(.category, "!")),
    ("är:xyz", .unknownValue(.state, "xyz")), ("enhet:xyz", .unknownValue(.unit, "xyz")),
    ("ämne:xyz", .unknownValue(.subjectArea, "xyz")), ("status:xyz", .unknownValue(.status, "xyz")),
    ("kanal:xyz", .unknownValue(.channel, "xyz")), ("från:igår", .noDay(.from, "igår")),
    ("till:2026-13", .noDay(.to, "2026-13")), ("till:2026-9", .noDay(.to, "2026-9")),
    ("till:2026-02-30", .noDay(.to, "2026-02-30")), ("till:1999", .noDay(.to, "1999")),
    ("till:20-26", .noDay(.to, "20-26")), ("nr:abc", .noNumber("abc")),
    ("från:2026-02 till:2026-01", .emptySpan),
  ])
  func whatIsNotUnderstoodIsSaid(typed: String, problem: SearchProblem) {
    let query = parse(typed)
    #expect(query.problems == [problem])
    if problem != .emptySpan { #expect(query.isEmpty) }
    #expect(problem.sentence.hasSuffix("."))
    #expect(problem.sentence.count < 160)
  }

  @Test(arguments: [
    ("nr:2", true), ("nr:26", true), ("nr:26 ", false), ("nr:25", false), ("nr:20", true),
    ("nr:2026", true), ("nr:2025", false), ("nr:14", true), ("nr:14 ", true),
  ])
  func aYearThatIsBeingTypedIsNoSerialYet(typed: String, finds: Bool) throws {
    let filters = parse(typed).filters
    let reference = Reference(year: 2026, serial: 142)
    #expect(filters.numbers.map { $0.contains { $0.matches(reference) } } != !finds)
  }

  /// "t" is on its way to typ: and till:.
  @Test(arguments: [
    ("mat t", ["mat"]), ("mat t ", ["mat", "t"]), ("\u{E4}r", []), ("ar", []), ("ärt", ["ärt"]),
    ("status", []), ("\"status\"", ["<status>"]), ("st mat", ["st", "mat"]),
  ])
  func theBeginningOfAFilterIsNoWordUntilItIsWhole(typed: String, expected: [String]) {
    #expect(words(typed) == expected)
  }

  @Test func aNumberThatIsBeingTypedIsNoProblem() {
    for typed in [
      "s", "syn", "syn-", "SYN-2", "syn-20", "syn-202", "syn-2026", "syn-2026-000", "4",
    ] {
      #expect(parse("nr:\(typed)").problems == [], "\(typed)")
    }
  }

  @Test func thereIsASentenceThatNamesWhatCanBeWritten() {
    #expect(
      parse("typ:fel").problems.map(\.sentence) == [
        "typ: kan vara beröm, förslag eller klagomål."
      ])
    #expect(
      parse("vem:jag").problems.map(\.sentence) == [
        """
        Det finns inget ”vem:”, men typ:, är:, enhet:, från:, till:, ämne:, nr:, status: och kanal:.
        """
      ])
  }

  /// Whatever is typed, in whatever order.
  @Test func nothingThatIsTypedEndsTheProgram() {
    var random = Pseudorandom(seed: 1)
    let pieces = [
      "typ", "är", "enhet", "från", ":", ":", "\"", "”", " ", " ", "-", "2026", "26", "kl", "å",
      "e\u{301}", "\u{0}", "👩‍👩‍👧", "*", "(", ")", "AND", "NOT", "\\", "'", "{", "}", "^", "syn", "0",
    ]
    for _ in 0..<3_000 {
      let typed = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let query = parse(typed)
      #expect(query == parse(typed))
      for caret in 0...typed.count {
        for completion in SearchQuery.completions(of: typed, at: caret, by: vocabulary) {
          let (text, caret) = completion.applied(to: typed)
          #expect(caret <= text.count)
        }
      }
    }
  }
}
