import Domain
import Testing

/// A login that a unit's staff have in common.
@Suite("Unit logins")
struct UnitLoginTests {
  let world: World
  static let eva = NamedTaker(name: "Eva  Exempel", role: " undersköterska ")

  init() {
    var world = World()
    world.rules.organisation.people.append(
      Person(
        login: "norr", name: "Enhet Norr", grants: [Grant(role: .unitLogin, unit: "oster")]))
    self.world = world
  }

  private func told(_ taker: NamedTaker? = eva, channel: Channel = .phone) -> TakenByHand {
    var taken = world.told(by: "norr", channel: channel)
    taken.taker = taker
    return taken
  }

  @Test("Who took it in is recorded: the name in the content, the unit in the facts")
  func recorded() throws {
    let matter = try world.takeDown(told(), as: "norr")
    let event = matter.events[0]
    #expect(event.by == "norr")
    #expect(event.content?.taker == NamedTaker(name: "Eva Exempel", role: "undersköterska"))
    guard case .registered(let facts) = event.facts else { return }
    #expect(facts.commonLogin == "oster")
    #expect(matter.state.suggestedUnit == "oster")
    let names = { (unit: UnitID) in "Enhet \(unit)" }
    #expect(
      matter.state.takerWords(unitName: names)
        == "Mottaget av Eva Exempel, undersköterska, via Enhet oster")
    #expect(
      matter.state.readBackWords { $0 }.first?
        .hasPrefix("Uppläst av Eva Exempel, undersköterska och godkänd") == true)
    var bare = event
    bare.content = nil
    let purged = try #require(Matter(id: 2, events: [bare]))
    #expect(
      purged.state.takerWords(unitName: names)
        == "Mottaget via Enhet oster; namnet är gallrat")
  }

  @Test("Who began it is told too, when somebody else went on")
  func begunBySomebodyElse() throws {
    var details = TakingDetails(channel: .phone)
    details.pass()
    #expect(details.begunBy == nil)
    details.words = [.takerName: "Eva", .takerRole: "vikarie"]
    details.pass()
    #expect(details.taker?.words == nil)
    details.words = [.takerName: "Bo", .takerRole: "chef"]
    details.pass()
    #expect(details.begunBy == "Eva, vikarie, sedan Bo, chef")
    let taker = NamedTaker(name: "Ann", role: "kock", begunBy: "Eva, vikarie")
    let matter = try world.takeDown(told(taker), as: "norr")
    #expect(
      matter.state.takerWords { $0 }
        == "Mottaget av Ann, kock, via oster (påbörjat av Eva, vikarie)")
  }

  @Test(
    "It must be said who takes it in",
    arguments: [
      nil, NamedTaker(name: "Eva", role: " "), NamedTaker(name: "", role: "kock"),
    ])
  func demanded(taker: NamedTaker?) {
    #expect(world.refusal(of: told(taker), as: "norr") == .needsTaker)
  }

  @Test("Verbal only, and nothing but that")
  func verbalOnly() {
    for channel in Channel.allCases where !channel.isSpoken {
      #expect(world.refusal(of: told(channel: channel), as: "norr") != nil)
    }
    var solved = told()
    solved.solvedAtOnce = "Ringde köket."
    #expect(world.refusal(of: solved, as: "norr") == .notAllowed(.solveAtOnce))
    let actor = world.actor("norr")
    #expect(Permission.allCases.filter(actor.mayAnywhere) == [.takeDown])
    #expect(!actor.mayImport)
  }

  @Test("Nothing is seen, not even what was taken in there; nothing is handed to it")
  func sight() throws {
    let matter = try world.takeDown(told(), as: "norr")
    let actor = world.actor("norr")
    #expect(matter.state.taker == "norr")
    #expect(matter.seen(by: actor) == nil)
    #expect(Queue.tabs(for: actor).isEmpty)
    for queue in Queue.allCases where queue != .all && queue != .done && queue != .late {
      #expect(!queue.contains(matter.row, for: actor, today: World.today))
    }
    #expect(!world.rules.organisation.people(at: "oster").contains { $0.login == "norr" })
  }

  @Test("All who see the matter see who took it in")
  func everybodyDownstream() throws {
    var matter = try world.takeDown(told(), as: "norr")
    try world.take(.triage(.complaint, unit: "oster"), as: "maja", on: &matter)
    for login in ["maja", "asa", "karin", "rut", "sara", "anna"] {
      let seen = try #require(matter.seen(by: world.actor(login)))
      #expect(seen.state.namedTaker?.name == "Eva Exempel", "\(login)")
    }
  }

  @Test("A name is nobody's but at such a login")
  func others() throws {
    var taken = world.told()
    taken.taker = Self.eva
    let matter = try world.takeDown(taken)
    #expect(matter.state.namedTaker == nil && matter.state.commonLogin == nil)
    #expect(matter.state.takerWords { $0 } == nil)
  }

  @Test("Who has only said who they are has begun nothing")
  func emptyDraft() {
    var begun = BegunTaking(text: " ", details: TakingDetails(channel: .phone))
    begun.details.words = [.takerName: "Eva", .takerRole: "kock"]
    #expect(begun.isEmpty)
    begun.text = "Maten"
    #expect(!begun.isEmpty)
  }
}
