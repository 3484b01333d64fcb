import Domain
import GRDB
import Testing

@testable import Store

@Suite struct SearchMigrationTests {
  @Test func aDatabaseFromBeforeTheSearchIsFilled() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.temporary(folder)
      _ = try store.takeIn(synpunkt("Hissen är trasig", title: "Hiss"))
      _ = try store.takeIn(synpunkt("Maten är kall"))
      try store.perform(.triage(.complaint, unit: "o1"), on: 2, as: "mc")
      try store.queue.write { db in
        try db.execute(
          sql: """
            DROP TABLE search;
            DROP TABLE searchText;
            DELETE FROM grdb_migrations WHERE identifier = '2'
            """)
      }
    }
    let store = try Store.temporary(folder)
    let query = SearchQuery.parse("hissar", by: SearchVocabulary(Kommun.rules))
    let hits = try store.search(query, asking: Kommun.asking("mc"))
    #expect(hits.map(\.row.id) == [1])
    #expect(try store.verify() == [])
    try store.perform(.setTitle("Annat"), on: 1, as: "mc")
    #expect(try store.verify() == [])
  }

  @Test func theIndexIsReadInTheOrderOfTheHits() throws {
    let folder = try TemporaryFolder()
    let store = try Store.temporary(folder)
    let plan = try store.queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT matter.id
          FROM (SELECT rowid AS hit FROM search WHERE search MATCH 'a' AND rowid < 9)
          CROSS JOIN matter ON id = hit WHERE unit IS NULL ORDER BY hit DESC LIMIT 5
          """
      ).map { $0["detail"] as String }
    }
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
