import Domain
import Foundation
import Testing

/// Random people do random things, and whatever they are allowed keeps the matter sound.
@Suite("Random walks through a matter's life")
struct RandomWalkTests {
  static let senders: [Sender] = [
    World.anna, .anonymous(), .anonymous(replyVia: .eService), Sender(name: "Anna"),
    Sender(kind: .relative, name: "Bo", phone: "070-1234567", replyVia: .phone),
    Sender(email: "a@b.se", replyVia: .email, wantsAnswer: false),
  ]

  @Test("Random attempts, then the next steps to the end", arguments: 0..<150)
  func walk(seed: Int) throws {
    var random = Pseudorandom(seed: UInt64(seed))
    var world = World()
    if seed % 3 == 1 { world.rules.routines["oms"]?.requiresOfficialNote = false }
    if seed % 3 == 2 { world.rules.routines["tek"]?.requiresOfficialNote = true }
    let sender = Self.senders[seed % Self.senders.count]
    var matter = try world.registered(
      world.incoming(from: sender, body: seed % 7 == 0 ? .inEService : nil))
    var taken = 0
    for _ in 0..<Int.random(in: 20...160, using: &random) {
      let before = matter
      // Mostly people who can see it.
      let readers = world.logins.filter { world.actor($0).may(.read, before.state) }
      let people = Int.random(in: 0..<8, using: &random) == 0 ? world.logins : readers
      let login = people.randomElement(using: &random) ?? "maja"
      do {
        try world.take(command(&random), as: login, on: &matter)
        taken += 1
        try check(matter, in: world)
      } catch let refusal as Refusal {
        #expect(matter == before)
        #expect(!refusal.sentence.isEmpty)
      }
    }
    #expect(taken > 2)
    try checkFacts(matter)
    let end = world.followToTheEnd(matter).matter
    #expect(end.state.desk == .none)
    try check(end, in: world)
    try checkFacts(end)
  }

  /// What holds for every matter.
  func check(_ matter: Matter, in world: World) throws {
    #expect(Matter(id: matter.id, events: matter.events) == matter)
    #expect(matter.events.map(\.sequence) == Array(1...matter.version))
    #expect(matter.state.text != nil)
    for login in world.logins {
      let actor = world.actor(login)
      guard actor.may(.read, matter.state) else { continue }
      let step = matter.nextStep(for: actor, rules: world.rules)
      let isMine = Queue.mine.contains(matter.row, for: actor, today: World.today)
      switch step {
      case .wait: #expect(!isMine, "\(login) has nothing to do")
      case .fetchDetails: #expect(!isMine)
      default: #expect(isMine, "\(login) should \(step)")
      }
      let inDone = Queue.done.contains(matter.row, for: actor, today: World.today)
      #expect(inDone == [.closed, .notMatter].contains(matter.state.status))
    }
  }

  /// The facts alone, as after gallring, give the same statistics; and they survive being stored.
  func checkFacts(_ matter: Matter) throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    var purged: [MatterEvent] = []
    for event in matter.events {
      let facts = try decoder.decode(MatterFacts.self, from: encoder.encode(event.facts))
      #expect(facts == event.facts)
      let content = try event.content.map {
        try decoder.decode(MatterContent.self, from: encoder.encode($0))
      }
      #expect(content == event.content)
      var bare = event
      bare.content = nil
      purged.append(bare)
    }
    let bare = try #require(Matter(id: matter.id, events: purged))
    var expected = matter.row
    expected.title = nil
    let changedContact = matter.standing.contains { event in
      guard case .corrected(let correction) = event.facts else { return false }
      return [.email, .phone, .address].contains(correction)
    }
    if changedContact {
      // Whether an answer is possible is then known from the content only.
      expected.desk = bare.row.desk
      expected.owesAnswer = bare.row.owesAnswer
    }
    #expect(bare.row == expected)
    #expect(bare.state.answers.count == matter.state.answers.count)
  }

  func command(_ random: inout Pseudorandom) -> MatterCommand {
    let units = ["oster", "vast", "gata", "stab", "utan", "x"]
    let unit = units.randomElement(using: &random) ?? "oster"
    let category = Category.allCases.randomElement(using: &random) ?? .praise
    let way = AnswerWay.allCases.randomElement(using: &random) ?? .email
    let reason = ReturnReason.allCases.randomElement(using: &random) ?? .done
    let target = MatterCommand.CorrectionTarget.allCases.randomElement(using: &random) ?? .name
    let value =
      ["Ny", "070-7654321", "b@c.se", "telefon", "2026-11-02", nil]
      .randomElement(using: &random) ?? nil
    let all: [MatterCommand] = [
      .categorise(category), .setSubjectArea("information"), .setSubjectArea(nil),
      .setTitle("Rubrik"), .assign(unit), .triage(category, unit: unit), .triage(nil, unit: unit),
      .triage(.complaint, unit: "oster"), .setAside(.question, wentTo: "Kundtjänst"),
      .answer(World.letter(way)), .answer(World.letter(.phone)), .writeOfficialNote("Nytt."),
      .noteAndReturn("Nytt.", reason, words: "Skäl."), .noteAndClose("Nytt."),
      .writeInternalNote("Obs."), .giveBack(reason, words: "Skäl."), .close,
      .reopen(reason: "Mer."), .handOver(to: "sigge"), .handOver(to: "gunnar"), .takeBack,
      .logContact(.phone, reached: true, line: "Ringde."),
      .correct(target, new: value, reason: "Fel."), .add(.email, on: World.today, text: "Mer."),
      .solveAtOnce("Ringde."), .protect, .undo,
    ]
    return all.randomElement(using: &random) ?? .undo
  }
}
