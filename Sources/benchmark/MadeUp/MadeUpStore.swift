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
    for index in 0..<matters {
      if index % 1_000 == 0 { progress(index) }
      var life = Life(self, index: index, cast: cast, store: store)
      try life.live()
    }
  }

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
  let index: Int
  let kommun: MadeUpKommun
  let text: MadeUpText
  let cast: Cast
  let store: Store
  let isOpen: Bool
  let arrivedOn: CivilDay
  let today: CivilDay
  var random: Pseudorandom
  var day: CivilDay

  init(_ plan: MadeUpStore, index: Int, cast: Cast, store: Store) {
    self.index = index
    kommun = plan.kommun
    text = plan.text
    self.cast = cast
    self.store = store
    isOpen = index >= plan.matters - plan.open
    today = plan.today
    random = Pseudorandom(seed: index)
    arrivedOn = plan.arrival(index, &random)
    day = arrivedOn
  }

  mutating func live() throws {
    let triage = cast.triage
    // Most of the closed ones had a short life, so that a large store is soon made.
    let isAnonymous = !isOpen && index % 10 == 1
    let sender = sender(isAnonymous: isAnonymous)
    let incoming = IncomingMatter(
      channel: .email, arrivedOn: arrivedOn, body: .text(text.synpunkt(&random)),
      title: text.title(&random), sender: sender, key: .message("\(index)@benchmark.exempel.se"))
    let taken = try store.takeIn(.matter(incoming), asking: asking(triage), rules: cast.rules)
    guard case .registered = taken else { throw Failed("matter \(index) was there already") }
    let unit = random.pick(kommun.unitIDs)
    let category = random.pick(Domain.Category.allCases)
    guard let chef = cast.chefs[unit] else { throw Failed("\(unit) has no chef") }
    if isOpen {
      // Of 20: 8 are new, 9 at their units, 2 to be closed, 1 waits.
      guard index % 20 > 7 else { return }
      try step(.triage(category, unit: unit), triage)
      switch index % 20 {
      case 17, 18:
        try answer(chef, to: sender)
        try step(.giveBack(.done, words: nil), chef)
      case 19: try step(.giveBack(.needsDetails, words: nil), chef)
      default: break
      }
      return
    }
    if index % 10 > 2 { return try step(.setAside(.question, wentTo: ""), triage) }
    try step(.triage(category, unit: unit), triage)
    if isAnonymous {
      try step(.noteAndClose("Vi har talat om det på arbetsplatsträffen."), chef)
    } else {
      try answer(chef, to: sender)
      try step(.close, chef)
    }
  }

  private mutating func answer(_ chef: Actor, to sender: Sender) throws {
    let draft = AnswerDraft(
      way: .email, recipient: sender.email ?? "", text: text.answer(&random), tellsOfHealth: false,
      senderMayKnow: true)
    try step(.answer(draft), chef)
  }

  private mutating func step(_ command: MatterCommand, _ actor: Actor) throws {
    day = min(today, (day + Int.random(in: 0...2, using: &random)).workingDayOnOrAfter)
    _ = try store.perform(
      command, on: MatterID(index + 1), expecting: nil, asking: asking(actor), rules: cast.rules)
  }

  private func asking(_ actor: Actor) -> Asking {
    Asking(actor: actor, now: SwedishTime.instant(day, hour: 0, minute: 5))
  }

  private mutating func sender(isAnonymous: Bool) -> Sender {
    guard !isAnonymous else { return .anonymous() }
    let name = text.name(&random)
    let number = Int.random(in: 1...max(10, index), using: &random)
    return Sender(
      kind: .individual, name: "\(name.first) \(name.last)",
      email: "\(name.first.lowercased()).\(number)@exempel.se", replyVia: .email)
  }
}
