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
  /// The messages that were set aside, newest first; none for others than registrators.
  ///
  /// - Parameters:
  ///   - actor: Who looks.
  ///   - limit: The most messages.
  /// - Returns: The messages that have not been purged.
  /// - Throws: `.busy`, `.damaged`.
  public func asides(for actor: Actor, limit: Int = 500) throws(StoreError) -> [AsideEntry] {
    try reading { db in
      guard try current(actor, in: db).roles.contains(.registrar) else { return [] }
      let log = EventLog(db: db)
      let ids = try Int64.fetchAll(
        db, sql: "SELECT event FROM aside ORDER BY event DESC LIMIT ?", arguments: [limit])
      return try ids.compactMap { id in
        guard let (envelope, content) = try log.general(id), let message = content?.message else {
          return nil
        }
        return AsideEntry(id: id, at: envelope.at, by: envelope.by, message: message)
      }
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
