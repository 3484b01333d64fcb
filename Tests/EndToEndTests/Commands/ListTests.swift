import Foundation
import Testing

/// `synpunkt list`: the queues.
@Suite struct ListTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  /// A matter in each state, by the state's name.
  private func fill() throws -> [String: String] {
    var found: [String: String] = [:]
    for (state, days) in [
      ("new", 1), ("chef", 2), ("late", 40), ("answered", 3), ("returned", 4), ("details", 5),
      ("closed", 6),
    ] {
      let mail = MailFile(subject: "Ärende \(state)", daysAgo: days)
      found[state] = try place.register("\(state).eml", mail.text)
    }
    for (state, reference) in found where state != "new" {
      try place.succeed("categorise", reference, "klagomål")
      try place.succeed("assign", reference, "gata")
    }
    for state in ["answered", "returned", "closed"] {
      let reference = try #require(found[state])
      try place.succeed("answer", reference, "--how", "epost", input: "Hej!")
    }
    for state in ["returned", "closed"] {
      let reference = try #require(found[state])
      try place.succeed("note", reference, input: "Klart.")
      try place.succeed("return", reference, "--reason", "klar")
    }
    try place.succeed(
      "return", try #require(found["details"]), "--reason", "behöver-uppgifter")
    try place.succeed(
      "close", try #require(found["closed"]), "--subject-area", "gator och trafik")
    return found
  }

  @Test func eachQueueHoldsItsMatters() throws {
    let found = try fill()
    let names = Dictionary(uniqueKeysWithValues: found.map { ($1, $0) })
    func queue(_ name: String) throws -> Set<String> {
      Set(try place.matters(in: name).compactMap { names[$0.reference] })
    }
    #expect(try queue("all") == Set(found.keys))
    #expect(try queue("new").isSuperset(of: ["new"]))
    #expect(try queue("new").isDisjoint(with: ["closed", "returned", "details", "answered"]))
    #expect(try queue("mine").isSuperset(of: ["new", "chef", "late", "answered", "returned"]))
    #expect(try queue("mine").isDisjoint(with: ["closed"]))
    #expect(try queue("late") == ["late"])
    #expect(try queue("waiting").isSuperset(of: ["details"]))
    #expect(try queue("done") == ["closed"])
    #expect(try queue("to-close") == ["returned"])
    #expect(try queue("mine").first != nil)
    #expect(try place.matters(in: "mine").first?.reference == found["late"])
    try place.expectVerified()
  }

  @Test func theKeysAreThese() throws {
    _ = try place.register("a.eml", MailFile().text)
    let keys = try place.succeed("list", "--queue", "new", "--json").keys()
    #expect(
      keys.isSuperset(of: [
        "reference", "title", "arrivedOn", "category", "subjectArea", "status", "unit", "handler",
        "channel", "answerBy", "closedOn",
      ]))
  }

  @Test func anEmptyQueueIsAnEmptyArray() throws {
    #expect(try place.succeed("list", "--json").text == "[]\n")
    #expect(try place.succeed("list").text.isEmpty)
  }

  @Test func asLinesForPeople() throws {
    let reference = try place.register("a.eml", MailFile(subject: "Grop i gatan").text)
    let lines = try place.succeed("list", "--queue", "new").lines
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix(reference))
    #expect(lines[0].hasSuffix("Grop i gatan"))
  }

  @Test func theExampleOfTheDemoHasEveryState() throws {
    let demo = try Demo.copy(to: place.folder)
    let outcome = try Program.run(
      ["list", "--queue", "all", "--json", "--database", demo], environment: place.environment)
    let matters: [MatterAnswer] = try outcome.json()
    #expect(matters.count >= 150)
    #expect(
      Set(matters.map(\.status)) == [
        "inkommen", "hos-chef", "besvarad", "åter", "avslutad", "ej-synpunkt",
      ])
    #expect(Set(matters.map(\.category)) == ["beröm", "förslag", "klagomål", nil])
    let verified = try Program.run(["verify", "--database", demo])
    #expect(verified.status == 0, "\(verified.text)")
  }
}
