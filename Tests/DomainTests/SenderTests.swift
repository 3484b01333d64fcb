import Domain
import Testing

@Suite("Senders")
struct SenderTests {
  @Test("An anonymous sender keeps nothing but the way back")
  func anonymous() {
    let sender = Sender(
      isAnonymous: true, kind: .relative, name: "Anna", organisation: "Bolaget",
      email: "a@b.se", phone: "070", address: "Gatan 1", replyVia: .eService)
    #expect(sender.name == nil && sender.organisation == nil && sender.email == nil)
    #expect(sender.phone == nil && sender.address == nil)
    #expect(sender.kind == .relative)
    #expect(sender.replyVia == .eService)
    #expect(sender.displayName == "Anonym")
    #expect(sender.recurrenceKeys.isEmpty)
    #expect(Sender.anonymous() == Sender(isAnonymous: true, wantsAnswer: false))
    #expect(Sender.anonymous(replyVia: .eService).isAnswerable)
  }

  @Test(
    "Answerable is who wants an answer and has left a way back",
    arguments: [
      (Sender(email: "a@b.se", replyVia: .email), true),
      (Sender(email: "a@b.se", replyVia: .email, wantsAnswer: false), false),
      (Sender(name: "Anna"), false), (Sender(), false),
      (Sender.anonymous(), false), (Sender.anonymous(replyVia: .eService), true),
      (Sender(isAnonymous: true, replyVia: .eService, wantsAnswer: false), false),
    ])
  func answerable(sender: Sender, expected: Bool) {
    #expect(sender.isAnswerable == expected)
  }

  @Test(
    "The wished way comes first, then what there are addresses for, then what can be found out",
    arguments: [
      (Sender.anonymous(), []), (Sender.anonymous(replyVia: .eService), [.eService]),
      (Sender(), [.inPerson, .secureMessage, .letter]),
      (Sender(email: "a@b.se", replyVia: .email), [.email, .secureMessage, .inPerson, .letter]),
      (
        Sender(email: "a@b.se", phone: "070", address: "Gatan 1", replyVia: .phone),
        [.phone, .email, .secureMessage, .letter, .inPerson]
      ),
      (
        Sender(phone: "070", replyVia: .eService),
        [.eService, .phone, .inPerson, .secureMessage, .letter]
      ),
      (Sender(address: "Gatan 1", replyVia: .letter), [.letter, .inPerson, .secureMessage]),
    ] as [(Sender, [AnswerWay])])
  func ways(sender: Sender, ways: [AnswerWay]) {
    #expect(sender.possibleWays == ways)
  }

  @Test(
    "The header shows the best there is",
    arguments: [
      (Sender(name: "Anna", organisation: "Bolaget"), "Anna, Bolaget"),
      (Sender(name: "Anna"), "Anna"),
      (Sender(organisation: "Bolaget"), "Bolaget"), (Sender(email: "a@b.se"), "a@b.se"),
      (Sender(phone: "070-1"), "070-1"), (Sender(), "Okänd avsändare"),
    ])
  func displayName(sender: Sender, name: String) {
    #expect(sender.displayName == name)
  }

  @Test(
    "The same telephone is found however it is written",
    arguments: [
      "070-123 45 67", "0701234567", "+46701234567", "+46 70 123 45 67", "+46 (0)70-123 45 67",
      "0046 70 1234567", "0046(0)701234567", " 070 123 45 67 ", "tel. +46 70-123 45 67",
    ])
  func phone(written: String) {
    #expect(Sender(phone: written).recurrenceKeys == ["t:0701234567"])
  }

  @Test(
    "Other keys",
    arguments: [
      (Sender(email: "Anna.Exempel@Exempel.SE"), ["e:anna.exempel@exempel.se"]),
      (Sender(email: "", phone: "12 34 56"), []), (Sender(phone: "1234567"), ["t:1234567"]),
      (Sender(phone: "+47 22 12 34 56"), ["t:4722123456"]), (Sender(name: "Anna"), []),
      (Sender(email: "a@b.se", phone: "0441234567"), ["e:a@b.se", "t:0441234567"]),
    ])
  func keys(sender: Sender, keys: [String]) {
    #expect(sender.recurrenceKeys == keys)
  }
}
