import Configuration
import Domain
import Store

/// What happens to one matter of the demo, step by step.
struct DemoStory {
  let matter: DemoMatter
  let arrivedOn: CivilDay
  let index: Int
  let store: Store
  let rules: Rulebook
  let now: Instant

  /// Tells the story up to the matter's state.
  func tell() throws(StoreError) {
    var clock = DemoClock(from: arrivedOn, index: index, until: now)
    let triage = person(DemoPeople.medborgarcenter)
    let id = try matter.channel.isSpoken ? takeDown(at: clock.next()) : takeIn(at: clock.next())
    func step(_ command: MatterCommand, by actor: Actor) throws(StoreError) {
      _ = try store.perform(
        command, on: id, expecting: nil, asking: Asking(actor: actor, now: clock.next()),
        rules: rules)
    }
    if let kind = matter.notMatter {
      try step(.setAside(kind, wentTo: matter.wentTo ?? ""), by: triage)
      return
    }
    guard matter.state != .new, let unit = matter.unit else { return }
    if let subject = matter.subject { try step(.setSubjectArea(subject), by: triage) }
    try step(.triage(matter.category, unit: unit), by: triage)
    try handle(step, unit: unit, triage: triage)
  }

  /// Takes in what came in writing.
  private func takeIn(at time: Instant) throws(StoreError) -> MatterID {
    let triage = person(DemoPeople.medborgarcenter)
    let incoming = IncomingMatter(
      channel: matter.channel, arrivedOn: arrivedOn, body: .text(matter.text),
      title: matter.title, sender: matter.sender, concerns: matter.concerns,
      addressedTo: addresses, key: .message("demo-\(index)@exempel.se"))
    let taken = try store.takeIn(
      .matter(incoming), asking: Asking(actor: triage, now: time), rules: rules)
    guard case .registered(let reference, _) = taken,
      let registered = try store.matter(
        reference, asking: Asking(actor: triage, now: time))
    else { throw .other("Ärendet finns redan i demon") }
    return registered.id
  }

  /// Takes down what was told to somebody at the unit it is about; now and then the line broke.
  private func takeDown(at time: Instant) throws(StoreError) -> MatterID {
    let unit = matter.suggested ?? matter.unit
    let taker = rules.organisation.people(at: unit).last?.login ?? DemoPeople.medborgarcenter
    let isBroken = matter.channel == .phone && index % 7 == 0
    let taken = TakenByHand(
      channel: matter.channel, text: matter.text,
      arrivedOn: min(arrivedOn, SwedishTime(time).day), title: matter.title,
      sender: matter.sender, concerns: matter.concerns,
      readBack: isBroken
        ? .notPossible(reason: "Samtalet bröts innan texten hann läsas upp.")
        : .approved(Approval(of: matter.text, by: taker, at: time)),
      unit: unit)
    var generator = SystemRandomNumberGenerator()
    return try store.takeDown(
      taken, code: ReceiptCode(using: &generator),
      asking: Asking(actor: person(taker), now: time), rules: rules
    ).id
  }

  private func handle(
    _ step: (MatterCommand, Actor) throws(StoreError) -> Void, unit: UnitID, triage: Actor
  ) throws(StoreError) {
    let login = rules.organisation.manager(of: unit)?.login ?? DemoPeople.medborgarcenter
    let manager = person(login)
    if let contact = matter.contact {
      try step(.logContact(contact.by, reached: contact.reached, line: contact.line), manager)
    }
    if let person = matter.handedTo { try step(.handOver(to: person), manager) }
    if let answer = matter.answer, let how = matter.how {
      let isCare = rules.organisation.isCare(unit)
      let sender = matter.sender
      let known = [sender.name, sender.email, sender.address].compactMap { $0 }
      let recipient = how == .email ? sender.email : known.first
      let draft = AnswerDraft(
        way: how, recipient: recipient ?? "e-tjänsten", text: answer,
        tellsOfHealth: isCare ? false : nil, senderMayKnow: matter.concerns == nil ? nil : true)
      try step(.answer(draft), manager)
    }
    if let note = matter.note { try step(.writeOfficialNote(note), manager) }
    if matter.state == .closed {
      try step(.giveBack(.done, words: nil), manager)
      try step(.close, triage)
    } else if matter.state == .returned {
      try step(.giveBack(matter.returnReason ?? .done, words: matter.returnWords), manager)
    }
    if let addition = matter.addition {
      try step(.add(.email, on: arrivedOn, text: addition), triage)
    }
  }

  private func person(_ login: PersonID) -> Actor {
    rules.organisation.person(login).map { Actor($0, in: rules.organisation) }
      ?? Actor(bootstrap: login)
  }

  /// A mail address of the unit that is to be suggested.
  private var addresses: [String] {
    rules.organisation.unit(matter.suggested).map { Array($0.mail.prefix(1)) } ?? []
  }
}
