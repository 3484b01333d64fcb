import Domain
import Testing

@Suite("Corrections")
struct CorrectionTests {
  let world = World()

  func correct(
    _ target: MatterCommand.CorrectionTarget, _ new: String?, of sender: Sender = World.anna,
    reason: String = "Fel från början."
  ) throws -> Matter {
    try world.matter(
      world.incoming(from: sender), after: [("maja", .correct(target, new: new, reason: reason))])
  }

  @Test(
    "The new value holds, the old one and the reason stand in the log",
    arguments: [
      (.name, "Anna  Svensson ", "Anna Exempel", "Anna Svensson"),
      (.name, nil, "Anna Exempel", nil),
      (.email, "a@b.se", "anna@exempel.se", "a@b.se"), (.email, " \n", "anna@exempel.se", nil),
      (.phone, "070-1", nil, "070-1"), (.address, "Gatan 1\n123 45 Byn", nil, "Gatan 1 123 45 Byn"),
      (.title, "Sena\nmorgonbesök", "Sena besök", "Sena morgonbesök"),
      (.channel, "telefon", "e-post", "telefon"),
      (.arrivedOn, "2026-11-10", "2026-11-13", "2026-11-10"),
    ] as [(MatterCommand.CorrectionTarget, String?, String?, String?)])
  func corrected(
    target: MatterCommand.CorrectionTarget, new: String?, old: String?, kept: String?
  ) throws {
    let matter = try correct(target, new)
    let content = try #require(matter.events.last?.content)
    #expect(content.old == old && content.new == kept && content.text == "Fel från början.")
    let state = matter.state
    let value: String? =
      switch target {
      case .name: state.sender.name
      case .email: state.sender.email
      case .phone: state.sender.phone
      case .address: state.sender.address
      case .title: state.title
      case .channel: state.channel.rawValue
      case .arrivedOn: state.arrivedOn.iso
      }
    #expect(value == kept)
    #expect(state.text == "Personalen kommer ofta för sent på morgnarna.")
  }

  @Test(
    "What cannot be is refused",
    arguments: [
      (.name, "Anna Exempel", .unchanged(field: .matter(.name))),
      (.phone, nil, .unchanged(field: .matter(.phone))),
      (.title, nil, .emptyText("Rubriken")), (.title, "  ", .emptyText("Rubriken")),
      (.title, String(repeating: "x", count: 201), .tooLong(limit: 200)),
      (.name, String(repeating: "x", count: 301), .tooLong(limit: 300)),
      (
        .channel, "duva",
        .invalid(
          field: .matter(.channel),
          hint: "skriv något av e-tjänst, e-post, brev, blankett, telefon, besök")
      ),
      (
        .arrivedOn, "2026-11-25",
        .invalid(field: .matter(.arrivedOn), hint: "dagen ligger i framtiden")
      ),
      (
        .arrivedOn, "1026-11-10",
        .invalid(field: .matter(.arrivedOn), hint: "dagen ligger för långt tillbaka")
      ),
      (
        .arrivedOn, "10 nov",
        .invalid(field: .matter(.arrivedOn), hint: "skriv dagen som 2026-11-05")
      ),
      (.arrivedOn, nil, .invalid(field: .matter(.arrivedOn), hint: "skriv dagen som 2026-11-05")),
    ] as [(MatterCommand.CorrectionTarget, String?, Refusal)])
  func refused(target: MatterCommand.CorrectionTarget, new: String?, refusal: Refusal) throws {
    let command = MatterCommand.correct(target, new: new, reason: "Fel.")
    #expect(world.refusal(of: command, as: "maja", on: try world.registered()) == refusal)
  }

  @Test("What scripts and begun lines know a field by never changes")
  func codes() {
    #expect(
      MatterCommand.CorrectionTarget.allCases.map(\.code) == [
        "namn", "e-postadress", "telefon", "postadress", "rubrik", "inkom via", "ankomstdag",
      ])
  }

  @Test(
    "An address that is none",
    arguments: [
      "anna", "anna@", "@exempel.se", "a@b", "a b@exempel.se", "a@b@c.se", "a@b.se, c@d.se",
      "Anna <a@b.se>", "a@b.se;c", "a@b\u{7F}.se",
    ])
  func email(text: String) throws {
    let refusal = Refusal.invalid(field: .matter(.email), hint: "skriv den som namn@exempel.se")
    let command = MatterCommand.correct(.email, new: text, reason: "Fel.")
    #expect(world.refusal(of: command, as: "maja", on: try world.registered()) == refusal)
    let matter = try world.matter(after: Place.withManager.steps)
    #expect(
      world.refusal(of: .answer(World.letter(to: text)), as: "asa", on: matter)
        == .invalid(field: .recipient, hint: "skriv e-postadressen som namn@exempel.se"))
  }

  @Test("Channels are known by their words, and the refusal names them")
  func channel() throws {
    let command = MatterCommand.correct(.channel, new: "fax", reason: "Fel.")
    let refusal = try #require(world.refusal(of: command, as: "maja", on: try world.registered()))
    for channel in Channel.allCases { #expect(refusal.sentence.contains(channel.rawValue)) }
  }

  @Test("A reason is asked for, and an anonymous sender has nothing to correct")
  func reasonAndAnonymous() throws {
    let matter = try world.registered()
    for target in MatterCommand.CorrectionTarget.allCases {
      #expect(
        world.refusal(of: .correct(target, new: "x", reason: " \n"), as: "maja", on: matter)
          == .emptyText("Skälet"))
    }
    let anonymous = try world.registered(world.incoming(from: .anonymous()))
    for target in [MatterCommand.CorrectionTarget.name, .email, .phone, .address] {
      #expect(
        world.refusal(of: .correct(target, new: "a@b.se", reason: "x"), as: "maja", on: anonymous)
          == .senderIsAnonymous)
    }
    #expect(
      world.refusal(of: .correct(.title, new: "T", reason: "x"), as: "maja", on: anonymous) == nil)
  }

  @Test(
    "The way back follows the addresses",
    arguments: [
      // The first address becomes the way back.
      (Sender(name: "A"), .email, "a@b.se", .email), (Sender(name: "A"), .phone, "070", .phone),
      (Sender(name: "A"), .address, "Gatan", .letter),
      // Another one does not replace it.
      (Sender(phone: "070", replyVia: .phone), .email, "a@b.se", .phone),
      // One that goes away gives way to what is left.
      (Sender(email: "a@b.se", phone: "070", replyVia: .email), .email, nil, .phone),
      (Sender(email: "a@b.se", address: "Gatan", replyVia: .email), .email, nil, .letter),
      (Sender(email: "a@b.se", replyVia: .email), .email, nil, nil),
      (Sender(email: "a@b.se", phone: "070", replyVia: .phone), .phone, nil, .email),
      (Sender(email: "a@b.se", phone: "070", replyVia: .phone), .email, nil, .phone),
      (Sender(phone: "070", replyVia: .eService), .phone, nil, .eService),
    ] as [(Sender, MatterCommand.CorrectionTarget, String?, AnswerWay?)])
  func wayBack(
    sender: Sender, target: MatterCommand.CorrectionTarget, new: String?, way: AnswerWay?
  ) throws {
    #expect(try correct(target, new, of: sender).state.sender.replyVia == way)
  }

  @Test("The deadline follows the arrival day")
  func deadline() throws {
    #expect(try correct(.arrivedOn, "2026-11-10").state.answerBy == day("2026-11-24"))
    #expect(try correct(.arrivedOn, "2026-11-10").row.answerBy == day("2026-11-24"))
  }
}
