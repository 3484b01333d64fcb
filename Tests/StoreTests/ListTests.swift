import Domain
import GRDB
import Testing

@testable import Store

@Suite struct ListTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
  }

  /// Rows of every kind that events can lead to, as far as the lists look.
  static func randomRows(_ count: Int, seed: Int) -> [MatterRow] {
    var random = Pseudorandom(seed: seed)
    let units: [UnitID?] =
      Kommun.organisation.units.map(\.id) + [nil, nil, nil, "o1", "o1", "s1", "s1", "gone", ""]
    let handlers: [PersonID?] =
      [nil, nil, nil, nil] + Kommun.organisation.people.map(\.login) + ["gone"]
    return (1...count).map { id in
      let hasTerm = !random.once(in: 4)
      let status = random.pick(Status.allCases)
      let hasNewAddition = random.once(in: 2)
      let desk: Desk =
        switch status {
        case .received: .triage
        case .withManager, .answered: .manager
        case .returned: random.pick([.triage, .closing, .details])
        case .closed, .notMatter: hasNewAddition ? .closing : .none
        }
      return MatterRow(
        id: MatterID(id), version: 1, reference: Reference(year: 2026, serial: id),
        title: random.once(in: 3) ? nil : "Rubrik \(id)",
        arrivedOn: Kommun.today + -Int.random(in: 0...5, using: &random),
        category: random.pick([nil, .praise, .suggestion, .complaint]),
        subjectArea: random.once(in: 2) ? nil : "mat", status: status, desk: desk,
        unit: random.pick(units),
        suggestedUnit: random.pick(units), handler: random.pick(handlers),
        channel: random.pick(Channel.allCases),
        term: hasTerm
          ? DeadlineTerm(
            count: 10, unit: random.once(in: 2) ? .workingDays : .calendarDays,
            movesToWorkingDay: random.once(in: 2)) : nil,
        answerBy: hasTerm ? Kommun.today + Int.random(in: -3...3, using: &random) : nil,
        owesAnswer: random.once(in: 2),
        closedOn: random.once(in: 2)
          ? Kommun.today + -Int.random(in: 0...3, using: &random) : nil,
        isFresh: random.once(in: 2), hasNewAddition: hasNewAddition,
        taker: random.pick(handlers))
    }
  }

  static func insert(_ rows: [MatterRow], into store: Store) throws {
    let marks = MatterTable.columns.map { _ in "?" }.joined(separator: ", ")
    try store.queue.write { db in
      let statement = try db.makeStatement(
        sql: "INSERT INTO matter (\(MatterTable.columns.joined(separator: ", "))) VALUES (\(marks))"
      )
      for row in rows {
        try statement.execute(arguments: StatementArguments(MatterTable.values(row)))
      }
    }
  }

  /// The list as the domain's predicates say it.
  static func expected(_ queue: Queue, _ rows: [MatterRow], _ actor: Actor) -> [MatterRow] {
    let chosen = rows.filter {
      (queue == .receipts || actor.mayReach(.read, $0.place, handler: $0.handler))
        && queue.contains($0, for: actor, today: Kommun.today)
    }
    switch queue {
    case .done, .all, .receipts:
      return chosen.sorted {
        ($0.closedOn ?? $0.arrivedOn, $0.id) > ($1.closedOn ?? $1.arrivedOn, $1.id)
      }
    default:
      return chosen.sorted {
        ($0.urgency, $0.arrivedOn, $0.id) < ($1.urgency, $1.arrivedOn, $1.id)
      }
    }
  }

  @Test func everyListIsWhatThePredicateSaysForEverybody() throws {
    let rows = Self.randomRows(600, seed: 1)
    try Self.insert(rows, into: store)
    var lent = Kommun.organisation
    lent.substitutes = [
      Substitution(chef: "chef3", substitute: "chef1", from: Kommun.today, to: Kommun.today),
      Substitution(chef: "headskola", substitute: "staff", from: Kommun.today, to: Kommun.today),
    ]
    let substitutes = try ["chef1", "staff"].map { login in
      Actor(try #require(lent.person(login)), in: lent, on: Kommun.today)
    }
    let others =
      substitutes + [
        Actor(bootstrap: "root"),
        Actor(Person(login: "nobody", name: "Ingen"), in: Kommun.organisation),
        Actor(
          Person(
            login: "staff", name: "Udda",
            grants: [Grant(role: .manager, unit: "gone"), Grant(role: .staff, unit: "o1")]),
          in: Kommun.organisation),
      ]
    for actor in Kommun.actors + others {
      let counts = try store.counts(of: Queue.allCases, for: actor, today: Kommun.today)
      #expect(Set(counts.keys) == [.new, .mine, .late, .waiting, .toClose])
      for queue in Queue.allCases {
        let expected = Self.expected(queue, rows, actor)
        let found = try store.rows(in: queue, for: actor, today: Kommun.today, limit: 1_000)
        #expect(found.map(\.id) == expected.map(\.id), "\(queue) for \(actor.login)")
        // Of a matter whose sender the person may not see, a title of unknown origin is not shown.
        let shown = rows.map { row in
          var row = row
          if actor.sight(of: row)?.contains(.sender) != true { row.title = nil }
          return row
        }
        #expect(Set(found).isSubset(of: shown))
        if let count = counts[queue] { #expect(count == expected.count) }
      }
    }
  }

  @Test(arguments: ["mc", "chef1", "rektor2", "both", "headskola", "regomsorg", "staff"])
  func pagesFollowEachOther(login: String) throws {
    let rows = Self.randomRows(300, seed: 2)
    try Self.insert(rows, into: store)
    let actor = Kommun.actor(login)
    for queue in Queue.allCases {
      var pages: [MatterRow] = []
      while true {
        let page = try store.rows(
          in: queue, for: actor, today: Kommun.today, after: pages.last, limit: 7)
        pages += page
        if page.count < 7 { break }
      }
      let expected = Self.expected(queue, rows, actor)
      #expect(pages.map(\.id) == expected.map(\.id), "\(queue)")
    }
  }

  @Test func aListOfNothingIsEmpty() throws {
    let actor = Kommun.actor("mc")
    for queue in Queue.allCases {
      #expect(try store.rows(in: queue, for: actor, today: Kommun.today) == [])
    }
    #expect(
      try store.counts(of: [.new, .late], for: actor, today: Kommun.today) == [.new: 0, .late: 0])
    #expect(try store.counts(of: [.done, .all], for: actor, today: Kommun.today) == [:])
  }

  /// What SQLite walks for every list and everybody: never a table, and an open list only indexes
  /// in which nothing closed stands.
  @Test func noListScansTheTableAndNoOpenOneSeesWhatIsClosed() throws {
    for login in ["mc", "chef1", "headskola", "regomsorg", "both", "staff"] {
      for queue in Queue.allCases {
        let plan = try store.queue.read { db in
          let sql = try QueueQuery(for: Kommun.actor(login), today: Kommun.today)
            .page(queue, after: nil, limit: 200)
          return try SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(sql)").fetchAll(db)
            .map { row in row["detail"] as String }
        }
        let tables = plan.filter { $0.contains(" matter") }
        #expect(!tables.isEmpty)
        for line in tables {
          let isLookUp = line.hasPrefix("SEARCH matter USING INTEGER PRIMARY KEY (rowid=?)")
          let index = QueueOrder(of: queue) == .urgency ? "INDEX matterDesk" : "INDEX matterDay"
          #expect(isLookUp || line.contains(index), "\(queue) for \(login): \(line)")
        }
      }
      let plan = try store.queue.read { db in
        let sql = try QueueQuery(for: Kommun.actor(login), today: Kommun.today)
          .counts([.new, .mine, .late, .waiting, .toClose])
        return try SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(sql)").fetchAll(db)
          .map { row in row["detail"] as String }
      }
      for line in plan where line.contains(" matter") {
        #expect(line.contains("COVERING INDEX matterDesk"), "\(login): \(line)")
      }
    }
  }

  @Test func anUnknownCodeIsSaidAndDoesNotEndTheProgram() throws {
    try Self.insert(Self.randomRows(3, seed: 3), into: store)
    try store.queue.write { db in try db.execute(sql: "UPDATE matter SET status = '?' WHERE id = 2")
    }
    #expect(throws: StoreError.damaged("matter 2 har en okänd kod i kolumnen status")) {
      try store.rows(in: .all, for: Kommun.actor("mc"), today: Kommun.today)
    }
  }
}
