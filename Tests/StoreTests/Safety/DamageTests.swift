import Domain
import GRDB
import Glibc
import Testing

@testable import Store

/// Files that are cut off or changed: found and named, whatever SQLite makes of them.
@Suite struct DamageTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var path: String { folder.file() }

  /// A record whose events are all in the database file.
  private func makeWhole() throws {
    let store = try Store.open(at: path, kind: .ordinary)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    for number in 1...40 { _ = try store.takeIn(synpunkt("Nummer \(number)")) }
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// A record as a power cut leaves it: the last events are in the WAL alone.
  private func makeWithWAL() throws {
    let store = try Store.open(at: folder.file("source"), kind: .ordinary)
    _ = try store.takeIn(synpunkt("Först"))
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0")
    }
    for number in 1...10 { _ = try store.takeIn(synpunkt("Nummer \(number)")) }
    for suffix in ["", "-wal", ".head"] {
      try folder.write(try folder.read("source" + suffix), to: "record.sqlite" + suffix)
    }
  }

  /// Expects that it is neither opened for work nor found to be well.
  private func expectFound(
    _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(StoreError) {
      let faults = try Store.verify(at: path)
      #expect(!faults.isEmpty, comment, sourceLocation: sourceLocation)
    } catch {
      switch error {
      case .damaged, .notADatabase, .lost: break
      default: Issue.record("\(error)", sourceLocation: sourceLocation)
      }
    }
  }

  // A page ends with a hash: one byte less is none when that byte is nought, which SQLite puts there.
  @Test(arguments: [1, 15, 16, 100, 4_095, 4_096, 5_000, 8_192, -70_000, -4_096, -16])
  func aFileThatIsCutOff(size: Int) throws {
    try makeWhole()
    let whole = try folder.read("record.sqlite").count
    #expect(whole > 80_000)
    truncate(path, size > 0 ? size : whole + size)
    expectFound()
  }

  @Test func aPageThatIsTurnedRound() throws {
    try makeWhole()
    let whole = try folder.read("record.sqlite")
    #expect(whole.count % 4_096 == 0)
    for start in stride(from: 0, to: whole.count, by: 4_096) {
      var bytes = whole
      for index in start..<(start + 4_096) { bytes[index] ^= 0xFF }
      try folder.write(bytes, to: "record.sqlite")
      for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
      expectFound("page \(start / 4_096 + 1)")
    }
    try folder.write(whole, to: "record.sqlite")
    #expect(try Store.verify(at: path) == [])
  }

  @Test func theWALIsWholeWhenNothingIsDoneToIt() throws {
    try makeWithWAL()
    let store = try Store.open(at: path, kind: .ordinary)
    #expect(try store.matter(id: 11, asking: Kommun.asking("mc"))?.state.text == "Nummer 10")
    #expect(try store.verify() == [])
  }

  @Test(arguments: [0, 1, 31, 32, 5_000, -50_000, -4_120, -1])
  func aWALThatIsCutOff(size: Int) throws {
    try makeWithWAL()
    let whole = try folder.read("record.sqlite-wal").count
    #expect(whole > 60_000)
    truncate(path + "-wal", size > 0 ? size : size == 0 ? 0 : whole + size)
    try expectCutOff()
  }

  @Test(arguments: [3, 20, 40, 5_000, -30_000, -100])
  func aWALWithAnotherByteInIt(place: Int) throws {
    try makeWithWAL()
    var bytes = try folder.read("record.sqlite-wal")
    bytes[place > 0 ? place : bytes.count + place] ^= 0x10
    try folder.write(bytes, to: "record.sqlite-wal")
    try expectCutOff()
  }

  @Test func aLogThatIsCutOff() throws {
    try makeWithWAL()
    let store = try Store.open(at: path, kind: .ordinary)
    for id in 1...3 as ClosedRange<MatterID> {
      _ = try store.matter(id: id, asking: Kommun.asking("mc"))
    }
    for suffix in ["", "-wal", ".head"] {
      try folder.write(try folder.read("record.sqlite" + suffix), to: "copy" + suffix)
    }
    // The last opening and nothing else.
    let whole = try folder.read("copy-wal").count
    truncate(folder.file("copy-wal"), whole - 100)
    let faults = try Store.verify(at: folder.file("copy"))
    #expect(faults.map(\.table) == ["access"] && faults.first?.row == 3)
    #expect(throws: StoreError.lost(folder.file("copy"), .cutOff(.access, row: 3), backup: nil)) {
      try Store.open(at: folder.file("copy"), kind: .ordinary)
    }
  }

  @Test func aWALThatIsGone() throws {
    try makeWithWAL()
    unlink(path + "-wal")
    try expectCutOff()
  }

  private func expectCutOff() throws {
    let wal = try? folder.read("record.sqlite-wal")
    let faults = try Store.verify(at: path)
    #expect(faults.contains { $0.table == "event" && $0.row == 11 }, "\(faults.map(\.sentence))")
    #expect(throws: StoreError.lost(path, .cutOff(.event, row: 11), backup: nil)) {
      try Store.open(at: path, kind: .ordinary)
    }
    // Nor is anything thrown away of what somebody may be able to save by hand.
    if let wal, !wal.isEmpty { #expect(try folder.read("record.sqlite-wal") == wal) }
    // With the file that tells of them gone, one goes on without the lost events.
    unlink(path + ".head")
    #expect(try Store.open(at: path, kind: .ordinary).verify() == [])
  }

  @Test(arguments: ["-wal", ".head"])
  func anEmptyOrMissingFileBesideWhatTellsOfARecord(suffix: String) throws {
    try makeWithWAL()
    for other in ["-wal", ".head"] where other != suffix { unlink(path + other) }
    let before = try folder.read("record.sqlite" + suffix)
    truncate(path, 0)
    for loss in [Loss.empty, .missing] {
      let error = StoreError.lost(path, loss, backup: nil)
      #expect(throws: error) { try Store.open(at: path, kind: .ordinary) }
      #expect(throws: error) { try Store.verify(at: path) }
      #expect(throws: error) { try Store.heads(at: path) }
      #expect(throws: error) { try Store.backup(of: path, to: folder.file("copy")) }
      // SQLite would have thrown the WAL away.
      #expect(try folder.read("record.sqlite" + suffix) == before)
      unlink(path)
    }
    try Store.setUp(at: path)
    #expect(try Store.open(at: path, kind: .ordinary).verify() == [])
  }
}
