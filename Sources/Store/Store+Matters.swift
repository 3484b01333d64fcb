public import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// The matter with a number, with all its events.
  ///
  /// - Returns: The matter; nil when there is none or the person may not read it, which nobody
  ///   can tell apart.
  public func matter(_ reference: Reference, for actor: Actor) throws(StoreError) -> Matter? {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT id FROM matter WHERE year = ? AND serial = ?")
      let id = try Int64.fetchOne(statement, arguments: [reference.year, reference.serial])
      return try id.flatMap { try Self.matter($0, for: actor, in: db) }
    }
  }

  /// The same by the identity in the store.
  public func matter(id: MatterID, for actor: Actor) throws(StoreError) -> Matter? {
    try reading { db in try Self.matter(id, for: actor, in: db) }
  }

  static func matter(_ id: MatterID, for actor: Actor, in db: Database) throws -> Matter? {
    guard let matter = try EventLog(db: db).matter(id), actor.may(.read, matter.state) else {
      return nil
    }
    return matter
  }

  /// The bytes of a file that stands in a matter.
  ///
  /// - Throws: `.damaged` when the bytes are not there or not those that came.
  public func bytes(of attachment: Attachment) throws(StoreError) -> [UInt8] {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT bytes FROM attachment WHERE digest = ?")
      let row = try Row.fetchOne(statement, arguments: [attachment.digest])
      let bytes = try row?.withUnsafeData(atIndex: 0) { data in Array(data ?? .init()) }
      guard let bytes, Digest.plain(bytes) == attachment.digest else {
        throw StoreError.damaged("en bilaga saknas eller är ändrad")
      }
      return bytes
    }
  }

  /// Other matters from the same sender, by e-mail address or telephone number, newest first.
  ///
  /// Only those that the person may read.
  public func otherMatters(
    bySenderOf matter: Matter, for actor: Actor
  ) throws(StoreError) -> [MatterRow] {
    let keys = matter.state.sender.recurrenceKeys.map(\.storable)
    guard !keys.isEmpty else { return [] }
    return try reading { db in
      let reach = try Reach(actor, .read)
      let sql: SQL = """
        SELECT \(sql: MatterTable.listed.joined(separator: ", ")) FROM matter
        WHERE id IN (SELECT matter FROM sender WHERE key IN \(keys))
          AND id <> \(matter.id) AND \(reach.condition)
        ORDER BY arrivedOn DESC, id DESC
        """
      let cursor = try SQLRequest<Row>(literal: sql, cached: true).fetchCursor(db)
      return try Array(cursor.map(MatterTable.row))
    }
  }

  /// The units that a person last sent matters to, latest first.
  public func recentUnits(
    chosenBy person: PersonID, limit: Int = 5
  ) throws(StoreError) -> [UnitID] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT unit FROM recentUnit WHERE person = ? ORDER BY at DESC, unit LIMIT ?")
      return try String.fetchAll(statement, arguments: [person.storable, limit])
    }
  }
}
