import Domain
import GRDB
import Glibc
import Testing

@testable import Store

/// What becomes of begun texts when a backup takes the record's place and numbers are used again.
@Suite struct DraftRestoreTests {
  let folder: TemporaryFolder
  let backup: String

  /// A record of Anna's matter 1 and, after the backup, her matter 2.
  init() throws {
    folder = try TemporaryFolder()
    backup = folder.file("backup.sqlite")
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    try Self.register("Anna ett", in: store)
    _ = try Store.backup(of: folder.file(), to: backup)
    try Self.register("Anna två", in: store)
  }

  private static func register(_ text: String, in store: Store) throws {
    guard case .registered(let reference, _) = try store.takeIn(synpunkt(text)) else {
      throw StoreError.noSuchMatter
    }
    let matter = try store.matter(reference, asking: Kommun.asking("mc"))
    try store.perform(.triage(.complaint, unit: "o1"), on: #require(matter).id, as: "mc")
  }

  private func opened() throws -> Store { try Store.open(at: folder.file(), kind: .ordinary) }

  private func restore(_ path: String? = nil, minute: Int = 0) throws -> Store.Restored {
    try Store.restore(
      path ?? backup, to: folder.file(), now: Kommun.instant(minute: minute))
  }

  private func sql(_ text: String, in file: String = "record.sqlite.drafts") throws {
    let queue = try DatabaseQueue(path: folder.file(file))
    try queue.write { db in try db.execute(sql: text) }
    try queue.close()
  }

  private func found() throws -> [StoredDraft] {
    try opened().drafts(of: Kommun.actor("chef1")).drafts
  }

  static let secret = DraftTests.note("HEMLIGT om Anna", in: 2, serial: 2)

  @Test(arguments: [false, true])
  func aTextStaysWithTheMatterThatIsGone(isOfOlderProgram: Bool) throws {
    _ = try opened().saveDrafts(
      [Self.secret, DraftTests.note("Anna", in: 1, serial: 1), DraftTests.taking], of: "chef1")
    if isOfOlderProgram { try sql("UPDATE draft SET registration = NULL, seen = NULL") }
    _ = try restore()
    for isThere in [false, true] {
      if isThere { try Self.register("Bertil", in: opened()) }
      let found = try found().sorted { $0.stamp.id < $1.stamp.id }
      #expect(found.map(\.standing) == [.lost, .unchanged, .unchanged])
      #expect(found.map(\.draft.text) == ["HEMLIGT om Anna", "Anna", DraftTests.taking.text])
      #expect(found.map(\.draft.matter?.id) == [-2, 1, nil])
      #expect(found.first?.draft.matter?.reference.short == "26-2")
    }
  }

  @Test func whatIsPutBackHasItsTextsAgain() throws {
    _ = try opened().saveDrafts([Self.secret], of: "chef1")
    let replaced = try #require(try restore().replaced)
    try Self.register("Bertil", in: opened())
    #expect(try found().map(\.standing) == [.lost])
    _ = try restore(replaced, minute: 1)
    #expect(try found().map(\.draft) == [Self.secret])
    #expect(try found().map(\.standing) == [.unchanged])
  }

  @Test func whatHadBecomeAnEventThatIsLostIsOffered() throws {
    let note = DraftTests.note("Ring Lena", in: 1, serial: 1)
    let store = try opened()
    _ = try store.saveDrafts([note], of: "chef1")
    try store.perform(.writeInternalNote("Ring Lena"), on: 1, as: "chef1")
    _ = try restore()
    #expect(try found().map(\.draft) == [note])
    // And what it becomes now is known, although the new events have numbers that were used.
    try opened().perform(.writeInternalNote("Ring Lena"), on: 1, as: "chef1")
    #expect(try found().isEmpty)
  }

  @Test func anInterruptedRestoreLeavesTheTexts() throws {
    let store = try opened()
    try store.perform(.writeInternalNote("Inget svar"), on: 1, as: "chef1")
    let again = DraftTests.note("Inget svar", in: 1, serial: 1)
    _ = try store.saveDrafts([again, Self.secret], of: "chef1")
    try DraftFile.prepare(
      for: backup, head: Store.heads(at: backup)[0].row, record: folder.file(),
      patience: .seconds(1))
    #expect(try Set(found().map(\.draft)) == [again, Self.secret])
    #expect(try found().map(\.standing) == [.unchanged, .unchanged])
  }

  @Test func aSessionThatWorksInTheRecordThatIsGoneTouchesNoOther() throws {
    let store = try opened()
    let stamps = try store.saveDrafts([DraftTests.note("Hem", in: 2, serial: 2)], of: "chef1")
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(folder.file() + suffix) }
    _ = try restore()
    try Self.register("Bertil", in: opened())
    _ = try store.save(Self.secret, over: stamps[0], of: "chef1")
    _ = try store.saveDrafts([DraftTests.note("Mer", in: 2, serial: 2)], of: "chef1")
    #expect(try found().map(\.standing) == [.lost, .lost])
    #expect(try Set(found().map(\.draft.text)) == ["HEMLIGT om Anna", "Mer"])
  }

  @Test(arguments: ["damaged", "a damaged draft", "unreadable record", "a folder"])
  func nothingStandsInTheWay(what: String) throws {
    _ = try opened().saveDrafts(
      [Self.secret, DraftTests.note("Anna", in: 1, serial: 1)], of: "chef1")
    switch what {
    case "damaged":
      for suffix in ["-wal", "-shm"] { unlink(folder.file("record.sqlite.drafts") + suffix) }
      try folder.write(Array("Ingen databas, men långt nog.".utf8), to: "record.sqlite.drafts")
    case "a damaged draft":
      try sql("UPDATE draft SET registration = NULL, draft = 'x'")
    case "unreadable record":
      try sql("UPDATE draft SET registration = NULL, seen = NULL")
      try folder.write([UInt8](repeating: 7, count: 9_000), to: "record.sqlite")
    default:
      for suffix in ["", "-wal", "-shm"] { unlink(folder.file("record.sqlite.drafts") + suffix) }
      mkdir(folder.file("record.sqlite.drafts"), 0o700)
    }
    defer { rmdir(folder.file("record.sqlite.drafts")) }
    _ = try restore()
    guard what == "unreadable record" else { return }
    try Self.register("Bertil", in: opened())
    #expect(try Set(found().map(\.draft.matter?.id)) == [1, -2])
  }

  @Test func aFileOfTheFirstVersionIsTakenUp() throws {
    _ = try opened().saveDrafts([Self.secret], of: "chef1")
    try sql(
      """
      ALTER TABLE draft DROP COLUMN registration; ALTER TABLE draft DROP COLUMN seen;
      ALTER TABLE draft DROP COLUMN fork; DROP TABLE session;
      DELETE FROM grdb_migrations WHERE identifier <> '1';
      """)
    _ = try restore()
    try Self.register("Bertil", in: opened())
    #expect(try found().map(\.standing) == [.lost])
  }
}
