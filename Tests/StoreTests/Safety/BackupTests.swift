import Domain
import GRDB
import Glibc
import Testing

@testable import Store

@Suite struct BackupTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func filled() throws -> Store {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    for number in 1...3 { _ = try store.takeIn(synpunkt("Nummer \(number)")) }
    return store
  }

  private func instant(day: Int) -> Instant {
    Instant(milliseconds: Kommun.instant().milliseconds + Int64(day) * 86_400_000)
  }

  @Test func itIsOneWholeFileThatNobodyElseReads() throws {
    let store = try filled()
    let backup = try Store.backup(of: folder.file(), to: folder.file("copy"))
    // The work goes on in what is open.
    _ = try store.takeIn(synpunkt("Efteråt"))
    #expect(backup.faults == [])
    #expect(backup.head.row == 4)
    #expect(folder.names.filter { $0.hasPrefix("copy") } == ["copy"])
    #expect(folder.mode(folder.file("copy")) == 0o600)
    let copy = try Store.open(at: folder.file("copy"), kind: .ordinary)
    #expect(try copy.matter(id: 3, asking: Kommun.asking("mc"))?.state.text == "Nummer 3")
    #expect(try copy.matter(id: 4, asking: Kommun.asking("mc")) == nil)
    #expect(try copy.verify() == [])
  }

  @Test func nothingIsOverwritten() throws {
    _ = try filled()
    try folder.write([1, 2, 3], to: "copy")
    let taken = StoreError.unwritable(folder.file("copy"), reason: "filen finns redan")
    #expect(throws: taken) { try Store.backup(of: folder.file(), to: folder.file("copy")) }
    #expect(try folder.read("copy") == [1, 2, 3])
    #expect(!folder.names.contains("copy.partial"))
  }

  @Test func whatCannotBeReadLeavesNothingBehind() throws {
    #expect(throws: StoreError.self) {
      try Store.backup(of: folder.file("none"), to: folder.file("copy"))
    }
    try folder.write(Array("Inte en databas".utf8), to: "text")
    #expect(throws: StoreError.notADatabase(folder.file("text"))) {
      try Store.backup(of: folder.file("text"), to: folder.file("copy"))
    }
    #expect(folder.names == ["text"])
  }

  @Test func faultsAreCopiedUnderAnotherName() throws {
    do { _ = try filled() }
    try spoil()
    let backup = try Store.backup(
      of: folder.file(), in: folder.path, keep: 1, now: instant(day: 0))
    #expect(!backup.faults.isEmpty)
    #expect(backup.path.hasSuffix("Z.sqlite.faulty"))
    #expect(BackupName.names(in: folder.path) == [])
    #expect(folder.names.contains("synpunkt-2026-11-24T080000Z.sqlite.faulty"))
  }

  private func spoil() throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { db in try db.execute(sql: "UPDATE matter SET title = 'x' WHERE id = 2") }
  }

  @Test func theOldestGoAndNothingElse() throws {
    _ = try filled()
    let others = ["synpunkt-2020.sqlite", "synpunkt-2020-01-01T000000Z.sqlite.faulty", "notes"]
    for name in others { try folder.write([1], to: name) }
    for day in 0..<5 {
      _ = try Store.backup(of: folder.file(), in: folder.path, keep: 3, now: instant(day: day))
    }
    let kept = (2..<5).map { BackupName.at(instant(day: $0)) }
    #expect(BackupName.names(in: folder.path) == kept)
    for name in others { #expect(folder.names.contains(name)) }
    _ = try Store.backup(of: folder.file(), in: folder.path, keep: nil, now: instant(day: 5))
    #expect(BackupName.names(in: folder.path).count == 4)
  }

  @Test func aClockThatIsSetBackDoesNotMakeTheNewOneTheOldest() throws {
    _ = try filled()
    func backUp(day: Int) throws {
      _ = try Store.backup(of: folder.file(), in: folder.path, keep: 3, now: instant(day: day))
    }
    for day in [10, 11, 12, 1, 2] { try backUp(day: day) }
    #expect(
      BackupName.names(in: folder.path) == [1, 2, 12].map { BackupName.at(instant(day: $0)) })
    // One from a clock that was ahead goes as soon as there are others.
    try backUp(day: 3)
    #expect(
      BackupName.names(in: folder.path) == [1, 2, 3].map { BackupName.at(instant(day: $0)) })
  }

  @Test func twoWithinASecondStayInOrder() throws {
    _ = try filled()
    let now = instant(day: 0)
    for _ in 0..<2 {
      _ = try Store.backup(of: folder.file(), in: folder.path, keep: 2, now: now)
    }
    let next = Instant(milliseconds: now.milliseconds + 1_000)
    #expect(BackupName.names(in: folder.path) == [now, next].map(BackupName.at))
  }

  @Test func noneGoesWhileTheRecordHasFaults() throws {
    do { _ = try filled() }
    for day in 0..<2 {
      _ = try Store.backup(of: folder.file(), in: folder.path, keep: 2, now: instant(day: day))
    }
    try spoil()
    for day in 2..<4 {
      _ = try Store.backup(of: folder.file(), in: folder.path, keep: 1, now: instant(day: day))
    }
    #expect(BackupName.names(in: folder.path) == (0..<2).map { BackupName.at(instant(day: $0)) })
  }

  @Test func whatAKilledOneLeftGoesAndWhatAnotherMakesStays() throws {
    _ = try filled()
    let names = (0..<2).map { BackupName.at(instant(day: $0)) + ".partial" }
    for name in names { try folder.write([1], to: name) }
    let lock = Glibc.open(folder.file(names[1]), O_RDONLY)
    #expect(flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    _ = try Store.backup(of: folder.file(), in: folder.path, keep: 1, now: instant(day: 2))
    #expect(folder.names.filter { $0.hasSuffix(".partial") } == [names[1]])
    #expect(throws: StoreError.busy) {
      try Store.backup(of: folder.file(), in: folder.path, keep: 1, now: instant(day: 1))
    }
  }

  @Test func theNameTellsTheTimeInOrder() {
    let name = BackupName.at(Instant(milliseconds: 1_795_476_605_999))
    #expect(name == "synpunkt-2026-11-23T233005Z.sqlite")
    #expect(BackupName.isBackup("synpunkt-2026-11-23T233005Z.sqlite"))
    for name in ["synpunkt-2026-11-23T233005Z.sqlite-wal", "synpunkt.sqlite", "", "x"] {
      #expect(!BackupName.isBackup(name))
    }
  }
}
