import Domain
import Testing

/// What is taken in by hand: by whom, and where it goes.
@Suite("Taking in by hand")
struct TakeDownTests {
  let world = World()

  @Test("Who may take in what", arguments: Channel.allCases)
  func rights(channel: Channel) {
    let anybody: Set<PersonID> = [
      "maja", "asa", "bo", "karin", "rut", "sigge", "lotta", "ulf", "gunnar",
    ]
    for login in world.logins {
      var expected: Refusal?
      switch channel {
      case .phone, .visit: expected = anybody.contains(login) ? nil : .notAllowed(.takeDown)
      case .letter, .form:
        expected = ["maja", "rut"].contains(login) ? nil : .notAllowed(.registerPaper)
      case .email, .eService:
        let isWorker = anybody.contains(login)
        expected =
          isWorker
          ? .invalid(field: .matter(.channel), hint: "välj telefon, besök, brev eller blankett")
          : .notAllowed(.takeDown)
      }
      let taken = world.told(by: login, channel: channel)
      var paper = taken
      paper.sender.replyVia = nil
      #expect(world.refusal(of: paper, as: login) == expected, "\(login)")
    }
  }

  @Test("It is registered today, in one step, without files or source")
  func registered() throws {
    let matter = try world.takeDown(world.told())
    #expect(matter.version == 1)
    #expect(matter.state.status == .received)
    #expect(matter.state.arrivedOn == World.today)
    #expect(matter.state.channel == .phone)
    #expect(matter.state.text == "Maten är kall.")
    #expect(matter.state.suggestedUnit == "oster")
    #expect(matter.state.unit == nil)
    #expect(matter.state.term == DeadlineTerm(count: 10, unit: .workingDays))
    #expect(matter.state.sender.isAnswerable)
    #expect(matter.events[0].by == "sigge")
  }

  /// A person, and the unit that triage is shown and that gets it, where the routine says so.
  struct Going: Sendable, CustomTestStringConvertible {
    let login: PersonID
    let suggested: UnitID?
    let straightTo: UnitID?
    var testDescription: String { login }
  }

  @Test(
    "Where it goes when the routine sends it to the unit's own chef",
    arguments: [
      Going(login: "sigge", suggested: "oster", straightTo: "oster"),
      Going(login: "asa", suggested: "oster", straightTo: "oster"),
      // Of a verksamhet with several units, none is guessed.
      Going(login: "lotta", suggested: nil, straightTo: nil),
      Going(login: "maja", suggested: nil, straightTo: nil),
      Going(login: "rut", suggested: nil, straightTo: nil),
      Going(login: "karin", suggested: nil, straightTo: nil),
      // The routine of another förvaltning sends it to triage.
      Going(login: "gunnar", suggested: "gata", straightTo: nil),
    ])
  func straight(going: Going) throws {
    let world = World.straight
    let matter = try world.takeDown(world.told(by: going.login), as: going.login)
    #expect(matter.state.suggestedUnit == going.suggested)
    #expect(matter.state.unit == going.straightTo)
    #expect(matter.state.status == (going.straightTo == nil ? .received : .withManager))
    #expect(Set(matter.events.map(\.step)) == [1])
    let usual = try self.world.takeDown(self.world.told(by: going.login), as: going.login)
    #expect(usual.state.suggestedUnit == going.suggested)
    #expect(usual.state.status == .received)
  }

  @Test("Who works at several units chooses one of them")
  func severalUnits() throws {
    var world = World.straight
    world.rules.organisation.people.append(
      Person(
        login: "tuva", name: "Tuva",
        grants: [Grant(role: .staff, unit: "oster"), Grant(role: .staff, unit: "vast")]))
    #expect(world.rules.unitsToChoose(for: world.actor("tuva")) == ["oster", "vast"])
    #expect(world.rules.unitsToChoose(for: world.actor("sigge")).isEmpty)
    #expect(World().rules.unitsToChoose(for: world.actor("tuva")).isEmpty)
    var taken = world.told(by: "tuva")
    #expect(try world.takeDown(taken, as: "tuva").state.desk == .triage)
    taken.unit = "vast"
    #expect(try world.takeDown(taken, as: "tuva").state.unit == "vast")
    // A unit of somebody else's is none.
    taken.unit = "gata"
    #expect(try world.takeDown(taken, as: "tuva").state.desk == .triage)
  }

  @Test("A unit without a chef has nobody to send to")
  func withoutManager() throws {
    var world = World.straight
    world.rules.organisation.people.append(
      Person(login: "olle", name: "Olle", grants: [Grant(role: .staff, unit: "utan")]))
    world.rules.organisation.units[7].routine = "oms"
    let matter = try world.takeDown(world.told(by: "olle"), as: "olle")
    #expect(matter.state.suggestedUnit == "utan")
    #expect(matter.state.desk == .triage)
  }

  @Test("What was taken down cannot be taken back, and its taker sees no more than the receipt")
  func afterwards() throws {
    let matter = try world.takeDown(world.told())
    #expect(world.refusal(of: .undo, as: "sigge", on: matter) == .nothingToUndo)
    #expect(world.actor("sigge").sight(of: matter.state) == [])
    #expect(world.actor("maja").may(.read, matter.state))
  }

  @Test("Paper keeps its day and its title, and is read back by nobody")
  func paper() throws {
    var taken = world.told(by: "rut", channel: .letter)
    taken.arrivedOn = day("2026-11-20")
    taken.title = "  Sena   besök "
    taken.sender = Sender(name: "Anna", address: "Storgatan 1", replyVia: .letter)
    let matter = try world.takeDown(taken, as: "rut")
    #expect(matter.state.arrivedOn == day("2026-11-20"))
    #expect(matter.state.title == "Sena besök")
    #expect(matter.state.readBack == nil)
    #expect(matter.state.suggestedUnit == nil)
    #expect(matter.state.code == nil)
    #expect(matter.state.answerBy == day("2026-12-04"))
  }
}
