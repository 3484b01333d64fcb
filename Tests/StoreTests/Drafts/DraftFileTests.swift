import Domain
import Glibc
import Testing

@testable import Store

/// The file of the drafts when it is not as it should be: it never stands in the way of work.
@Suite struct DraftFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.file("record.sqlite.drafts") }

  static let damages: [(name: String, bytes: [UInt8])] = [
    ("text", Array("Det här är ingen databas, men långt nog för ett huvud.".utf8)),
    ("zeros", [UInt8](repeating: 0, count: 4_096)),
    (
      "a head and nothing", Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xAB, count: 8_000)
    ),
  ]

  @Test(arguments: damages.map(\.name))
  func aDamagedFileIsMovedAside(name: String) throws {
    let bytes = try #require(Self.damages.first { $0.name == name }?.bytes)
    try folder.write(bytes, to: "record.sqlite.drafts")
    let store = try Store.temporary(folder)
    let found = try store.drafts(of: Kommun.actor("chef1"))
    #expect(found.drafts.isEmpty)
    #expect(found.movedTo == path + ".skadad-1")
    #expect(try folder.read("record.sqlite.drafts.skadad-1") == bytes)
    // It is told once, and what is typed now is saved.
    #expect(try store.drafts(of: Kommun.actor("chef1")).movedTo == nil)
    _ = try store.saveDrafts([DraftTests.note("Halv")], of: "chef1")
    #expect(try Store.temporary(folder).draftTexts(of: "chef1") == ["Halv"])
  }

  @Test func aSecondDamageGetsANumberOfItsOwn() throws {
    for number in 1...2 {
      try folder.write(Array("trasig fil, nummer \(number)".utf8), to: "record.sqlite.drafts")
      let store = try Store.temporary(folder)
      #expect(try store.drafts(of: Kommun.actor("chef1")).movedTo == "\(path).skadad-\(number)")
    }
  }

  @Test func aPageThatIsSpoiltIsFound() throws {
    var store: Store? = try Store.temporary(folder)
    for number in 1...60 {
      _ = try store?.saveDrafts(
        [DraftTests.note(String(repeating: "Ord \(number). ", count: 300))], of: "chef1")
    }
    store = nil
    var bytes = try folder.read("record.sqlite.drafts")
    try #require(bytes.count > 40_000)
    for index in 8_192..<bytes.count where index % 3 == 0 { bytes[index] = 0xFF }
    try folder.write(bytes, to: "record.sqlite.drafts")
    let found = try Store.temporary(folder).drafts(of: Kommun.actor("chef1"))
    #expect(found.movedTo != nil)
  }

  @Test func aFolderInItsPlaceIsToldOfAndWorkGoesOn() throws {
    #expect(mkdir(path, 0o700) == 0)
    defer { rmdir(path) }
    let store = try Store.temporary(folder)
    #expect(throws: StoreError.unwritable(path, reason: "det är en mapp")) {
      try store.drafts(of: Kommun.actor("chef1"))
    }
    #expect(try !store.draftsChangedElsewhere(of: "chef1"))
    _ = try store.takeIn(synpunkt())
  }

  @Test func anEmptyFileIsAsGoodAsNone() throws {
    try folder.write([], to: "record.sqlite.drafts")
    let store = try Store.temporary(folder)
    #expect(try store.drafts(of: Kommun.actor("chef1")) == DraftsFound())
    _ = try store.saveDrafts([DraftTests.note("Halv")], of: "chef1")
  }

  @Test func twoSessionsThatMakeItAtOnceShareIt() throws {
    let first = try Store.temporary(folder)
    let second = try Store.temporary(folder)
    _ = try first.saveDrafts([DraftTests.note("Ett")], of: "chef1")
    _ = try second.saveDrafts([DraftTests.note("Två")], of: "chef1")
    #expect(try Set(first.draftTexts(of: "chef1")) == ["Ett", "Två"])
  }
}
