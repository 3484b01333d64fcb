import Configuration
import Domain
import Store

/// Fills a demo database: every matter is registered and worked on through the same decisions as a
/// real one, with a clock that walks from its arrival to today.
struct DemoBuilder {
  let store: Store
  let now: Instant

  private var today: CivilDay { SwedishTime(now).day }

  /// Builds the demo.
  ///
  /// - Throws: `Failure` when a step is refused, which would be a fault in the demo's own file.
  func build() throws(Failure) {
    let name = "organisation/example.yaml"
    let rules: Rulebook
    let matters: [DemoMatter]
    do {
      let known = try Session.rules(for: Organisation())
      let organisation = try OrganisationFile.read(
        EmbeddedFile.bytes(name) ?? [], name: name, routines: Set(known.routines.keys))
      rules = try Session.rules(for: organisation)
      matters = try DemoFile.read(
        EmbeddedFile.bytes("demo/matters.yaml") ?? [], name: "demo/matters.yaml")
    } catch let error as ConfigurationError {
      throw Failure(error.sentence)
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure("\(error)")
    }
    let dated = matters.map { ($0, arrival(of: $0)) }
    for (index, entry) in dated.sorted(by: { $0.1 < $1.1 }).enumerated() {
      do {
        let story = DemoStory(
          matter: entry.0, arrivedOn: entry.1, index: index, store: store, rules: rules, now: now)
        try story.tell()
      } catch {
        throw Failure("demo/matters.yaml: ”\(entry.0.title ?? "")”: \(error.sentence)")
      }
    }
    try setAside(rules)
    // Last, so that a demo with an organisation is a whole one.
    _ = try attempt { () throws(StoreError) in
      try store.apply(rules.organisation, by: DemoPeople.medborgarcenter, at: now)
    }
  }

  private func setAside(_ rules: Rulebook) throws(Failure) {
    let actor = Actor(bootstrap: DemoPeople.medborgarcenter)
    for message in DemoAsides.messages(today: today) {
      _ = try attempt { () throws(StoreError) in
        try store.takeIn(.aside(message), asking: Asking(actor: actor, now: now), rules: rules)
      }
    }
  }

  /// The arrival day from which the deadline comes out as the file says, on this very day.
  private func arrival(of matter: DemoMatter) -> CivilDay {
    switch matter.time {
    case .age(let days): return today + -days
    case .due(let left):
      var last = today.workingDayOnOrAfter
      var remaining = left
      while remaining > 0 {
        last = (last + 1).workingDayOnOrAfter
        remaining -= 1
      }
      while remaining < 0 {
        last = last.workingDayBefore
        remaining += 1
      }
      return (1...10).reduce(last) { day, _ in day.workingDayBefore }
    }
  }
}
