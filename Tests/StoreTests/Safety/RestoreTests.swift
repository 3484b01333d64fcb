import Domain
import GRDB
import Glibc
import Testing

@testable import Store

@Suite struct RestoreTests {
  let folder: TemporaryFolder
  let backup: String

  /// A database of five matters, and a backup with the first three.
  init() throws {
    folder = try TemporaryFolder()
    backup = folder.file("backup.sqlite")
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    for number in 1...3 { _ = try store.takeIn(synpunkt("Nummer \(number)")) }
    _ = try Store.backup(of: folder.file(), to: backup)
    for number in 4...5 { _ = try store.takeIn(synpunkt("Nummer \(number)")) }
  }

  private func restore(acceptFaults: Bool = false) throws(StoreError) -> Store.Restored {
    try Store.restore(
      backup, to: folder.file(), acceptFaults: acceptFaults, now: Kommun.instant())
  }

  private func count(_ path: String) throws -> Int? {
    let store = try Store.open(at: path, kind: .ordinary)
    #expect(try store.verify() == [])
    return try store.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM matter") }
  }

  @Test func theBackupIsThereAndWhatItReplacesIsKept() throws {
    let restored = try restore()
    #expect(restored.head.row == 3)
    let replaced = folder.file("record.sqlite.replaced-2026-11-24T080000Z")
    #expect(restored.replaced == replaced)
    #expect(try count(folder.file()) == 3)
    #expect(try count(replaced) == 5)
    #expect(folder.mode(folder.file()) == 0o600)
    #expect(!folder.names.contains { $0.hasSuffix(".partial") })
    // The backup is as it was, and what was set aside can be put back in the same way.
    #expect(try Store.verify(at: backup) == [])
    let again = try Store.restore(replaced, to: folder.file(), now: Kommun.instant(minute: 1))
    #expect(again.head.row == 5)
    #expect(try count(folder.file()) == 5)
  }

  @Test(arguments: ["empty", "missing", "garbage", "cut", "all gone"])
  func overWhateverIsLeft(damage: String) throws {
    switch damage {
    case "empty": truncate(folder.file(), 0)
    case "missing": unlink(folder.file())
    case "garbage": try folder.write([UInt8](repeating: 7, count: 9_000), to: "record.sqlite")
    case "cut": truncate(folder.file(), 5_000)
    default: for name in folder.names where name.hasPrefix("record") { unlink(folder.file(name)) }
    }
    _ = try restore()
    #expect(try count(folder.file()) == 3)
  }

  @Test func aBackupWithFaultsIsRefusedButTakenWhenAsked() throws {
    let queue = try DatabaseQueue(path: backup)
    try queue.write { db in try db.execute(sql: "UPDATE matter SET title = 'x' WHERE id = 2") }
    try queue.close()
    let before = folder.names.filter { !$0.hasPrefix("backup") }
    #expect { try restore() } throws: { error in
      if case .damaged(let what) = error as? StoreError { what.contains("1 fel") } else { false }
    }
    #expect(folder.names.filter { !$0.hasPrefix("backup") } == before)
    #expect(try count(folder.file()) == 5)
    _ = try restore(acceptFaults: true)
    #expect(try Store.verify(at: folder.file()).count == 1)
  }

  @Test func whatIsNoBackupIsRefused() throws {
    for (name, text) in [("text", "Inte en databas"), ("empty", "")] {
      try folder.write(Array(text.utf8), to: name)
      #expect(throws: StoreError.notADatabase(folder.file(name))) {
        try Store.restore(folder.file(name), to: folder.file(), now: Kommun.instant())
      }
    }
    #expect(throws: StoreError.self) {
      try Store.restore(folder.file("none"), to: folder.file(), now: Kommun.instant())
    }
    let queue = try DatabaseQueue(path: backup)
    try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('future')") }
    try queue.close()
    #expect(throws: StoreError.newerVersion(backup)) { try restore() }
    #expect(try count(folder.file()) == 5)
  }

  @Test func aBackupThatMayOnlyBeReadWillDo() throws {
    chmod(backup, 0o400)
    _ = try restore()
    #expect(try count(folder.file()) == 3)
  }
}
