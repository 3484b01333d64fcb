import Domain
import GRDB
import Testing

@testable import Store

@Suite struct TakeInTests {
  let folder: TemporaryFolder
  let store: Store
  let mc = Kommun.actor("mc")

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
  }

  func reference(_ serial: Int, year: Int = 2026) -> Reference {
    Reference(year: year, serial: serial)
  }

  @Test func numbersAreCountedAnewEachYear() throws {
    #expect(try store.takeIn(synpunkt("Ett")) == .registered(reference(1), notice: nil))
    #expect(try store.takeIn(synpunkt("Två")) == .registered(reference(2), notice: nil))
    // 23:30 UTC on New Year's Eve is next year in Sweden.
    let newYear = Asking(actor: mc, now: Instant(milliseconds: 1_798_759_800_000))
    let taken = try store.takeIn(synpunkt("Tre"), asking: newYear, rules: Kommun.rules)
    #expect(taken == .registered(reference(1, year: 2027), notice: nil))
    #expect(try store.takeIn(synpunkt("Fyra")) == .registered(reference(3), notice: nil))
  }

  @Test func whatCameBeforeIsNotRegisteredAgain() throws {
    let incoming = synpunkt(key: .message("a@b"))
    #expect(try store.takeIn(incoming) == .registered(reference(1), notice: nil))
    // Read again another day: the arrival day is not part of what was said.
    let again = synpunkt(key: .message("a@b"), arrived: 3)
    #expect(try store.takeIn(again) == .duplicate(reference(1)))
    #expect(try store.matter(id: 1, asking: Asking(actor: mc, now: Kommun.instant()))?.version == 1)
  }

  @Test func withoutANameTheContentIsTheName() throws {
    #expect(try store.takeIn(synpunkt()) == .registered(reference(1), notice: nil))
    #expect(try store.takeIn(synpunkt()) == .duplicate(reference(1)))
    #expect(try store.takeIn(synpunkt("Annat")) == .registered(reference(2), notice: nil))
  }

  @Test func everyPartOfWhatWasSaidCounts() throws {
    let file = IncomingFile(name: "a.txt", mediaType: "text/plain", bytes: [1])
    let variants = [
      synpunkt(), synpunkt("Maten är kall. "), synpunkt(title: nil), synpunkt(title: ""),
      synpunkt(sender: .anonymous()), synpunkt(sender: Sender(name: "Anna Exempel")),
      synpunkt(files: [file]), synpunkt(files: [file, file]),
    ]
    for (index, variant) in variants.enumerated() {
      #expect(try store.takeIn(variant) == .registered(reference(index + 1), notice: nil))
    }
    #expect(try store.verify() == [])
  }

  @Test func anotherMailWithTheSameNameIsAMatterOfItsOwn() throws {
    _ = try store.takeIn(synpunkt("Ett", key: .message("a@b")))
    let notice = "Ett annat meddelande med samma Message-ID är redan registrerat."
    #expect(
      try store.takeIn(synpunkt("Två", key: .message("a@b")))
        == .registered(reference(2), notice: notice))
    #expect(
      try store.matter(id: 2, asking: Asking(actor: mc, now: Kommun.instant()))?.state.notices == [
        notice
      ])
    // Each is known by its own content.
    #expect(try store.takeIn(synpunkt("Två", key: .message("a@b"))) == .duplicate(reference(2)))
    #expect(try store.takeIn(synpunkt("Ett", key: .message("a@b"))) == .duplicate(reference(1)))
  }

  @Test func aFormFillsThePointerThatCameFirst() throws {
    let key = ExternalKey.flowInstance("123")
    let pointer = IncomingMatter(
      channel: .eService, arrivedOn: Kommun.today, body: .inEService,
      sender: Sender(replyVia: .eService), key: key)
    #expect(try store.takeIn(.matter(pointer)) == .registered(reference(1), notice: nil))
    #expect(try store.takeIn(.matter(pointer)) == .duplicate(reference(1)))
    #expect(try store.takeIn(synpunkt("Hela", key: key)) == .added(reference(1)))
    #expect(try store.takeIn(synpunkt("Hela", key: key)) == .duplicate(reference(1)))
    #expect(try store.takeIn(.matter(pointer)) == .duplicate(reference(1)))
    #expect(try store.takeIn(synpunkt("Mer", key: key)) == .added(reference(1)))
    let matter = try #require(
      try store.matter(id: 1, asking: Asking(actor: mc, now: Kommun.instant())))
    #expect(matter.state.text == "Hela")
    #expect(matter.state.additions.map(\.text) == ["Mer"])
    #expect(matter.version == 3)
    #expect(try store.verify() == [])
  }

  @Test func aFileIsKeptOnceAndGivenBack() throws {
    let file = IncomingFile(name: "bild.jpg", mediaType: "image/jpeg", bytes: [0, 1, 255, 0])
    _ = try store.takeIn(synpunkt("Ett", files: [file, file]))
    _ = try store.takeIn(synpunkt("Två", files: [file]))
    let count = try store.queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM attachment")
    }
    #expect(count == 1)
    let files = try #require(
      try store.matter(id: 2, asking: Asking(actor: mc, now: Kommun.instant()))?.state.files)
    #expect(files.map(\.name) == ["bild.jpg"])
    #expect(files.map(\.size) == [4])
    #expect(try store.bytes(ofFile: 1, in: 2, asking: Kommun.asking("mc")) == file.bytes)
    try store.queue.write { db in try db.execute(sql: "UPDATE attachment SET bytes = x'00'") }
    #expect(throws: StoreError.damaged("en bilaga saknas eller är ändrad")) {
      try store.bytes(ofFile: 1, in: 2, asking: Kommun.asking("mc"))
    }
  }

  @Test func anEmptyFileIsAFile() throws {
    let file = IncomingFile(name: "tom", mediaType: "text/plain", bytes: [])
    _ = try store.takeIn(synpunkt(files: [file]))
    #expect(try store.bytes(ofFile: 1, in: 1, asking: Kommun.asking("mc")) == [])
    #expect(try store.verify() == [])
  }

  @Test func onlySomeMayTakeIn() throws {
    let message = Incoming.aside(aside("a@b"))
    for login in ["chef1", "staff", "headskola", "secretary", "analyst"] {
      for incoming in [synpunkt(), message] {
        #expect(throws: StoreError.refused(.mayNotTakeIn)) {
          try store.takeIn(incoming, asking: Kommun.asking(login), rules: Kommun.rules)
        }
      }
    }
    #expect(try store.verify() == [])
    #expect(try store.rows(in: .all, for: mc, today: Kommun.today) == [])
  }

  @Test func ofSeveralAtOnceWhatIsRefusedDoesNotStopTheOthers() throws {
    let long = String(repeating: "å", count: Matter.longestText + 1)
    let several = [
      synpunkt("Ett"), synpunkt(long), synpunkt("Ett"), .aside(aside("a@b")), synpunkt("Två"),
    ]
    let taken = try store.takeIn(several, asking: Kommun.asking("mc"), rules: Kommun.rules)
    #expect(
      taken == [
        .success(.registered(reference(1), notice: nil)),
        .failure(.refused(.tooLong(limit: Matter.longestText))),
        .success(.duplicate(reference(1))),
        .success(.setAside(reason: AsideMessage.Reason.autoReply.rawValue)),
        .success(.registered(reference(2), notice: nil)),
      ])
    #expect(try store.verify() == [])
  }

  @Test func aTextThatIsTooLongIsRefusedAndLeavesNothing() throws {
    let file = IncomingFile(name: "a", mediaType: "text/plain", bytes: [1])
    let long = String(repeating: "å", count: Matter.longestText + 1)
    #expect(throws: StoreError.refused(.tooLong(limit: Matter.longestText))) {
      try store.takeIn(synpunkt(long, files: [file]))
    }
    #expect(try store.verify() == [])
    #expect(try store.takeIn(synpunkt()) == .registered(reference(1), notice: nil))
  }

  @Test func textsComeBackAsTheyWere() throws {
    let texts = [
      "", "\u{0}", "å\u{301}\u{1B}[31m\r\n\t\u{2028}</script>\\/\"", "e\u{301} é",
      "👩‍👩‍👧‍👦 𝄞 \u{FFFD}\u{10FFFF}",
    ]
    for (index, text) in texts.enumerated() {
      _ = try store.takeIn(synpunkt(text, title: text))
      let state = try #require(
        try store.matter(id: MatterID(index + 1), asking: Asking(actor: mc, now: Kommun.instant()))?
          .state)
      #expect(Array(state.text?.utf8 ?? "-".utf8) == Array(text.utf8))
      let row = try store.rows(in: .all, for: mc, today: Kommun.today).first { $0.id == index + 1 }
      // GRDB ends a text column at a NUL; the events, being JSON, do not.
      let shown = text == "\u{0}" ? "\u{FFFD}" : text
      #expect(Array(row?.title?.utf8 ?? "-".utf8) == Array(shown.utf8))
    }
    #expect(try store.verify() == [])
  }

  /// Two forms of one e-tjänst, the second with more, and who takes it in.
  @Test(arguments: ["mc", "regomsorg", "admin", "regskola"])
  func nobodyWritesInWhatTheyMayNotRead(login: String) throws {
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("regskola", .registrar, "skola"))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    let key = ExternalKey.flowInstance("1001")
    _ = try store.takeIn(synpunkt("Först.", key: key))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    let actor = Actor(try #require(organisation.person(login)), in: organisation)
    let taken = try store.takeIn(
      synpunkt("Mer.", key: key), asking: Asking(actor: actor, now: Kommun.instant()),
      rules: Kommun.rules)
    let matter = try #require(try store.matter(id: 1, asking: Kommun.asking("mc")))
    let isAdded = login != "regskola"
    #expect(matter.events.contains { $0.content?.text == "Mer." } == isAdded)
    switch login {
    case "regskola":
      let other = Reference(year: 2026, serial: 2)
      // As if there were no other.
      #expect(taken == .registered(other, notice: nil))
    case "admin": #expect(taken == .added(nil))
    default: #expect(taken == .added(Reference(year: 2026, serial: 1)))
    }
    #expect(try store.verify() == [])
  }

  @Test(arguments: ["regskola", "regomsorg", "admin"])
  func anothersMessageIsNotTold(login: String) throws {
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("regskola", .registrar, "skola"))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    let key = ExternalKey.message("a@b")
    _ = try store.takeIn(synpunkt("Ett.", key: key))
    try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
    let actor = Actor(try #require(organisation.person(login)), in: organisation)
    let taken = try store.takeIn(
      synpunkt("Två.", key: key), asking: Asking(actor: actor, now: Kommun.instant()),
      rules: Kommun.rules)
    guard case .registered(_, let notice) = taken else { return #expect(taken == .duplicate(nil)) }
    #expect((notice == nil) == (login == "regskola"))
    #expect(notice?.contains("SYN-") != true)
  }

  // MARK: - What is set aside

  func aside(_ id: String?, text: String = "Jag är på semester.") -> AsideMessage {
    AsideMessage(
      reason: .autoReply, from: "a@exempel.se", subject: "Semester", text: text, messageID: id,
      arrivedOn: Kommun.today)
  }

  @Test func aMessageIsSetAsideOnce() throws {
    let words = TakenIn.setAside(reason: "automatiskt svar")
    #expect(try store.takeIn(.aside(aside("a@b"))) == words)
    #expect(try store.takeIn(.aside(aside("a@b"))) == .duplicate(nil))
    #expect(try store.takeIn(.aside(aside("a@b", text: "Annat")), minute: 5) == words)
    #expect(try store.takeIn(.aside(aside(nil))) == words)
    #expect(try store.takeIn(.aside(aside(nil))) == .duplicate(nil))
    let entries = try store.asides(for: Kommun.actor("regomsorg"))
    #expect(entries.map(\.message) == [aside(nil), aside("a@b", text: "Annat"), aside("a@b")])
    #expect(entries.map(\.by) == ["mc", "mc", "mc"])
    #expect(entries[1].at == Kommun.instant(minute: 5))
    #expect(try store.asides(for: mc) == [])
    #expect(try store.rows(in: .all, for: mc, today: Kommun.today) == [])
    #expect(try store.verify() == [])
  }

  @Test func whatWasSetAsideIsSeenByTheRegistrarsOfWhomItMayConcern() throws {
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("regskola", .registrar, "skola"))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    var message = aside("a@b")
    message.addressedTo = ["Omsorgsforvaltningen@exempel.se", "omsorg@exempel.se"]
    _ = try store.takeIn(.aside(message))
    _ = try store.takeIn(.aside(aside("c@d")))
    func seen(_ login: String) throws -> [AsideMessage] {
      let actor = Actor(try #require(organisation.person(login)), in: organisation)
      return try store.asides(for: actor).map(\.message)
    }
    #expect(try seen("regomsorg") == [aside("c@d"), message])
    #expect(try seen("regskola") == [aside("c@d")])
    let id = try #require(try store.asides(for: Kommun.actor("regomsorg")).last?.id)
    let actor = Actor(try #require(organisation.person("regskola")), in: organisation)
    #expect(throws: StoreError.refused(.alreadyRegistered)) {
      try store.registerAside(
        id, asking: Asking(actor: actor, now: Kommun.instant()), rules: Kommun.rules)
    }
  }

  @Test func thoseOfOthersTakeNoRoomInTheList() throws {
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("regskola", .registrar, "skola"))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    for number in 1...4 {
      var message = aside("\(number)@b")
      message.addressedTo = [number == 1 ? "skola@exempel.se" : "omsorg@exempel.se"]
      _ = try store.takeIn(.aside(message))
    }
    let actor = Actor(try #require(organisation.person("regskola")), in: organisation)
    #expect(try store.asides(for: actor, limit: 2).map(\.message.messageID) == ["1@b"])
    #expect(try store.asides(for: Kommun.actor("regomsorg"), limit: 2).count == 2)
  }

  @Test func whatWasSetAsideIsRegisteredOnce() throws {
    _ = try store.takeIn(.aside(aside("a@b", text: "Ni svarar aldrig.")))
    _ = try store.takeIn(.aside(aside(nil)))
    let registrar = Kommun.actor("regomsorg")
    let entries = try store.asides(for: registrar)
    let asking = Asking(actor: registrar, now: Kommun.instant(minute: 7))
    let id = try #require(entries.last?.id)
    #expect(throws: StoreError.refused(.mayNotTakeIn)) {
      try store.registerAside(
        id, asking: Asking(actor: mc, now: Kommun.instant()), rules: Kommun.rules)
    }
    let matter = try store.registerAside(id, asking: asking, rules: Kommun.rules)
    let state = matter.state
    #expect(state.text == "Ni svarar aldrig." && state.title == "Semester")
    #expect(state.sender.email == "a@exempel.se" && state.sender.replyVia == .email)
    #expect(state.channel == .email && state.arrivedOn == Kommun.today)
    #expect(
      state.notices == [
        "Låg åt sidan som automatiskt svar. Bilagor finns bara i e-postmeddelandet."
      ])
    // It waits no more, cannot become two, and does not come again.
    #expect(try store.asides(for: registrar).map(\.id) == [entries[0].id])
    #expect(throws: StoreError.refused(.alreadyRegistered)) {
      try store.registerAside(id, asking: asking, rules: Kommun.rules)
    }
    #expect(throws: StoreError.refused(.alreadyRegistered)) {
      try store.registerAside(99, asking: asking, rules: Kommun.rules)
    }
    #expect(
      try store.takeIn(.aside(aside("a@b", text: "Ni svarar aldrig."))) == .duplicate(nil))
    #expect(try store.rows(in: .all, for: mc, today: Kommun.today).count == 1)
    #expect(try store.verify() == [])
  }

  @Test func theFirstOrganisationIsTheFirst() throws {
    try store.apply(
      Organisation(municipality: "Ett"), by: "root", at: Kommun.instant(), onlyIfFirst: true)
    #expect(throws: StoreError.alreadyOrganised) {
      try store.apply(
        Kommun.organisation, by: "root", at: Kommun.instant(), onlyIfFirst: true)
    }
    #expect(try store.organisation().municipality == "Ett")
  }

  @Test func theOrganisationIsTheOneLastApplied() throws {
    #expect(try store.organisation() == Organisation())
    var before = Kommun.organisation
    before.municipality = "Ett"
    try store.apply(before, by: "root", at: Kommun.instant())
    _ = try store.takeIn(.aside(aside("a@b")))
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant(minute: 1))
    #expect(try store.organisation() == Kommun.organisation)
    #expect(try store.verify() == [])
  }
}
