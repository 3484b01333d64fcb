import Domain
import GRDB
import Testing

@testable import Store

/// What somebody who sees a part of a matter finds: by that part, and no other.
@Suite struct SearchSightTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    let sender = Sender(
      name: "Anna Exempel", email: "anna@exempel.se", phone: "070-123 45 67", replyVia: .email)
    _ = try store.takeIn(
      synpunkt("Maten är kall, säger Anna.", title: "Lunch", sender: sender))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    try store.perform(.writeInternalNote("Ring kocken."), on: 1, as: "chef1")
    try store.perform(
      .answer(
        AnswerDraft(
          way: .email, recipient: "anna@exempel.se", text: "Vi ber om ursäkt.",
          tellsOfHealth: false)), on: 1, as: "chef1")
  }

  private func hits(
    _ typed: String, as login: String, limit: Int = 50
  ) throws -> [SearchHit] {
    try store.search(
      .parse(typed, by: SearchVocabulary(Kommun.rules)), asking: Kommun.asking(login),
      limit: limit)
  }

  private static let words = [
    "kall", "kalla", "lunch", "26-1", "hemtjänst", "ursäkt", "ursakt", "kocken", "anna",
    "anna@exempel.se", "070-1234567", "0701234567",
  ]

  /// What each finds of the words.
  private static let finds: [String: Set<String>] = [
    "chef1": Set(words), "headomsorg": Set(words), "mc": Set(words).subtracting(["kocken"]),
    "analyst": ["kall", "kalla", "lunch", "26-1", "hemtjänst"],
    "secretary": ["lunch", "26-1", "hemtjänst"], "chef2": [], "staff": [], "custodian": [],
    "admin": [],
  ]

  @Test(arguments: finds.keys.sorted())
  func findsByWhatIsSeen(login: String) throws {
    let expected = try #require(Self.finds[login])
    for word in Self.words {
      let found = try hits(word, as: login)
      #expect(found.map(\.row.id) == (expected.contains(word) ? [1] : []), "\(login): \(word)")
      guard !["chef1", "headomsorg", "mc"].contains(login) else { continue }
      #expect(!found.contains { $0.snippet.text.contains("Anna") }, "\(login): \(word)")
    }
  }

  @Test func whatIsHiddenLeavesNoGapInAPage() throws {
    for number in 2...7 {
      _ = try store.takeIn(synpunkt("Nummer \(number) om sås", sender: .anonymous()))
      try store.perform(.triage(.complaint, unit: "o1"), on: MatterID(number), as: "mc")
    }
    // The newest hold the word in what the unit wrote for itself.
    for number in 5...7 {
      try store.perform(
        .writeInternalNote("Kocken igen"), on: MatterID(number), as: "chef1")
    }
    try store.perform(.add(.phone, on: Kommun.today, text: "Kocken, ja."), on: 2, as: "mc")
    try store.perform(.add(.phone, on: Kommun.today, text: "Kocken, nej."), on: 3, as: "mc")
    #expect(try hits("kocken", as: "mc", limit: 2).map(\.row.id) == [3, 2])
    #expect(try hits("kocken", as: "mc", limit: 1).map(\.row.id) == [3])
    #expect(try hits("kocken", as: "chef1", limit: 50).map(\.row.id) == [7, 6, 5, 3, 2, 1])
  }

  private static let lowSender = Sender(
    name: "anna exempel", email: "a@exempel.se", replyVia: .email)

  @Test func aProtectedIdentityIsNotFoundHoweverTheNameIsWritten() throws {
    _ = try store.takeIn(
      synpunkt(
        "Kall sås, Anna Exempel-Svensson. Mvh ANNA.", title: "annas sås", sender: Self.lowSender))
    try store.perform(.triage(.complaint, unit: "o1"), on: 2, as: "mc")
    try store.perform(.protect, on: 2, as: "chef1")
    for login in ["chef1", "mc", "headall", "analyst"] {
      for word in ["anna", "annas", "exempel", "svensson"] {
        #expect(try !hits(word, as: login).contains { $0.row.id == 2 }, "\(login): \(word)")
      }
      let hit = try #require(try hits("sås", as: login).first)
      #expect(hit.row.title == "[dolt] sås")
      #expect(!hit.snippet.text.lowercased().contains("anna"), "\(login)")
    }
    #expect(try store.verify() == [])
  }

  /// An older program has left the name in another case where lists and search read it.
  @Test func whatAnOlderProgramLeftInTheIndexIsHidden() throws {
    _ = try store.takeIn(synpunkt("Kall sås. Mvh Anna", title: "Sås", sender: Self.lowSender))
    try store.perform(.triage(.complaint, unit: "o1"), on: 2, as: "mc")
    try store.perform(.protect, on: 2, as: "chef1")
    try store.queue.write { db in
      let columns = SearchEntry.columns.joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO search (search, rowid, \(columns))
          SELECT 'delete', matter, \(columns) FROM searchText WHERE matter = 2;
          UPDATE searchText SET text = 'Kall sås. Mvh Anna' WHERE matter = 2;
          INSERT INTO search (rowid, \(columns)) SELECT matter, \(columns) FROM searchText
          WHERE matter = 2;
          UPDATE matter SET title = 'Anna' WHERE id = 2;
          DELETE FROM grdb_migrations WHERE identifier IN ('8', '9');
          """)
    }
    let store = try Store.temporary(folder)
    #expect(try store.verify() == [])
    let found = try store.search(
      .parse("anna", by: SearchVocabulary(Kommun.rules)), asking: Kommun.asking("chef1"))
    #expect(!found.contains { $0.row.id == 2 })
  }

  @Test func aProtectedIdentityIsFoundByNobodyUntilItIsLifted() throws {
    let named = try Kommun.actor("both2", granting: [.custodian, .registrar], in: store)
    try store.perform(.protect, on: 1, as: "chef1")
    for login in ["chef1", "mc", "headall", "both2"] {
      for word in ["anna", "anna@exempel.se", "070-1234567", "exempel"] {
        #expect(try hits(word, as: login).isEmpty, "\(login): \(word)")
      }
      #expect(try hits("kall", as: login).map(\.row.id) == [1], "\(login)")
    }
    #expect(try store.verify() == [])
    _ = try store.perform(
      .unprotect(reason: "Fel"), on: 1, expecting: nil,
      asking: Asking(actor: named, now: Kommun.instant()), rules: Kommun.rules)
    #expect(try hits("anna", as: "chef1").map(\.row.id) == [1])
    #expect(try store.verify() == [])
  }

  /// The store knows the rights of now, whatever the session knew at its start.
  @Test func whoHasLostARightFindsNothingAtOnce() throws {
    #expect(try hits("kall", as: "chef1").count == 1)
    var organisation = Kommun.organisation
    organisation.people.removeAll { $0.login == "chef1" }
    try store.apply(organisation, by: "root", at: Kommun.instant())
    #expect(try hits("kall", as: "chef1").isEmpty)
  }

  @Test func aSearchOfSendersIsLoggedOnceADayInASession() throws {
    for word in ["k", "ka", "kall"] { _ = try hits(word, as: "chef1") }
    _ = try hits("är:sen", as: "headall")
    _ = try hits("kall", as: "analyst")
    let log = { try store.accesses(.init(), for: Kommun.actor("headall")).map(\.entry) }
    let entries = try log()
    #expect(entries.map(\.access) == [.searchedSenders(from: nil)])
    #expect(entries.map(\.person) == ["chef1"])
    _ = try hits("kall", as: "mc")
    #expect(try log().count == 2)
    #expect(try store.verify() == [])
  }
}
