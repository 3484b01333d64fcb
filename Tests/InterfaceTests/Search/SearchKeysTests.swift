import Domain
import Terminal
import Testing

@testable import Interface

/// The search from key to key.
struct SearchKeysTests {
  func session(_ keys: String = "/", as login: String = "maja") throws -> Session {
    var session = Session(try .kommun(), as: login)
    session.press(keys)
    return session
  }

  /// The numbers of the hits, the first one first.
  func hits(_ session: Session) throws -> [String] {
    try session.top(SearchScreen.self).hits.map(\.row.reference.short)
  }

  @Test func aWordInTheCutPartOfATitleIsShownBelow() throws {
    let world = try World.one()
    let title =
      String(repeating: "Mycket långt om maten och ", count: 4) + "till sist simhallen i väst"
    try world.take(.correct(.title, new: title, reason: "Tydligare."), on: 142, as: "asa")
    var session = Session(world, as: "asa")
    session.press("/simhallen")
    let line = try #require(session.row(of: "Rubrik: …"))
    #expect(session.screen[line].contains("till sist simhallen i väst"))
    #expect(session.role(of: "simhallen i väst") == .match)
    session.press("<C-u>mycket")
    #expect(!session.shows("Rubrik: "))
  }

  // MARK: - Typing

  @Test func theListNarrowsWithEveryLetter() throws {
    var session = try session()
    var before = try hits(session)
    #expect(before.count == session.world.matters.count)
    for letter in "matlåda" {
      session.press(String(letter))
      let now = try hits(session)
      #expect(Set(now).isSubset(of: before) && !now.isEmpty)
      before = now
    }
    #expect(before == ["26-139"])
    #expect(session.cursorRow.contains("Sök: matlåda"))
    #expect(session.shows("1 träff"))
  }

  @Test func whatIsHalfTypedNeverEmptiesTheList() throws {
    var session = try session()
    let typed = """
      nr:26-1 typ:klagomål är:obesvarad enhet:"hemtjänst öster" från:2026-11 till:2026-11-30 \
      kanal:e-post status:hos\u{20}
      """
    for (index, key) in typed.enumerated() {
      session.press(String(key))
      #expect(try hits(session).isEmpty == false, "\(typed.prefix(index + 1))")
    }
    #expect(try hits(session) == ["26-142", "26-139"])
  }

  /// "t" is on its way to typ: and till:, so it narrows nothing until it is a word.
  @Test func theBeginningOfAFilterIsNoWordYet() throws {
    var session = try session("/mamma ")
    let all = try hits(session)
    session.press("är")
    #expect(try hits(session) == all)
    session.press(" ")
    #expect(try Set(hits(session)).isStrictSubset(of: all))
  }

  @Test(arguments: [
    ("ty<Tab>", "typ:"), ("typ:k<Tab>", "typ:klagomål "), ("typ:k<Right>", "typ:klagomål "),
    ("mamma enhet:ös<Tab>", "mamma enhet:\"Hemtjänst Öster\" "),
    ("t mamma<Home><Right><Tab>", "typ: mamma"), ("mat<Right>", "mat"),
    ("mamma t<Left><Right><Right>", "mamma typ:"),
  ])
  func tabAndRightArrowFillIn(keys: String, text: String) throws {
    let session = try session("/" + keys)
    #expect(try session.top(SearchScreen.self).field.text == text)
  }

  @Test func whatWasFilledInIsGoneOnWithWhereItEnds() throws {
    let session = try session("/t mamma<Home><Right><Tab>b")
    #expect(try session.top(SearchScreen.self).field.text == "typ:b mamma")
  }

  @Test(arguments: [
    ("typ:x", "typ: kan vara beröm, förslag eller klagomål."),
    ("nr:x", "”x” är inget ärendenummer: skriv det som 26-42."),
    ("från:i", "”i” är ingen dag: skriv från:2026, 2026-09 eller 2026-09-15."),
  ])
  func aWrongFilterSaysWhatIsPossibleAndNarrowsNothing(typed: String, sentence: String) throws {
    let session = try session("/mamma " + typed)
    #expect(session.shows(sentence))
    #expect(try hits(session) == hits(self.session("/mamma ")))
  }

  @Test func whatNarrowsNothingIsSaidAmongTheHitsToo() throws {
    let session = try session("/mamma vem:jag<Enter>")
    #expect(session.cursorRow.hasPrefix(" > "))
    #expect(session.shows("Det finns inget ”vem:”, men typ:, är:,"))
  }

  @Test func theArrowsChooseAmongTheHitsWhileTyping() throws {
    let session = try session("/mamma<Down><Enter>")
    let all = try hits(session)
    #expect(all.count > 1)
    #expect(session.cursorRow.hasPrefix(" > \(all[1])"))
  }

  @Test func anotherLetterSelectsTheClosestHitAgain() throws {
    var session = try session("/mamm<Down>")
    session.press("a<Enter>")
    #expect(session.cursorRow.hasPrefix(" > \(try hits(session)[0])"))
  }

  @Test func whatIsPastedIsSearched() throws {
    var session = try session()
    session.take(.paste("SYN-2026-00139\n"))
    #expect(try hits(session) == ["26-139"])
  }

