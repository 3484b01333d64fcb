import Domain
import GRDB
import Testing

@testable import Store

/// A newer program changes the record under one that is running.
@Suite struct NewerProgramTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    _ = try store.takeIn(synpunkt())
    _ = try store.matter(id: 1, asking: Kommun.asking("mc"))
  }

  private var newer: StoreError { .newerVersion(folder.file()) }

  private func upgrade(_ sql: String = "") throws {
    let other = try Store.temporary(folder)
    try other.queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99');" + sql)
    }
  }

  @Test func itIsNoticedWithoutAWrite() throws {
    #expect(try !store.hasChangedElsewhere())
    try upgrade()
    #expect(throws: newer) { try store.hasChangedElsewhere() }
  }

  @Test func nothingIsWrittenAnyMore() throws {
    try upgrade()
    #expect(throws: newer) { try store.perform(.setTitle("Ny"), on: 1, as: "mc") }
    #expect(throws: newer) { try store.takeIn(synpunkt("Två")) }
    // Nor read for the first time, since that would be logged.
    #expect(throws: newer) { try store.matter(id: 1, asking: Kommun.asking("regomsorg")) }
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc"))?.version == 1)
  }

  @Test func whatCannotBeReadAnyMoreIsSaidSo() throws {
    try upgrade("ALTER TABLE recentUnit RENAME TO lastUnit")
    #expect(throws: newer) { try store.recentUnits(chosenBy: "mc") }
  }

  @Test func whatIsBeingWrittenIsSavedAllTheSame() throws {
    let stamp = try store.saveDrafts([DraftTests.note("Halv")], of: "chef1")[0]
    try upgrade("ALTER TABLE matter RENAME TO synpunkt")
    let file = try #require(store.draftFile)
    try file.queue.write { db in
      try db.execute(
        sql: """
          ALTER TABLE draft ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';
          ALTER TABLE session ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';
          INSERT INTO grdb_migrations VALUES ('99');
          """)
    }
    let (second, _) = try store.save(DraftTests.note("Halvt"), over: stamp, of: "chef1")
    #expect(second?.version == 2)
    let text = try file.queue.read { db in try String.fetchOne(db, sql: "SELECT draft FROM draft") }
    #expect(text?.contains("Halvt") == true)
  }
}
