import Domain
import FoundationEssentials
import Testing

@testable import Store

/// What people are told of changes of their keys, roles and units.
@Suite struct AccessChangeTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
  }

  private func changed(_ change: (inout Organisation) -> Void) throws -> Organisation {
    var organisation = try store.organisation()
    change(&organisation)
    return organisation
  }

  private func isChef1(_ person: Person) -> Bool { person.login == "chef1" }

  @Test func aPersonIsToldUntilTheyHaveSeenIt() throws {
    let first = try store.unseenChanges(for: "chef1")
    #expect(first.map(\.changes) == [[.roleGiven(.manager, unit: "Hemtjänst 1")]])
    #expect(first.map(\.by) == ["root"])
    let more = try changed { organisation in
      for index in organisation.people.indices where isChef1(organisation.people[index]) {
        organisation.people[index].grants.append(Grant(role: .staff, unit: "s1"))
      }
    }
    try store.apply(more, by: "admin", at: Kommun.instant(minute: 5))
    let both = try store.unseenChanges(for: "chef1")
    #expect(both.map(\.changes.count) == [1, 1])
    #expect(both.last?.changes == [.roleGiven(.staff, unit: "Skola 1")])
    #expect(both.last?.by == "admin" && both.last?.at == Kommun.instant(minute: 5))
    try store.noteSeen(upTo: both[0].event, by: "chef1", at: Kommun.instant(minute: 6))
    #expect(try store.unseenChanges(for: "chef1") == [both[1]])
    try store.noteSeen(upTo: both[1].event, by: "chef1", at: Kommun.instant(minute: 7))
    #expect(try store.unseenChanges(for: "chef1") == [])
    #expect(try store.unseenChanges(for: "chef2").count == 1)
    #expect(try store.verify() == [])
  }

  @Test func whoIsNotConcernedIsNotTold() throws {
    let before = try store.unseenChanges(for: "chef2")
    try store.apply(
      try changed { $0.people.removeAll(where: isChef1) }, by: "x", at: Kommun.instant())
    #expect(try store.unseenChanges(for: "chef2") == before)
    #expect(
      try store.unseenChanges(for: "chef1").last?.changes
        == [.roleTaken(.manager, unit: "Hemtjänst 1")])
  }

  @Test func seeingIsRecordedOnce() throws {
    let events = { try store.reading { db in try EventLog(db: db).lastID() } }
    let event = try store.unseenChanges(for: "mc")[0].event
    let before = try events()
    try store.noteSeen(upTo: event, by: "mc", at: Kommun.instant())
    #expect(try events() == before + 1)
    try store.noteSeen(upTo: event, by: "mc", at: Kommun.instant())
    #expect(try events() == before + 1)
    #expect(try store.verify() == [])
  }

  @Test func nobodyChangesTheirOwn() throws {
    let without = try changed { $0.people.removeAll(where: isChef1) }
    #expect(throws: StoreError.refused(.ownAccess)) {
      try store.apply(without, by: "chef1", at: Kommun.instant())
    }
    #expect(throws: StoreError.refused(.ownAccess)) {
      _ = try store.plan(without, by: "chef1", at: Kommun.instant())
    }
    #expect(try store.organisation() == Kommun.organisation)
    // What is merely another name is nobody's way to anything.
    try store.apply(
      try changed { organisation in
        for index in organisation.units.indices { organisation.units[index].name += "!" }
      }, by: "chef1", at: Kommun.instant())
    #expect(try store.unseenChanges(for: "chef1").count == 1)
    #expect(try store.unseenChanges(for: "chef2").count == 2)
  }

  @Test func theFirstOrganisationMayNameWhoAppliesIt() throws {
    let store = try Store.temporary(folder, "own")
    try store.apply(Kommun.organisation, by: "mc", at: Kommun.instant())
    #expect(try store.unseenChanges(for: "mc") == [])
    #expect(try store.unseenChanges(for: "admin").count == 1)
  }

  @Test func whatWasWrittenBeforeThereWereKeysIsRead() throws {
    let person: Person = try EventCoding.value(
      Data(#"{"login":"a","name":"A","grants":[{"role":"staff"}]}"#.utf8))
    #expect(person == Person(login: "a", name: "A", grants: [Grant(role: .staff, unit: nil)]))
    let facts: GeneralFacts = try EventCoding.value(
      Data(#"{"organisationApplied":{"municipality":"X","units":[],"people":1}}"#.utf8))
    #expect(facts == .organisationApplied(municipality: "X", units: [], people: 1))
  }

  @Test func theOrganisationIsReadWithoutMakingAnything() throws {
    #expect(try Store.organisation(at: store.path) == Kommun.organisation)
    let missing = folder.file("none.sqlite")
    #expect(throws: StoreError.self) { try Store.organisation(at: missing) }
    try folder.write([], to: "empty.sqlite")
    #expect(throws: StoreError.self) { try Store.organisation(at: folder.file("empty.sqlite")) }
    #expect(try folder.read("empty.sqlite").isEmpty)
    #expect(folder.names.filter { $0.hasPrefix("none") || $0.hasPrefix("empty.sqlite-") } == [])
  }
}
