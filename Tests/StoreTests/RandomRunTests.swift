import Domain
import GRDB
import Testing

@testable import Store

/// Many people, two programs, one record: whatever they try, the read tables are what the events
/// say.
@Suite struct RandomRunTests {
  @Test(arguments: 1...150)
  func theRecordHoldsWhateverPeopleTry(seed: Int) throws {
    var run = try RandomRun(seed: seed)
    for minute in 1...30 { try run.step(minute) }
    try run.checkLists()
    #expect(try run.stores[0].verify() == [])
  }
}

/// One run: everything in it follows from the seed.
private struct RandomRun {
  let folder: TemporaryFolder
  let stores: [Store]
  var random: Pseudorandom
  var seen: [MatterID: Int] = [:]
  let logins = [
    "mc", "mcskola", "both", "chef1", "chef2", "rektor1", "headskola", "staff", "admin",
  ]

  init(seed: Int) throws {
    folder = try TemporaryFolder()
    stores = [try Store.temporary(folder), try Store.temporary(folder)]
    random = Pseudorandom(seed: seed)
    for index in 1...3 {
      _ = try stores[0].takeIn(synpunkt("\(index)", key: .flowInstance("\(index)")))
    }
  }

  mutating func step(_ minute: Int) throws {
    let store = random.pick(stores)
    if random.once(in: 8) { return try takeIn(store, minute) }
    let id = MatterID(Int.random(in: 1...4, using: &random))
    let now = try store.reading { db in try EventLog(db: db).matter(id) }
    let (login, command) = attempt(now, minute)
    let version = random.once(in: 6) ? (seen[id] ?? 1) - 1 : random.pick([nil, now?.version])
    let before = try snapshot(store, id)
    do {
      let after = try store.perform(
        command, on: id, as: login, expecting: version, minute: minute)
      let stored = try store.reading { db in try EventLog(db: db).matter(id) }
      #expect(stored?.seen(after: Kommun.actor(login)) == after)
      #expect(after.version > before.version)
      let row = try #require(try snapshot(store, id).row)
      let whole = try #require(stored)
      #expect(MatterTable.values(row) == MatterTable.values(whole.row))
      seen[id] = after.version
    } catch let error as StoreError {
      #expect(try snapshot(store, id) == before, "\(error)")
      switch error {
      case .refused, .noSuchMatter: break
      case .conflict(let matter):
        #expect(version != matter.version)
        #expect(Kommun.actor(login).may(.read, matter.state))
      default: Issue.record(error)
      }
    }
  }

  private mutating func takeIn(_ store: Store, _ minute: Int) throws {
    let keys: [ExternalKey?] = [nil, .flowInstance("1"), .flowInstance("9"), .message("m")]
    let key = random.pick(keys)
    let file = IncomingFile(
      name: "f", mediaType: "text/plain", bytes: [UInt8](repeating: 7, count: random.pick([0, 9])))
    let incoming = random.pick([
      synpunkt("\(random.pick([1, 2, 3]))", key: key, files: random.pick([[], [file]])),
      synpunkt(
        sender: random.pick([.anonymous(), Sender(name: "Bo", phone: "070-1234567")]), key: key),
      .aside(
        AsideMessage(
          reason: .statusMail, from: "e@exempel.se", subject: "Status", text: "\(minute % 3)",
          messageID: nil, arrivedOn: Kommun.today)),
    ])
    if random.once(in: 4) {
      try store.apply(Kommun.organisation, by: "root", at: Kommun.instant(minute: minute))
    }
    _ = try store.takeIn(incoming, minute: minute)
  }

  /// Mostly what the person may do now, sometimes anything by anybody.
  private mutating func attempt(_ now: Matter?, _ minute: Int) -> (String, MatterCommand) {
    var login = random.pick(logins)
    guard let now, !random.once(in: 6) else { return (login, command()) }
    for _ in 0..<25 {
      let command = command()
      let asking = Kommun.asking(login, minute: minute)
      do throws(Refusal) {
        _ = try now.decide(command, asking: asking, rules: Kommun.rules)
        return (login, command)
      } catch {
        login = random.pick(logins)
      }
    }
    return (login, command())
  }

  private mutating func command() -> MatterCommand {
    let unit = random.pick(["o1", "o1", "o2", "s1", "s1", "nowhere"])
    let category = random.pick(Category.allCases)
    let text = random.pick(["Text.", "Text.", " ", "Å\u{0}\n\"\\/"])
    return random.pick([
      .categorise(category), .setSubjectArea(random.pick(["mat", "bemötande", "annat", nil])),
      .setTitle(text), .assign(unit), .triage(category, unit: unit), .triage(nil, unit: unit),
      .setAside(.question, wentTo: text),
      .answer(
        AnswerDraft(
          way: random.pick([.email, .phone, .letter]), recipient: "anna@exempel.se", text: text,
          tellsOfHealth: random.pick([false, true, nil]))),
      .writeOfficialNote(text), .noteAndReturn(text, .done, words: nil), .noteAndClose(text),
      .writeInternalNote(text), .giveBack(random.pick(ReturnReason.allCases), words: text),
      .close, .close, .close, .close, .reopen(reason: text),
      .handOver(to: random.pick(["staff", "chef1"])),
      .takeBack, .logContact(.phone, reached: true, line: text),
      .correct(
        random.pick(MatterCommand.CorrectionTarget.allCases),
        new: random.pick(["2026-11-01", "brev", "bo@exempel.se", "070-123 45 67", nil]),
        reason: text),
      .add(.phone, on: Kommun.today, text: text), .hideSender(reason: text), .solveAtOnce(text),
      .protect, .unprotect(reason: text), .undo, .undo,
    ])
  }

  struct Snapshot: Equatable {
    var version: Int
    var lastEvent: Int64
    var row: MatterRow?
  }

  private func snapshot(_ store: Store, _ id: MatterID) throws -> Snapshot {
    try store.reading { db in
      let columns = MatterTable.listed.joined(separator: ", ")
      let row = try Row.fetchOne(db, sql: "SELECT \(columns) FROM matter WHERE id = \(id)")
      let version = try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE matter = \(id)")
      return Snapshot(
        version: version ?? 0, lastEvent: try EventLog(db: db).lastID(),
        row: try row.map(MatterTable.row))
    }
  }

  /// The lists of some, against the domain's predicates.
  mutating func checkLists() throws {
    let rows = try stores[0].reading { db in
      try Row.fetchAll(
        db, sql: "SELECT \(MatterTable.listed.joined(separator: ", ")) FROM matter"
      ).map(MatterTable.row)
    }
    for login in logins.shuffled(using: &random).prefix(3) {
      let actor = Kommun.actor(login)
      for queue in Queue.allCases {
        let found = try stores[1].rows(in: queue, for: actor, today: Kommun.today)
        let expected = ListTests.expected(queue, rows, actor)
        #expect(found.map(\.id) == expected.map(\.id), "\(queue) for \(login)")
      }
    }
  }
}
