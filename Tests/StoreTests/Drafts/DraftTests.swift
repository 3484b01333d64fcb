import Domain
import GRDB
import Glibc
import Testing

@testable import Store

extension Store {
  /// Brings drafts to disk; each is new.
  func saveDrafts(
    _ drafts: [Draft], of login: String, minute: Int = 0
  ) throws(StoreError) -> [DraftStamp] {
    let changes = drafts.enumerated().map {
      DraftsToSave.Change(number: $0.offset, draft: $0.element, over: nil)
    }
    let work = DraftsToSave(changes: changes, removed: [])
    let saved = try saveDrafts(work, of: login, at: Kommun.instant(minute: minute))
    return drafts.indices.compactMap { saved.stamps[$0] }
  }

  /// Brings a new version of a draft to disk.
  func save(
    _ draft: Draft, over stamp: DraftStamp, of login: String
  ) throws(StoreError) -> (
    DraftStamp?, isParted: Bool
  ) {
    let change = DraftsToSave.Change(number: 7, draft: draft, over: stamp)
    let work = DraftsToSave(changes: [change], removed: [])
    let saved = try saveDrafts(work, of: login, at: Kommun.instant(minute: 9))
    return (saved.stamps[7], saved.isParted)
  }

  /// The texts of somebody's drafts, the latest first.
  func draftTexts(of login: String) throws(StoreError) -> [String] {
    try drafts(of: Kommun.actor(login)).drafts.map(\.draft.text)
  }
}

/// Drafts lie in a file of their own, and belong to a person.
@Suite struct DraftTests {
  static func note(_ text: String, in matter: MatterID = 1, serial: Int = 1) -> Draft {
    .text(
      DraftMatter(matter, Reference(year: 2026, serial: serial)), .internalNote,
      BegunText(text: text))
  }

  static let taking: Draft = {
    var details = TakingDetails(channel: .visit, unit: "o1")
    details.words = [.name: "Anna", .phone: "070"]
    details.way = .phone
    return .taking(
      .spoken, BegunTaking(text: "Maten är kall", whyNotReadBack: "Hon gick", details: details))
  }()

