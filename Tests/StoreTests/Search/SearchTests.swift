import Domain
import GRDB
import Testing

@testable import Store

@Suite struct SearchTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
  }

  static let vocabulary = SearchVocabulary(Kommun.rules)

  func hits(
    _ typed: String, as login: String = "mc", after: SearchHit? = nil, limit: Int = 50
  ) throws -> [SearchHit] {
    try store.search(
      .parse(typed, by: Self.vocabulary), asking: Kommun.asking(login),
      after: after, limit: limit)
  }

  func found(_ typed: String, as login: String = "mc") throws -> [MatterID] {
    try hits(typed, as: login).map(\.row.id)
  }

  @discardableResult
  func take(
    _ text: String, title: String? = nil, sender: Sender = .anonymous(replyVia: .eService),
    key: ExternalKey? = nil
  ) throws -> TakenIn {
    try store.takeIn(synpunkt(text, title: title, sender: sender, key: key))
  }

  // MARK: - Where words stand

  @Test func allTextOfAMatterIsSearched() throws {
    let sender = Sender(
      name: "Anna Exempel", organisation: "Provföretaget", email: "anna@exempel.se",
      phone: "+46 70-123 45 67", address: "Storgatan 1", replyVia: .email)
    try take("Maten är kall.", title: "Lunchen", sender: sender, key: .flowInstance("98765"))
    try take("Ingenting.", title: "Övrigt")
    try store.perform(.triage(.complaint, unit: "s1"), on: 1, as: "mc")
    try store.perform(.add(.phone, on: Kommun.today, text: "Även soppan."), on: 1, as: "mc")
    try store.perform(.writeInternalNote("Ring kocken."), on: 1, as: "rektor1")
    try store.perform(
      .logContact(.phone, reached: false, line: "Telefonsvarare"), on: 1, as: "rektor1")
    try store.perform(
      .answer(AnswerDraft(way: .email, recipient: "anna@exempel.se", text: "Vi ber om ursäkt.")),
      on: 1, as: "rektor1")
    try store.perform(.writeOfficialNote("Ny ugn beställd."), on: 1, as: "rektor1")
    for word in [
      "kall", "lunch", "soppan", "kocken", "telefonsvar", "ursäkt", "ugn", "skola", "anna",
      "anna@exempel.se", "anna@ex", "provföretaget", "storgatan", "070-123", "0701234567",
      "+46701234567", "070-1234567", "98765", "26-1", "SYN-2026-00001",
    ] {
      #expect(try found(word, as: "rektor1") == [1], "\(word)")
    }
    #expect(try found("maten kocken ursäkt anna skola", as: "rektor1") == [1])
    #expect(try found("maten övrigt", as: "rektor1") == [])
  }

  @Test func aMessageIDIsNotSearched() throws {
    try take("Text", key: .message("abc@annas-doman.se"))
    #expect(try found("annas-doman") == [])
    #expect(try found("abc") == [])
  }

  @Test func whatIsChangedIsFoundAsItStandsNow() throws {
    try take("Maten är kall.", title: "Gammal rubrik")
    try store.perform(.setTitle("Måltider"), on: 1, as: "mc")
    #expect(try found("måltider") == [1])
    #expect(try found("rubrik") == [])
    try store.perform(.undo, on: 1, as: "mc")
    #expect(try found("måltider") == [])
    #expect(try found("rubrik") == [1])
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    #expect(try found("hemtjänst") == [1])
    try store.perform(.giveBack(.wrongUnit, words: "Hör till köket"), on: 1, as: "chef1")
    #expect(try found("köket") == [1])
    try store.perform(.assign("s1"), on: 1, as: "mc")
    #expect(try found("hemtjänst") == [])
    #expect(try found("skola", as: "rektor1") == [1])
    #expect(try found("köket") == [])
  }

  @Test func aPointerIsNotFoundByOurOwnWords() throws {
    _ = try store.takeIn(
      .matter(
        IncomingMatter(
          channel: .eService, arrivedOn: Kommun.today, body: .inEService, sender: .anonymous(),
          key: .flowInstance("7"))))
    #expect(try found("tjänsten") == [])
    _ = try store.takeIn(synpunkt("Hissen är trasig", key: .flowInstance("7")))
    #expect(try found("hiss") == [1])
  }

  // MARK: - Words

  @Test func aWordOfOneLetterSearchesNumberAndTitleOnly() throws {
    for (text, title) in [
      ("a b c", "Zebra"), ("zebra", "Annat"), ("x", "Stor zebra"), ("x", "Azur"), ("x", "Örat"),
      ("4", "Hus"),
    ] {
      try take(text, title: title)
    }
    #expect(try found("z") == [3, 1])
    #expect(try found("Z") == [3, 1])
    #expect(try found("o") == [5])
    #expect(try found("ö") == [5])
    #expect(try found("4") == [4])
    #expect(try found("z stor") == [3])
    #expect(try found("*") == [6, 5, 4, 3, 2, 1])
  }

  @Test func quotationMarksMeanTheseWordsInThisOrder() throws {
    try take("De kom sent till besöket")
    try take("Sena besök varje kväll")
    try take("Besök: sena. Besöket.")
    #expect(try found("sena besök") == [3, 2, 1])
    #expect(try found("\"sena besök\"") == [2])
    #expect(try found("\"sena besök") == [2, 3])
    #expect(try found("\"sena bes") == [3, 2])
    #expect(try found("\"sena b") == [3, 2])
    #expect(try found("\"besök sena\"") == [3])
    #expect(try found("\"besok sena\"") == [])
  }

  @Test func wordsWithSignsAreFoundInARow() throws {
    try take("E-tjänsten svarar inte.")
    try take("Tjänsten e heter så.")
    #expect(try found("e-tjänst") == [1])
    // Without å, ä and ö it may be the words by themselves.
    #expect(try found("e-tj") == [1, 2])
    #expect(try found("e-t") == [2, 1])
    #expect(try Set(found("e-tjanst")) == [1, 2])
    #expect(try found("(e-tjänsten)!") == [1])
  }

  @Test func whatIsDecomposedIsFoundAndFinds() throws {
    try take("Bra\u{308}nde so\u{308}ndagen")
    try take("söndagen")
    #expect(try found("söndag") == [2, 1])
    #expect(try found("so\u{308}ndag") == [2, 1])
    #expect(try found("sön\u{AD}dag") == [2, 1])
  }

  /// What would be a command to the index, or end a text, is words like others.
  @Test(arguments: [
    "\"", "'", "mat AND", "NOT mat", "mat*", "^mat", "title:mat", "{title} : mat", "NEAR(mat, 2)",
    "mat)", "(mat", "mat\u{0}", "\u{0}", "'; DROP TABLE event; --", "a\"b", "mat -kall", "%", "_",
    "[a]", "mat\\", "👩‍👩‍👧", "\u{FEFF}mat", "🇸🇪", "\u{301}", "½", "²",
  ])
  func nothingThatIsTypedIsACommand(typed: String) throws {
    try take("Maten är kall.", title: "Mat")
    _ = try hits(typed)
    #expect(try store.verify() == [])
  }

  @Test func longAndManyWordsAreSearched() throws {
    let long = String(repeating: "nordöstersjökust", count: 200)
    try take("Maten \(long)")
    #expect(try found(long) == [1])
    #expect(try found(Array(repeating: "mat", count: 300).joined(separator: " ")) == [1])
    #expect(try found((1...300).map { "mat\($0)" }.joined(separator: " ")) == [])
  }

  // MARK: - Order

  @Test func theNumberThenWhatIsTypedThenTheRestEachNewestFirst() throws {
    for text in ["vägen", "vägarna", "väg", "vägarnas", "26-2 är samma", "vagarna"] {
      try take(text)
    }
    #expect(try found("vägarna") == [2, 4, 3, 1])
    #expect(try hits("vägarna").map(\.closeness) == [.whole, .asTyped, .inflected, .inflected])
    #expect(try found("vagarna") == [6, 4, 3, 2, 1])
    #expect(try found("26-2") == [2, 5])
    #expect(try hits("26-2").map(\.closeness) == [.number, .whole])
    #expect(try found("26-") == [6, 5, 4, 3, 2, 1])
    #expect(try found("nr:26-2") == [2])
    #expect(try found("") == [6, 5, 4, 3, 2, 1])
  }

  /// Who types `badet` does not ask for both arms first.
  @Test(arguments: [1, 2, 50])
  func otherEndingsComeBeforeLettersWithoutMarks(limit: Int) throws {
    for text in ["Badet är kallt", "Vi badar där", "Blåst på båda armarna", "Badrum", "Båda"] {
      try take(text)
    }
    let whole = try hits("badet")
    #expect(whole.map(\.row.id) == [1, 4, 2, 5, 3])
    #expect(whole.map(\.closeness) == [.whole, .inflected, .inflected, .folded, .folded])
    var pages: [SearchHit] = []
    while true {
      let page = try hits("badet", after: pages.last, limit: limit)
      pages += page
      if page.count < limit { break }
    }
    #expect(pages == whole)
  }

  /// Who types `anna` asks for Anna, and for "annan" only while typing.
  @Test func wholeWordsComeBeforeTheBeginningsOfLongerOnes() throws {
    let anna = Sender(name: "Anna Exempel", email: "a@exempel.se", replyVia: .email)
    try take("Maten är kall", sender: anna)
    for text in [
      "En annan sak, till exempel soppan", "Annars bra, Anna", "Annat, och Annas exempelvis",
      "Anna skrev ett exempel",
    ] { try take(text) }
    #expect(try found("anna") == [5, 3, 1, 4, 2])
    #expect(try hits("anna").map(\.closeness) == [.whole, .whole, .whole, .asTyped, .asTyped])
    #expect(try found("anna ") == [5, 3, 1, 4, 2])
    #expect(try found("anna exempel") == [5, 1, 4, 2])
    #expect(try found("anna exemp") == [5, 1, 4, 2])
    #expect(try hits("anna exemp").map(\.closeness) == [.begun, .begun, .asTyped, .asTyped])
    #expect(try found("exempel anna") == [5, 1, 2, 4])
    #expect(try found("\"anna exempel") == [1])
    #expect(try found("ann") == [5, 4, 3, 2, 1])
  }

  /// The word that made the hit come first is the one that is shown.
  @Test func aHitShowsTheWordAsItWasTyped() throws {
    let anna = Sender(name: "Anna Exempel", email: "a@exempel.se", replyVia: .email)
    try take("En annan gång", sender: anna)
    try take("En annan gång. " + String(repeating: "Inledning. ", count: 40) + "Anna och andra.")
    let hits = try hits("anna")
    #expect(hits.map(\.snippet.source) == [.text, .sender])
    #expect(
      hits.map { hit in hit.snippet.marks.map { hit.snippet.text[$0] } } == [["Anna"], ["Anna"]])
  }

  @Test(arguments: [1, 2, 50])
  func theWholeNumberComesFirst(limit: Int) throws {
    for index in 1...26 {
      try take("Synpunkt \(index) den 12 maj", title: index == 26 ? "5 rum" : "Rum")
    }
    func pages(_ typed: String) throws -> [MatterID] {
      var pages: [SearchHit] = []
      while true {
        let page = try hits(typed, after: pages.last, limit: limit)
        pages += page
        if page.count < limit { return pages.map(\.row.id) }
      }
    }
    #expect(try pages("nr:26-1") == [1, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10])
    #expect(try pages("nr:1 är:ny").first == 1)
    #expect(try pages("nr:2 ") == [2, 26, 25, 24, 23, 22, 21, 20])
    #expect(try pages("nr:SYN-2026-00002") == [2])
    #expect(try pages("nr:26-0001") == [19, 18, 17, 16, 15, 14, 13, 12, 11, 10])
    #expect(try pages("nr:26-1 nr:26-2").prefix(3) == [2, 1, 26])
    #expect(try pages("nr:26-1 är:besvarad") == [])
    #expect(try pages("2") == [2, 26, 25, 24, 23, 22, 21, 20])
    #expect(try pages("5") == [26, 5])
    #expect(try pages("26-1").first == 1)
  }

  @Test func aNumberOfOneYearIsNotThatOfAnother() throws {
    try take("Texten")
    #expect(try found("nr:25-1") == [])
    #expect(try found("nr:26-1", as: "chef1") == [])
  }

  @Test(arguments: ["mc", "rektor1", "both", "headskola"])
  func pagesFollowEachOther(login: String) throws {
    for index in 1...40 {
      let words = index % 3 == 0 ? "skolan" : index % 3 == 1 ? "skolor" : "Skola och skolan"
      try take("\(words) \(index)")
      if index % 2 == 0 {
        try store.perform(.triage(.complaint, unit: "s1"), on: MatterID(index), as: "mc")
      }
    }
    for typed in [
      "skolan", "skolor", "", "26-3", "26-", "typ:kl", "s", "skola", "skola skol", "skolan 1",
      "nr:3", "nr:26-1", "1",
    ] {
      let whole = try hits(typed, as: login, limit: 1_000)
      for limit in [1, 7] {
        var pages: [SearchHit] = []
        while true {
          let page = try hits(typed, as: login, after: pages.last, limit: limit)
          pages += page
          if page.count < limit { break }
        }
        #expect(pages == whole, "\(typed)")
      }
    }
  }

  @Test(
    "A telephone number is shown once",
    arguments: [
      ("070-000", "Anna Ek 070-000 00 54"), ("0700000054", "Anna Ek 0700000054"),
      ("anna", "Anna Ek 070-000 00 54"),
    ])
  func number(typed: String, shown: String) throws {
    try take("Maten är kall.", sender: Sender(name: "Anna Ek", phone: "070-000 00 54"))
    #expect(try hits(typed).first?.snippet.text == shown)
  }

  @Test func aHitShowsItsWords() throws {
    try take(
      String(repeating: "Inledning. ", count: 40) + "Hemtjänsten\nkom\tför sent.",
      title: "Sen hemtjänst")
    let hit = try #require(try hits("hemtjänst").first)
    #expect(hit.row.reference == Reference(year: 2026, serial: 1))
    #expect(hit.snippet.text == "…Inledning. Inledning. Hemtjänsten kom för sent.")
    #expect(hit.snippet.marks.map { hit.snippet.text[$0] } == ["Hemtjänsten"])
    #expect(hit.snippet.source == .text)
    #expect(hit.titleMarks.map { (hit.row.title ?? "")[$0] } == ["hemtjänst"])
    #expect(try hits("").first?.snippet.text.hasPrefix("Inledning. Inledning.") == true)
  }
}
