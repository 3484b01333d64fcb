import Domain
import Testing

/// A sender who asked in the text to be anonymous.
@Suite("Making a sender anonymous")
struct HiddenSenderTests {
  let world = World()
  static let hide = MatterCommand.hideSender(reason: "Det står i texten.")

  @Test("Everything about the sender goes out of sight", arguments: Place.allCases)
  func hidden(place: Place) throws {
    var matter = try world.matter(after: place.steps)
    let before = matter.events
    try world.take(Self.hide, as: "maja", on: &matter)
    #expect(matter.state.sender.isAnonymous)
    #expect(matter.state.sender.displayName == "Anonym")
    #expect(matter.state.sender.recurrenceKeys.isEmpty)
    #expect(!matter.state.sender.isAnswerable)
    #expect(matter.state.isSenderHidden)
    #expect(matter.state.externalID == nil)
    let shown = "\(matter.state) \(matter.shownEvents)"
    for word in ["Anna", "anna@exempel.se", "1@exempel.se"] {
      #expect(!shown.contains(word), "\(word)")
    }
    // The record keeps all of it.
    #expect(matter.events.dropLast() == before[...])
    #expect("\(matter.events)".contains("anna@exempel.se"))
  }

  @Test("Old and new values of corrections, recipients and file names too")
  func everywhere() throws {
    var incoming = world.incoming()
    incoming.files = []
    var matter = try world.matter(
      incoming,
      after: [
        ("maja", .correct(.name, new: "Anna Ek", reason: "Fel.")),
        ("maja", .correct(.phone, new: "070-5", reason: "Ny.")),
        ("maja", .correct(.title, new: "Sena besök i väst", reason: "Tydligare.")),
      ])
    matter.apply(
      try matter.attach(
        [
          Domain.Attachment(
            name: "Anna Ek.PDF", mediaType: "application/pdf", size: 9, digest: "d")
        ],
        asking: world.asking("rut")))
    try world.take(Self.hide, as: "rut", on: &matter)
    #expect(matter.state.files.map(\.name) == ["bilaga-1.pdf"])
    let shown = "\(matter.shownEvents)"
    for word in ["Anna", "070-5"] { #expect(!shown.contains(word), "\(word)") }
    #expect(shown.contains("Sena besök i väst"))
    // A file that comes later has no telling name either.
    matter.apply(
      try matter.attach(
        [Domain.Attachment(name: "Anna", mediaType: "text/plain", size: 9, digest: "e")],
        asking: world.asking("rut")))
    #expect(matter.state.files.map(\.name) == ["bilaga-1.pdf", "bilaga-2"])
  }

  /// A matter in which the sender is named wherever words can stand.
  private func telling() throws -> Matter {
    var incoming = world.incoming(
      "Maten är kall. Ring 070-123 45 67. Hälsningar Anna Exempel",
      from: Sender(name: "Anna Exempel", email: "anna@exempel.se", replyVia: .email))
    incoming.title = "Kall mat, säger Anna Exempel"
    incoming.concerns = "Greta, mor till Anna"
    return try world.matter(
      incoming,
      after: [
        ("maja", .triage(.complaint, unit: "oster")),
        ("asa", .logContact(.phone, reached: true, line: "Talade med Anna.")),
        ("asa", .correct(.phone, new: "070-123 45 67", reason: "Anna ringde.")),
        ("asa", .correct(.title, new: "Annas mat är kall", reason: "Anna ville det.")),
        ("asa", .answer(World.letter(text: "Hej Anna! Vi värmer maten."))),
        ("asa", .writeOfficialNote("Anna är nöjd.")),
        ("asa", .writeInternalNote("Ring anna@exempel.se.")),
        ("asa", .hideSender(reason: "Anna Exempel vill det.")),
        ("asa", .add(.phone, on: World.today, text: "Anna ringde igen.")),
      ])
  }

  @Test("What names the sender is gone from every text, before and after")
  func masked() throws {
    let matter = try telling()
    let state = matter.state
    #expect(state.text == "Maten är kall. Ring [dolt]. Hälsningar [dolt]")
    #expect(state.title == "[dolt] mat är kall")
    #expect(matter.row.title == state.title)
    #expect(state.concerns == "Greta, mor till [dolt]")
    #expect(state.answers.map(\.text) == ["Hej [dolt]! Vi värmer maten."])
    #expect(state.officialNotes == ["[dolt] är nöjd."])
    #expect(state.internalNotes == ["Ring [dolt]."])
    #expect(state.additions.map(\.text) == ["[dolt] ringde igen."])
    let shown = "\(state) \(matter.row) \(matter.shownEvents)"
    for word in ["Anna", "070", "45 67", "anna@", "Exempel"] {
      #expect(!shown.contains(word), "\(word)")
    }
    #expect(shown.contains("[dolt] vill det."))
    #expect("\(matter.events)".contains("Anna Exempel vill det."))
  }

  @Test("Whoever sees the matter sees no more of the sender", arguments: ["asa", "maja", "anna"])
  func seen(login: PersonID) throws {
    let seen = try #require(try telling().seen(by: world.actor(login)))
    let shown = "\(seen.state) \(seen.row) \(seen.shownEvents)"
    for word in ["Anna", "070", "anna@"] { #expect(!shown.contains(word), "\(word)") }
    #expect(seen.version == (try telling()).version)
  }

  @Test("The recipient of an answer that has left is hidden")
  func answered() throws {
    var matter = try world.matter(after: Place.answered.steps)
    try world.take(Self.hide, as: "asa", on: &matter)
    #expect(matter.state.answers.map(\.recipient) == ["dolt"])
    #expect(matter.shownEvents.compactMap(\.content?.recipient) == ["dolt"])
  }

  @Test("The link of an e-tjänst tells nothing, and stands")
  func eService() throws {
    let sender = Sender(name: "Anna", email: "a@b.se", replyVia: .eService)
    var matter = try world.registered(world.incoming(from: sender))
    try world.take(Self.hide, as: "maja", on: &matter)
    #expect(matter.state.sender == .anonymous(replyVia: .eService))
    #expect(matter.state.externalID != nil)
  }

  @Test("Who did it can take it back, and nobody else")
  func undone() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    let before = matter.state
    try world.take(Self.hide, as: "asa", on: &matter)
    #expect(world.refusal(of: .undo, as: "maja", on: matter) == .builtUpon)
    #expect(world.refusal(of: .undo, as: "rut", on: matter) == .nothingToUndo)
    try world.take(.undo, as: "asa", on: &matter)
    #expect(matter.state == before)
    #expect(matter.shownEvents == matter.events)
  }

  @Test("The form of an e-tjänst that comes later does not show the sender again")
  func textArrives() throws {
    var matter = try world.registered(world.incoming(body: .inEService))
    try world.take(Self.hide, as: "maja", on: &matter)
    var form = world.incoming("Maten är kall.", from: Sender(name: "Anna", replyVia: .eService))
    form.key = .flowInstance("1")
    matter.apply(
      try matter.complete(
        with: form, source: SourceDigest(key: "k", content: "c2"), files: [],
        asking: world.asking("maja"), rules: world.rules))
    #expect(matter.state.text == "Maten är kall.")
    #expect(matter.state.sender.isAnonymous)
    #expect(matter.state.sender.name == nil)
  }

  @Test("A reason is demanded, and one can be made anonymous but once")
  func refused() throws {
    var matter = try world.registered()
    #expect(
      world.refusal(of: .hideSender(reason: " "), as: "maja", on: matter) == .emptyText("Skälet"))
    try world.take(Self.hide, as: "maja", on: &matter)
    #expect(world.refusal(of: Self.hide, as: "maja", on: matter) == .alreadyAnonymous)
    #expect(
      world.refusal(of: .correct(.name, new: "A", reason: "x"), as: "maja", on: matter)
        == .senderIsAnonymous)
    let anonymous = try world.registered(world.incoming(from: .anonymous()))
    #expect(world.refusal(of: Self.hide, as: "maja", on: anonymous) == .alreadyAnonymous)
  }
}
