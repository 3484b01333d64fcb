import Domain
import GRDB
import Testing

@testable import Store

/// The log of who has seen what.
@Suite struct AccessTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    _ = try store.takeIn(synpunkt("Ett"))
    _ = try store.takeIn(synpunkt("Två"))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    try store.perform(.triage(.complaint, unit: "s1"), on: 2, as: "mc")
  }

  private func log(
    _ question: Store.AccessQuestion = .init(), as login: String = "headall"
  ) throws -> [Access] {
    try store.accesses(question, for: Kommun.actor(login)).map(\.entry.access).reversed()
  }

  @Test func anOpeningIsLoggedOnceADayInASession() throws {
    for minute in 0...2 {
      _ = try store.matter(id: 1, asking: Kommun.asking("chef1", minute: minute))
    }
    #expect(try log() == [.opened(1)])
    _ = try store.matter(id: 1, asking: Kommun.asking("mc"))
    _ = try store.matter(id: 1, asking: Kommun.asking("chef1", minute: 24 * 60))
    let other = try Store.temporary(folder)
    _ = try other.matter(
      Reference(year: 2026, serial: 1), asking: Kommun.asking("chef1", minute: 3))
    #expect(try log() == Array(repeating: .opened(1), count: 4))
    #expect(try store.verify() == [])
  }

  @Test func whatIsOutOfReachIsAnsweredForLikeWhatIsNotThere() throws {
    let other = try DatabaseQueue(path: folder.file())
    try store.wait(atMost: .zero)
    try other.inDatabase { db in
      // Nothing waits for who writes, so nobody can tell the two apart.
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(try store.matter(id: 2, asking: Kommun.asking("chef1")) == nil)
      #expect(try store.matter(id: 99, asking: Kommun.asking("chef1")) == nil)
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test func whatIsNotSeenIsNotLogged() throws {
    for login in ["chef2", "staff", "admin", "custodian", "nobody"] {
      #expect(try store.matter(id: 1, asking: Kommun.asking(login)) == nil)
      #expect(try store.matter(id: 99, asking: Kommun.asking(login)) == nil)
    }
    #expect(try log() == [])
  }

  @Test func searchesExportsAndProtectedIdentitiesAreLogged() throws {
    let matter = try #require(try store.matter(id: 1, asking: Kommun.asking("chef1")))
    _ = try store.otherMatters(bySenderOf: matter, asking: Kommun.asking("chef1"))
    #expect(try store.matterAmongOthers(id: 1, asking: Kommun.asking("chef1"))?.others == 0)
    try store.logExport(of: "all", rows: 7, asking: Kommun.asking("chef1"))
    try store.perform(.protect, on: 1, as: "chef1")
    #expect(throws: StoreError.refused(.notAllowed(.unprotect))) {
      try store.openProtected(1, reason: "x", asking: Kommun.asking("chef1"))
    }
    let named = try Kommun.actor("both2", granting: [.custodian, .registrar], in: store)
    let asking = Asking(actor: named, now: Kommun.instant())
    let opened = try store.openProtected(1, reason: "Brev", asking: asking)
    #expect(opened.state.sender.name == "Anna Exempel")
    #expect(throws: StoreError.refused(.emptyText("Skälet"))) {
      try store.openProtected(1, reason: " ", asking: asking)
    }
    #expect(throws: StoreError.noSuchMatter) {
      try store.openProtected(99, reason: "x", asking: asking)
    }
    #expect(
      try log() == [
        .opened(1), .searchedSenders(from: 1), .exported("all", rows: 7),
        .openedProtected(1, reason: "Brev"),
      ])
    let file = try folder.read("record.sqlite-wal")
    #expect(!file.isEmpty)
    let kept = try store.reading { db in
      try String.fetchAll(db, sql: "SELECT coalesce(words, '') FROM access")
    }
    #expect(kept == ["", "", "all 7", "Brev"])
  }

  @Test func aFileOfAProtectedMatterIsForThoseWhoAreNamed() throws {
    let file = IncomingFile(name: "Anna.txt", mediaType: "text/plain", bytes: [1, 2])
    _ = try store.takeIn(synpunkt("Tre", files: [file]))
    try store.perform(.triage(.complaint, unit: "o1"), on: 3, as: "mc")
    let named = try Kommun.actor("both2", granting: [.custodian, .registrar], in: store)
    let asking = Asking(actor: named, now: Kommun.instant())
    func bytes(_ number: Int, _ reason: String, _ asking: Asking) throws(StoreError) -> [UInt8] {
      try store.bytes(ofFile: number, inProtected: 3, reason: reason, asking: asking)
    }
    #expect(throws: StoreError.refused(.notProtected)) { try bytes(1, "x", asking) }
    try store.perform(.protect, on: 3, as: "chef1")
    #expect(throws: StoreError.hiddenFile) {
      try store.bytes(ofFile: 1, in: 3, asking: asking)
    }
    #expect(throws: StoreError.refused(.notAllowed(.unprotect))) {
      try bytes(1, "x", Kommun.asking("chef1"))
    }
    #expect(throws: StoreError.refused(.emptyText("Skälet"))) { try bytes(1, " ", asking) }
    #expect(throws: StoreError.noSuchMatter) { try bytes(2, "x", asking) }
    #expect(try log() == [.opened(3)])
    #expect(try bytes(1, "Dom", asking) == [1, 2])
    #expect(try log() == [.opened(3), .openedProtected(3, reason: "Dom")])
    #expect(try store.verify() == [])
  }

  @Test func aProtectedSenderIsFoundByNobody() throws {
    let two = try #require(try store.matter(id: 2, asking: Kommun.asking("mc")))
    #expect(try store.otherMatters(bySenderOf: two, asking: Kommun.asking("mc")).map(\.id) == [1])
    #expect(try store.matterAmongOthers(id: 2, asking: Kommun.asking("mc"))?.others == 1)
    #expect(try store.matterAmongOthers(id: 2, asking: Kommun.asking("rektor1"))?.others == 0)
    #expect(try store.matterAmongOthers(id: 2, asking: Kommun.asking("chef1")) == nil)
    try store.perform(.protect, on: 1, as: "chef1")
    #expect(try store.matterAmongOthers(id: 2, asking: Kommun.asking("mc"))?.others == 0)
    #expect(try store.matterAmongOthers(id: 1, asking: Kommun.asking("mc"))?.others == 0)
    #expect(try store.otherMatters(bySenderOf: two, asking: Kommun.asking("mc")) == [])
    #expect(try store.verify() == [])
  }

  @Test func anOpenListOfASendersMattersIsFollowedWithoutAnotherLine() throws {
    let two = try #require(try store.matter(id: 2, asking: Kommun.asking("mc")))
    func others(again: Bool) throws -> [MatterID] {
      try store.otherMatters(bySenderOf: two, asking: Kommun.asking("mc"), again: again).map(\.id)
    }
    #expect(try others(again: false) == [1])
    let lines = try log()
    #expect(try others(again: true) == [1])
    try store.perform(.protect, on: 1, as: "chef1")
    #expect(try others(again: true) == [])
    #expect(try log() == lines)
    #expect(lines.last == .searchedSenders(from: 2))
  }

  @Test func whoTheSenderIsIsNotToldByWhatElseTheyLeft() throws {
    var organisation = Kommun.organisation
    organisation.people.append(
      Person(
        login: "mixed", name: "Mixed",
        grants: [Grant(role: .manager, unit: "o1"), Grant(role: .analyst, unit: "skola")]))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    let actor = Actor(try #require(organisation.person("mixed")), in: organisation)
    let asking = Asking(actor: actor, now: Kommun.instant())
    let found = try #require(try store.matterAmongOthers(id: 1, asking: asking))
    #expect(try store.matter(id: 2, asking: asking)?.hidden.contains(.sender) == true)
    #expect(found.others == 0)
    #expect(try store.otherMatters(bySenderOf: found.matter, asking: asking) == [])
  }

  @Test func whoLeavesOrWorksForAllIsStillFollowed() throws {
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("allmc", .triage, nil))
    for index in organisation.units.indices { organisation.units[index].sharesTriage = nil }
    try store.apply(organisation, by: "root", at: Kommun.instant())
    for login in ["allmc", "chef1"] {
      let actor = Actor(try #require(organisation.person(login)), in: organisation)
      try store.logExport(of: "mine", rows: 1, asking: Asking(actor: actor, now: Kommun.instant()))
    }
    organisation.people.removeAll { ["allmc", "chef1"].contains($0.login) }
    try store.apply(organisation, by: "root", at: Kommun.instant(minute: 1))
    func exporters(_ login: String) throws -> Set<PersonID> {
      Set(try store.accesses(.init(), for: Kommun.actor(login)).map(\.entry.person))
    }
    #expect(try exporters("headomsorg") == ["allmc", "chef1"])
    #expect(try exporters("headskola") == ["allmc"])
    #expect(try exporters("headall") == ["allmc", "chef1"])
  }

  @Test func eachReadsWhatHeAnswersForAndOthersNothing() throws {
    for login in ["chef1", "rektor1", "mc"] {
      for id in [MatterID(1), 2] { _ = try store.matter(id: id, asking: Kommun.asking(login)) }
      try store.logExport(of: "mine", rows: 1, asking: Kommun.asking(login))
    }
    #expect(try log(as: "headomsorg").count == 4)
    #expect(try log(as: "headskola").count == 4)
    #expect(try log().count == 7)
    #expect(try log(.init(person: "chef1"), as: "headskola") == [])
    #expect(try log(.init(person: "chef1"), as: "headomsorg").count == 2)
    #expect(try log(.init(matter: 2), as: "headomsorg") == [])
    #expect(try log(.init(matter: 2), as: "headskola").count == 2)
    for actor in Kommun.actors where !actor.roles.contains(.head) {
      #expect(throws: StoreError.refused(.notAllowed(.readLog)), "\(actor.login)") {
        try store.accesses(.init(), for: actor)
      }
    }
    let one = Reference(year: 2026, serial: 1)
    #expect(try store.loggedMatter(one, for: Kommun.actor("headomsorg")) == 1)
    #expect(try store.loggedMatter(one, for: Kommun.actor("headskola")) == nil)
  }

  @Test func pagesFollowEachOther() throws {
    for minute in 0..<5 {
      for login in ["chef1", "rektor1", "mc"] {
        for id in [MatterID(1), 2] {
          _ = try store.matter(id: id, asking: Kommun.asking(login, minute: minute * 24 * 60))
        }
        try store.logExport(
          of: "mine", rows: 1, asking: Kommun.asking(login, minute: minute * 24 * 60))
      }
    }
    for (login, matter) in [("headall", nil), ("headskola", nil), ("headomsorg", MatterID(1))] {
      let question = Store.AccessQuestion(matter: matter)
      let all = try store.accesses(question, for: Kommun.actor(login)).map(\.entry.id)
      #expect(all.count == (login == "headall" ? 35 : matter == nil ? 20 : 10))
      #expect(all == all.sorted(by: >))
      var paged: [Int64] = []
      while true {
        let page = try store.accesses(
          question, for: Kommun.actor(login), after: paged.last, limit: 3)
        paged += page.map(\.entry.id)
        #expect(page.count <= 3)
        if page.count < 3 { break }
      }
      #expect(paged == all, "\(login)")
    }
  }

  @Test func whoWorkedWhereIsAskedOfTheTimeOfEachLine() throws {
    // chef1 goes to school, and comes back; all three organisations lie behind the lines.
    func move(to unit: UnitID, at minute: Int) throws {
      var organisation = Kommun.organisation
      organisation.people.removeAll { $0.login == "chef1" }
      organisation.people.append(Kommun.person("chef1", .manager, unit))
      try store.apply(organisation, by: "root", at: Kommun.instant(minute: minute))
    }
    func export(_ rows: Int, at minute: Int) throws {
      try store.logExport(
        of: "mine", rows: rows, asking: Kommun.asking("chef1", minute: minute))
    }
    try export(1, at: 1)
    try move(to: "s1", at: 10)
    try export(2, at: 10)
    try export(3, at: 11)
    try move(to: "o1", at: 20)
    try export(4, at: 21)
    func rows(_ login: String, after last: Int64? = nil) throws -> [Int] {
      try store.accesses(.init(), for: Kommun.actor(login), after: last).compactMap {
        if case .exported(_, let rows) = $0.entry.access { rows } else { nil }
      }
    }
    #expect(try rows("headomsorg") == [4, 1])
    #expect(try rows("headskola") == [3, 2])
    #expect(try rows("headomsorg", after: 3) == [1])
    #expect(try rows("headall") == [4, 3, 2, 1])
  }

  @Test func nothingInTheLogCanBeChanged() throws {
    _ = try store.matter(id: 1, asking: Kommun.asking("mc"))
    for sql in ["UPDATE access SET person = 'x'", "DELETE FROM access"] {
      #expect(throws: (any Error).self) { try store.queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try log() == [.opened(1)])
  }

  @Test func whatIsChangedAllTheSameShows() throws {
    for login in ["mc", "chef1", "headall"] {
      _ = try store.matter(id: 1, asking: Kommun.asking(login))
    }
    #expect(try store.verify() == [])
    try store.queue.write { db in
      try db.execute(
        sql: """
          DROP TRIGGER accessStays;
          DELETE FROM access WHERE id = 2;
          CREATE TRIGGER accessStays BEFORE DELETE ON access
            BEGIN SELECT RAISE(ABORT, 'access'); END;
          """)
    }
    #expect(try store.verify().map(\.table) == ["access"])
  }

  @Test func aSampleIsTheSameForAllAndSaysWhatTheyHadToDoWithIt() throws {
    for minute in 0..<40 {
      let login = minute % 2 == 0 ? "chef1" : "headomsorg"
      _ = try store.matter(id: 1, asking: Kommun.asking(login, minute: minute * 24 * 60))
    }
    let november = try #require(Month(iso: "2026-11"))
    let december = try #require(Month(iso: "2026-12"))
    let sample = try store.sample(of: december, for: Kommun.actor("headomsorg"))
    #expect(sample.count == 20)
    #expect(sample == (try store.sample(of: december, for: Kommun.actor("headall"))))
    #expect(sample.map(\.entry.id) == sample.map(\.entry.id).sorted())
    #expect(Set(sample.map(\.task)) == [.owns, .none])
    #expect(try store.sample(of: november, for: Kommun.actor("headomsorg")).count == 7)
    #expect(try store.sample(of: december, for: Kommun.actor("headskola")) == [])
    try store.perform(.setTitle("Ny"), on: 1, as: "headomsorg")
    let after = try store.sample(of: december, for: Kommun.actor("headomsorg"))
    #expect(Set(after.map(\.task)) == [.owns, .worked])
  }
}

extension Kommun {
  /// Somebody new in the stored organisation, with roles in all of it.
  static func actor(
    _ login: String, granting roles: [Role], in store: Store
  ) throws -> Actor {
    var organisation = try store.organisation()
    organisation.people.append(
      Person(login: login, name: login, grants: roles.map { Grant(role: $0, unit: nil) }))
    try store.apply(organisation, by: "root", at: instant())
    return Actor(organisation.people[organisation.people.count - 1], in: organisation)
  }
}
