public import Domain
internal import GRDB

/// A message that was set aside and waits for the registrator.
public struct AsideEntry: Hashable, Sendable {
  /// The number of its event.
  public let id: Int64
  /// When it was taken in.
  public let at: Instant
  /// Who took it in.
  public let by: PersonID
  /// The message.
  public let message: AsideMessage
}

extension Store {
  /// The messages that were set aside and have not been registered, newest first; for others than
  /// the registrators of whom they may concern, none.
  ///
  /// - Parameters:
  ///   - actor: Who looks.
  ///   - limit: The most messages.
  /// - Returns: The messages that have not been purged.
  /// - Throws: `.busy`, `.damaged`.
  public func asides(for actor: Actor, limit: Int = 500) throws(StoreError) -> [AsideEntry] {
    try reading { db in
      let actor = try current(actor, in: db)
      guard actor.roles.contains(.registrar) else { return [] }
      let organisation = try rights(in: db)?.organisation ?? Organisation()
      let log = EventLog(db: db)
      let ids = try Int64.fetchCursor(
        db,
        sql: """
          SELECT event FROM aside WHERE NOT EXISTS (\(Self.registered)) ORDER BY event DESC
          """)
      var entries: [AsideEntry] = []
      while entries.count < limit, let id = try ids.next() {
        guard let (envelope, content) = try log.general(id), let message = content?.message,
          organisation.may(actor, register: message)
        else { continue }
        entries.append(
          AsideEntry(id: id, at: envelope.at, by: envelope.by, message: message))
      }
      return entries
    }
  }

  /// A message that has become a matter is the source of that matter.
  private static let registered =
    "SELECT 1 FROM source WHERE source.key = aside.key AND source.content = aside.content"

  /// Registers a message that was set aside, because somebody has found that it is a synpunkt.
  ///
  /// - Parameters:
  ///   - id: The number of its event.
  ///   - asking: Who registers it, and when; the number is of this year.
  ///   - rules: Organisation and routines.
  /// - Returns: The matter.
  /// - Throws: `.refused` when the person is no registrator, or when it has been registered;
  ///   otherwise like every write.
  public func registerAside(
    _ id: Int64, asking: Asking, rules: Rulebook
  ) throws(StoreError) -> Matter {
    try writing { db in
      let asking = try current(asking, in: db)
      guard asking.actor.roles.contains(.registrar) else { throw Refusal.mayNotTakeIn }
      let waits = try Int.fetchOne(
        db, sql: "SELECT 1 FROM aside WHERE event = ? AND NOT EXISTS (\(Self.registered))",
        arguments: [id])
      let rules = try current(rules, in: db)
      guard waits != nil, let message = try EventLog(db: db).general(id)?.1?.message,
        rules.organisation.may(asking.actor, register: message)
      else { throw Refusal.alreadyRegistered }
      return try Self.register(year: asking.today.parts.year, in: db) { reference in
        [
          try Matter.register(
            message.incoming, as: reference, source: message.source, files: [], asking: asking,
            rules: rules)
        ]
      }.seen(after: asking.actor)
    }
  }

  static func setAside(
    _ message: AsideMessage, asking: Asking, in db: Database
  ) throws -> TakenIn {
    let source = message.source
    let known = try db.cachedStatement(sql: "SELECT 1 FROM aside WHERE key = ? AND content = ?")
    if try Int.fetchOne(known, arguments: [source.key, source.content]) != nil {
      return .duplicate(nil)
    }
    let event = try EventLog(db: db).appendGeneral(
      .messageSetAside(message.reason, arrivedOn: message.arrivedOn, source: source),
      content: GeneralContent(message: message), by: asking.actor.login, at: asking.now)
    try db.cachedStatement(sql: "INSERT INTO aside (event, key, content) VALUES (?, ?, ?)")
      .execute(arguments: [event, source.key, source.content])
    return .setAside(reason: message.reason.rawValue)
  }
}
