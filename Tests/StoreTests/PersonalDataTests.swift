import GRDB
import Testing

@testable import Store

@Suite struct PersonalDataTests {
  @Test func everyTableStandsOnExactlyOneList() throws {
    let folder = try TemporaryFolder()
    let store = try Store.temporary(folder)
    let tables = try store.queue.read { db in
      try String.fetchSet(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    }
    #expect(PersonalData.tables.union(PersonalData.others) == tables)
    #expect(PersonalData.tables.isDisjoint(with: PersonalData.others))
  }

  @Test func soDoesEveryTableOfTheDrafts() throws {
    let folder = try TemporaryFolder()
    let store = try Store.temporary(folder)
    _ = try store.saveDrafts([DraftTests.note("Halv")], of: "chef1")
    let file = try #require(store.draftFile)
    let tables = try file.queue.read { db in
      try String.fetchSet(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    }
    #expect(PersonalData.draftTables.union(PersonalData.otherDraftTables) == tables)
    #expect(PersonalData.draftTables.isDisjoint(with: PersonalData.otherDraftTables))
  }
}
