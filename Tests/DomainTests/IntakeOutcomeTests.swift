import Domain
import Testing

@Suite("What becomes of what came in")
struct IntakeOutcomeTests {
  enum Source: CaseIterable { case form, mail, none }
  enum History: CaseIterable { case unknown, sameContent, otherContent }

  static func expected(
    _ source: Source, _ history: History, isPointer: Bool
  ) -> IntakeOutcome {
    switch (history, isPointer, source) {
    case (.unknown, _, _): .register
    case (.sameContent, _, _): .duplicate(4)
    // A mail that points at a form never replaces what the form said.
    case (.otherContent, true, _): .duplicate(4)
    case (.otherContent, false, .form): .complete(4)
    case (.otherContent, false, _): .registerBeside(4)
    }
  }

  @Test(
    "Every combination of key, content and what is known", arguments: Source.allCases,
    History.allCases)
  func all(source: Source, history: History) {
    for isPointer in [false, true] {
      var incoming = World().incoming(body: isPointer ? .inEService : .text("Hej."))
      incoming.key =
        switch source {
        case .form: .flowInstance("123")
        case .mail: .message("a@b.se")
        case .none: nil
        }
      let known: IntakeOutcome.Known? =
        switch history {
        case .unknown: nil
        case .sameContent: IntakeOutcome.Known(matter: 4, contents: ["x", "now"])
        case .otherContent: IntakeOutcome.Known(matter: 4, contents: ["x"])
        }
      let outcome = IntakeOutcome(of: incoming, content: "now", known: known)
      #expect(outcome == Self.expected(source, history, isPointer: isPointer), "\(isPointer)")
    }
  }

  @Test("A form and a mail with the same text in their keys are not the same")
  func keys() {
    #expect(ExternalKey.flowInstance("1").canonical != ExternalKey.message("1").canonical)
    #expect(ExternalKey.flowInstance("1").text == "1" && ExternalKey.message("1").text == "1")
  }

  @Test("A mail first and its form later are one matter, and the mail again a duplicate")
  func pointerThenForm() throws {
    let world = World()
    var pointer = world.incoming(from: Sender(), body: .inEService)
    pointer.key = .flowInstance("123")
    var matter = try world.registered(pointer)
    var form = world.incoming("Texten.")
    form.key = .flowInstance("123")
    var known = IntakeOutcome.Known(matter: 1, contents: ["c1"])
    #expect(IntakeOutcome(of: form, content: "c2", known: known) == .complete(1))
    let event = try matter.complete(
      with: form, source: SourceDigest(key: "k1", content: "c2"), files: [],
      asking: world.asking("maja"), rules: world.rules)
    matter.apply(event)
    known.contents.insert("c2")
    #expect(matter.state.text == "Texten.")
    #expect(IntakeOutcome(of: pointer, content: "c3", known: known) == .duplicate(1))
    #expect(IntakeOutcome(of: form, content: "c2", known: known) == .duplicate(1))
    #expect(IntakeOutcome(of: form, content: "c4", known: known) == .complete(1))
  }
}
