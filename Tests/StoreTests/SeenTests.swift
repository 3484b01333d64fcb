import Domain
import Testing

@testable import Store

/// Every way to read, for everybody, on matters of every unit: what one may not see answers exactly
/// as what does not exist.
@Suite struct SeenTests {
  let folder: TemporaryFolder
  let store: Store
  /// A number that no matter has.
  let missing: MatterID = 999

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
    let units: [UnitID?] = [nil, "o1", "o2", "s1", "s2"]
    for (index, unit) in units.enumerated() {
      let file = IncomingFile(name: "Anna.txt", mediaType: "text/plain", bytes: [1, 2])
      _ = try store.takeIn(synpunkt("Text \(index) av Anna", title: "Från Anna", files: [file]))
      guard let unit else { continue }
      try store.perform(.triage(.complaint, unit: unit), on: MatterID(index + 1), as: "mc")
    }
    try store.perform(.writeInternalNote("Hemligt internt."), on: 2, as: "chef1")
    try store.perform(.handOver(to: "staff"), on: 2, as: "chef1")
    try store.perform(.protect, on: 3, as: "chef2")
  }

  private static let commands: [MatterCommand] = [
    .categorise(.praise), .setSubjectArea("mat"), .setTitle("x"), .assign("o1"),
    .triage(.praise, unit: "o1"), .setAside(.junk, wentTo: ""),
    .answer(AnswerDraft(way: .phone, recipient: "x", text: "x")), .writeOfficialNote("x"),
    .noteAndReturn("x", .done, words: nil), .noteAndClose("x"), .writeInternalNote("x"),
    .giveBack(.done, words: nil), .close, .reopen(reason: "x"), .handOver(to: "staff"), .takeBack,
    .logContact(.phone, reached: true, line: ""), .correct(.title, new: "y", reason: "x"),
    .add(.phone, on: Kommun.today, text: "x"), .hideSender(reason: "x"), .solveAtOnce("x"),
    .protect, .unprotect(reason: "x"), .undo,
  ]

  @Test(arguments: Kommun.actors.map(\.login))
  func whatOneMayNotSeeIsNotThere(login: String) throws {
    let actor = Kommun.actor(login)
    let asking = Kommun.asking(login)
    let before = try store.reading { db in try EventLog(db: db).lastID() }
    for id in MatterID(1)...5 {
      let whole = try #require(try store.reading { db in try EventLog(db: db).matter(id) })
      guard actor.sight(of: whole.state) == nil else { continue }
      let number = whole.state.reference
      #expect(try store.matter(id: id, asking: asking) == nil)
      #expect(try store.matter(number, asking: asking) == nil)
      for which in [id, missing] {
        #expect(throws: StoreError.noSuchMatter) {
          try store.bytes(ofFile: 1, in: which, asking: asking)
        }
        #expect(throws: StoreError.noSuchMatter) {
          try store.isCode(code(), of: which, for: actor)
        }
        #expect(throws: StoreError.noSuchMatter) {
          try store.openProtected(which, reason: "x", asking: asking)
        }
        #expect(throws: StoreError.noSuchMatter) {
          try store.bytes(ofFile: 1, inProtected: which, reason: "x", asking: asking)
        }
        #expect(throws: StoreError.noSuchMatter) { try store.attach([], to: which, asking: asking) }
        for command in Self.commands {
          for version in [nil, 0, whole.version] {
            #expect(throws: StoreError.noSuchMatter, "\(command)") {
              try store.perform(
                command, on: which, expecting: version, asking: asking, rules: Kommun.rules)
            }
          }
        }
      }
      for queue in Queue.allCases {
        let rows = try store.rows(in: queue, for: actor, today: Kommun.today)
        #expect(!rows.contains { $0.id == id }, "\(queue)")
      }
    }
    #expect(try store.reading { db in try EventLog(db: db).lastID() } == before)
  }

  @Test(arguments: Kommun.actors.map(\.login))
  func listsAndCountsHoldWhatIsSeenAndNoMore(login: String) throws {
    let actor = Kommun.actor(login)
    let seen = try (MatterID(1)...5).filter { id in
      try store.reading { db in try store.seen(id, by: actor, in: db) } != nil
    }
    let all = try store.rows(in: .all, for: actor, today: Kommun.today)
    #expect(Set(all.map(\.id)) == Set(seen))
    let counts = try store.counts(of: Queue.allCases, for: actor, today: Kommun.today)
    for (queue, count) in counts {
      #expect(try store.rows(in: queue, for: actor, today: Kommun.today).count == count)
    }
    for row in all {
      let mayKnow = actor.sight(of: row)?.contains(.sender) == true && row.id != 3
      #expect(row.title?.contains("Anna") == mayKnow, "\(row.id)")
    }
    for id in seen {
      let matter = try #require(try store.matter(id: id, asking: Kommun.asking(login)))
      let others = try store.otherMatters(bySenderOf: matter, asking: Kommun.asking(login))
      #expect(Set(others.map(\.id)).isSubset(of: seen))
      if id == 3 { #expect(others.isEmpty) }
      guard !matter.state.files.isEmpty else { continue }
      let isHidden = matter.hidden.contains(.sender)
      #expect(
        isHidden == ((try? store.bytes(ofFile: 1, in: id, asking: Kommun.asking(login))) == nil))
    }
  }

  @Test func aConflictShowsTheLoserWhatTheLoserMaySee() throws {
    do {
      try store.perform(.setTitle("Ny"), on: 2, as: "mc", expecting: 1)
      Issue.record("No conflict")
    } catch .conflict(let matter) {
      #expect(matter.hidden == .internalNotes)
      #expect(!"\(matter)".contains("Hemligt"))
    } catch {
      Issue.record(error)
    }
    #expect(throws: StoreError.noSuchMatter) {
      try store.perform(.setTitle("Ny"), on: 2, as: "chef2", expecting: 1)
    }
  }

  // MARK: - Rights of this very moment

  /// What the session still believes does not count.
  @Test func rightsAreThoseOfTheTransaction() throws {
    let stale = Kommun.asking("chef1")
    #expect(try store.matter(id: 2, asking: stale) != nil)
    var organisation = Kommun.organisation
    organisation.people.removeAll { $0.login == "chef1" }
    try Store.temporary(folder).apply(organisation, by: "root", at: Kommun.instant())
    #expect(try store.matter(id: 2, asking: stale) == nil)
    #expect(try store.rows(in: .all, for: stale.actor, today: Kommun.today) == [])
    #expect(try store.counts(of: [.mine], for: stale.actor, today: Kommun.today) == [.mine: 0])
    #expect(throws: StoreError.noSuchMatter) {
      try store.perform(.setTitle("x"), on: 2, as: "chef1")
    }
    organisation.people.append(Kommun.person("chef1", .manager, "s1"))
    try Store.temporary(folder).apply(organisation, by: "root", at: Kommun.instant())
    #expect(try store.matter(id: 2, asking: stale) == nil)
    #expect(try store.matter(id: 4, asking: stale) != nil)
    try store.perform(.setTitle("x"), on: 4, as: "chef1")
  }

  /// So are the rules: a unit that came since can be sent to.
  @Test func theOrganisationIsThatOfTheTransaction() throws {
    var organisation = Kommun.organisation
    organisation.units.append(Unit(id: "o99", name: "Ny", level: .unit, parent: "omsorg"))
    organisation.people.append(Kommun.person("chef99", .manager, "o99"))
    try Store.temporary(folder).apply(organisation, by: "root", at: Kommun.instant())
    let sent = try store.perform(.triage(.praise, unit: "o99"), on: 1, as: "mc")
    #expect(sent.state.unit == "o99")
    #expect(try store.matter(id: 1, asking: Kommun.asking("chef99")) != nil)
  }

  private func code() -> ReceiptCode {
    var random = Pseudorandom(seed: 1)
    return ReceiptCode(using: &random)
  }
}
