import Domain
import Testing

@Suite("Registration")
struct RegistrationTests {
  let world = World()
  let source = SourceDigest(key: "k2", content: "c2")

  func register(
    _ incoming: IncomingMatter, as login: PersonID = "maja", files: [Domain.Attachment] = [],
    notice: String? = nil
  ) throws(Refusal) -> MatterEvent {
    try Matter.register(
      incoming, as: Reference(year: 2026, serial: 7), source: source, files: files,
      notice: notice, asking: world.asking(login), rules: world.rules)
  }

  @Test("Everything that came is kept: codes in the facts, words in the content")
  func kept() throws {
    var incoming = world.incoming("Rad ett.\n\nRad  två. ", from: World.anna)
    incoming.concerns = "Mamma"
    incoming.suggestedCategory = .complaint
    incoming.unitWords = "Hemtjänst Öster"
    incoming.notices = ["En bilaga var tom."]
    let file = Domain.Attachment(name: "bild.jpg", mediaType: "image/jpeg", size: 3, digest: "d")
    let event = try register(incoming, files: [file], notice: "Samma nyckel som 26-1.")
    #expect(event.sequence == 1 && event.step == 1 && event.by == "maja")
    guard case .registered(let facts) = event.facts else {
      Issue.record("Not registered")
      return
    }
    #expect(facts.reference.short == "26-7" && facts.channel == .email)
    #expect(facts.arrivedOn == day("2026-11-13") && !facts.isPointer && facts.source == source)
    #expect(facts.suggestedUnit == "oster" && facts.suggestedCategory == .complaint)
    #expect(facts.files == 1 && facts.term == World.care.uncategorisedTerm)
    #expect(facts.sender == MatterFacts.SenderFacts(World.anna))
    let state = try #require(Matter(id: 1, events: [event])).state
    #expect(state.text == "Rad ett.\n\nRad  två. " && state.sender == World.anna)
    #expect(state.concerns == "Mamma" && state.files == [file])
    #expect(state.externalID == "1@exempel.se" && state.title == "Sena besök")
    #expect(state.notices == ["En bilaga var tom.", "Samma nyckel som 26-1."])
    #expect(state.status == .received && state.category == nil && state.unit == nil)
    #expect(event.at == world.asking("maja").now)
  }

  @Test(
    "The arrival day is what the message says, but never in the future or the far past",
    arguments: [
      ("2026-11-13", "2026-11-13", false), ("2026-11-24", "2026-11-24", false),
      ("2026-11-25", "2026-11-24", false), ("2999-01-01", "2026-11-24", false),
      ("2000-01-01", "2000-01-01", false), ("1999-12-31", "2026-11-24", true),
      ("1970-01-01", "2026-11-24", true),
    ])
  func arrival(said: String, kept: String, isNoticed: Bool) throws {
    let event = try register(world.incoming(arrivedOn: day(said)))
    let state = try #require(Matter(id: 1, events: [event])).state
    #expect(state.arrivedOn == day(kept))
    #expect(state.notices.isEmpty != isNoticed)
    #expect(Matter.earliestArrival == day("2000-01-01"))
  }

  @Test("The promise of time until it has a type is that of the suggested unit's routine")
  func term() throws {
    var incoming = world.incoming()
    incoming.unitWords = "Gata och trafik"
    guard case .registered(let facts) = try register(incoming).facts else { return }
    #expect(facts.suggestedUnit == "gata" && facts.term == nil)
  }

  @Test("Of an anonymous sender nothing is kept but the way back")
  func anonymous() throws {
    let event = try register(world.incoming(from: .anonymous(replyVia: .eService)))
    let state = try #require(Matter(id: 1, events: [event])).state
    #expect(state.sender == Sender.anonymous(replyVia: .eService))
    #expect(state.recipient(for: .eService) == "e-tjänsten, ärende 1@exempel.se")
  }

  @Test("A pointer stands with its words until the text comes")
  func pointer() throws {
    var matter = try world.matter(
      world.incoming(from: Sender(), body: .inEService), after: [("maja", .setTitle("Neutral"))])
    #expect(matter.state.isPointer && matter.state.text == "Texten finns i e-tjänsten.")
    #expect(matter.state.desk == .triage && !matter.state.hasNewAddition)
    var incoming = world.incoming("Själva texten.", from: World.anna)
    incoming.title = "Anna Exempels klagomål"
    incoming.notices = ["En bilaga saknas."]
    let file = Domain.Attachment(name: "a.pdf", mediaType: "application/pdf", size: 1, digest: "d")
    let event = try matter.complete(
      with: incoming, source: source, files: [file], asking: world.asking("rut"),
      rules: world.rules)
    matter.apply(event)
    #expect(!matter.state.isPointer && matter.state.text == "Själva texten.")
    #expect(matter.state.sender == World.anna && matter.state.files == [file])
    #expect(matter.state.additions.isEmpty && !matter.state.hasNewAddition)
    // The neutral title that triage has set stands, and what the reading found is kept.
    #expect(matter.state.title == "Neutral" && matter.state.notices == ["En bilaga saknas."])
  }

  @Test("The sender's heading comes with the text when nobody has set a title")
  func pointerTitle() throws {
    var matter = try world.registered(world.incoming(body: .inEService))
    var incoming = world.incoming("Texten.")
    incoming.title = "Ny rubrik"
    matter.apply(
      try matter.complete(
        with: incoming, source: source, files: [], asking: world.asking("maja"), rules: world.rules)
    )
    #expect(matter.state.title == "Ny rubrik")
  }

  @Test(
    "Text that comes when the pointer is no longer in triage marks the matter",
    arguments: [
      Place.withManager, .answered, .returned, .closed, .notMatter,
    ])
  func lateText(place: Place) throws {
    var matter = try world.matter(
      world.incoming(from: World.anna, body: .inEService), after: place.steps)
    let event = try matter.complete(
      with: world.incoming("Texten."), source: source, files: [], asking: world.asking("maja"),
      rules: world.rules)
    matter.apply(event)
    #expect(matter.state.hasNewAddition && matter.state.desk != .none)
  }

  @Test("Only triage, registrars and administrators take in files")
  func rights() throws {
    let matter = try world.registered()
    for login in world.logins where !["maja", "rut", "sten"].contains(login) {
      #expect(throws: Refusal.mayNotTakeIn) { try register(world.incoming(), as: login) }
      #expect(throws: Refusal.mayNotTakeIn) {
        try matter.complete(
          with: world.incoming(), source: source, files: [], asking: world.asking(login),
          rules: world.rules)
      }
    }
    #expect(throws: Never.self) { try register(world.incoming(), as: "sten") }
  }

  @Test("A text as long as there is room for, and one letter more")
  func length() throws {
    let room = String(repeating: "å", count: Matter.longestText)
    #expect(throws: Never.self) { try register(world.incoming(room)) }
    #expect(throws: Refusal.tooLong(limit: 1_000_000)) {
      try register(world.incoming(room + "x"))
    }
    let matter = try world.registered()
    #expect(throws: Refusal.tooLong(limit: 1_000_000)) {
      try matter.complete(
        with: world.incoming(room + "x"), source: source, files: [],
        asking: world.asking("maja"), rules: world.rules)
    }
  }
}
