import Domain
import GRDB
import Glibc
import Testing

@testable import Store

@Suite struct ErrorTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFullDiskIsSaidAndWhatWasThereStays() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    _ = try store.takeIn(synpunkt())
    try store.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let long = String(repeating: "Lång text. ", count: 10_000)
    #expect(throws: StoreError.diskFull) { try store.takeIn(synpunkt(long)) }
    #expect(throws: StoreError.diskFull) {
      try store.perform(.writeInternalNote(long), on: 1, as: "mc")
    }
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc"))?.version == 1)
    #expect(try store.verify() == [])
    _ = try store.perform(.writeInternalNote(long), on: 1, as: "mc")
  }

  @Test func anotherWriterIsWaitedForAndThenGivenUp() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary, patience: .milliseconds(30))
    _ = try store.takeIn(synpunkt())
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: folder.file(), configuration: configuration)
    _ = try store.matter(id: 1, asking: Kommun.asking("mc"))
    try other.writeWithoutTransaction { db in try db.beginTransaction(.immediate) }
    #expect(throws: StoreError.busy) { try store.perform(.setTitle("Ny"), on: 1, as: "mc") }
    // Lists go on, and so does what has been opened; nobody sees a matter without its being logged.
    #expect(try store.rows(in: .all, for: Kommun.actor("mc"), today: Kommun.today).count == 1)
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc"))?.version == 1)
    #expect(throws: StoreError.busy) { try store.matter(id: 1, asking: Kommun.asking("regomsorg")) }
    try other.writeWithoutTransaction { db in try db.rollback() }
    #expect(try store.perform(.setTitle("Ny"), on: 1, as: "mc").version == 2)
  }

  @Test func aFileThatMayNotBeWrittenIsSaid() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    try store.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA query_only = 1") }
    #expect(throws: StoreError.unwritable(folder.file(), reason: "filen får inte skrivas")) {
      try store.takeIn(synpunkt())
    }
  }

  @Test func aMissingTableIsSaidWithoutValues() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    try store.queue.writeWithoutTransaction { db in try db.execute(sql: "DROP TABLE recentUnit") }
    #expect(throws: StoreError.other("Databasen svarade med fel 1")) {
      try store.recentUnits(chosenBy: "anna.hemlig")
    }
  }

  @Test(arguments: [ENOENT, EACCES, EISDIR, EROFS, EMFILE, EPIPE, 4_711])
  func whatTheSystemRefusesIsSaidInSwedish(code: Int32) {
    let sentence = StoreError(errno: code, path: "/a").sentence
    #expect(sentence.hasPrefix("/a går inte att använda, för "))
    #expect(sentence.hasSuffix(": välj en annan plats, eller fråga systemförvaltaren."))
    #expect(!sentence.contains(String(cString: strerror(code))))
    #expect(StoreError(errno: ENOSPC, path: "/a") == .diskFull)
  }

  @Test func everyErrorIsASentenceForPeople() throws {
    _ = try Store.temporary(folder).takeIn(synpunkt())
    let matter = try #require(
      try Store.temporary(folder).matter(id: 1, asking: Kommun.asking("mc")))
    let errors: [StoreError] = [
      .refused(.needsCategory), .conflict(matter), .noSuchMatter, .notADatabase("/a"),
      .lost("/a", .empty, backup: nil), .inUse("/a", process: 7), .newerVersion("/a"),
      .notADemo("/a"), .unwritable("/a", reason: "disken är skrivskyddad"),
      .diskFull, .busy, .damaged("filen håller inte ihop"), .other("Databasen svarade med fel 1"),
    ]
    for error in errors {
      #expect(error.sentence.hasSuffix("."))
      #expect(!error.sentence.contains("Anna"))
    }
    #expect(errors[1].sentence.contains("SYN-2026-00001"))
  }
}
