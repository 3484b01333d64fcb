import Domain
import Testing

/// What each role sees of a matter.
@Suite("What of a matter one sees")
struct SightTests {
  let world = World()

  /// A matter with something of everything in it.
  private func full(_ steps: [(PersonID, MatterCommand)] = []) throws -> Matter {
    var incoming = world.incoming("Maten är kall. Hälsningar Anna Exempel")
    incoming.concerns = "Greta Lund"
    incoming.title = "Kall mat hos Greta"
    var matter = try world.matter(
      incoming,
      after: [
        ("maja", .writeInternalNote("Vart ska den?")),
        ("maja", .triage(.complaint, unit: "oster")),
        ("maja", .writeInternalNote("Jag ringde chefen.")),
        ("asa", .writeInternalNote("Känd familj.")),
        ("asa", .logContact(.phone, reached: true, line: "Talade med Anna.")),
        ("asa", .correct(.phone, new: "070-123 45 67", reason: "Anna ringde.")),
        ("asa", .answer(World.letter(text: "Hej Anna! Vi värmer maten."))),
        ("asa", .writeOfficialNote("Ny ugn.")),
      ] + steps)
    matter.apply(
      try matter.attach(
        [Domain.Attachment(name: "Anna.PDF", mediaType: "application/pdf", size: 9, digest: "d")],
        asking: world.asking("asa")))
    return matter
  }

  private func words(_ matter: Matter?) -> String {
    matter.map { "\($0.state) \($0.events) \($0.shownEvents) \($0.row)" } ?? ""
  }

  @Test("Chef, förvaltningschef and registrator see all of it", arguments: ["asa", "karin", "rut"])
  func whole(login: PersonID) throws {
    let matter = try full()
    #expect(matter.seen(by: world.actor(login)) == matter)
  }

  @Test("Triage sees all but what the unit has noted for itself")
  func triage() throws {
    let seen = try #require(try full().seen(by: world.actor("maja")))
    #expect(seen.hidden == .internalNotes)
    #expect(seen.state.internalNotes == ["Vart ska den?", "Jag ringde chefen."])
    #expect(!words(seen).contains("Känd familj"))
    #expect(words(seen).contains("anna@exempel.se") && words(seen).contains("Vi värmer maten"))
    #expect(seen.version == (try full()).version)
  }

  @Test("A note that has been taken back is no more read than one that stands")
  func undoneNote() throws {
    let matter = try world.matter(
      after: Place.withManager.steps + [
        ("asa", .writeInternalNote("Känd familj.")), ("asa", .undo),
      ])
    #expect(!words(matter.seen(by: world.actor("maja"))).contains("Känd"))
  }

  @Test("An analyst reads texts without those who wrote them")
  func analyst() throws {
    let seen = try #require(try full().seen(by: world.actor("anna")))
    #expect(seen.hidden == [.dialogue, .sender, .internalNotes])
    #expect(seen.state.text == "Maten är kall. Hälsningar [dolt]")
    #expect(seen.state.title == "Kall mat hos [dolt]")
    #expect(seen.state.officialNotes == ["Ny ugn."])
    #expect(seen.state.files.map(\.name) == ["bilaga-1.pdf"])
    #expect(seen.senderWords == "Avsändaren visas inte")
    for word in ["Anna", "Greta", "070", "anna@", "1@exempel", "ugn.PDF", "värmer", "familj"] {
      #expect(!words(seen).contains(word), "\(word)")
    }
  }

  @Test(
    "What has been taken out stays out, whoever looks at what is left",
    arguments: ["anna", "maja", "karin"])
  func seenTwice(login: PersonID) throws {
    let seen = try #require(try full().seen(by: world.actor("anna")))
    #expect(seen.seen(by: world.actor("anna")) == seen)
    let again = try #require(seen.seen(by: world.actor(login)))
    #expect(again.hidden == seen.hidden && again.state == seen.state)
    let less = try #require(try full().seen(by: world.actor("maja"))?.seen(by: world.actor("anna")))
    #expect(less.hidden == seen.hidden && less.state.text == seen.state.text)
  }

  @Test("A secretary, and who took it down, see how it stands and no text")
  func rows() throws {
    let seen = try #require(try full().seen(by: world.actor("sara")))
    #expect(seen.hidden == .all)
    #expect(seen.state.title == "Kall mat hos [dolt]")
    #expect(seen.state.text == nil && seen.state.files.isEmpty && seen.state.internalNotes == [])
    #expect(seen.row == (try rowWithout(full())))
    for word in ["Maten", "ugn.", "Anna", "Greta", "värmer", "familj", "ringde"] {
      #expect(!words(seen).contains(word), "\(word)")
    }
    let matter = try taken()
    let receipt = try #require(matter.seen(by: world.actor("sigge")))
    #expect(receipt.hidden.isSuperset(of: [.texts, .sender]) && receipt.state.text == nil)
    #expect(receipt.state.reference == matter.state.reference)
    #expect(matter.seen(by: world.actor("lotta")) == nil)
    #expect(matter.seen(by: world.actor("gunnar")) == nil)
  }

