import Domain
import Glibc
import Testing

@testable import Store

@Suite struct HostDatabaseTests {
  let folder: TemporaryFolder
  let host: HostDatabase

  init() throws {
    folder = try TemporaryFolder()
    host = HostDatabase(path: folder.file(), backups: folder.path)
  }

  @Test func itIsKnownHoweverItIsWritten() {
    for path in [folder.file(), folder.path + "//record.sqlite", folder.path + "/./record.sqlite"] {
      #expect(host.isAt(path))
    }
    let name = folder.path.split(separator: "/").last ?? ""
    #expect(host.isAt("\(folder.path)/../\(name)/record.sqlite"))
    for path in [folder.file("other"), "record.sqlite", "/record.sqlite", ""] {
      #expect(!host.isAt(path))
    }
    #expect(HostDatabase.installed.isAt("/var/lib/synpunkt/synpunkt.sqlite"))
  }

  @Test func whatIsMissingOrEmptyIsALoss() throws {
    for loss in [Loss.missing, .empty] {
      if loss == .empty { try folder.write([], to: "record.sqlite") }
      #expect(throws: StoreError.lost(folder.file(), loss, backup: nil)) {
        try DatabaseFile(path: folder.file()).requireNotLost(host: host)
      }
      // Elsewhere it is a beginning.
      try DatabaseFile(path: folder.file()).requireNotLost()
    }
  }

  @Test func theNewestBackupIsNamed() throws {
    for day in [1, 3, 2] { try folder.write([1], to: "synpunkt-2026-11-0\(day)T013000Z.sqlite") }
    try folder.write([1], to: "synpunkt-2026-11-09T013000Z.sqlite.faulty")
    let newest = folder.file("synpunkt-2026-11-03T013000Z.sqlite")
    let error = StoreError.lost(folder.file(), .missing, backup: newest)
    #expect(throws: error) { try DatabaseFile(path: folder.file()).requireNotLost(host: host) }
    // With backups there it is not made anew.
    #expect(throws: error) { try Store.setUp(at: folder.file(), host: host) }
  }

  @Test func itIsSetUpOnce() throws {
    try Store.setUp(at: folder.file(), host: host)
    #expect(try Store.verify(at: folder.file()) == [])
    #expect(folder.mode(folder.file()) == 0o600)
    let taken = StoreError.unwritable(folder.file(), reason: "filen finns redan")
    #expect(throws: taken) { try Store.setUp(at: folder.file(), host: host) }
    truncate(folder.file(), 0)
    #expect(throws: taken) { try Store.setUp(at: folder.file(), host: host) }
  }

  @Test func migratingMakesNothing() {
    #expect(throws: StoreError.self) { try Store.migrate(at: folder.file()) }
    #expect(folder.names == [])
  }

  @Test func theSentenceSaysWhatToDo() {
    let path = HostDatabase.installed.path
    let backup = "/var/backups/synpunkt/synpunkt-2026-11-03T013000Z.sqlite"
    let named = StoreError.lost(path, .empty, backup: backup).sentence
    #expect(named.contains("är tom") && named.hasSuffix("synpunkt-admin restore \(backup)."))
    let without = StoreError.lost(path, .missing, backup: nil).sentence
    #expect(without.contains("ingen säkerhetskopia") && without.contains("synpunkt-admin setup"))
    let own = StoreError.lost("/home/a/s.sqlite", .cutOff(.event, row: 7), backup: nil).sentence
    #expect(own.contains("händelse 7") && own.contains("synpunkt restore FIL"))
  }
}
