import Domain
import GRDB
import Testing

@testable import Store

/// Substitutes in the record: whose rights hold on which day, who is told, and what is checked.
@Suite struct SubstituteTests {
  private static let day = 24 * 60
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    for login in Kommun.organisation.people.map(\.login) {
      try store.noteSeen(upTo: 1, by: login, at: Kommun.instant())
    }
  }

  private func days(
    _ chef: PersonID = "chef1", _ substitute: PersonID = "staff", _ from: Int = 0, _ to: Int = 2
  ) -> Substitution {
    Substitution(
      chef: chef, substitute: substitute, from: Kommun.today + from, to: Kommun.today + to)
  }

  /// A matter with the chef of a unit.
  private func matter(at unit: UnitID) throws -> MatterID {
    guard case .registered(let number, _) = try store.takeIn(synpunkt("Maten vid \(unit).")) else {
      throw StoreError.other("not registered")
    }
    let id = try #require(try store.matter(number, asking: Kommun.asking("mc"))).id
    try store.perform(.triage(.complaint, unit: unit), on: id, as: "mc")
    return id
  }

  /// Somebody as a session has them on a day, however many have passed since.
  private func asking(_ login: String, after days: Int) throws -> Asking {
    let now = Kommun.instant(minute: days * Self.day)
    let person = try #require(Kommun.organisation.person(login))
    let actor = Actor(person, in: Kommun.organisation, on: SwedishTime(now).day)
    return Asking(actor: actor, now: now)
  }

  @Test func rightsComeAndGoWithTheDays() throws {
    let (own, other) = (try matter(at: "o1"), try matter(at: "o2"))
    try store.perform(.name(days("chef1", "staff", 1, 2)), asking: Kommun.asking("chef1"))
    for (day, isSubstitute) in [(0, false), (1, true), (2, true), (3, false), (1, true)] {
      let asking = try asking("staff", after: day)
      let rows = try store.rows(in: .mine, for: asking.actor, today: asking.today)
      #expect(rows.map(\.id) == (isSubstitute ? [own] : []), "day \(day)")
      let counts = try store.counts(of: [.mine], for: asking.actor, today: asking.today)
      #expect(counts == [.mine: rows.count])
      #expect(try (store.matter(id: own, asking: asking) != nil) == isSubstitute)
      #expect(try store.matter(id: other, asking: asking) == nil)
      if isSubstitute {
        let noted = try store.perform(
          .writeInternalNote("Dag \(day)."), on: own, expecting: nil, asking: asking,
          rules: Kommun.rules)
        #expect(noted.events.last?.by == "staff")
      } else {
        #expect(throws: StoreError.noSuchMatter) {
          try store.perform(
            .writeInternalNote("x"), on: own, expecting: nil, asking: asking, rules: Kommun.rules)
        }
      }
    }
    #expect(try store.verify() == [])
  }

  @Test func anotherConnectionKnowsAtOnce() throws {
    let own = try matter(at: "o1")
    let second = try Store.temporary(folder)
    let asking = try asking("staff", after: 0)
    #expect(try second.matter(id: own, asking: asking) == nil)
    try store.perform(.name(days()), asking: Kommun.asking("headomsorg"))
    #expect(try second.matter(id: own, asking: asking) != nil)
    #expect(try second.hasChangedElsewhere())
    #expect(try second.organisation().substitutes == [days()])
    try store.perform(.end(days()), asking: Kommun.asking("headomsorg"))
    #expect(try second.matter(id: own, asking: asking) == nil)
    #expect(try Store.organisation(at: store.path).substitutes == [])
  }

  @Test func bothAreToldButForWhoNames() throws {
    let (from, to) = (days().from, days().to)
    try store.perform(.name(days()), asking: Kommun.asking("headomsorg", minute: 1))
    #expect(
      try store.unseenChanges(for: "chef1").map(\.changes)
        == [[.hasSubstitute("Namn staff", from: from, to: to)]])
    let told = try store.unseenChanges(for: "staff")
    #expect(told.map(\.changes) == [[.standsIn(for: "Namn chef1", from: from, to: to)]])
    #expect(told.map(\.by) == ["headomsorg"] && told[0].at == Kommun.instant(minute: 1))
    #expect(try store.unseenChanges(for: "headomsorg") == [])
    #expect(try store.unseenChanges(for: "chef2") == [])
    try store.perform(.move(days(), to: to + 3), asking: Kommun.asking("chef1", minute: 2))
    try store.perform(
      .end(days("chef1", "staff", 0, 5)), asking: Kommun.asking("mc", minute: 3))
    #expect(
      try store.unseenChanges(for: "staff").map(\.changes).suffix(2)
        == [
          [.standsIn(for: "Namn chef1", from: from, to: to + 3)],
          [.standsInNoLonger(for: "Namn chef1")],
        ])
    // Who moved the last day is not told of that.
    #expect(try store.unseenChanges(for: "chef1").count == 2)
    try store.noteSeen(upTo: told[0].event, by: "staff", at: Kommun.instant(minute: 4))
    #expect(try store.unseenChanges(for: "staff").count == 2)
    #expect(try store.verify() == [])
  }

  @Test func whatIsRefusedIsNotWritten() throws {
    let events = { try store.reading { db in try EventLog(db: db).lastID() } }
    let before = try events()
    for (login, asked) in [
      ("staff", days()), ("chef2", days()), ("chef1", days("chef1", "chef1")),
      ("rektor1", days()), ("chef1", days("chef1", "nobody")), ("mcskola", days()),
    ] {
      #expect(throws: StoreError.self) {
        try store.perform(.name(asked), asking: Kommun.asking(login))
      }
    }
    // As a substitute one stands above nobody.
    try store.perform(
      .name(days("headomsorg", "chef2")), asking: Kommun.asking("mc"))
    #expect(throws: StoreError.refused(.substitution(.mayNotName(chef: "Namn chef1")))) {
      try store.perform(.name(days()), asking: Kommun.asking("chef2"))
    }
    #expect(try events() == before + 1)
    let empty = try Store.temporary(folder, "empty")
    #expect(throws: StoreError.self) {
      try empty.perform(.name(days()), asking: Kommun.asking("chef1"))
    }
  }

  @Test func aFileKeepsTheSubstitutesWhosePeopleItHas() throws {
    try store.perform(.name(days()), asking: Kommun.asking("chef1"))
    try store.perform(.name(days("chef2", "analyst")), asking: Kommun.asking("chef2"))
    // As the file is read there are none in it.
    var organisation = Kommun.organisation
    organisation.municipality = "Nyköping"
    try store.apply(organisation, by: "admin", at: Kommun.instant(minute: 1))
    #expect(try store.organisation().substitutes.count == 2)
    #expect(try store.organisation().municipality == "Nyköping")
    organisation.people.removeAll { $0.login == "analyst" }
    try store.apply(organisation, by: "admin", at: Kommun.instant(minute: 2))
    #expect(try store.organisation().substitutes == [days()])
    #expect(
      try store.unseenChanges(for: "chef2").map(\.changes)
        == [[.hasSubstituteNoLonger("Namn analyst")]])
    try store.perform(.end(days()), asking: Kommun.asking("chef1", minute: 3))
    #expect(try store.organisation() == organisation)
    #expect(try store.verify() == [])
  }

  @Test func nobodyWidensTheirOwnThroughTheirChef() throws {
    try store.perform(.name(days("chef1", "admin")), asking: Kommun.asking("chef1"))
    var organisation = Kommun.organisation
    let index = try #require(organisation.people.firstIndex { $0.login == "chef1" })
    organisation.people[index].grants.append(Grant(role: .manager, unit: "s1"))
    #expect(throws: StoreError.refused(.ownAccess)) {
      try store.apply(organisation, by: "admin", at: Kommun.instant())
    }
    try store.apply(organisation, by: "root", at: Kommun.instant())
  }

  @Test func theSampleKnowsWhoWasASubstitute() throws {
    let own = try matter(at: "o1")
    try store.perform(.name(days()), asking: Kommun.asking("chef1"))
    _ = try store.matter(id: own, asking: asking("staff", after: 1))
    let month = try #require(Month(iso: "2026-11"))
    let sample = try store.sample(of: month, for: Kommun.actor("headomsorg"))
    #expect(sample.filter { $0.entry.person == "staff" }.map(\.task) == [.owns])
  }

  @Test func theLogIsReadByWhoAnswersForTheDay() throws {
    try store.perform(.name(days("chef1", "rektor1", 1, 2)), asking: Kommun.asking("chef1"))
    for day in 0...3 {
      try store.logExport(of: "mine", rows: day, asking: asking("rektor1", after: day))
    }
    func lines(_ login: String, after days: Int) throws -> [Access] {
      try store.accesses(.init(), for: asking(login, after: days).actor).map(\.entry.access)
    }
    let during = [2, 1].map { Access.exported("mine", rows: $0) }
    // On whatever day it is asked, the days of the lines are what counts.
    for today in 0...5 {
      #expect(try lines("headomsorg", after: today) == during, "day \(today)")
      #expect(try lines("headskola", after: today).count == 4)
    }
    // Who does a förvaltningschef's work does not read who has seen what.
    try store.perform(.name(days("headskola", "chef1")), asking: Kommun.asking("mc"))
    #expect(throws: StoreError.refused(.notAllowed(.readLog))) {
      try store.accesses(.init(), for: asking("chef1", after: 1).actor)
    }
    #expect(try lines("headskola", after: 1).count == 4)
    // Nor does it matter what was changed since, and who has left.
    try store.perform(
      .end(days("chef1", "rektor1", 1, 2)),
      asking: Kommun.asking("mc", minute: 2 * Self.day + 1))
    var organisation = try store.organisation()
    organisation.people.removeAll { ["rektor1", "chef1"].contains($0.login) }
    try store.apply(organisation, by: "root", at: Kommun.instant(minute: 6 * Self.day))
    #expect(try lines("headomsorg", after: 6) == during)
    #expect(try lines("headskola", after: 6).count == 4)
  }

  @Test func anEventOnAnotherOrganisationIsFound() throws {
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    try store.writing { db in
      let event = try EventLog(db: db).appendGeneral(
        .substitutesChanged(organisation: 1, substitutes: [days()], concerned: []),
        content: GeneralContent(), by: "chef1", at: Kommun.instant())
      try Store.makeCurrent(event, concerning: [], in: db)
    }
    let faults = try store.verify()
    #expect(faults.map(\.table) == ["event"])
    #expect(faults.first?.what == "bygger på en annan organisation än den som gällde")
  }
}
