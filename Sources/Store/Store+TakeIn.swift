public import Domain
internal import GRDB

extension Store {
  /// Takes in what came from outside: registers it, or finds that it has come before.
  ///
  /// What has come before may complete its matter; what is no synpunkt is set aside. It is one
  /// transaction, the number included.
  ///
  /// - Parameters:
  ///   - incoming: What came.
  ///   - asking: Who takes it in, and when; the number is of this year.
  ///   - rules: Organisation and routines.
  /// - Returns: What became of it.
  /// - Throws: `.refused` when the person may not take in or a text is too long; otherwise like
  ///   ``perform(_:on:expecting:asking:rules:)``.
  public func takeIn(
    _ incoming: Incoming, asking: Asking, rules: Rulebook
  ) throws(StoreError) -> TakenIn {
    try takeIn([incoming], asking: asking, rules: rules)[0].get()
  }

  /// Takes in several at once, in one transaction: the disk is waited for once, and a page of the
  /// file is written once, whatever came.
  ///
  /// What is refused leaves nothing behind, and the others are taken in all the same.
  ///
  /// - Parameters:
  ///   - several: What came, in order.
  ///   - asking: Who takes it in, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: What became of each: all that was taken in is on disk.
  /// - Throws: Like every write; then nothing has been taken in.
  public func takeIn(
    _ several: [Incoming], asking: Asking, rules: Rulebook
  ) throws(StoreError) -> [Result<TakenIn, StoreError>] {
    try writing { db in
      let asking = try current(asking, in: db)
      guard asking.actor.mayImport else { throw Refusal.mayNotTakeIn }
      let intake = Intake(db: db, asking: asking, rules: try current(rules, in: db))
      return try several.map { incoming in
        do {
          return .success(try intake.takeIn(incoming))
        } catch let refusal as Refusal {
          // All is decided before anything is written.
          return .failure(.refused(refusal))
        }
      }
    }
  }
}

/// The taking in of what came, inside a transaction.
private struct Intake {
  let db: Database
  let asking: Asking
  let rules: Rulebook

  func takeIn(_ incoming: Incoming) throws -> TakenIn {
    switch incoming {
    case .matter(let matter): try takeIn(matter)
    case .aside(let message): try Store.setAside(message, asking: asking, in: db)
    }
  }

  private func takeIn(_ incoming: IncomingMatter) throws -> TakenIn {
    let files = incoming.files.map { Attachment($0) }
    let content = incoming.contentDigest(files: files.map(\.digest))
    let source = SourceDigest(key: incoming.key, content: content)
    let outcome = IntakeOutcome(of: incoming, content: content, known: try known(source))
    switch outcome {
    case .duplicate(let id):
      return .duplicate(try seenReference(id))
    case .register:
      return try register(incoming, source: source, files: files, notice: nil)
    case .registerBeside(let id):
      // Without its number: who reads this one need not be allowed to know of that one.
      let notice =
        try mayKnow(of: id)
        ? "Ett annat meddelande med samma Message-ID är redan registrerat." : nil
      return try register(incoming, source: source, files: files, notice: notice)
    case .complete(let id):
      guard let old = try EventLog(db: db).matter(id) else { throw StoreError.noSuchMatter }
      guard try mayKnow(of: id) else {
        return try register(incoming, source: source, files: files, notice: nil)
      }
      let event = try old.complete(
        with: incoming, source: source, files: files, asking: asking, rules: rules)
      try Store.keep(incoming.files, as: files, in: db)
      _ = try Store.record([event], on: old, in: db)
      return .added(try seenReference(id))
    }
  }

  /// Nobody writes in what they may not read, nor learns that it is there; but the administrator,
  /// who sees to the import.
  private func mayKnow(of id: MatterID) throws -> Bool {
    try seenReference(id) != nil || asking.actor.roles.contains(.administrator)
  }

  private func register(
    _ incoming: IncomingMatter, source: SourceDigest, files: [Attachment], notice: String?
  ) throws -> TakenIn {
    let matter = try Store.register(year: asking.today.parts.year, in: db) { reference in
      [
        try Matter.register(
          incoming, as: reference, source: source, files: files, notice: notice, asking: asking,
          rules: rules)
      ]
    }
    try Store.keep(incoming.files, as: files, in: db)
    return .registered(matter.state.reference, notice: notice)
  }

  /// What is known of a source: the matter with just this content, else the first with the key.
  private func known(_ source: SourceDigest) throws -> IntakeOutcome.Known? {
    let statement = try db.cachedStatement(
      sql: "SELECT matter, content FROM source WHERE key = ? ORDER BY matter")
    let rows = try Row.fetchAll(statement, arguments: [source.key]).map { row in
      (
        matter: try row.decode(MatterID.self, atIndex: 0),
        content: try row.decode(String.self, atIndex: 1)
      )
    }
    guard let match = rows.first(where: { $0.content == source.content }) ?? rows.first else {
      return nil
    }
    return IntakeOutcome.Known(matter: match.matter, contents: Set(rows.map(\.content)))
  }

  /// The number of a matter, which is told to those who may read it.
  private func seenReference(_ id: MatterID) throws -> Reference? {
    try EventLog(db: db).matter(id)?.seen(by: asking.actor)?.state.reference
  }
}
