import Domain
import GRDB
import Testing

@testable import Store

/// A new organisation that takes open matters from who has them.
@Suite struct MovingTests {
  let folder: TemporaryFolder
  let store: Store

  /// Three matters at o1, one of them handed to staff, one answered; one of them at o2; one closed
  /// at s1; one with triage.
  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    for minute in 0..<6 { _ = try store.takeIn(synpunkt("Nummer \(minute)."), minute: minute) }
    for id in 1...3 as ClosedRange<Int64> {
      try store.perform(.triage(.complaint, unit: "o1"), on: id, as: "mc")
    }
    try store.perform(.triage(.complaint, unit: "o2"), on: 4, as: "mc")
    try store.perform(.triage(.complaint, unit: "s1"), on: 5, as: "mc")
    try store.perform(.handOver(to: "staff"), on: 2, as: "chef1")
    try store.perform(.answer(Self.answer), on: 3, as: "chef1")
    try store.perform(.answer(Self.answer), on: 5, as: "rektor1")
    try store.perform(.setSubjectArea("mat"), on: 5, as: "rektor1")
    try store.perform(.close, on: 5, as: "rektor1")
  }

  static let answer = AnswerDraft(
    way: .email, recipient: "anna@exempel.se", text: "Tack.", tellsOfHealth: false,
    senderMayKnow: true)

  private func changed(_ change: (inout Organisation) -> Void) -> Organisation {
    var organisation = Kommun.organisation
    change(&organisation)
    return organisation
  }

  private func closing(_ unit: UnitID) -> Organisation {
    changed { $0.units[$0.units.firstIndex { $0.id == unit } ?? 0].isClosed = true }
  }

  private func unit(of id: MatterID) throws -> UnitID? {
    try store.matter(id: id, asking: Kommun.asking("mc"))?.state.unit
  }

  private func events() throws -> Int64 {
    try store.reading { db in try EventLog(db: db).lastID() }
  }

  @Test func whatWouldBeWithoutAnOwnerIsNamedAndNothingIsWritten() throws {
    let before = try events()
    let orphans = [
      Orphan(.closedUnit("o1"), name: "Hemtjänst 1", count: 3)
    ]
    #expect(throws: StoreError.notMoved(.orphaned(orphans))) {
      try store.apply(closing("o1"), by: "admin", at: Kommun.instant())
    }
    #expect(throws: StoreError.notMoved(.orphaned(orphans))) {
      _ = try store.plan(closing("o1"), by: "admin", at: Kommun.instant())
    }
    #expect(try events() == before)
    #expect(try store.organisation() == Kommun.organisation)
  }

  @Test func allOfItIsOneStep() throws {
    let before = try events()
    let moves = Moves(units: ["o1": "o2"])
    let plan = try store.plan(closing("o1"), by: "admin", at: Kommun.instant(), moves: moves)
    #expect(try events() == before)
    let done = try store.apply(
      closing("o1"), by: "admin", at: Kommun.instant(minute: 9), moves: moves)
    #expect(done == plan)
    #expect(done.counts.filter { done.moves[$0.key] != nil }.values.reduce(0, +) == 3)
    #expect(try events() == before + 4)
    for id in 1...3 as ClosedRange<Int64> {
      let matter = try #require(try store.matter(id: id, asking: Kommun.asking("mc")))
      #expect(matter.state.unit == "o2" && matter.state.handler == nil)
      #expect(matter.events.last?.by == "admin")
      #expect(matter.events.last?.at == Kommun.instant(minute: 9))
    }
    #expect(try store.verify() == [])
  }

  @Test func theNewChefHasThemAtOnceAndTheOldOneNoMore() throws {
    try store.apply(
      closing("o1"), by: "admin", at: Kommun.instant(), moves: Moves(units: ["o1": "o2"]))
    func mine(_ login: String) throws -> Set<MatterID> {
      Set(
        try store.rows(in: .mine, for: Kommun.actor(login), today: Kommun.today).map(\.id))
    }
    #expect(try mine("both") == [1, 2, 3, 4, 6])
    #expect(try mine("chef2") == [1, 2, 3, 4])
    #expect(try mine("chef1") == [])
    #expect(try mine("staff") == [])
    #expect(throws: StoreError.noSuchMatter) {
      try store.perform(.writeInternalNote("x"), on: 1, as: "chef1")
    }
    #expect(throws: StoreError.refused(.builtUpon)) {
      try store.perform(.undo, on: 1, as: "mc")
    }
  }

  @Test func anotherChefOfTheSameUnitHasThemAtOnce() throws {
    let new = changed { organisation in
      for index in organisation.people.indices {
        switch organisation.people[index].login {
        case "chef1": organisation.people[index].grants = []
        case "chef3": organisation.people[index].grants.append(Grant(role: .manager, unit: "o1"))
        default: break
        }
      }
    }
    let before = try events()
    try store.apply(new, by: "admin", at: Kommun.instant())
    #expect(try events() == before + 1)
    let actors = ["chef1", "chef3"].map { Kommun.actor($0) }
    let rows = try actors.map { try store.rows(in: .mine, for: $0, today: Kommun.today).map(\.id) }
    #expect(rows.map(Set.init) == [[], [1, 2, 3]])
    #expect(
      try store.unseenChanges(for: "chef3").last?.changes
        == [.roleGiven(.manager, unit: "Hemtjänst 1")])
  }

  @Test func aHalfWrittenAnswerStaysWithItsWriter() throws {
    let draft = Draft.text(
      DraftMatter(1, Reference(year: 2026, serial: 1)), .answer, BegunText(text: "Hej Anna"))
    let work = DraftsToSave(
      changes: [DraftsToSave.Change(number: 1, draft: draft, over: nil)], removed: [])
    _ = try store.saveDrafts(work, of: "chef1", at: Kommun.instant())
    try store.apply(
      closing("o1"), by: "admin", at: Kommun.instant(), moves: Moves(units: ["o1": "o2"]))
    let found = try store.drafts(of: Kommun.actor("chef1"))
    #expect(found.drafts.map(\.draft) == [draft])
    #expect(found.drafts.map(\.standing) == [.unreachable])
    #expect(try store.drafts(of: Kommun.actor("chef2")).drafts == [])
  }

  @Test func aPersonWhoLeavesHandsOver() throws {
    let new = changed { $0.people.removeAll { $0.login == "staff" } }
    #expect(
      throws: StoreError.notMoved(
        .orphaned([Orphan(.person("staff"), name: "Namn staff", count: 1)]))
    ) {
      try store.apply(new, by: "admin", at: Kommun.instant())
    }
    try store.apply(
      new, by: "admin", at: Kommun.instant(), moves: Moves(people: ["staff": "chef1"]))
    #expect(try store.matter(id: 2, asking: Kommun.asking("mc"))?.state.handler == "chef1")
    try store.apply(
      new, by: "admin", at: Kommun.instant(), moves: Moves(people: ["chef1": nil]))
    #expect(try store.matter(id: 2, asking: Kommun.asking("mc"))?.state.handler == nil)
    #expect(try store.verify() == [])
  }

  @Test func whoMovesLeavesWhatIsClosedBehind() throws {
    func working(at unit: UnitID) -> Organisation {
      changed { organisation in
        for index in organisation.people.indices where organisation.people[index].login == "both" {
          organisation.people[index].grants = [Grant(role: .staff, unit: unit)]
        }
      }
    }
    try store.apply(working(at: "s1"), by: "admin", at: Kommun.instant())
    try store.perform(.triage(.complaint, unit: "s1"), on: 6, as: "mc")
    let steps: [(PersonID, MatterCommand)] = [
      ("rektor1", .handOver(to: "both")), ("rektor1", .answer(Self.answer)),
      ("rektor1", .setSubjectArea("mat")), ("rektor1", .close),
    ]
    for (login, command) in steps { try store.perform(command, on: 6, as: login) }
    for (unit, expected) in [("s1", [6]), ("s2", [])] as [(UnitID, [MatterID])] {
      let organisation = working(at: unit)
      try store.apply(organisation, by: "admin", at: Kommun.instant())
      let actor = Actor(try #require(organisation.person("both")), in: organisation)
      let asking = Asking(actor: actor, now: Kommun.instant())
      for queue in [Queue.done, .all] {
        let rows = try store.rows(in: queue, for: actor, today: Kommun.today)
        #expect(rows.map(\.id) == expected)
      }
      #expect(try (store.matter(id: 6, asking: asking) != nil) == !expected.isEmpty)
      let found = try store.search(
        SearchQuery.parse("nummer", by: SearchVocabulary(Kommun.rules)), asking: asking)
      #expect(found.map(\.row.id) == expected)
    }
    #expect(throws: StoreError.noSuchMatter) {
      try store.perform(.writeInternalNote("x"), on: 6, as: "both")
    }
  }

  @Test func whatIsSortedIsNotLeftToNobody() throws {
    // Of omsorg one for each desk of triage, of skola one that its chef has closed.
    try store.perform(
      .giveBack(.wrongUnit, words: nil), on: 1, as: "chef1")
    try store.perform(.giveBack(.needsDetails, words: nil), on: 4, as: "chef2")
    try store.perform(.writeOfficialNote("Löst."), on: 3, as: "chef1")
    try store.perform(.giveBack(.done, words: nil), on: 3, as: "chef1")
    try store.perform(.add(.phone, on: Kommun.today, text: "Mer."), on: 5, as: "rektor1")
    let before = try events()
    let new = changed { $0.people.removeAll { ["mc", "mcskola", "both"].contains($0.login) } }
    let fault = StoreError.notMoved(
      .orphaned([
        Orphan(.triage("omsorg"), name: "Omsorgsförvaltningen", count: 3),
        Orphan(.triage(nil), name: "", count: 1),
      ]))
    #expect(throws: fault) { try store.apply(new, by: "admin", at: Kommun.instant()) }
    #expect(throws: fault) { _ = try store.plan(new, by: "admin", at: Kommun.instant()) }
    #expect(try events() == before)
    // Who sorts in the school department has no part in the others, but in what has no unit yet.
    let shared = changed { $0.people.removeAll { $0.login == "mc" } }
    #expect(
      throws: StoreError.notMoved(
        .orphaned([Orphan(.triage("omsorg"), name: "Omsorgsförvaltningen", count: 3)]))
    ) {
      try store.apply(shared, by: "admin", at: Kommun.instant())
    }
    try store.apply(
      changed { organisation in
        organisation.people.removeAll { $0.login == "mc" }
        organisation.people.append(Kommun.person("ny", .triage, "omsorg"))
      }, by: "admin", at: Kommun.instant())
  }

  @Test func aUnitThatClosedMattersKnowMayBeClosedButNotMissing() throws {
    let without = changed { $0.units.removeAll { $0.id == "s1" } }
    #expect(
      throws: StoreError.notMoved(
        .orphaned([Orphan(.missingUnit("s1"), name: "Skola 1", count: 1)]))
    ) {
      try store.apply(without, by: "admin", at: Kommun.instant())
    }
    try store.apply(closing("s1"), by: "admin", at: Kommun.instant())
    #expect(try unit(of: 5) == "s1")
    // Nobody has ever had anything to do with this one.
    try store.apply(
      changed {
        $0.units.removeAll { $0.id == "s3" }
        $0.people.removeAll { $0.login == "rektor3" }
      }, by: "admin", at: Kommun.instant())
  }

  @Test func nobodyMovesMattersIntoTheirOwnSight() throws {
    let moves = Moves(units: ["o1": "o2"])
    #expect(throws: StoreError.refused(.ownAccess)) {
      _ = try store.plan(closing("o1"), by: "chef2", at: Kommun.instant(), moves: moves)
    }
    #expect(throws: StoreError.refused(.ownAccess)) {
      try store.apply(closing("o1"), by: "chef2", at: Kommun.instant(), moves: moves)
    }
    #expect(try unit(of: 1) == "o1")
    try store.apply(
      closing("o1"), by: "headomsorg", at: Kommun.instant(), moves: Moves(units: ["o1": "o2"]))
    #expect(try unit(of: 1) == "o2")
  }
}
