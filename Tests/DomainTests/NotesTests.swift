import Domain
import Testing

@Suite("Answers, notes, contacts and additions")
struct NotesTests {
  let world = World()

  @Test("The answer that left is kept unchanged, with way, day, recipient and who answered")
  func answer() throws {
    var draft = World.letter(.letter, to: "Anna Exempel\nGatan 1\n\n123 45 Byn")
    draft.text = "Hej Anna!\n\n  Vi har ändrat schemat. \n"
    draft.template = "svar-klagomal"
    let matter = try world.matter(after: Place.withManager.steps + [("asa", .answer(draft))])
    let answer = try #require(matter.state.answers.first)
    #expect(matter.state.answers.count == 1)
    #expect(answer.way == .letter && answer.on == World.today && answer.by == "asa")
    #expect(answer.recipient == "Anna Exempel, Gatan 1, 123 45 Byn")
    #expect(answer.text == "Hej Anna!\n\n  Vi har ändrat schemat. \n")
    guard case .answered(let facts) = matter.events.last?.facts else { return }
    #expect(facts.template == "svar-klagomal")
  }

  @Test(
    "What stops an answer before its text is looked at",
    arguments: [
      (.email, "anna@exempel.se", " \n", .emptyText("Svaret")),
      (.phone, "Anna", "", .emptyText("Det som sades")),
      (.letter, " \n ", "Hej.", .needsRecipient),
      (.eService, "Anna", "Hej.", .wayNotPossible(.eService)),
      (
        .email, "Anna", "Hej.",
        .invalid(field: .recipient, hint: "skriv e-postadressen som namn@exempel.se")
      ),
    ] as [(AnswerWay, String, String, Refusal)])
  func stopped(way: AnswerWay, recipient: String, text: String, refusal: Refusal) throws {
    var sender = World.anna
    sender.phone = "070-1234567"
    let matter = try world.matter(world.incoming(from: sender), after: Place.withManager.steps)
    let draft = World.letter(way, to: recipient, text: text)
    #expect(world.refusal(of: .answer(draft), as: "asa", on: matter) == refusal)
  }

