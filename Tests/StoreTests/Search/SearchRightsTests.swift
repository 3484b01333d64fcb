import Domain
import GRDB
import Testing

@testable import Store

@Suite struct SearchRightsTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
  }

  func found(_ typed: String, for actor: Actor) throws -> [MatterID] {
    try store.search(
      .parse(typed, by: SearchVocabulary(Kommun.rules)),
      asking: Asking(actor: actor, now: Kommun.instant()),
      limit: 1_000
    ).map(\.row.id)
  }

  /// Rows of every kind, with words for them, as if events had made them.
  static func fill(_ store: Store, _ rows: [MatterRow]) throws {
    try ListTests.insert(rows, into: store)
    try store.queue.write { db in
      for row in rows {
        let codes = SearchCode.all(row)
        let word = row.id % 3 == 0 ? "skolan" : row.id % 3 == 1 ? "skolor" : "matlåda"
        try db.execute(
          sql: "INSERT INTO searchText VALUES (?, ?, ?, ?, '', '', '', ?, '', '')",
          arguments: [row.id, String(row.reference.serial), row.title ?? "", word, codes])
      }
      try db.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
    }
  }

  /// Whether "skol" stands in its words or in the name of its unit.
  static func isOfSchool(_ row: MatterRow) -> Bool {
    row.id % 3 != 2 || Kommun.organisation.unit(row.unit)?.name.hasPrefix("Skol") == true
  }

  static let others = [
    Actor(bootstrap: "root"),
    Actor(Person(login: "nobody", name: "Ingen"), in: Kommun.organisation),
    Actor(
      Person(
        login: "staff", name: "Udda",
        grants: [Grant(role: .manager, unit: "gone"), Grant(role: .staff, unit: "o1")]),
      in: Kommun.organisation),
  ]

  @Test func nobodyFindsWhatMayNotBeReadAndEverythingElse() throws {
    let rows = ListTests.randomRows(600, seed: 1)
    try Self.fill(store, rows)
    // Who sees parts of matters only is tested by real ones.
    let partial = ["analyst", "secretary"]
    for actor in Kommun.actors + Self.others where !partial.contains(actor.login) {
      let readable = rows.filter { actor.mayReach(.read, $0.place, handler: $0.handler) }
        .map(\.id)
      #expect(try found("", for: actor) == readable.sorted(by: >), "\(actor.login)")
      let school = readable.filter { Self.isOfSchool(rows[Int($0) - 1]) }
      #expect(try Set(found("skol", for: actor)) == Set(school), "\(actor.login)")
      let seventh = readable.filter { $0 == 7 }
      #expect(try found("26-7", for: actor).filter { $0 == 7 } == seventh)
    }
  }

  /// The filters as the index and SQL find, and as the domain says.
  @Test(arguments: [
    "typ:klagomål", "typ:beröm typ:förslag", "är:sen", "är:idag", "är:ny", "är:öppen",
    "är:obesvarad", "är:besvarad", "är:åter", "är:avslutad", "är:kompletterad", "är:ofördelad",
    "är:a", "är:sen är:ny", "enhet:\"hemtjänst 1\"", "enhet:hemtjänst", "enhet:skol",
    "från:2026-11-22", "till:2026-11-22", "från:2026 till:2026-11-23", "ämne:mat", "nr:26-4",
    "nr:4", "nr:2026-0004", "nr:25-4", "nr:26-", "status:hos", "kanal:e", "typ:kl är:ob skol",
    "kanal:brev matlåda", "enhet:skol skolan",
  ])
  func filtersSayWhatTheDomainSays(typed: String) throws {
    let rows = ListTests.randomRows(400, seed: 2)
    try Self.fill(store, rows)
    let query = SearchQuery.parse(typed, by: SearchVocabulary(Kommun.rules))
    #expect(query.problems == [])
    for login in ["mc", "chef1", "rektor2", "both", "headskola", "headomsorg", "staff"] {
      let actor = Kommun.actor(login)
      let expected = rows.filter { row in
        let isWord =
          query.terms.isEmpty
          || (typed.contains("matlåda") ? row.id % 3 == 2 : Self.isOfSchool(row))
        return isWord && actor.mayReach(.read, row.place, handler: row.handler)
          && query.filters.contains(row, today: Kommun.today)
      }
      #expect(try Set(found(typed, for: actor)) == Set(expected.map(\.id)), "\(login)")
    }
  }

  @Test func aHandledMatterIsFoundWithItsSender() throws {
    _ = try store.takeIn(synpunkt("Text"))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    #expect(try found("anna", for: Kommun.actor("chef1")) == [1])
    #expect(try found("anna", for: Kommun.actor("chef2")) == [])
    #expect(try found("text", for: Kommun.actor("staff")) == [])
    try store.perform(.handOver(to: "staff"), on: 1, as: "chef1")
    #expect(try found("anna", for: Kommun.actor("staff")) == [1])
    #expect(try found("26-1", for: Kommun.actor("staff")) == [1])
  }

  /// Without the right, neither a name nor an address finds or is shown.
  @Test func sendersAreSearchedWithinRightsOnly() throws {
    let blind = MatchExpression(sendersToo: false, units: [])
    let stem = SwedishStem()
    for typed in ["anna", "070-1234567", "4", "e-tjanst", "26-1"] {
      let term = try #require(SearchWord(typed).map { TermPattern(.word($0), stem) })
      for closeness in SearchHit.Closeness.allCases {
        let words = try #require(blind.words([term], closeness))
        #expect(!words.lowercased().contains("sender"), "\(words)")
      }
    }
  }

  @Test func aHiddenSenderIsNotFound() throws {
    _ = try store.takeIn(synpunkt("Text", key: .flowInstance("98765")))
    try store.perform(.triage(.complaint, unit: "s1"), on: 1, as: "mc")
    try store.perform(.correct(.name, new: "Beata Prov", reason: "Fel"), on: 1, as: "mc")
    try store.perform(
      .answer(AnswerDraft(way: .email, recipient: "anna@exempel.se", text: "Tack.")), on: 1,
      as: "rektor1")
    let telling = ["anna", "beata", "exempel", "anna@exempel.se", "98765"]
    for typed in telling.dropFirst() {
      #expect(try found(typed, for: Kommun.actor("mc")) == [1], "\(typed)")
    }
    try store.perform(.hideSender(reason: "Ville vara anonym"), on: 1, as: "mc")
    for typed in telling { #expect(try found(typed, for: Kommun.actor("mc")) == [], "\(typed)") }
    #expect(try found("text tack", for: Kommun.actor("mc")) == [1])
    #expect(try store.verify() == [])
  }

  @Test func aHiddenSenderIsNotFoundByWordsOfTexts() throws {
    _ = try store.takeIn(synpunkt("Text. Hälsningar Anna Exempel"))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    try store.perform(
      .correct(.title, new: "Anna vill ha mat", reason: "Tydligare"), on: 1, as: "chef1")
    try store.perform(.logContact(.phone, reached: true, line: "Anna svarade"), on: 1, as: "chef1")
    #expect(try found("anna", for: Kommun.actor("chef1")) == [1])
    try store.perform(.hideSender(reason: "Anna vill det"), on: 1, as: "chef1")
    #expect(try found("anna", for: Kommun.actor("chef1")) == [])
    #expect(try found("mat svarade", for: Kommun.actor("chef1")) == [1])
    let rows = try store.rows(in: .mine, for: Kommun.actor("chef1"), today: Kommun.today)
    #expect(rows.map(\.title) == ["[dolt] vill ha mat"])
    #expect(try store.verify() == [])
    try store.perform(.undo, on: 1, as: "chef1")
    #expect(try found("anna", for: Kommun.actor("chef1")) == [1])
    #expect(try store.verify() == [])
  }

  @Test func whatIsTakenBackIsNotFound() throws {
    _ = try store.takeIn(synpunkt("Text"))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    for (command, word) in [
      (MatterCommand.writeInternalNote("Ring kocken"), "kocken"),
      (.logContact(.phone, reached: false, line: "Telefonsvarare"), "telefonsvarare"),
      (.add(.phone, on: Kommun.today, text: "Även soppan"), "soppan"),
    ] {
      try store.perform(command, on: 1, as: "chef1")
      #expect(try found(word, for: Kommun.actor("chef1")) == [1])
      try store.perform(.undo, on: 1, as: "chef1")
      #expect(try found(word, for: Kommun.actor("chef1")) == [])
    }
    #expect(try store.verify() == [])
  }
}