  private func rowWithout(_ matter: Matter) throws -> MatterRow {
    var row = matter.row
    row.title = "Kall mat hos [dolt]"
    return row
  }

  private func taken() throws -> Matter {
    let text = "Maten är kall."
    let asking = world.asking("sigge")
    let events = try Matter.takeDown(
      TakenByHand(
        channel: .phone, text: text,
        readBack: .approved(Approval(of: text, by: "sigge", at: asking.now)),
        solvedAtOnce: "Värmde den."),
      as: Reference(year: 2026, serial: 9), digests: TakenDigests(text: "d"), asking: asking,
      rules: world.rules)
    return try #require(Matter(id: 9, events: events))
  }

  @Test("What was put right directly is recorded with it; only by those who stand in the work")
  func solvedAtOnce() throws {
    let matter = try taken()
    #expect(matter.state.solvedAtOnce == "Värmde den." && matter.state.desk == .triage)
    let asking = world.asking("maja")
    let told = TakenByHand(
      channel: .phone, text: "x",
      readBack: .approved(Approval(of: "x", by: "maja", at: asking.now)), solvedAtOnce: "Nej.")
    #expect(throws: Refusal.notAllowed(.solveAtOnce)) {
      try Matter.takeDown(
        told, as: Reference(year: 2026, serial: 9), digests: TakenDigests(text: "d"),
        asking: asking, rules: world.rules)
    }
    #expect(world.refusal(of: .solveAtOnce(" "), as: "sigge", on: matter) != nil)
    #expect(world.refusal(of: .solveAtOnce("Ja."), as: "maja", on: matter) != nil)
  }

  @Test("Who has been handed a matter sees what the chef sees")
  func handler() throws {
    let matter = try full([("asa", .handOver(to: "sigge"))])
    #expect(matter.seen(by: world.actor("sigge")) == matter)
  }

  @Test("Who handled a matter and works elsewhere now has no more to do with it")
  func formerHandler() throws {
    let open = try world.matter(after: [
      ("maja", .triage(.complaint, unit: "gata")), ("ulf", .handOver(to: "gunnar")),
      ("gunnar", .answer(World.letter())),
    ])
    var closed = open
    try world.take(.close, as: "ulf", on: &closed)
    for matter in [open, closed] {
      #expect(matter.state.handler == "gunnar")
      for unit in ["gata", "oster", "tek", nil] {
        var organisation = world.rules.organisation
        organisation.people[11].grants = [Grant(role: .staff, unit: unit)]
        let actor = Actor(organisation.people[11], in: organisation)
        let works = unit == "gata"
        #expect(organisation.people(at: "gata").map(\.login).contains("gunnar") == works)
        #expect((matter.seen(by: actor) != nil) == works)
        #expect(actor.may(.annotate, matter.state) == works)
        #expect(actor.owns(unit: "gata", handler: "gunnar") == works)
      }
    }
  }

  /// Who sorts for which unit, and the unit that a matter may concern.
  @Test(
    "What is not sorted yet is seen by those who sort for whom it may concern",
    arguments: [
      (nil, ["oms", "tek", "rutoms", "ruttek", "all"]), ("oster", ["oms", "rutoms", "all"]),
      ("gata", ["tek", "ruttek", "all"]), ("oms", ["oms", "rutoms", "all"]),
      // Nobody sorts for these, or they are not there: it must not lie unseen.
      ("utan", ["oms", "tek", "rutoms", "ruttek", "all"]),
      ("borta", ["oms", "tek", "rutoms", "ruttek", "all"]),
    ] as [(UnitID?, Set<PersonID>)])
  func unsorted(suggested: UnitID?, expected: Set<PersonID>) throws {
    var organisation = world.rules.organisation
    let grants: [(PersonID, Role, UnitID?)] = [
      ("oms", .triage, "oms"), ("tek", .triage, "tek"), ("rutoms", .registrar, "oms"),
      ("ruttek", .registrar, "tek"), ("shared", .triage, nil), ("all", .registrar, nil),
      ("karin", .head, "oms"), ("anna", .analyst, "oms"),
    ]
    organisation.people = grants.map { login, role, unit in
      Person(login: login, name: login, grants: [Grant(role: role, unit: unit)])
    }
    var state = try world.registered().state
    state.suggestedUnit = suggested
    let seeing = organisation.people.filter {
      Actor($0, in: organisation).sight(of: state) != nil
    }
    // A common triage group sees what no nämnd has of its own.
    let common: Set<PersonID> =
      suggested == nil || ["utan", "borta"].contains(suggested) ? ["shared"] : []
    #expect(Set(seeing.map(\.login)) == expected.union(common))
    for index in organisation.units.indices where organisation.units[index].id == "oms" {
      organisation.units[index].sharesTriage = true
    }
    let shared = Actor(organisation.people[4], in: organisation)
    #expect((shared.sight(of: state) != nil) == (suggested != "gata"))
    #expect(shared.may(.route, state) == (suggested != "gata"))
  }

  @Test("Of what is not theirs, others see nothing", arguments: ["bo", "ulf", "sten", "lotta"])
  func nothing(login: PersonID) throws {
    #expect(try full().seen(by: world.actor(login)) == nil)
  }
}
