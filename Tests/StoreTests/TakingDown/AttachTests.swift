import Domain
import GRDB
import Testing

@testable import Store

/// Files that are added to a matter, on a real file.
@Suite("Attaching, in the store")
struct AttachTests {
  let folder = try? TemporaryFolder()
  static let scan = IncomingFile(
    name: "brev.pdf", mediaType: "application/pdf", bytes: Array("%PDF-1.4 brev".utf8))

  @Test("The bytes come back as they were, and verify covers them")
  func bytes() throws {
    let folder = try #require(folder)
    let store = try Store.temporary(folder)
    _ = try store.takeIn(synpunkt())
    let matter = try store.attach([Self.scan], to: 1, asking: Kommun.asking("mc"))
    #expect(matter.state.files.map(\.name) == ["brev.pdf"])
    #expect(
      try store.bytes(ofFile: 1, in: matter.id, asking: Kommun.asking("mc")) == Self.scan.bytes)
    #expect(matter.events.last?.facts == .attached(files: 1))
    #expect(try store.verify().isEmpty)
  }

  @Test("The same file twice is kept once")
  func twice() throws {
    let store = try Store.temporary(try #require(folder))
    _ = try store.takeIn(synpunkt())
    _ = try store.attach([Self.scan], to: 1, asking: Kommun.asking("mc"))
    let matter = try store.attach([Self.scan], to: 1, asking: Kommun.asking("mc", minute: 1))
    #expect(matter.state.files.count == 2)
    let rows = try store.reading { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM attachment")
    }
    #expect(rows == 1)
    #expect(try store.verify().isEmpty)
  }

  @Test("Who may not read the matter meets none; what is refused leaves no bytes")
  func refused() throws {
    let store = try Store.temporary(try #require(folder))
    _ = try store.takeIn(synpunkt())
    #expect(throws: StoreError.noSuchMatter) {
      try store.attach([Self.scan], to: 1, asking: Kommun.asking("staff"))
    }
    #expect(throws: StoreError.noSuchMatter) {
      try store.attach([Self.scan], to: 2, asking: Kommun.asking("mc"))
    }
    var empty = Self.scan
    empty.bytes = []
    #expect(throws: StoreError.refused(.invalid(field: .attachment, hint: "filen är tom"))) {
      try store.attach([empty], to: 1, asking: Kommun.asking("mc"))
    }
    #expect(try store.verify().isEmpty)
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc"))?.version == 1)
  }

  @Test("Taken back, the file is gone from the matter and verify is content")
  func undone() throws {
    let store = try Store.temporary(try #require(folder))
    _ = try store.takeIn(synpunkt())
    _ = try store.attach([Self.scan], to: 1, asking: Kommun.asking("mc"))
    let matter = try store.perform(.undo, on: 1, as: "mc")
    #expect(matter.state.files.isEmpty)
    #expect(try store.verify().isEmpty)
  }
}

/// A sender who is made anonymous, on a real file.
@Suite("Making a sender anonymous, in the store")
struct HiddenSenderStoreTests {
  let folder = try? TemporaryFolder()

  @Test("The matter is no longer found by its sender, until it is taken back")
  func recurrence() throws {
    let store = try Store.temporary(try #require(folder))
    for key in ["a", "b"] { _ = try store.takeIn(synpunkt(key: .message(key))) }
    #expect(try others(store) == [2])
    try store.perform(.hideSender(reason: "Står i texten."), on: 2, as: "mc")
    #expect(try others(store) == [])
    #expect(try store.verify().isEmpty)
    try store.perform(.undo, on: 2, as: "mc", minute: 1)
    #expect(try others(store) == [2])
    #expect(try store.verify().isEmpty)
  }

  /// The other matters from the sender of the first one; nil when there is no first one.
  private func others(_ store: Store) throws(StoreError) -> [MatterID]? {
    let mc = Kommun.actor("mc")
    guard let matter = try store.matter(id: 1, asking: Asking(actor: mc, now: Kommun.instant()))
    else { return nil }
    return try store.otherMatters(
      bySenderOf: matter, asking: Asking(actor: mc, now: Kommun.instant())
    ).map(\.id)
  }
}
