import Domain
import GRDB
import Testing

@testable import Store

@Suite struct PerformTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    _ = try store.takeIn(synpunkt())
  }

  @Test func aStepIsWrittenAndGivenBack() throws {
    let matter = try store.perform(
      .triage(.complaint, unit: "o1"), on: 1, as: "mc", expecting: 1, minute: 3)
    #expect(matter.version == 3)
    #expect(matter.state.unit == "o1")
    #expect(matter.events.last?.at == Kommun.instant(minute: 3))
    #expect(try store.matter(id: 1, asking: Kommun.asking("chef1")) == matter)
    #expect(
      try store.matter(Reference(year: 2026, serial: 1), asking: Kommun.asking("mc")) == matter)
    let rows = try store.rows(in: .new, for: Kommun.actor("chef1"), today: Kommun.today)
    #expect(rows == [matter.row])
  }

  @Test func whoHasSeenLessIsTold() throws {
    let now = try store.perform(.categorise(.complaint), on: 1, as: "mc", expecting: 1)
    #expect(throws: StoreError.conflict(now)) {
      try store.perform(.categorise(.praise), on: 1, as: "mc", expecting: 1)
    }
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc")) == now)
    // Who does not say what was seen builds on what there is.
    #expect(try store.perform(.categorise(.praise), on: 1, as: "mc").version == 3)
  }

  @Test func twoStoresOnOneFileMeetInAConflict() throws {
    let other = try Store.temporary(folder)
    let seen = try #require(try other.matter(id: 1, asking: Kommun.asking("mc")))
    let now = try store.perform(.triage(.praise, unit: "s1"), on: 1, as: "mc", expecting: 1)
    #expect(throws: StoreError.conflict(now)) {
      try other.perform(
        .triage(.complaint, unit: "o1"), on: 1, as: "mc", expecting: seen.version)
    }
    #expect(try other.matter(id: 1, asking: Kommun.asking("mc")) == now)
  }

  @Test func whatMayNotBeReadDoesNotExist() throws {
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    let reference = Reference(year: 2026, serial: 1)
    for login in ["chef2", "rektor1", "staff", "admin", "mcskola", "custodian"] {
      #expect(try store.matter(reference, asking: Kommun.asking(login)) == nil)
      #expect(try store.matter(id: 1, asking: Kommun.asking(login)) == nil)
      for version in [nil, 1, 3] {
        #expect(throws: StoreError.noSuchMatter) {
          try store.perform(.close, on: 1, as: login, expecting: version)
        }
      }
    }
    for id in [MatterID.min, -1, 0, 2, .max] {
      #expect(throws: StoreError.noSuchMatter) { try store.perform(.close, on: id, as: "mc") }
      #expect(try store.matter(id: id, asking: Kommun.asking("mc")) == nil)
    }
  }

  @Test func theStreamOfWhatIsNoMatterIsNoMatter() throws {
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    #expect(try store.matter(id: 0, asking: Kommun.asking("mc")) == nil)
  }

  @Test func whatTheRulesRefuseLeavesNothing() throws {
    let before = try store.matter(id: 1, asking: Kommun.asking("mc"))
    #expect(throws: StoreError.refused(.inTriage)) {
      // The note itself would have been possible; the two are one step.
      try store.perform(.noteAndReturn("Klart", .done, words: nil), on: 1, as: "headall")
    }
    #expect(throws: StoreError.refused(.unknownUnit("nowhere"))) {
      try store.perform(.triage(.praise, unit: "nowhere"), on: 1, as: "mc")
    }
    #expect(try store.matter(id: 1, asking: Kommun.asking("mc")) == before)
    #expect(try store.verify() == [])
  }

  @Test func whoGivesAMatterAwayStillSeesWhatWasDone() throws {
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    try store.perform(.handOver(to: "staff"), on: 1, as: "chef1")
    let matter = try store.perform(.giveBack(.wrongUnit, words: nil), on: 1, as: "staff")
    #expect(matter.state.status == .returned)
    #expect(try store.matter(id: 1, asking: Kommun.asking("staff")) == nil)
  }

  // MARK: - What is read beside

  @Test func theUnitsLastChosenComeFirst() throws {
    for index in 2...8 { _ = try store.takeIn(synpunkt("\(index)")) }
    for index in 1...8 {
      try store.perform(
        .assign("o\(min(index, 7))"), on: MatterID(index), as: "mc", minute: index)
    }
    #expect(try store.recentUnits(chosenBy: "mc") == ["o7", "o6", "o5", "o4", "o3"])
    #expect(try store.recentUnits(chosenBy: "mc", limit: 2) == ["o7", "o6"])
    #expect(try store.recentUnits(chosenBy: "chef1") == [])
    #expect(try store.verify() == [])
  }

  @Test func otherMattersOfASenderAreFoundByMailAndTelephone() throws {
    let sender = Sender(name: "Anna", email: "ANNA@exempel.se", phone: "+46 70-123 45 67")
    _ = try store.takeIn(synpunkt("Två", sender: sender, arrived: 2))
    _ = try store.takeIn(
      synpunkt("Tre", sender: Sender(name: "A", phone: "070 1234567"), arrived: 1))
    _ = try store.takeIn(synpunkt("Fyra", sender: .anonymous()))
    _ = try store.takeIn(synpunkt("Fem", sender: Sender(name: "Anna Exempel")))
    let mc = Kommun.actor("mc")
    func others(_ id: MatterID, _ actor: Actor) throws -> [MatterID] {
      let matter = try #require(
        try store.matter(id: id, asking: Asking(actor: mc, now: Kommun.instant())))
      return try store.otherMatters(
        bySenderOf: matter, asking: Asking(actor: actor, now: Kommun.instant())
      ).map(\.id)
    }
    #expect(try others(1, mc) == [2])
    #expect(try others(2, mc) == [1, 3])
    #expect(try others(3, mc) == [2])
    #expect(try others(4, mc) == [])
    #expect(try others(5, mc) == [])
    try store.perform(.triage(.praise, unit: "o1"), on: 3, as: "mc")
    #expect(try others(2, Kommun.actor("chef1")) == [])
    try store.perform(.triage(.praise, unit: "o1"), on: 2, as: "mc")
    #expect(try others(2, Kommun.actor("chef1")) == [3])
    #expect(try others(2, Kommun.actor("chef2")) == [])
    // A correction moves the matter to its right sender.
    try store.perform(
      .correct(.email, new: "bo@exempel.se", reason: "Fel adress"), on: 1, as: "mc")
    #expect(try others(2, mc) == [3])
    #expect(try store.verify() == [])
  }

  // MARK: - What others do

  @Test func manyWhoOpenAndWriteAtOnceShareOneRecord() async throws {
    let path = folder.file("shared")
    let numbers = try await withThrowingTaskGroup(of: [TakenIn].self) { group in
      for person in 1...8 {
        group.addTask {
          let store = try Store.open(at: path, kind: .ordinary, durable: false)
          return try (1...5).map { try store.takeIn(synpunkt("\(person) \($0)")) }
        }
      }
      return try await group.reduce([], +)
    }
    let expected = (1...40).map {
      TakenIn.registered(Reference(year: 2026, serial: $0), notice: nil)
    }
    #expect(Set(numbers) == Set(expected))
    #expect(try Store.open(at: path, kind: .ordinary).verify() == [])
  }

  @Test func changesOfOthersAreNoticedAndOwnOnesAreNot() throws {
    let other = try Store.temporary(folder)
    #expect(try store.hasChangedElsewhere() == false)
    try store.perform(.setTitle("Ett"), on: 1, as: "mc")
    #expect(try store.hasChangedElsewhere() == false)
    #expect(try other.hasChangedElsewhere() == true)
    #expect(try other.hasChangedElsewhere() == false)
    try other.perform(.setTitle("Två"), on: 1, as: "mc")
    #expect(try store.hasChangedElsewhere() == true)
    #expect(try store.hasChangedElsewhere() == false)
  }

  @Test func aChangeOfAnotherIsNotHiddenByAnOwnOneAfterIt() throws {
    let other = try Store.temporary(folder)
    try other.perform(.setTitle("Två"), on: 1, as: "mc")
    try store.perform(.setTitle("Tre"), on: 1, as: "mc")
    #expect(try store.hasChangedElsewhere() == true)
    #expect(try store.hasChangedElsewhere() == false)
    #expect(try other.hasChangedElsewhere() == true)
  }

  @Test func whatIsNoEventIsNoChange() throws {
    let other = try DatabaseQueue(path: folder.file())
    try other.write { db in try db.execute(sql: "CREATE TABLE other (id); DROP TABLE other") }
    #expect(try store.hasChangedElsewhere() == false)
  }
}
