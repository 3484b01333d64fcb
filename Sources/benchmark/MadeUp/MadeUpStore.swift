import Domain
import Glibc
import Store

/// A store full of made-up matters, each of which has lived through real decisions.
struct MadeUpStore {
  let matters: Int
  let open: Int
  let kommun: MadeUpKommun
  let text: MadeUpText
  let today: CivilDay

  /// Makes the file if there is none: under another name until it is complete.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - progress: Is told how many matters there are, now and then.
  /// - Throws: `StoreError`.
  func makeIfMissing(at path: String, progress: (Int) -> Void) throws {
    guard access(path, F_OK) != 0 else { return }
    let unfinished = path + ".unfinished"
    for suffix in ["", "-wal", "-shm", ".lock"] { unlink(unfinished + suffix) }
    try fill(unfinished, progress)
    // The store is closed, so all is in the file itself.
    for suffix in ["-wal", "-shm", ".lock"] { unlink(unfinished + suffix) }
    rename(unfinished, path)
  }

  private func fill(_ path: String, _ progress: (Int) -> Void) throws {
    let store = try Store.open(at: path, kind: .ordinary, durable: false)
    let cast = Cast(kommun)
    for start in stride(from: 0, to: matters, by: Self.batch) {
      progress(start)
      var lives = (start..<min(start + Self.batch, matters)).map { Life(self, index: $0) }
      let day = lives.map(\.arrivedOn).max() ?? today
      let taken = try store.takeIn(
        lives.map { .matter($0.incoming) }, asking: Asking(actor: cast.triage, now: Life.time(day)),
        rules: cast.rules)
      guard try taken.allSatisfy({ if case .registered = try $0.get() { true } else { false } })
      else { throw Failed("a matter is there twice") }
      let steps = try lives.indices.map { try lives[$0].steps(from: day, with: cast) }
      // First the first step of each: within a transaction the index likes numbers that grow.
      for round in 0..<(steps.map(\.count).max() ?? 0) {
        try store.perform(steps.compactMap { $0.dropFirst(round).first }, rules: cast.rules)
      }
    }
  }

  /// So many live at once.
  private static let batch = 1_000

  /// The day on which a matter comes in: the open ones in the last weeks, the others over ten years.
  fileprivate func arrival(_ index: Int, _ random: inout Pseudorandom) -> CivilDay {
    let closed = matters - open
    guard index < closed else { return today + -Int.random(in: 0...24, using: &random) }
    return today + (-40 - (closed - index) * 3_650 / closed)
  }
}

/// Those who act, and by which rules.
private struct Cast {
  let rules: Rulebook
  let triage: Actor
  /// The chef of each unit.
  let chefs: [UnitID: Actor]

  init(_ kommun: MadeUpKommun) {
    let rules = kommun.rules
    self.rules = rules
    triage = Actor(MadeUpKommun.triage, in: rules.organisation)
    chefs = kommun.unitIDs.reduce(into: [:]) { chefs, unit in
      chefs[unit] = rules.organisation.manager(of: unit).map { Actor($0, in: rules.organisation) }
    }
  }
}

/// The life of one matter.
private struct Life {
  typealias Step = (command: MatterCommand, matter: MatterID, asking: Asking)

  let index: Int
  let isOpen: Bool
  let arrivedOn: CivilDay
  let incoming: IncomingMatter
  private let plan: MadeUpStore
  private var random: Pseudorandom

  init(_ plan: MadeUpStore, index: Int) {
    var random = Pseudorandom(seed: index)
    self.plan = plan
    self.index = index
    isOpen = index >= plan.matters - plan.open
    arrivedOn = plan.arrival(index, &random)
    incoming = IncomingMatter(
      channel: .email, arrivedOn: arrivedOn, body: .text(plan.text.synpunkt(&random)),
      title: plan.text.title(&random),
      // Most of the closed ones had a short life, so that a large store is soon made.
      sender: !isOpen && index % 10 == 1 ? .anonymous() : Self.sender(index, plan.text, &random),
      key: .message("\(index)@benchmark.exempel.se"))
    self.random = random
  }

  /// What happens after it has been registered.
  mutating func steps(from day: CivilDay, with cast: Cast) throws -> [Step] {
    var day = day
    let unit = random.pick(plan.kommun.unitIDs)
    let category = random.pick(Domain.Category.allCases)
    guard let chef = cast.chefs[unit] else { throw Failed("\(unit) has no chef") }
    var steps: [(MatterCommand, Actor)] = []
    if isOpen {
      // Of 20: 8 are new, 9 at their units, 2 to be closed, 1 waits.
      if index % 20 > 7 { steps = [(.triage(category, unit: unit), cast.triage)] }
      if index % 20 > 17 { steps.append((.giveBack(.needsDetails, words: nil), chef)) }
      if 16...17 ~= index % 20 { steps += [answer(chef), (.giveBack(.done, words: nil), chef)] }
    } else {
      switch index % 10 {
      case 0, 2:
        steps = [(.triage(category, unit: unit), cast.triage), answer(chef), (.close, chef)]
      case 1:
        let note = "Vi har talat om det på arbetsplatsträffen."
        steps = [(.triage(category, unit: unit), cast.triage), (.noteAndClose(note), chef)]
      default: steps = [(.setAside(.question, wentTo: ""), cast.triage)]
      }
    }
    return steps.map { command, actor in
      day = min(plan.today, (day + Int.random(in: 0...2, using: &random)).workingDayOnOrAfter)
      return (command, MatterID(index + 1), Asking(actor: actor, now: Self.time(day)))
    }
  }

  static func time(_ day: CivilDay) -> Instant { SwedishTime.instant(day, hour: 0, minute: 5) }

  private mutating func answer(_ chef: Actor) -> (MatterCommand, Actor) {
    let draft = AnswerDraft(
      way: .email, recipient: incoming.sender.email ?? "", text: plan.text.answer(&random),
      tellsOfHealth: false, senderMayKnow: true)
    return (.answer(draft), chef)
  }

  private static func sender(
    _ index: Int, _ text: MadeUpText, _ random: inout Pseudorandom
  ) -> Sender {
    let name = text.name(&random)
    let number = Int.random(in: 1...max(10, index), using: &random)
    return Sender(
      kind: .individual, name: "\(name.first) \(name.last)",
      email: "\(name.first.lowercased()).\(number)@exempel.se", replyVia: .email)
  }
}
