import Testing

@testable import Domain

/// Units that are closed, and the matters that were theirs.
@Suite("Closed units")
struct ClosedUnitTests {
  /// A world in which Hemtjänst Öster is closed.
  static var closed: World {
    var world = World()
    world.rules.organisation.units[2].isClosed = true
    return world
  }

  /// The matter after everything at Öster has been moved to Väst.
  private func moved(_ matter: Matter) throws -> Matter {
    let desk = OpenMatters(unit: "oster", handler: matter.state.handler)
    let plan = try MovePlan(
      Moves(units: ["oster": "vast"]), counts: [desk: 1], referred: [:],
      from: World.organisation, to: Self.closed.rules.organisation)
    var matter = matter
    let event = matter.moved(by: plan, as: "sten", at: World().asking("sten").now)
    matter.apply(try #require(event))
    return matter
  }

  @Test("A move changes who has the matter, and nothing else")
  func move() throws {
    let world = World()
    for place in [Place.withManager, .answered] {
      let before = try world.matter(after: place.steps + [("asa", .handOver(to: "sigge"))])
      let after = try moved(before)
      var expected = before.state
      (expected.unit, expected.handler, expected.isFresh) = ("vast", nil, true)
      #expect(after.state == expected)
      #expect(after.state.deadline == before.state.deadline)
      #expect(after.events.last?.by == "sten" && after.version == before.version + 1)
    }
  }

  @Test(
    "What lies with the triage group stays there", arguments: [Place.received, .returned, .closed])
  func stays(place: Place) throws {
    let plan = try MovePlan(
      Moves(units: ["oster": "vast"]), counts: [:], referred: [:], from: World.organisation,
      to: Self.closed.rules.organisation)
    let matter = try World().matter(after: place.steps)
    #expect(matter.moved(by: plan, as: "sten", at: World().asking("sten").now) == nil)
  }

  @Test("Nobody takes a move back: neither who made it nor who did the step before")
  func undo() throws {
    let matter = try moved(World().matter(after: Place.withManager.steps))
    var world = Self.closed
    #expect(world.refusal(of: .undo, as: "maja", on: matter) == .builtUpon)
    #expect(
      world.refusal(of: .undo, as: "sten", on: matter)
        == .cannotUndo("En flytt när organisationen har ändrats"))
    // Not even who administers and sorts.
    world.rules.organisation.people[0].login = "sten"
    world.rules.organisation.people.removeAll { $0.grants.first?.role == .administrator }
    #expect(
      world.refusal(of: .undo, as: "sten", on: matter)
        == .cannotUndo("En flytt när organisationen har ändrats"))
  }

  @Test("Nothing comes to a closed unit")
  func nothingComes() throws {
    let world = Self.closed
    let matter = try world.registered()
    let refusal = Refusal.unitClosed("Hemtjänst Öster")
    #expect(world.refusal(of: .assign("oster"), as: "maja", on: matter) == refusal)
    #expect(
      world.refusal(of: .triage(.complaint, unit: "oster"), as: "maja", on: matter) == refusal)
    // What was given back cannot be taken back to it either.
    let returned = try World().matter(
      after: Place.withManager.steps + [("asa", .giveBack(.wrongUnit, words: nil))])
    #expect(world.refusal(of: .undo, as: "asa", on: returned) == refusal)
    let closed = try World().matter(after: Place.closed.steps)
    #expect(world.refusal(of: .undo, as: "maja", on: closed) == nil)
  }

  @Test("What is opened again there goes to the triage group")
  func reopened() throws {
    let world = Self.closed
    var matter = try World().matter(after: Place.closed.steps)
    try world.take(.reopen(reason: "Mer har kommit."), as: "maja", on: &matter)
    #expect(matter.state.desk == .triage)
    #expect(matter.state.returnWords == "Enheten Hemtjänst Öster är nedlagd.")
    #expect(world.refusal(of: .triage(nil, unit: "vast"), as: "maja", on: matter) == nil)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state.status == .closed)
  }

  @Test("It is offered nowhere, and keeps its name")
  func choices() {
    var organisation = Self.closed.rules.organisation
    #expect(organisation.unit("oster")?.name == "Hemtjänst Öster")
    #expect(organisation.closedUnits == ["oster"])
    #expect(!organisation.units(matching: "").contains { $0.id == "oster" })
    #expect(organisation.units(matching: "öster").isEmpty)
    #expect(organisation.workplaces(of: "sigge").isEmpty)
    var incoming = World().incoming()
    for words in ["Hemtjänst Öster", "oster"] {
      incoming.unitWords = words
      #expect(organisation.suggestedUnit(for: incoming) == nil)
    }
    incoming.unitWords = nil
    incoming.addressedTo = ["oster@prov.se"]
    #expect(World.organisation.suggestedUnit(for: incoming) == "oster")
    #expect(organisation.suggestedUnit(for: incoming) == nil)
    organisation.units[1].isClosed = true
    #expect(organisation.closedUnits == ["ht", "oster", "vast"])
    #expect(organisation.isClosed("vast") && !organisation.isClosed("stab"))
    #expect(!organisation.isClosed(nil))
  }

  @Test("A filter finds what was there, and completes to open units only")
  func search() throws {
    let vocabulary = SearchVocabulary(Self.closed.rules)
    let query = SearchQuery.parse("enhet:\"hemtjänst öster\" ", by: vocabulary)
    #expect(query.filters.units == ["oster"])
    let offered = SearchQuery.completions(of: "enhet:hem", at: 9, by: vocabulary).map(\.label)
    #expect(offered == ["Hemtjänst", "Hemtjänst Väst"])
  }

  @Test("Nobody sees more or less of what was closed there")
  func sight() throws {
    let matter = try World().matter(after: Place.closed.steps)
    for login in World().logins {
      let before = World().actor(login)
      let after = Self.closed.actor(login)
      #expect(after.sight(of: matter.state) == before.sight(of: matter.state), "\(login)")
      for permission in Permission.allCases {
        #expect(after.may(permission, matter.state) == before.may(permission, matter.state))
      }
    }
  }
}