  @Test(
    "Whom an answer goes to, as far as it is known",
    arguments: zip(
      AnswerWay.allCases,
      ["a@b.se", "Anna", "Anna, Gatan 1", "e-tjänsten, ärende 1@exempel.se", "Anna, 070", "Anna"]))
  func recipient(way: AnswerWay, recipient: String) throws {
    let sender = Sender(
      name: "Anna", email: "a@b.se", phone: "070", address: "Gatan 1", replyVia: .email)
    #expect(
      try world.registered(world.incoming(from: sender)).state.recipient(for: way) == recipient)
    let unknown = try world.registered(world.incoming(from: .anonymous())).state
    #expect(way == .eService || unknown.recipient(for: way).isEmpty)
  }

  @Test("Without a type or a way back there is no answer, and the refusal says what to do")
  func noAnswer() throws {
    let untyped = try world.matter(after: [("maja", .triage(nil, unit: "oster"))])
    #expect(world.refusal(of: .answer(World.letter()), as: "asa", on: untyped) == .needsCategory)
    let anonymous = try world.matter(
      world.incoming(from: .anonymous()), after: Place.withManager.steps)
    let refusal = world.refusal(of: .answer(World.letter()), as: "asa", on: anonymous)
    #expect(refusal == .noWayBack && refusal?.remedy == .writeOfficialNote)
  }

  @Test("Internal notes are another thing than official ones, and no answer holds them")
  func internalNotes() throws {
    let secret = "Ring inte före tolv, hunden bits."
    let matter = try world.matter(
      after: Place.withManager.steps + [
        ("asa", .writeInternalNote(secret)), ("asa", .answer(World.letter())),
        ("asa", .noteAndReturn("Nytt schema.", .done, words: nil)),
        ("maja", .writeInternalNote("Klart.")),
      ])
    let state = matter.state
    #expect(state.internalNotes == [secret, "Klart."])
    #expect(state.officialNotes == ["Nytt schema."])
    for answer in state.answers {
      #expect(!answer.text.contains(secret) && !answer.recipient.contains(secret))
    }
    #expect(state.text?.contains(secret) == false && state.title?.contains(secret) == false)
    // Nor do the facts, which outlive gallring.
    for event in matter.events { #expect(!"\(event.facts)".contains("hunden")) }
  }

  @Test("An internal note does not stand in for the official one")
  func noteNeeded() throws {
    let matter = try world.matter(after: Place.answered.steps + [("asa", .writeInternalNote("x"))])
    let refusal = world.refusal(of: .giveBack(.done, words: nil), as: "asa", on: matter)
    #expect(refusal == .needsOfficialNote && refusal?.remedy == .writeOfficialNote)
  }

  @Test("No fact holds a word that somebody wrote", arguments: Place.allCases)
  func facts(place: Place) throws {
    var incoming = world.incoming("HEMLIGT ett", from: Sender(name: "HEMLIGT två"))
    incoming.title = "HEMLIGT tre"
    incoming.concerns = "HEMLIGT fyra"
    incoming.notices = ["HEMLIGT fem"]
    incoming.sender.email = "HEMLIGT@b.se"
    incoming.sender.replyVia = .email
    let written: [(PersonID, MatterCommand)] = [
      ("maja", .setTitle("HEMLIGT")), ("maja", .add(.phone, on: World.today, text: "HEMLIGT")),
      ("maja", .correct(.name, new: "HEMLIGT", reason: "HEMLIGT")),
      ("maja", .logContact(.phone, reached: true, line: "HEMLIGT")),
      ("maja", .writeInternalNote("HEMLIGT")),
    ]
    let matter = try world.matter(incoming, after: place.steps + written)
    for event in matter.events { #expect(!"\(event.facts)".contains("HEMLIGT")) }
  }

  @Test("An addition stands beside the original and marks the matter until it is acted on")
  func addition() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try world.take(
      .add(.phone, on: day("2026-11-20"), text: "Även i dag."), as: "maja", on: &matter)
    let addition = try #require(matter.state.additions.first)
    #expect(matter.state.additions.count == 1 && addition.text == "Även i dag.")
    #expect(addition.on == day("2026-11-20") && addition.channel == .phone)
    #expect(matter.row.hasNewAddition && matter.row.status == .withManager)
    #expect(matter.state.text == "Personalen kommer ofta för sent på morgnarna.")
    try world.take(.setTitle("Sena besök"), as: "asa", on: &matter)
    #expect(matter.row.hasNewAddition)
    try world.take(.answer(World.letter()), as: "asa", on: &matter)
    #expect(!matter.row.hasNewAddition)
  }

  @Test("An addition of nothing, or of a day to come, is refused")
  func badAddition() throws {
    let matter = try world.registered()
    #expect(
      world.refusal(of: .add(.phone, on: World.today, text: " "), as: "maja", on: matter)
        == .emptyText("Kompletteringen"))
    #expect(
      world.refusal(of: .add(.phone, on: World.today + 1, text: "x"), as: "maja", on: matter)
        == .invalid(field: .additionDay, hint: "dagen ligger i framtiden"))
  }

  @Test("Titles are one line of at most 200 characters")
  func titles() throws {
    let long = String(repeating: "å", count: 200)
    let matter = try world.matter(after: [("maja", .setTitle(" Sena\n besök\t i dag "))])
    #expect(matter.state.title == "Sena besök i dag")
    #expect(world.refusal(of: .setTitle(long), as: "maja", on: matter) == nil)
    #expect(
      world.refusal(of: .setTitle(long + "x"), as: "maja", on: matter) == .tooLong(limit: 200))
    #expect(world.refusal(of: .setTitle("\n"), as: "maja", on: matter) == .emptyText("Rubriken"))
  }

  @Test("Every text has the same limit")
  func limits() throws {
    // Letters are counted, not the bytes that they take.
    let room = String(repeating: "å", count: Matter.longestText)
    let long = room + "x"
    let matter = try world.matter(after: Place.answered.steps)
    let commands: [MatterCommand] = [
      .writeInternalNote(long), .writeOfficialNote(long), .giveBack(.wrongUnit, words: long),
      .logContact(.phone, reached: true, line: long), .add(.phone, on: World.today, text: long),
      .answer(World.letter(text: long)), .correct(.name, new: "x", reason: long),
    ]
    for command in commands {
      #expect(world.refusal(of: command, as: "asa", on: matter) == .tooLong(limit: 1_000_000))
    }
    #expect(world.refusal(of: .writeInternalNote(room), as: "asa", on: matter) == nil)
    #expect(
      world.refusal(of: .writeInternalNote("e\u{301}" + room.dropLast()), as: "asa", on: matter)
        == .tooLong(limit: 1_000_000))
  }
}
