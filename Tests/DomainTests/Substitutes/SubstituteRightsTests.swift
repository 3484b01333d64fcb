import Domain
import Testing

/// What a substitute may do: just what the chef may as chef, on just those days.
@Suite struct SubstituteRightsTests {
  private static let today = World.today

  /// The small kommun with Sigge as Åsa's substitute, and Gunnar as Karin's.
  private static func world() -> World {
    var world = World()
    world.rules.organisation.substitutes = [
      Substitution(chef: "asa", substitute: "sigge", from: today + -2, to: today),
      Substitution(chef: "karin", substitute: "gunnar", from: today, to: today + 3),
    ]
    return world
  }

  private static func actor(_ login: PersonID, _ world: World, on day: CivilDay?) throws -> Actor {
    let organisation = world.rules.organisation
    return Actor(try #require(organisation.person(login)), in: organisation, on: day)
  }

  private static func right(
    _ command: MatterCommand, _ actor: Actor, _ matter: Matter, _ world: World
  ) -> Refusal? {
    do throws(Refusal) {
      let now = world.asking("maja").now
      _ = try matter.decide(command, asking: Asking(actor: actor, now: now), rules: world.rules)
      return nil
    } catch {
      if case .notAllowed = error { return error }
      return nil
    }
  }

  /// The row of the table of rights for substitutes: the chef's, on every matter of every unit.
  @Test(
    "On the days as the chef, before and after as themselves",
    arguments: RightsTableTests.Kind.allCases, [("asa", "sigge"), ("karin", "gunnar")])
  func table(kind: RightsTableTests.Kind, pair: (chef: PersonID, substitute: PersonID)) throws {
    let world = Self.world()
    let chef = try Self.actor(pair.chef, world, on: nil)
    let own = try Self.actor(pair.substitute, world, on: nil)
    var matters = try Place.allCases.map { try world.matter(after: $0.steps) }
    for unit in ["oster", "vast", "stab", "gata"] {
      matters.append(try world.matter(after: [("maja", .triage(.complaint, unit: unit))]))
    }
    let span = world.rules.organisation.substitutes.first { $0.chef == pair.chef }
    for offset in -4...5 {
      let day = Self.today + offset
      let isSubstitute = try #require(span).holds(on: day)
      let actor = try Self.actor(pair.substitute, world, on: day)
      let expected = isSubstitute ? chef : own
      for matter in matters {
        #expect(
          Self.right(kind.sample, actor, matter, world)
            == Self.right(kind.sample, expected, matter, world), "day \(offset)")
        #expect(matter.seen(by: actor) == matter.seen(by: expected))
        for queue in Queue.allCases {
          #expect(
            queue.contains(matter.row, for: actor, today: day)
              == queue.contains(matter.row, for: expected, today: day))
        }
      }
    }
  }

  @Test func theDaysAreFromTheFirstToTheLast() throws {
    let world = Self.world()
    for (offset, expected) in [(-3, []), (-2, ["asa"]), (-1, ["asa"]), (0, ["asa"]), (1, [])] {
      let actor = try Self.actor("sigge", world, on: Self.today + offset)
      #expect(actor.standsInFor == expected)
      #expect(actor.ownUnits == (expected.isEmpty ? [] : ["oster"]))
      // Their own roles stay all the time.
      #expect(actor.has(.staff, at: "oster"))
    }
  }

  @Test func aMatterThatWasHandedToTheChefIsNotTheSubstitutes() throws {
    var world = Self.world()
    world.rules.organisation.people[1].grants.append(Grant(role: .staff, unit: "vast"))
    let matter = try world.matter(after: [
      ("maja", .triage(.complaint, unit: "vast")), ("bo", .handOver(to: "asa")),
    ])
    let actor = try Self.actor("sigge", world, on: Self.today)
    #expect(matter.seen(by: actor) == nil)
    #expect(try matter.seen(by: Self.actor("asa", world, on: Self.today)) != nil)
  }

  @Test func otherRolesOfTheChefDoNotFollow() throws {
    var world = Self.world()
    world.rules.organisation.people[1].grants += [
      Grant(role: .triage, unit: "oms"), Grant(role: .custodian, unit: "oms"),
    ]
    let actor = try Self.actor("sigge", world, on: Self.today)
    #expect(actor.roles == [.staff, .manager])
  }

  @Test func whoAnswersForTheLogIsStillTheChef() throws {
    let world = Self.world()
    let matter = try world.matter(after: [("maja", .triage(.complaint, unit: "oster"))]).state
    let (chef, substitute) = (
      try Self.actor("karin", world, on: Self.today),
      try Self.actor("gunnar", world, on: Self.today)
    )
    #expect(chef.mayAnywhere(.readLog) && chef.may(.readLog, matter))
    #expect(!substitute.mayAnywhere(.readLog) && !substitute.may(.readLog, matter))
    #expect(substitute.units(for: .readLog) == .some([], .none))
    #expect(substitute.may(.handle, matter) && substitute.has(.head, at: "oster"))
  }

  @Test func substitutesDoNotChain() throws {
    var world = Self.world()
    world.rules.organisation.substitutes.append(
      Substitution(chef: "sigge", substitute: "gunnar", from: Self.today, to: Self.today))
    let actor = try Self.actor("gunnar", world, on: Self.today)
    #expect(actor.standsInFor == ["karin", "sigge"] || actor.standsInFor == ["sigge", "karin"])
    world.rules.organisation.substitutes.removeAll { $0.chef == "karin" }
    let alone = try Self.actor("gunnar", world, on: Self.today)
    #expect(!alone.has(.manager, at: "oster"))
  }

  @Test func theUnitsChefIsStillTheChef() {
    let organisation = Self.world().rules.organisation
    #expect(organisation.manager(of: "oster")?.login == "asa")
    #expect(organisation.chefs(of: "oster").map(\.login) == ["asa"])
  }

  @Test func stepsBearTheirOwnLogin() throws {
    let world = Self.world()
    let matter = try world.matter(after: [("maja", .triage(.complaint, unit: "oster"))])
    let asking = Asking(
      actor: try Self.actor("sigge", world, on: Self.today), now: world.asking("maja").now)
    let events = try matter.decide(
      .answer(World.letter()), asking: asking, rules: world.rules)
    #expect(events.map(\.by) == ["sigge"])
  }

  @Test func lettersBearTheirOwnNameAndTheChefsTitle() throws {
    var world = Self.world()
    world.rules.organisation.people[5].title = "undersköterska"
    let organisation = world.rules.organisation
    var matter = try world.matter(after: [("maja", .triage(.complaint, unit: "oster"))]).state
    func title(_ login: PersonID, _ organisation: Organisation, _ day: CivilDay) -> String? {
      organisation.signature(of: login, in: matter, on: day)?.title
    }
    #expect(title("sigge", organisation, Self.today) == "vikarie för Asa")
    #expect(organisation.signature(of: "sigge", in: matter, on: Self.today)?.name == "Sigge")
    var titled = organisation
    titled.people[1].title = "enhetschef"
    #expect(title("sigge", titled, Self.today) == "vikarierande enhetschef")
    #expect(title("sigge", titled, Self.today + 1) == "undersköterska")
    #expect(title("asa", titled, Self.today) == "enhetschef")
    #expect(title("gunnar", titled, Self.today) == "vikarie för Karin")
    // What was handed to the substitute in person is answered as ever, and other units too.
    matter.handler = "sigge"
    #expect(title("sigge", titled, Self.today) == "undersköterska")
    matter.handler = nil
    matter.unit = "vast"
    #expect(title("sigge", titled, Self.today) == "undersköterska")
    matter.unit = nil
    #expect(title("gunnar", titled, Self.today) == nil)
  }
}
