import Domain
import Testing

@Suite("Queues")
struct QueueTests {
  let world = World()

  func queues(_ matter: Matter, for login: PersonID, on day: CivilDay = World.today) -> [Queue] {
    Queue.allCases.filter { queue in
      queue != .all && queue.contains(matter.row, for: world.actor(login), today: day)
    }
  }

  @Test(
    "Where a matter stands on the main path",
    arguments: [
      (Place.received, [Queue.new, .mine], []), (.withManager, [], [.new, .mine]),
      (.answered, [], [.mine]), (.returned, [.mine, .toClose], [.waiting]),
      (.closed, [.done], [.done]), (.notMatter, [.done], [.done]),
    ] as [(Place, [Queue], [Queue])])
  func mainPath(place: Place, triage: [Queue], manager: [Queue]) throws {
    let matter = try world.matter(after: place.steps)
    #expect(queues(matter, for: "maja") == triage)
    #expect(queues(matter, for: "asa") == manager)
  }

  @Test(
    "What came back stands by its reason: wrong unit among the new, done among those to close",
    arguments: [
      (ReturnReason.wrongUnit, [Queue.new, .mine]), (.needsDetails, [.waiting]),
      (.other, [.new, .mine]),
    ])
  func returned(reason: ReturnReason, triage: [Queue]) throws {
    let matter = try world.matter(
      after: Place.withManager.steps + [("asa", .giveBack(reason, words: "Skäl."))])
    #expect(queues(matter, for: "maja") == triage)
    #expect(queues(matter, for: "asa") == [.waiting])
  }

  @Test("New at the unit is what nobody there has touched")
  func fresh() throws {
    let touches: [MatterCommand] = [
      .writeInternalNote("x"), .logContact(.phone, reached: true, line: ""),
      .handOver(to: "sigge"), .writeOfficialNote("x"), .answer(World.letter()),
    ]
    for touch in touches {
      let matter = try world.matter(after: Place.withManager.steps + [("asa", touch)])
      #expect(!queues(matter, for: "asa").contains(.new), "\(touch)")
      #expect(queues(matter, for: "asa").contains(.mine))
    }
    let described = try world.matter(after: Place.withManager.steps + [("asa", .setTitle("x"))])
    #expect(queues(described, for: "asa").contains(.new))
  }

  @Test("Who has been handed it has it to do, and nobody else of the staff")
  func handed() throws {
    let matter = try world.matter(
      after: Place.withManager.steps + [("asa", .handOver(to: "sigge"))])
    #expect(queues(matter, for: "sigge") == [.mine])
    #expect(queues(matter, for: "lotta").isEmpty)
    #expect(queues(matter, for: "bo").isEmpty)
  }

  @Test("Late is what should have been answered before today, and is not")
  func late() throws {
    let last = day("2026-11-27")
    for place in [Place.received, .withManager] {
      let matter = try world.matter(after: place.steps)
      #expect(!queues(matter, for: "maja", on: last).contains(.late))
      #expect(queues(matter, for: "maja", on: last + 1).contains(.late))
    }
    for place in [Place.answered, .returned, .closed, .notMatter] {
      let matter = try world.matter(after: place.steps)
      #expect(!queues(matter, for: "maja", on: last + 30).contains(.late), "\(place)")
    }
    let praise = try world.matter(after: [("maja", .triage(.praise, unit: "oster"))])
    #expect(!queues(praise, for: "asa", on: last + 30).contains(.late))
    let back = try world.matter(
      after: Place.withManager.steps + [("asa", .giveBack(.wrongUnit, words: nil))])
    #expect(queues(back, for: "asa", on: last + 30).contains(.late))
  }

  @Test("A note in place of an answer that cannot be given is in time")
  func noteForAnswer() throws {
    let steps = Place.withManager.steps + [("asa", MatterCommand.writeOfficialNote("Åtgärdat."))]
    let anonymous = try world.matter(world.incoming(from: .anonymous()), after: steps)
    #expect(!anonymous.row.owesAnswer)
    #expect(try world.matter(after: steps).row.owesAnswer)
  }

  @Test("What was answered before it moved on is not late again")
  func answeredBefore() throws {
    let matter = try world.matter(
      after: Place.answered.steps + [
        ("asa", .giveBack(.wrongUnit, words: nil)), ("maja", .assign("vast")),
      ])
    #expect(matter.state.status == .withManager && !matter.row.owesAnswer)
  }

  @Test("More from the sender after it was closed comes to those who can read it")
  func additionToClosed() throws {
    var matter = try world.matter(after: Place.closed.steps)
    try world.take(.add(.phone, on: World.today, text: "Det hände igen."), as: "rut", on: &matter)
    #expect(queues(matter, for: "maja") == [.mine, .done, .toClose])
    #expect(queues(matter, for: "asa") == [.mine, .done])
    try world.take(.close, as: "maja", on: &matter)
    #expect(queues(matter, for: "maja") == [.done])
  }

  @Test(
    "The tabs of each role",
    arguments: [
      ("maja", [.new, .toClose, .waiting, .late, .done, .all]),
      ("asa", [.mine, .new, .late, .waiting, .done]),
      ("karin", [.mine, .new, .late, .waiting, .done, .all]), ("rut", [.all, .late, .done]),
      ("sigge", [.mine, .receipts, .done]), ("sara", [.all, .late, .done]),
      ("anna", [.all, .late, .done]), ("sten", [.mine, .done]),
    ] as [(PersonID, [Queue])])
  func tabs(login: PersonID, tabs: [Queue]) {
    #expect(Queue.tabs(for: world.actor(login)) == tabs)
  }

  @Test("Who holds several roles has the tabs of all of them")
  func severalRoles() {
    func tabs(_ roles: Role...) -> Set<Queue> {
      let grants = roles.map { Grant(role: $0, unit: "oster") }
      let person = Person(login: "x", name: "X", grants: grants)
      return Set(Queue.tabs(for: Actor(person, in: World.organisation)))
    }
    #expect(tabs(.triage, .manager) == Set(Queue.allCases).subtracting([.receipts]))
    #expect(tabs(.analyst, .staff) == [.all, .late, .done, .receipts])
    #expect(tabs(.manager, .registrar).contains(.all))
    #expect(tabs(.registrar, .staff) == tabs(.registrar))
    #expect(Set(Queue.allCases.map(\.title)).count == Queue.allCases.count)
  }
}
