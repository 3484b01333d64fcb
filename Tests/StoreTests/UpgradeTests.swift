import Domain
import GRDB
import Testing

@testable import Store

/// A record that an older program has made.
@Suite struct UpgradeTests {
  @Test func anOlderRecordLearnsWhoTookWhatDown() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.temporary(folder)
      _ = try store.takeIn(synpunkt("Ett"))
      let text = "Maten är kall."
      let asking = Kommun.asking("staff")
      var random = Pseudorandom(seed: 1)
      _ = try store.takeDown(
        TakenByHand(
          channel: .phone, text: text,
          readBack: .approved(Approval(of: text, by: "staff", at: asking.now))),
        code: ReceiptCode(using: &random), asking: asking, rules: Kommun.rules)
      try store.queue.write { db in
        try db.execute(
          sql: """
            DROP TABLE access;
            DROP INDEX matterDayTaker;
            ALTER TABLE matter DROP COLUMN taker;
            DELETE FROM grdb_migrations WHERE identifier = '5';
            """)
      }
    }
    let store = try Store.temporary(folder)
    #expect(try store.verify() == [])
    let receipts = try store.rows(
      in: .receipts, for: Kommun.actor("staff"), today: Kommun.today)
    #expect(receipts.map(\.id) == [2])
  }

  @Test func anOlderRecordIsNotCalledDamaged() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.temporary(folder)
      _ = try store.takeIn(synpunkt("Ett"))
      try store.queue.write { db in
        try db.execute(
          sql: """
            DROP INDEX matterDesk;
            CREATE INDEX matterDesk ON matter (desk) WHERE desk <> 'none';
            DELETE FROM grdb_migrations WHERE identifier IN ('7', '8', '9');
            """)
      }
    }
    #expect(throws: StoreError.olderVersion(folder.file())) {
      try Store.verify(at: folder.file())
    }
    _ = try Store.temporary(folder)
    #expect(try Store.verify(at: folder.file()) == [])
  }

  @Test func whatNamesAHiddenSenderGoesFromAnOlderRecordsTables() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try Store.temporary(folder)
      _ = try store.takeIn(synpunkt("Hälsningar Anna Exempel"))
      try store.perform(.correct(.title, new: "Annas mat", reason: "Fel"), on: 1, as: "mc")
      try store.perform(.hideSender(reason: "Står i texten"), on: 1, as: "mc")
      try store.queue.write { db in
        try db.execute(
          sql: """
            UPDATE matter SET title = 'Annas mat';
            UPDATE searchText SET title = 'Annas mat', text = 'Hälsningar Anna Exempel';
            INSERT INTO search (search) VALUES ('rebuild');
            DELETE FROM grdb_migrations WHERE identifier IN ('8', '9');
            """)
      }
    }
    let store = try Store.temporary(folder)
    #expect(try store.verify() == [])
    let rows = try store.rows(in: .all, for: Kommun.actor("mc"), today: Kommun.today)
    #expect(rows.map(\.title) == ["[dolt] mat"])
  }
}
