public import Domain
internal import FoundationEssentials
internal import GRDB

extension Store {
  /// The matter with a number, with all its events, as the person may see it.
  ///
  /// That it was opened is logged in the same transaction, once a day in each session.
  ///
  /// - Returns: The matter; nil when there is none or the person may not read it, which nobody
  ///   can tell apart.
  public func matter(_ reference: Reference, asking: Asking) throws(StoreError) -> Matter? {
    let id = try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT id FROM matter WHERE year = ? AND serial = ?")
      return try Int64.fetchOne(statement, arguments: [reference.year, reference.serial])
    }
    return try id.flatMap { id throws(StoreError) in try matter(id: id, asking: asking) }
  }

  /// The same by the identity in the store.
  public func matter(id: MatterID, asking: Asking) throws(StoreError) -> Matter? {
    try opening(id, asking: asking) { matter, _, _ in matter }
  }

  /// Looks at a matter in the transaction in which its opening is logged.
  ///
  /// - Parameters:
  ///   - id: The matter.
  ///   - asking: Who opens it, and when.
  ///   - look: What is looked for, given the matter as the person may see it and the person's rights.
  /// - Returns: What was found; nil when for that person there is no such matter.
  /// - Throws: Like `matter(_:asking:)`.
  func opening<Found>(
    _ id: MatterID, asking: Asking, _ look: (Matter, Actor, Database) throws -> Found
  ) throws(StoreError) -> Found? {
    let opening = Opening(person: asking.actor.login, matter: id, day: asking.today)
    func found(_ db: Database) throws -> Found? {
      let actor = try current(asking, in: db).actor
      return try EventLog(db: db).matter(id)?.seen(by: actor).map { try look($0, actor, db) }
    }
    guard !opened.contains(opening) else { return try reading(found) }
    // What is out of reach is as quick to answer for as what is not there.
    guard try reading({ db in try sees(id, asking, in: db) }) else { return nil }
    let found = try writing { db in
      let found = try found(db)
      if found != nil {
        try AccessLog(db: db).append(.opened(id), by: asking.actor.login, at: asking.now)
      }
      return found
    }
    if found != nil { opened.insert(opening) }
    return found
  }

  private func sees(_ id: MatterID, _ asking: Asking, in db: Database) throws -> Bool {
    guard let row = try MatterTable.row(of: id, in: db) else { return false }
    return try current(asking, in: db).actor.sight(of: row) != nil
  }

  /// A matter as somebody may see it now.
  func seen(_ id: MatterID, by actor: Actor, in db: Database) throws -> Matter? {
    try EventLog(db: db).matter(id)?.seen(by: current(actor, in: db))
  }

  private func seen(_ id: MatterID, asking: Asking, in db: Database) throws -> Matter? {
    try seen(id, by: current(asking, in: db).actor, in: db)
  }

  /// Shows a protected identity to somebody who is named for it, and logs it with the reason.
  ///
  /// - Parameters:
  ///   - id: The matter.
  ///   - reason: Why it must be seen.
  ///   - asking: Who asks, and when.
  /// - Returns: The matter with its sender; read again in any other way it is hidden again.
  /// - Throws: `.noSuchMatter`, also when the person may not read it; `.refused`; and like every
  ///   write.
  public func openProtected(
    _ id: MatterID, reason: String, asking: Asking
  ) throws(StoreError) -> Matter {
    try writing { db in try opened(id, reason: reason, asking: asking, in: db) }
  }

  private func opened(
    _ id: MatterID, reason: String, asking: Asking, in db: Database
  ) throws -> Matter {
    guard let matter = try EventLog(db: db).matter(id) else { throw StoreError.noSuchMatter }
    let opened = try matter.opened(by: current(asking, in: db).actor, reason: reason)
    try AccessLog(db: db).append(
      .openedProtected(id, reason: reason), by: asking.actor.login, at: asking.now)
    return opened
  }

  /// The bytes of a file that stands in a matter.
  ///
  /// - Parameters:
  ///   - number: Which of its files, from 1.
  ///   - id: The matter.
  ///   - asking: Who asks, and when.
  /// - Returns: The bytes.
  /// - Throws: `.noSuchMatter`, also when the person may not read it; `.hiddenFile` when the file
  ///   may tell who the sender is, and the person may not see that; `.damaged` when the bytes are
  ///   not there or not those that came.
  public func bytes(
    ofFile number: Int, in id: MatterID, asking: Asking
  ) throws(StoreError) -> [UInt8] {
    // That is logged; what follows is read as it is now.
    _ = try matter(id: id, asking: asking)
    return try reading { db in
      guard let matter = try seen(id, asking: asking, in: db) else {
        throw StoreError.noSuchMatter
      }
      return try Self.bytes(ofFile: number, in: matter, db)
    }
  }

  /// The bytes of a file in a matter with protected identity, for somebody who is named for it; it
  /// is logged with the reason.
  ///
  /// - Parameters:
  ///   - number: Which of its files, from 1.
  ///   - id: The matter.
  ///   - reason: Why it must be seen.
  ///   - asking: Who asks, and when.
  /// - Returns: The bytes.
  /// - Throws: Like ``openProtected(_:reason:asking:)`` and ``bytes(ofFile:in:asking:)``.
  public func bytes(
    ofFile number: Int, inProtected id: MatterID, reason: String, asking: Asking
  ) throws(StoreError) -> [UInt8] {
    try writing { db in
      let matter = try opened(id, reason: reason, asking: asking, in: db)
      return try Self.bytes(ofFile: number, in: matter, db)
    }
  }

  private static func bytes(
    ofFile number: Int, in matter: Matter, _ db: Database
  ) throws -> [UInt8] {
    let files = matter.state.files
    guard files.indices.contains(number - 1) else { throw StoreError.noSuchMatter }
    guard !matter.hidden.contains(.sender) else { throw StoreError.hiddenFile }
    return try bytes(of: files[number - 1], in: db)
  }

  private static func bytes(of attachment: Attachment, in db: Database) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT bytes FROM attachment WHERE digest = ?")
    let row = try Row.fetchOne(statement, arguments: [attachment.digest])
    let bytes = try row?.withUnsafeData(atIndex: 0) { data in Array(data ?? .init()) }
    guard let bytes, Digest.plain(bytes) == attachment.digest else {
      throw StoreError.damaged("en bilaga saknas eller är ändrad")
    }
    return bytes
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