  static let kinds: [Draft] = [
    note("Ring\nLena åäö 😀 \u{0}x"), taking,
    .text(
      DraftMatter(1, Reference(year: 2026, serial: 1)), .answer,
      BegunText(
        text: "Hej", template: "svar", isSpoken: true,
        chosen: ReviewChoice(way: .letter, recipient: "Anna"))),
    .text(
      DraftMatter(1, Reference(year: 2026, serial: 1)), .addition(.phone), BegunText(text: "Till")),
    .line(nil, purpose: "whyNotReadBack", question: "Varför?", text: "För att"),
    .line(
      DraftMatter(1, Reference(year: 2026, serial: 1)), purpose: "title", question: "Rubrik",
      text: "Mat"),
  ]

  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    _ = try store.takeIn(synpunkt())
  }

  private var path: String { folder.file("record.sqlite.drafts") }

  /// Another session on the same record.
  private func other() throws -> Store { try Store.temporary(folder) }

  @Test(arguments: kinds)
  func whatIsSavedIsFoundByTheNextSession(_ draft: Draft) throws {
    _ = try store.saveDrafts([draft], of: "chef1")
    let found = try other().drafts(of: Kommun.actor("chef1"))
    #expect(found.drafts.map(\.draft) == [draft])
    #expect(found.drafts.first?.savedAt == Kommun.instant())
  }

  @Test func theFileIsMadeWhenThereIsSomethingToSave() throws {
    _ = try store.drafts(of: Kommun.actor("chef1"))
    _ = try store.draftsChangedElsewhere(of: "chef1")
    let removed = DraftsToSave(changes: [], removed: [DraftStamp(id: 1, version: 1)])
    _ = try store.saveDrafts(removed, of: "chef1", at: Kommun.instant())
    #expect(folder.mode(path) == nil)
    _ = try store.saveDrafts([Self.note("Halv")], of: "chef1")
    for suffix in ["", "-wal", "-shm"] { #expect(folder.mode(path + suffix) == 0o600) }
  }

  @Test func typingWakesNobody() throws {
    let other = try other()
    _ = try store.saveDrafts([Self.note("Halv")], of: "chef1")
    #expect(try !other.hasChangedElsewhere())
    #expect(try other.draftsChangedElsewhere(of: "chef1"))
  }

  @Test func anotherSessionIsNoticedOnce() throws {
    let other = try other()
    let stamp = try store.saveDrafts([Self.note("Halv")], of: "chef1")[0]
    _ = try other.drafts(of: Kommun.actor("chef1"))
    #expect(try !other.draftsChangedElsewhere(of: "chef1"))
    _ = try store.save(Self.note("Halvt"), over: stamp, of: "chef1")
    #expect(try other.draftsChangedElsewhere(of: "chef1"))
    #expect(try !other.draftsChangedElsewhere(of: "chef1"))
    #expect(try !store.draftsChangedElsewhere(of: "chef1"))
  }

  @Test func nobodyElseReadsOrChangesIt() throws {
    let stamp = try store.saveDrafts([Self.note("Hemligt")], of: "chef1")[0]
    #expect(try store.draftTexts(of: "chef2").isEmpty)
    _ = try store.save(Self.note("Mitt"), over: stamp, of: "chef2")
    let work = DraftsToSave(changes: [], removed: [stamp])
    _ = try store.saveDrafts(work, of: "chef2", at: Kommun.instant())
    #expect(try store.draftTexts(of: "chef1") == ["Hemligt"])
    #expect(try store.draftTexts(of: "chef2") == ["Mitt"])
  }

  @Test func aNewVersionTakesThePlaceOfTheOneThatWasSeen() throws {
    let first = try store.saveDrafts([Self.note("Halv")], of: "chef1")[0]
    let (second, isParted) = try store.save(Self.note("Halvt"), over: first, of: "chef1")
    #expect(second == DraftStamp(id: first.id, version: 2) && !isParted)
    #expect(try store.draftTexts(of: "chef1") == ["Halvt"])
  }

  @Test func anotherWindowsTextIsNeverWrittenOver() throws {
    let seen = try store.saveDrafts([Self.note("Halv")], of: "chef1")[0]
    let other = try other()
    _ = try other.save(Self.note("Halv och mycket mer"), over: seen, of: "chef1")
    let (mine, isParted) = try store.save(Self.note("Halvt"), over: seen, of: "chef1")
    #expect(isParted && mine?.id != seen.id)
    #expect(try Set(store.draftTexts(of: "chef1")) == ["Halv och mycket mer", "Halvt"])
    // Nor removed, by who has not seen it.
    let work = DraftsToSave(changes: [], removed: [seen])
    _ = try store.saveDrafts(work, of: "chef1", at: Kommun.instant())
    #expect(try store.draftTexts(of: "chef1").count == 2)
  }

  @Test func aNumberIsNeverUsedAgain() throws {
    let first = try store.saveDrafts([Self.note("Ett")], of: "chef1")[0]
    let work = DraftsToSave(changes: [], removed: [first])
    _ = try store.saveDrafts(work, of: "chef1", at: Kommun.instant())
    let second = try store.saveDrafts([Self.note("Två")], of: "chef1")[0]
    #expect(second.id != first.id)
    let (third, isParted) = try store.save(Self.note("Ett mer"), over: first, of: "chef1")
    #expect(third?.id != second.id && !isParted)
    #expect(try store.draftTexts(of: "chef1").count == 2)
  }

  @Test func allOfASavingOrNothing() throws {
    let stamp = try store.saveDrafts([Self.note("Ett")], of: "chef1")[0]
    let other = try other()
    _ = try other.drafts(of: Kommun.actor("chef1"))
    let holder = try #require(other.draftFile)
    try holder.queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreError.busy) {
        try store.save(Self.note("Två"), over: stamp, of: "chef1")
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try store.draftTexts(of: "chef1") == ["Ett"])
  }

  @Test func whatANewerProgramHasWrittenOrIsDamagedIsCountedAndLeft() throws {
    _ = try store.saveDrafts([Self.note("Ett")], of: "chef1")
    let file = try #require(store.draftFile)
    try file.queue.write { db in
      try db.execute(sql: "ALTER TABLE draft ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
      try db.execute(
        sql: """
          INSERT INTO draft (login, draft, savedAt, since, version)
          VALUES ('chef1', '{"poem":{}}', 0, 0, 1), ('chef1', 'x', 0, 0, 1)
          """)
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
    }
    let other = try other()
    let found = try other.drafts(of: Kommun.actor("chef1"))
    #expect(found.unreadable == 2 && found.drafts.count == 1)
    // What is typed in an older program is saved all the same.
    _ = try other.saveDrafts([Self.note("Två")], of: "chef1")
    #expect(try store.draftTexts(of: "chef1").count == 2)
  }
}
