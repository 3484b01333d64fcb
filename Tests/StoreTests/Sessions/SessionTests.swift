import Domain
import GRDB
import Testing

@testable import Store

/// Sessions know of each other: who writes where, and which is the newest of a person's.
@Suite struct SessionTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    // Lies at the unit of chef1.
    _ = try store.takeIn(synpunkt())
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
  }

  /// Another session on the same record.
  private func other() throws -> Store { try Store.temporary(folder) }

  private static func presence(
    _ kind: TextKind = .answer, of login: PersonID = "chef1", in matter: MatterID = 1
  ) -> Presence {
    Presence(login: login, matter: matter, kind: kind, since: Kommun.instant(minute: 2))
  }

  /// Somebody who writes.
  private func writer(
    _ kind: TextKind = .answer, as login: PersonID = "chef1", in matter: MatterID = 1
  ) throws -> Store {
    let store = try other()
    _ = try store.beginSession(of: login, at: Kommun.instant(minute: 1))
    try store.noteWriting(Self.presence(kind, of: login, in: matter))
    return store
  }

  private func others(_ store: Store, _ login: PersonID) throws -> OtherSessions {
    try store.otherSessions(for: Kommun.actor(login))
  }

  private func reader(_ login: PersonID) throws -> Store {
    let store = try other()
    _ = try store.beginSession(of: login, at: Kommun.instant())
    return store
  }

  /// Does something with the row of a session, as another process.
  private func change(_ sql: String) throws {
    let store = try other()
    _ = try store.drafts(of: Kommun.actor("mc"))
    try #require(store.draftFile).queue.write { db in try db.execute(sql: sql) }
  }

  private func count() throws -> Int {
    let store = try other()
    _ = try store.drafts(of: Kommun.actor("mc"))
    return try #require(store.draftFile).queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM session") ?? -1
    }
  }

  @Test(arguments: [
    TextKind.answer, .officialNote, .internalNote, .addition(.phone), .addition(.letter),
  ])
  func whoWritesIsSeenFromBeginningToEnd(_ kind: TextKind) throws {
    let reader = try reader("headomsorg")
    #expect(try others(reader, "headomsorg") == OtherSessions())
    let writer = try writer(kind)
    #expect(try others(reader, "headomsorg").writing == [Self.presence(kind)])
    try writer.noteWriting(nil)
    #expect(try others(reader, "headomsorg") == OtherSessions())
    try writer.noteWriting(Self.presence(kind))
    #expect(try others(reader, "headomsorg").writing == [Self.presence(kind)])
    try writer.endSession()
    #expect(try others(reader, "headomsorg") == OtherSessions())
  }

  static let sights: [(PersonID, TextKind, Bool)] = [
    ("chef1", .answer, true), ("headomsorg", .internalNote, true), ("mc", .answer, true),
    ("regomsorg", .internalNote, true), ("analyst", .officialNote, true),
    // Not what one may not know of.
    ("mc", .internalNote, false), ("analyst", .internalNote, false),
    ("chef2", .answer, false), ("rektor1", .answer, false), ("admin", .answer, false),
    ("custodian", .answer, false), ("staff", .answer, false), ("mcskola", .answer, false),
  ]

  @Test(arguments: sights)
  func onlyWhoSeesTheMatterSeesIt(_ sight: (PersonID, TextKind, Bool)) throws {
    let (login, kind, isSeen) = sight
    let writer = try writer(kind, as: "headall")
    let seen = try others(reader(login), login).writing
    #expect(seen == (isSeen ? [Self.presence(kind, of: "headall")] : []))
    withExtendedLifetime(writer) {}
  }

  @Test func rightsAreThoseOfNow() throws {
    let writer = try writer()
    let reader = try reader("mc")
    #expect(try others(reader, "mc").writing.count == 1)
    var organisation = Kommun.organisation
    organisation.people.removeAll { $0.login == "mc" }
    try store.apply(organisation, by: "admin", at: Kommun.instant(minute: 3))
    #expect(try others(reader, "mc").writing.isEmpty)
    withExtendedLifetime(writer) {}
  }

  @Test func aMatterThatIsNotThereIsNobodys() throws {
    let writer = try writer(in: 77)
    #expect(try others(reader("headall"), "headall").writing.isEmpty)
    withExtendedLifetime(writer) {}
  }

  @Test func oneselfElsewhereIsNobodyElse() throws {
    let writer = try writer()
    #expect(try others(reader("chef1"), "chef1").writing.isEmpty)
    withExtendedLifetime(writer) {}
  }

  @Test(arguments: ["started = started - 1", "boot = 'x'", "pid = 4194305"])
  func aProcessThatHasEndedLetsGo(_ change: String) throws {
    let reader = try reader("headall")
    let writer = try writer()
    #expect(try others(reader, "headall").writing.count == 1)
    try self.change("UPDATE session SET \(change) WHERE login = 'chef1'")
    #expect(try others(reader, "headall").writing.isEmpty)
    // And is cleared away by who noticed.
    #expect(try count() == 1)
    withExtendedLifetime(writer) {}
  }

  @Test func whatANewerProgramWritesIsPassedOver() throws {
    let writer = try writer()
    try change("ALTER TABLE session ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
    try change("UPDATE session SET kind = '{\"poem\":{}}'")
    #expect(try others(reader("headall"), "headall").writing.isEmpty)
    try writer.noteWriting(Self.presence())
    #expect(try others(reader("headall"), "headall").writing.count == 1)
  }

  @Test func typingOfOthersIsNoNews() throws {
    let reader = try reader("chef2")
    var stamp = try reader.saveDrafts([DraftTests.note("Mitt")], of: "chef2")[0]
    _ = try reader.drafts(of: Kommun.actor("chef2"))
    let writer = try other()
    for number in 1...3 {
      _ = try writer.saveDrafts([DraftTests.note("Text \(number)")], of: "chef1")
      let (next, _) = try reader.save(DraftTests.note("Mitt \(number)"), over: stamp, of: "chef2")
      stamp = try #require(next)
      #expect(try !reader.draftsChangedElsewhere(of: "chef2"))
    }
    // What is one's own is, whoever else types.
    _ = try other().saveDrafts([DraftTests.note("Också mitt")], of: "chef2")
    #expect(try reader.draftsChangedElsewhere(of: "chef2"))
  }

  @Test func theNewestSessionOfAPersonIsTheOneThatWrites() throws {
    let first = try other()
    #expect(try first.beginSession(of: "chef1", at: Kommun.instant(minute: 1)) == nil)
    #expect(try others(first, "chef1").replacedAt == nil)
    let second = try other()
    let older = try second.beginSession(of: "chef1", at: Kommun.instant(minute: 2))
    #expect(older == Kommun.instant(minute: 1))
    #expect(try others(first, "chef1").replacedAt == Kommun.instant(minute: 2))
    #expect(try others(second, "chef1").replacedAt == nil)
    // Taken back, though the clock has been set back too.
    let again = try first.beginSession(of: "chef1", at: Kommun.instant())
    #expect(again == Kommun.instant(minute: 2))
    #expect(try others(first, "chef1").replacedAt == nil)
    #expect(try others(second, "chef1").replacedAt == Kommun.instant())
    // Others are not concerned.
    #expect(try others(reader("chef2"), "chef2").replacedAt == nil)
    // Ended in one way or the other: the one that is left writes.
    try first.endSession()
    #expect(try others(second, "chef1").replacedAt == nil)
    #expect(try count() == 2)
  }

  @Test func anotherPersonInTheSameProcessIsTheOneThatCounts() throws {
    let store = try reader("chef1")
    #expect(try store.beginSession(of: "chef2", at: Kommun.instant(minute: 5)) == nil)
    #expect(try other().beginSession(of: "chef1", at: Kommun.instant(minute: 6)) == nil)
    #expect(try count() == 2)
  }

  @Test func aFileThatIsMadeAnewKnowsOfTheSessionAgain() throws {
    let writer = try writer()
    let reader = try reader("headall")
    try change("DELETE FROM session")
    #expect(try others(reader, "headall").writing.isEmpty)
    try writer.noteWriting(Self.presence(.officialNote))
    #expect(try others(reader, "headall").writing == [Self.presence(.officialNote)])
  }

  @Test func whoReadsOnlyMakesNoFile() throws {
    #expect(try others(store, "chef1") == OtherSessions())
    try store.noteWriting(Self.presence())
    #expect(folder.mode(folder.file("record.sqlite.drafts")) == nil)
  }

  @Test func anOlderFileIsTakenOverWithItsTexts() throws {
    _ = try store.saveDrafts([DraftTests.note("Halv")], of: "chef1")
    try change("DROP TABLE session")
    try change("DELETE FROM grdb_migrations WHERE identifier = '2'")
    let store = try reader("chef1")
    #expect(try store.draftTexts(of: "chef1") == ["Halv"])
    #expect(try count() == 1)
  }
}