  // MARK: - Walking

  @Test func enterEscAndSlashGoBetweenLineHitsAndMatter() throws {
    var session = try session("<Tab>")
    let inbox = session.screen
    session.press("/matlåda<Enter>")
    #expect(session.cursorRow.hasPrefix(" > 26-139"))
    session.press("<Enter>")
    #expect(session.shows("SYN-2026-00139"))
    session.press("<Esc>")
    #expect(session.cursorRow.hasPrefix(" > 26-139"))
    session.press("/")
    #expect(session.cursorRow.contains("Sök: matlåda"))
    session.press("<Esc>")
    #expect(session.screen == inbox)
  }

  @Test func withoutHitsEnterSaysSo() throws {
    let session = try session("/finnsinte<Enter>")
    #expect(session.notice == "Inget ärende passar. Sudda eller skriv om.")
    #expect(session.cursorRow.contains("Sök: finnsinte"))
  }

  @Test func hitsAreActedOnAsInAnyList() throws {
    var session = try session("/matlåda<Enter>cb", as: "asa")
    #expect(session.commands == [.categorise(.praise)])
    #expect(try session.world.state(139).category == .praise)
    session.press("u")
    #expect(try session.world.state(139).category == .complaint)
    session.press("/<End><C-u>ni<Enter>*cf")
    let changed = session.world.matters.values.filter { $0.events.last?.by == "asa" }
    #expect(changed.count > 1)
  }

  @Test func whatNoLongerFitsGoesFromTheHits() throws {
    var session = try session("/typ:klagomål mamma<Enter>", as: "asa")
    let before = try hits(session)
    session.press("cb")
    #expect(try hits(session) == Array(before.dropFirst()))
  }

  @Test func anotherOnesChangeIsSeenAndTheSelectionStays() throws {
    var session = try session("/mamma<Down><Enter>")
    let selected = session.cursorRow
    try session.world.register(
      170, Post.mail("Mamma väntar", "Mamma väntar än.", on: day("2026-11-24")))
    session.othersWrote()
    #expect(try hits(session).first == "26-170")
    #expect(session.cursorRow == selected)
  }

  @Test func laterPagesAreReadOnTheWayDown() throws {
    let world = World()
    for serial in 1...130 {
      try world.register(serial, Post.mail("Nr \(serial)", "Bänk.", on: day("2026-11-20")))
    }
    var session = Session(world, as: "maja")
    session.press("/bänk")
    #expect(session.shows("fler än 30"))
    session.press([.enter] + Array(repeating: Key.down, count: 129))
    #expect(session.cursorRow.hasPrefix(" > 26-1 "))
    #expect(session.shows("130 träffar"))
    session.othersWrote()
    #expect(session.cursorRow.hasPrefix(" > 26-1 "))
  }

  // MARK: - From everywhere

  @Test(arguments: ["", "<Enter>", "n", "<S-Tab>", "?<Esc>", "<F1><F1>"])
  func slashSearchesInAllThatMayBeReadWhereverItIsPressed(keys: String) throws {
    var session = try session(keys)
    let before = session.screen
    session.press("/duschen")
    #expect(try hits(session) == ["26-115"])
    session.press("<Esc>")
    #expect(session.screen == before)
  }

  @Test func nobodyFindsWhatMayNotBeRead() throws {
    #expect(try hits(session("/gör skillnad", as: "asa")) == [])
    #expect(try hits(session("/gör skillnad", as: "ulf")) == ["26-150"])
  }

  @Test func theLastSearchIsTakenBackUpByItsOwner() throws {
    var session = Session(try .kommun(), as: "asa", isDemo: true)
    session.press("/matlåda<Esc>/")
    #expect(session.shows("↑ matlåda"))
    session.press("<Up>")
    #expect(try hits(session) == ["26-139"])
    session.press("<Esc><F2>1/<Up>")
    #expect(try session.top(SearchScreen.self).field.isEmpty)
  }

  @Test func theWordsStandOutInTheirLine() throws {
    let session = try session("/schemat<Enter>", as: "karin")
    #expect(session.role(of: "Svar: ") == .faint)
    #expect(session.role(of: "schemat från måndag") == .match)
    let titled = try self.session("/lyfte<Enter>", as: "asa")
    let row = try #require(titled.row(of: "Ingen lyfte"))
    let title = try #require(titled.screen[row].split(separator: "Ingen ").first)
    let column = TextWidth.width(of: String(title)) + 6
    #expect(titled.surface[Point(column: column - 1, row: row)].role != .match)
    #expect(titled.surface[Point(column: column, row: row)].role == .match)
  }

  @Test func whatTheTerminalWouldObeyIsShownAsMarks() throws {
    let world = try World.one(
      142, Post.mail("Text", "Före \u{1B}]0;x\u{7} mamma", on: day("2026-11-13")))
    var session = Session(world, as: "asa")
    session.press("/mamma")
    #expect(!session.screen.joined().unicodeScalars.contains { $0.value < 0x20 })
    #expect(session.shows("Före ") && session.shows("]0;x"))
  }
}
