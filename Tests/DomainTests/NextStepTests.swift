import Domain
import Testing

@Suite("The next step")
struct NextStepTests {
  let world = World()

  @Test(
    "What each one sees on the main path",
    arguments: [
      (Place.received, "maja", NextStep.triage),
      (.received, "rut", .wait("Väntar på medborgarcenter.")),
      (.withManager, "asa", .answer),
      // Who stands above another chef may act, but it is not her turn.
      (.withManager, "karin", .wait("Väntar på Hemtjänst Öster.")),
      (.withManager, "maja", .wait("Väntar på Hemtjänst Öster.")),
      (.withManager, "rut", .wait("Väntar på Hemtjänst Öster.")),
      (.answered, "asa", .writeOfficialNote), (.returned, "maja", .close),
      (.returned, "asa", .wait("Väntar på att medborgarcenter avslutar.")),
      (.closed, "maja", .wait("Ärendet är avslutat.")),
      (.closed, "asa", .wait("Ärendet är avslutat.")),
      (.notMatter, "maja", .wait("Ärendet är ingen synpunkt.")),
    ])
  func mainPath(place: Place, login: PersonID, step: NextStep) throws {
    let matter = try world.matter(after: place.steps)
    #expect(matter.nextStep(for: world.actor(login), rules: world.rules) == step)
  }

  @Test(
    "Followed to the end it leads from arrival to closed, for every kind of sender and routine",
    arguments: [
      (World.anna, "oster", [.triage, .answer, .writeOfficialNote, .giveBack, .close]),
      (.anonymous(), "oster", [.triage, .writeOfficialNote, .close]),
      (
        .anonymous(replyVia: .eService), "oster",
        [.triage, .answer, .writeOfficialNote, .giveBack, .close]
      ),
      (Sender(name: "Anna"), "oster", [.triage, .writeOfficialNote, .close]),
      (
        Sender(email: "a@b.se", replyVia: .email, wantsAnswer: false), "oster",
        [.triage, .writeOfficialNote, .close]
      ),
      (
        Sender(phone: "070", replyVia: .phone), "oster",
        [.triage, .answer, .writeOfficialNote, .giveBack, .close]
      ),
      // Where no note is demanded and the unit closes.
      (World.anna, "gata", [.triage, .answer, .close]),
      (.anonymous(), "gata", [.triage, .writeOfficialNote, .close]),
      // Where the förvaltningschef is the only chef.
      (World.anna, "stab", [.triage, .answer, .writeOfficialNote, .giveBack, .close]),
      (.anonymous(), "stab", [.triage, .writeOfficialNote, .close]),
    ] as [(Sender, UnitID, [NextStep])])
  func toTheEnd(sender: Sender, unit: UnitID, steps: [NextStep]) throws {
    let matter = try world.registered(world.incoming(from: sender))
    let (taken, end) = world.followToTheEnd(matter, sendingTo: unit)
    #expect(taken == steps)
    #expect(end.state.status == .closed && end.state.closedOn == World.today)
  }

  @Test("Sent on without a type, the chef is asked for it first")
  func untyped() throws {
    for unit in ["oster", "stab", "gata"] {
      let matter = try world.matter(after: [("maja", .triage(nil, unit: unit))])
      let (taken, end) = world.followToTheEnd(matter)
      #expect(taken.prefix(2) == [.categorise, .answer])
      #expect(end.state.status == .closed)
    }
  }

