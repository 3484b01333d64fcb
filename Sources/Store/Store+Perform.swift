public import Domain
internal import GRDB

extension Store {
  /// Does what a person wants with a matter: decides, appends the events and brings the read
  /// tables in line, all in one transaction.
  ///
  /// - Parameters:
  ///   - command: What the person wants.
  ///   - id: The matter.
  ///   - version: The number of events that the person has seen; nil when that does not matter.
  ///   - asking: Who asks, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: The matter as the person sees it afterwards; only how it stands, when he or she may
  ///   no longer read it.
  /// - Throws: `.noSuchMatter`, also when the person may not read it; `.conflict` when somebody
  ///   else has been there since; `.refused` when the rules say no; `.newerVersion`, `.busy`,
  ///   `.diskFull`. Nothing is written then.
  public func perform(
    _ command: MatterCommand, on id: MatterID, expecting version: Int?, asking: Asking,
    rules: Rulebook
  ) throws(StoreError) -> Matter {
    try writing { db in
      try perform(command, on: id, expecting: version, asking: asking, rules: rules, in: db)
    }
  }

  /// Does several things in one transaction, in order: all of them or none.
  ///
  /// The index of words is written once for all, so a store of very many matters is made sooner.
  ///
  /// - Parameters:
  ///   - steps: What is wanted, on which matter, by whom and when.
  ///   - rules: Organisation and routines.
  /// - Throws: Like ``perform(_:on:expecting:asking:rules:)``.
  package func perform(
    _ steps: [(command: MatterCommand, matter: MatterID, asking: Asking)], rules: Rulebook
  ) throws(StoreError) {
    try writing { db in
      for step in steps {
        _ = try perform(
          step.command, on: step.matter, expecting: nil, asking: step.asking, rules: rules, in: db)
      }
    }
  }

  private func perform(
    _ command: MatterCommand, on id: MatterID, expecting version: Int?, asking: Asking,
    rules: Rulebook, in db: Database
  ) throws -> Matter {
    guard let old = try EventLog(db: db).matter(id) else { throw StoreError.noSuchMatter }
    let asking = try current(asking, in: db)
    if let version, version != old.version {
      throw old.seen(by: asking.actor).map { .conflict($0) } ?? StoreError.noSuchMatter
    }
    // Whether the person may read it is the first that is decided.
    let events = try old.decide(command, asking: asking, rules: current(rules, in: db))
    return try Self.record(events, on: old, in: db).seen(after: asking.actor)
  }

  /// Appends events to a matter and brings the read tables in line.
  static func record(_ events: [MatterEvent], on old: Matter, in db: Database) throws -> Matter {
    var new = old
    for event in events {
      try append(event, to: old.id, in: db)
      new.apply(event)
    }
    try ReadTables(db: db).write(new, old: old)
    return new
  }

  static func append(_ event: MatterEvent, to id: MatterID, in db: Database) throws {
    let envelope = Envelope(
      matter: id, sequence: event.sequence, step: event.step, at: event.at, by: event.by,
      facts: event.facts)
    try EventLog(db: db).append(envelope, content: event.content)
  }
}
