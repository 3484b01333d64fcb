import Domain
import Testing

@testable import Configuration

@Suite struct DemoFileTests {
  static let good = """
    - title: Sena besök
      text: |
        Första raden.

        Andra raden.
      category: complaint
      subject: tider
      unit: hemtjanst
      suggested: hemtjanst
      channel: e-tjänst
      sender: {kind: närstående, name: Anna Exempel, phone: 000-1, reply: telefon}
      concerns: Mamma, 88 år
      state: returned
      due: -3
      answer: Hej!
      how: säkert-meddelande
      note: Utrett.
      return-reason: fel-enhet
      return-words: Rör Väst.
      contact: {reached: yes, by: telefon, line: Pratade kort.}
      addition: Mer.
      handed-to: stig.exempel

    """

  static func bad(_ old: String, _ new: String, line: Int, _ words: String) -> Bad {
    Bad("\(old) -> \(new)", line: line, words, good.replacing(old, with: new))
  }

  static let bad: [Bad] = [
    Bad("a mapping", line: 1, "must be a list of matters", "title: A\n"),
    bad("channel: e-tjänst", "channel: fax", line: 10, "one of e-tjänst, e-post, brev, blankett"),
    bad("category: complaint", "category: klagomål", line: 6, "one of praise, suggestion"),
    bad("kind: närstående", "kind: granne", line: 11, "one of enskild, närstående"),
    bad("reply: telefon", "reply: sms", line: 11, "one of epost, säkert-meddelande, brev"),
    bad("name: Anna", "anonymous: true, name: Anna", line: 11, "is anonymous and has no ‘name’"),
    bad("state: returned", "state: open", line: 13, "one of new, manager, answered, returned"),
    bad("  due: -3\n", "", line: 1, "matter ‘Sena besök’ has neither ‘due’ nor ‘age’"),
    bad("due: -3", "due: -3\n  age: 5", line: 15, "has both"),
    bad("due: -3", "due: sen", line: 14, "whole number from -250 to 250"),
    bad("  how: säkert-meddelande\n", "", line: 1, "has no ‘how’"),
    bad("  answer: Hej!\n", "", line: 1, "has no ‘answer’"),
    bad("  return-reason: fel-enhet\n", "", line: 1, "‘returned’ and has no ‘return-reason’"),
    bad("fel-enhet", "fel enhet", line: 18, "one of klar, fel-enhet"),
    bad("state: returned", "state: not-matter", line: 1, "has no ‘not-matter’"),
    bad("by: telefon", "by: brev", line: 20, "one of telefon, e-post, besök"),
    bad("reached: yes, ", "", line: 20, "has no ‘reached’"),
    bad("handed-to:", "handed:", line: 22, "unknown key ‘handed’"),
    bad("channel: e-tjänst", "channel:", line: 10, "has no value"),
  ]

  @Test(arguments: bad)
  func refuses(_ bad: Bad) {
    #expect(bad.text != Self.good)
    expectRefusal(line: bad.line, holding: bad.words) { () throws(ConfigurationError) in
      try DemoFile.read(Array(bad.text.utf8), name: "bad.yaml")
    }
  }

  @Test func readsEveryValue() throws {
    let matters = try DemoFile.read(Array(Self.good.utf8), name: "good.yaml")
    let matter = try #require(matters.first)
    #expect(matters.count == 1)
    #expect(matter.text == "Första raden.\n\nAndra raden.")
    #expect(matter.category == .complaint)
    #expect(matter.channel == .eService)
    #expect(
      matter.sender
        == Sender(kind: .relative, name: "Anna Exempel", phone: "000-1", replyVia: .phone))
    #expect(matter.state == .returned)
    #expect(matter.time == .due(-3))
    #expect(matter.how == .secureMessage)
    #expect(matter.returnReason == .wrongUnit)
    #expect(matter.contact == DemoMatter.Contact(reached: true, by: .phone, line: "Pratade kort."))
    #expect(matter.handedTo == "stig.exempel")
  }

  @Test(arguments: [
    ("{anonymous: true}", Sender.anonymous()),
    ("{anonymous: true, reply: e-tjänst}", Sender.anonymous(replyVia: .eService)),
    (
      "{name: A, email: a@b.se, reply: epost, wants-answer: false}",
      Sender(name: "A", email: "a@b.se", replyVia: .email, wantsAnswer: false)
    ),
  ])
  func readsSenders(written: String, sender: Sender) throws {
    let source = "- {text: Hej, channel: brev, state: new, age: 0, sender: \(written)}"
    #expect(try DemoFile.read(Array(source.utf8), name: "good.yaml").first?.sender == sender)
  }
}
