import Domain
import GRDB
import Testing

@testable import Store

/// That senders are searched is logged: each search once, however it is typed.
@Suite struct SearchLogTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    for text in ["Ett", "Två"] { _ = try store.takeIn(synpunkt(text)) }
  }

  @discardableResult
  private func search(
    _ typed: String, as login: String = "mc", minute: Int = 0, after: SearchHit? = nil
  ) throws -> [SearchHit] {
    try store.search(
      .parse(typed, by: SearchVocabulary(Kommun.rules)),
      asking: Kommun.asking(login, minute: minute), after: after, limit: 1)
  }

  private var lines: Int {
    get throws {
      let entries = try store.accesses(.init(), for: Kommun.actor("headall")).map(\.entry.access)
      #expect(entries.allSatisfy { $0 == .searchedSenders(from: nil) })
      return entries.count
    }
  }

  @Test(arguments: [
    (["a", "an", "ann", "anna", "anna ", "anna e", "anna exempel"], 1),
    (["anna", "ann", "an", "a"], 1), (["anna", "ann", "anna", "anna"], 1),
    (["anna är:ny", "anna", "anna typ:beröm"], 1), (["\"anna ex", "\"anna exempel\""], 1),
    (["", "är:ny", "är:ny "], 0),
    (["anna", "bertil"], 2), (["anna", "bertil", "anna"], 3), (["anna", "", "anna"], 2),
    // Deleting down to what is common, and typing another name, is another search.
    (["anna", "ann", "an", "and", "ande"], 2), (["anna exempel", "exempel"], 2),
  ])
  func typingOnIsTheSameSearchAndOtherWordsAreAnother(typed: [String], count: Int) throws {
    for words in typed { try search(words) }
    #expect(try lines == count)
    #expect(try store.verify() == [])
  }

  @Test func pagingOnAndLookingAgainAreTheSameSearch() throws {
    let first = try search("exempel")
    #expect(first.map(\.row.id) == [2])
    #expect(try search("exempel", after: first.first).map(\.row.id) == [1])
    _ = try store.takeIn(synpunkt("Tre"))
    #expect(try search("exempel").map(\.row.id) == [3])
    #expect(try lines == 1)
  }

  @Test func eachDayPersonAndSessionHasItsOwn() throws {
    try search("anna")
    try search("anna", minute: 24 * 60)
    #expect(try lines == 2)
    try search("anna", as: "headall", minute: 24 * 60)
    #expect(try lines == 3)
    _ = try Store.temporary(folder).search(
      .parse("anna", by: SearchVocabulary(Kommun.rules)), asking: Kommun.asking("mc"))
    #expect(try lines == 4)
  }

  @Test func theWordsAreNotInIt() throws {
    try search("anna")
    let words = try store.reading { db in
      try String?.fetchAll(db, sql: "SELECT words FROM access")
    }
    #expect(words == [nil])
  }

  @Test func whoMaySearchNoSendersOnlyReads() throws {
    let before = try store.reading { db in try Int.fetchOne(db, sql: "SELECT total_changes()") }
    for typed in ["kall", "lunch"] { try search(typed, as: "analyst") }
    let after = try store.reading { db in try Int.fetchOne(db, sql: "SELECT total_changes()") }
    #expect(before == after)
    #expect(try lines == 0)
  }

  @Test func aRightThatHasJustComeIsLogged() throws {
    try search("anna", as: "analyst")
    var organisation = Kommun.organisation
    organisation.people.removeAll { $0.login == "analyst" }
    organisation.people.append(Kommun.person("analyst", .registrar, "omsorg"))
    try Store.temporary(folder).apply(organisation, by: "root", at: Kommun.instant())
    try search("anna", as: "analyst")
    #expect(try lines == 1)
  }
}
