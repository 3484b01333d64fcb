import Domain
import Testing

/// The fields of what is taken in by hand.
@Suite("The fields of what is taken in by hand")
struct TakenFieldTests {
  let world = World()

  /// What is wrong with one field.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout TakenByHand) -> Void
    let refusal: Refusal
    var testDescription: String { name }

    init(
      _ name: String, _ refusal: Refusal, change: @escaping @Sendable (inout TakenByHand) -> Void
    ) {
      (self.name, self.change, self.refusal) = (name, change, refusal)
    }
  }

  static let dayAhead = Refusal.invalid(
    field: .matter(.arrivedOn), hint: "dagen ligger i framtiden")
  static let email = Refusal.invalid(
    field: .matter(.email), hint: "skriv den som namn@exempel.se")

  static let faults = [
    Fault("no text", .emptyText("Synpunkten")) { $0.text = "" },
    Fault("blanks", .emptyText("Synpunkten")) { $0.text = " \n\t" },
    Fault("too long", .tooLong(limit: 1_000_000)) {
      $0.text = String(repeating: "å", count: 1_000_001)
    },
    Fault("tomorrow", dayAhead) { $0.arrivedOn = World.today + 1 },
    Fault("long ago", .invalid(field: .matter(.arrivedOn), hint: "dagen ligger för långt tillbaka"))
    {
      $0.arrivedOn = day("1999-12-31")
    },
    Fault("long name", .tooLong(limit: 300)) {
      $0.sender.name = String(repeating: "n", count: 301)
    },
    Fault("long title", .tooLong(limit: 200)) { $0.title = String(repeating: "t", count: 201) },
    Fault("half an address", email) { $0.sender.email = "anna@" },
    Fault("two addresses", email) { $0.sender.email = "a@b.se, c@d.se" },
    Fault("no telephone", .wayNotPossible(.phone)) {
      $0.sender = Sender(name: "Anna", replyVia: .phone)
    },
    Fault("no address", .wayNotPossible(.letter)) {
      $0.sender = Sender(name: "Anna", phone: "070-1", replyVia: .letter)
    },
    Fault("no e-mail", .wayNotPossible(.secureMessage)) {
      $0.sender = Sender(name: "Anna", replyVia: .secureMessage)
    },
    Fault("no e-tjänst", .wayNotPossible(.eService)) {
      $0.sender = Sender(email: "a@b.se", replyVia: .eService)
    },
  ]

  @Test("One wrong field is named", arguments: faults)
  func refused(fault: Fault) {
    var taken = world.told(by: "rut", channel: .form)
    taken.sender = Sender()
    fault.change(&taken)
    #expect(world.refusal(of: taken, as: "rut") == fault.refusal)
    #expect(!fault.refusal.sentence.isEmpty)
  }

  @Test("No field but the text is demanded", arguments: [Channel.phone, .visit, .letter, .form])
  func onlyText(channel: Channel) throws {
    let taken = world.told(by: "rut", channel: channel, sender: Sender())
    let matter = try world.takeDown(taken, as: "rut")
    #expect(matter.state.sender.displayName == "Okänd avsändare")
    #expect(!matter.state.sender.isAnswerable)
  }

  @Test("Blanks around and within a field go; an empty field is none")
  func tidy() throws {
    var taken = world.told()
    taken.sender.name = "  Anna \t Ek "
    taken.sender.address = " \n "
    taken.concerns = "  "
    let state = try world.takeDown(taken).state
    #expect(state.sender.name == "Anna Ek")
    #expect(state.sender.address == nil)
    #expect(state.concerns == nil)
  }

  @Test("The text is registered as it is", arguments: ["a", " a ", "rad\n\n\nrad", "e\u{301}"])
  func verbatim(text: String) throws {
    let matter = try world.takeDown(world.told(text))
    #expect(Array(matter.state.text?.utf8 ?? "".utf8) == Array(text.utf8))
  }

  @Test("The ways back that there is an address for, the surest first")
  func ways() {
    let all = Sender(email: "a@b.se", phone: "070", address: "Storgatan 1")
    #expect(
      all.waysBack(after: .phone) == [.phone, .email, .secureMessage, .letter, .inPerson])
    #expect(
      all.waysBack(after: .letter) == [.letter, .email, .secureMessage, .phone, .inPerson])
    #expect(Sender().waysBack(after: .visit) == [.inPerson])
    #expect(Sender.anonymous().waysBack(after: .visit).isEmpty)
  }

  @Test(
    "An anonymous sender keeps nothing, and gets a code when here to be told it",
    arguments: [Channel.phone, .visit, .letter, .form])
  func anonymous(channel: Channel) throws {
    var taken = world.told(by: "rut", channel: channel)
    taken.sender = .anonymous(replyVia: .phone)
    let matter = try world.takeDown(taken, as: "rut")
    #expect(matter.state.sender == .anonymous())
    #expect(matter.state.code == (channel.isSpoken ? "sha of code" : nil))
    #expect(try world.takeDown(world.told()).state.code == nil)
  }
}