  @Test("Praise: thanks are offered, not demanded")
  func praise() throws {
    let sent = try world.matter(after: [("maja", .triage(.praise, unit: "oster"))])
    #expect(world.turns(on: sent).map(\.step) == [.answer])
    var noted = sent
    try world.take(.writeOfficialNote("Till gruppen."), as: "asa", on: &noted)
    #expect(world.followToTheEnd(noted).steps == [.giveBack, .close])
    #expect(
      world.refusal(of: .noteAndReturn("Läst.", .done, words: nil), as: "asa", on: sent) == nil)
  }

  @Test("A note written before the answer does not hide that an answer is owed")
  func noteFirst() throws {
    let matter = try world.matter(
      after: Place.withManager.steps + [("asa", .writeOfficialNote("Nytt schema."))])
    #expect(world.followToTheEnd(matter).steps == [.answer, .giveBack, .close])
  }

  @Test(
    "Back for details, for another unit or other reasons, triage sends it on",
    arguments: [
      (ReturnReason.needsDetails, NextStep.fetchDetails), (.wrongUnit, .triage), (.other, .triage),
    ])
  func returned(reason: ReturnReason, step: NextStep) throws {
    let matter = try world.matter(
      after: Place.withManager.steps + [("asa", .giveBack(reason, words: "Skäl."))])
    #expect(world.followToTheEnd(matter, sendingTo: "vast").steps.prefix(2) == [step, .answer])
    let wait = matter.nextStep(for: world.actor("asa"), rules: world.rules)
    #expect(wait.words.hasPrefix("Väntar på "))
  }

  @Test("A way back that comes when the unit is done brings it to triage again, not to a dead end")
  func lateWayBack() throws {
    let steps: [(PersonID, MatterCommand)] =
      Place.withManager.steps + [
        ("asa", .noteAndReturn("Åtgärdat.", .done, words: nil)),
        ("maja", .correct(.email, new: "anna@exempel.se", reason: "Hon ringde.")),
      ]
    let matter = try world.matter(world.incoming(from: Sender(name: "Anna")), after: steps)
    #expect(matter.state.desk == .triage)
    #expect(world.followToTheEnd(matter).steps == [.triage, .answer, .giveBack, .close])
  }

  @Test("Opened again it can be closed again")
  func reopened() throws {
    let matter = try world.matter(after: Place.closed.steps + [("maja", .reopen(reason: "Nytt."))])
    #expect(world.followToTheEnd(matter).matter.state.status == .closed)
    let aside = try world.matter(
      after: Place.notMatter.steps + [("maja", .reopen(reason: "Är en synpunkt."))])
    #expect(world.followToTheEnd(aside).steps.first == .triage)
  }

  @Test("More from the sender to a closed matter or one set aside is read, and it is over again")
  func readAddition() throws {
    for place in [Place.closed, .notMatter] {
      var matter = try world.matter(after: place.steps)
      let status = matter.state.status
      try world.take(.add(.phone, on: World.today, text: "Mer."), as: "rut", on: &matter)
      let (taken, end) = world.followToTheEnd(matter)
      #expect(taken == [.readAddition])
      #expect(end.state.status == status && !end.state.hasNewAddition)
      #expect(end.state.wentTo == matter.state.wentTo)
    }
  }

  @Test("Closed again after an addition keeps its day, and nothing is demanded anew")
  func closedAgain() throws {
    var matter = try world.matter(
      world.incoming(from: Sender(name: "Anna")),
      after: Place.withManager.steps + [
        ("asa", .setSubjectArea("bemötande")), ("asa", .noteAndClose("Åtgärdat.")),
      ])
    let correction = MatterCommand.correct(.email, new: "a@b.se", reason: "Hon ringde.")
    try world.take(correction, as: "maja", on: &matter, at: World.today + 9)
    try world.take(.add(.phone, on: World.today, text: "Mer."), as: "maja", on: &matter)
    try world.take(.close, as: "maja", on: &matter, at: World.today + 9)
    #expect(matter.state.closedOn == World.today && matter.state.desk == .none)
    #expect(world.refusal(of: .close, as: "maja", on: matter) == .isClosed)
  }

  @Test("Who has been handed a matter is shown the same steps as the chef")
  func handler() throws {
    for sender in [World.anna, .anonymous()] {
      let matter = try world.matter(
        world.incoming(from: sender),
        after: Place.withManager.steps + [("asa", .handOver(to: "sigge"))])
      #expect(world.turns(on: matter).map(\.login) == ["asa", "sigge"])
      #expect(world.followToTheEnd(matter).matter.state.status == .closed)
    }
  }
}
