import Domain
import GRDB
import Glibc
import Testing

@testable import Store

@Suite struct HeadTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func itIsALineThatCanBeReadAgain() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    #expect(
      try Store.heads(at: folder.file())[0].line == "0 \(String(repeating: "0", count: 64)) -")
    _ = try store.takeIn(synpunkt())
    let head = try Store.heads(at: folder.file())[0]
    #expect(head.row == 1)
    #expect(head.time == "2026-11-24T09:00:00+01:00")
    #expect(Head(line: head.line) == head)
    // Beside the file the same is kept, for the day when the end of it is gone.
    let kept = try folder.read("record.sqlite.head")
    let lines = try Store.heads(at: folder.file()).map { $0.line + "\n" }
    #expect(String(decoding: kept, as: UTF8.self) == lines.joined())
  }

  @Test(arguments: [
    "", "1", "1 2 3", "Starting synpunkt-head.service - Print the head",
    "-1 \(String(repeating: "a", count: 64)) t", "1 \(String(repeating: "A", count: 64)) t",
    "1 \(String(repeating: "å", count: 32)) t", "1 \(String(repeating: "a", count: 64)) t t",
  ])
  func anotherLineIsNone(line: String) {
    #expect(Head(line: line) == nil)
  }

  @Test func savedHeadsAreInTheChain() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    var heads: [Head] = [.none(.event)]
    for number in 1...4 {
      _ = try store.takeIn(synpunkt("Nummer \(number)"))
      heads.append(try Store.heads(at: folder.file())[0])
    }
    #expect(try Store.verify(at: folder.file(), heads: heads) == [])
  }

  @Test func aRecordThatEndsEarlierIsFoundByASavedHead() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    _ = try store.takeIn(synpunkt())
    _ = try Store.backup(of: folder.file(), to: folder.file("earlier"))
    _ = try store.takeIn(synpunkt("Mer"))
    let head = try Store.heads(at: folder.file())[0]
    // By itself it holds together: nothing in it tells of what came later.
    #expect(try Store.verify(at: folder.file("earlier")) == [])
    let faults = try Store.verify(at: folder.file("earlier"), heads: [head])
    #expect(faults.map(\.row) == [2])
    #expect(faults.first?.what.contains("avkortad") == true)
  }

  @Test func aRecordThatIsWrittenAnewIsFoundByASavedHead() throws {
    for name in ["one", "two"] {
      let store = try Store.open(at: folder.file(name), kind: .ordinary)
      for number in 1...2 { _ = try store.takeIn(synpunkt("\(name) \(number)")) }
    }
    let heads = try ["one", "two"].map { try Store.heads(at: folder.file($0))[0] }
    #expect(try Store.verify(at: folder.file("one"), heads: [heads[0]]) == [])
    let faults = try Store.verify(at: folder.file("one"), heads: [heads[1], heads[1]])
    #expect(faults.map(\.row) == [2])
    #expect(faults.first?.what.contains("omskriven") == true)
    let copy = try folder.read("two.head")
    try folder.write(copy, to: "one.head")
    #expect(throws: StoreError.lost(folder.file("one"), .rewritten(.event, row: 2), backup: nil)) {
      try Store.open(at: folder.file("one"), kind: .ordinary)
    }
  }

  @Test func aLogThatEndsEarlierIsFoundByASavedHead() throws {
    let store = try Store.open(at: folder.file(), kind: .ordinary)
    _ = try store.takeIn(synpunkt())
    let heads = try [0, 24 * 60].map { minute in
      _ = try store.matter(id: 1, asking: Kommun.asking("mc", minute: minute))
      return try Store.heads(at: folder.file())[1]
    }
    #expect(heads.map(\.row) == [1, 2])
    #expect(heads[1].line.hasPrefix("access 2 "))
    #expect(Head(line: heads[1].line) == heads[1])
    #expect(try Store.verify(at: folder.file(), heads: heads) == [])
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { db in
      let stays = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'accessStays'")
      try db.execute(sql: "DROP TRIGGER accessStays; DELETE FROM access WHERE id = 2")
      try db.execute(sql: stays ?? "")
    }
    // The file beside it tells of it, too.
    unlink(folder.file() + ".head")
    #expect(try Store.verify(at: folder.file()) == [])
    let faults = try Store.verify(at: folder.file(), heads: heads)
    #expect(faults.map(\.table) == ["access"])
    #expect(faults.first?.what.contains("avkortad") == true)
  }

  @Test func whatCannotBeReadBesideItIsAsGoodAsNone() throws {
    do { _ = try Store.open(at: folder.file(), kind: .ordinary).takeIn(synpunkt()) }
    for bytes in [[], [0, 0, 0], Array("5 inte ett huvud\n".utf8)] as [[UInt8]] {
      try folder.write(bytes, to: "record.sqlite.head")
      #expect(try Store.open(at: folder.file(), kind: .ordinary).verify() == [])
    }
  }
}
