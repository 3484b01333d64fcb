import Domain
import Testing

@Suite("A matter is the fold of its events")
struct FoldTests {
  let world = World()

  @Test("Without a registration first there is no matter")
  func noRegistration() throws {
    #expect(Matter(id: 1, events: []) == nil)
    let matter = try world.matter(after: Place.answered.steps)
    #expect(Matter(id: 1, events: Array(matter.events.dropFirst())) == nil)
  }

  @Test("Folding the events again gives the same matter", arguments: Place.allCases)
  func refold(place: Place) throws {
    let matter = try world.matter(after: place.steps)
    #expect(Matter(id: 1, events: matter.events) == matter)
    #expect(matter.events.map(\.sequence) == Array(1...matter.version))
    #expect(matter.row.version == matter.version)
  }

  @Test("Events of one command share its step, the next command has another")
  func steps() throws {
    let matter = try world.matter(after: Place.closed.steps)
    #expect(matter.events.map(\.step) == [1, 2, 2, 4, 5, 5, 7, 8])
    #expect(
      matter.events.map(\.by) == ["maja", "maja", "maja", "asa", "asa", "asa", "maja", "maja"])
  }

  @Test("Status and desk follow the main path")
  func mainPath() throws {
    let expected: [Place: (Status, Desk)] = [
      .received: (.received, .triage), .withManager: (.withManager, .manager),
      .answered: (.answered, .manager), .returned: (.returned, .closing),
      .closed: (.closed, .none), .notMatter: (.notMatter, .none),
    ]
    for place in Place.allCases {
      let state = try world.matter(after: place.steps).state
      #expect(state.status == expected[place]?.0 && state.desk == expected[place]?.1)
      #expect(state.text == "Personalen kommer ofta för sent på morgnarna.")
    }
  }

  @Test("Triage sets category, unit and the unit's promise of time, in one step")
  func triage() throws {
    let care = try world.matter(after: [("maja", .triage(.complaint, unit: "oster"))]).state
    #expect(care.unit == "oster" && care.category == .complaint)
    #expect(care.answerBy == day("2026-11-27"))
    let street = try world.matter(after: [("maja", .triage(.complaint, unit: "gata"))]).state
    #expect(street.answerBy == day("2026-11-27"))
    #expect(street.term?.unit == .calendarDays)
    let praise = try world.matter(after: [("maja", .triage(.praise, unit: "oster"))]).state
    #expect(praise.term == nil && praise.answerBy == nil)
  }

  @Test("Without a type it goes as untyped, unless it has one already")
  func untyped() throws {
    func sent(_ steps: [(PersonID, MatterCommand)]) throws -> MatterFacts? {
      try world.matter(after: steps).events.last?.facts
    }
    let term = World.care.uncategorisedTerm
    #expect(
      try sent([("maja", .triage(nil, unit: "oster"))])
        == .assigned(unit: "oster", untyped: true, term: term))
    #expect(
      try sent([("maja", .assign("oster"))]) == .assigned(unit: "oster", untyped: true, term: term))
    for command: MatterCommand in [.triage(nil, unit: "oster"), .assign("oster")] {
      #expect(
        try sent([("maja", .categorise(.praise)), ("maja", command)])
          == .assigned(unit: "oster", untyped: false, term: nil))
    }
  }

  @Test("Another unit's promise of time holds when a matter moves there")
  func move() throws {
    let matter = try world.matter(after: [
      ("maja", .triage(.complaint, unit: "gata")), ("maja", .assign("oster")),
    ])
    #expect(matter.state.term == World.care.answerTerms[.complaint])
    // Before it has a unit, that of the suggested one.
    var incoming = world.incoming()
    incoming.unitWords = "Gata och trafik"
    let suggested = try world.matter(incoming, after: [("maja", .categorise(.praise))])
    #expect(suggested.state.term == World.technical.answerTerms[.praise])
  }

  @Test("Handed over and taken back, and free again when it leaves the unit")
  func handing() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try world.take(.handOver(to: "sigge"), as: "asa", on: &matter)
    #expect(matter.state.handler == "sigge" && !matter.state.isFresh)
    #expect(
      world.refusal(of: .handOver(to: "sigge"), as: "asa", on: matter) == .alreadyHandedTo("Sigge"))
    try world.take(.takeBack, as: "asa", on: &matter)
    #expect(matter.state.handler == nil)
    try world.take(.handOver(to: "sigge"), as: "asa", on: &matter)
    try world.take(.giveBack(.wrongUnit, words: nil), as: "sigge", on: &matter)
    #expect(matter.state.handler == nil)
    try world.take(.assign("vast"), as: "maja", on: &matter)
    #expect(matter.state.handler == nil && matter.state.isFresh)
  }

  @Test(
    "Why it came back is told as long as it is back, and says whose turn it is",
    arguments: [
      (ReturnReason.wrongUnit, Desk.triage), (.needsDetails, .details), (.other, .triage),
    ])
  func returning(reason: ReturnReason, desk: Desk) throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try world.take(.giveBack(reason, words: "Gäller\nVäst."), as: "asa", on: &matter)
    #expect(matter.state.returnReason == reason && matter.state.returnWords == "Gäller\nVäst.")
    #expect(matter.state.desk == desk && matter.row.owesAnswer)
    // The clock keeps running.
    #expect(matter.state.answerBy == day("2026-11-27"))
    try world.take(.triage(nil, unit: "oster"), as: "maja", on: &matter)
    #expect(matter.state.returnReason == nil && matter.state.returnWords == nil)
    #expect(matter.state.answerBy == day("2026-11-27"))
  }

  @Test("Opened again it stands where it was worked on")
  func reopened() throws {
    let reopen = ("maja", MatterCommand.reopen(reason: "Hon ringde."))
    #expect(
      try world.matter(after: Place.notMatter.steps + [reopen]).state.status == .received)
    let closed = try world.matter(after: Place.closed.steps + [reopen])
    #expect(closed.state.status == .answered && closed.state.closedOn == nil)
    #expect(closed.events.last?.content?.text == "Hon ringde.")
    // What triage set aside after it had come back, comes back to triage.
    let aside = try world.matter(
      after: Place.withManager.steps + [
        ("asa", .giveBack(.wrongUnit, words: nil)), ("maja", .setAside(.junk, wentTo: "")), reopen,
      ])
    #expect(aside.state.status == .returned && aside.state.desk == .triage)
    #expect(aside.state.returnReason == .wrongUnit && aside.state.notMatter == nil)
  }
}
