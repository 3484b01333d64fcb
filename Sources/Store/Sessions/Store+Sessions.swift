public import Domain
internal import GRDB

extension Store {
  /// A front of this process, as the other sessions are told of it.
  struct OwnSession {
    let login: PersonID
    let began: Instant
  }

  /// Lets the others know that a person works in this process now, as the newest of his or her
  /// sessions.
  ///
  /// It holds as long as the process lives, and is never asked after otherwise.
  ///
  /// - Parameters:
  ///   - login: Who.
  ///   - now: When.
  /// - Returns: Since when the person has had another session that still runs; nil when there is
  ///   none.
  /// - Throws: `.unwritable`, `.busy`, `.diskFull`.
  public func beginSession(of login: PersonID, at now: Instant) throws(StoreError) -> Instant? {
    guard let file = try draftFile(makes: true) else { return nil }
    let older = try drafting(file) { file in
      try file.queue.write { db in
        let rows = try SessionRow.all(in: db)
        let gone = rows.filter { $0.id == file.ownSession || !$0.process.isAlive }
        try SessionRow.remove(gone.map(\.id), in: db)
        file.ownSession = try SessionRow.insert(login, began: now, in: db)
        let ids = Set(gone.map(\.id))
        return rows.filter { $0.login == login && !ids.contains($0.id) }.map(\.began).max()
      }
    }
    ownSession = OwnSession(login: login, began: now)
    return older
  }

  /// Lets the others know what is being written in this session; nil when nothing is any more.
  ///
  /// - Throws: `.unwritable`, `.busy`, `.diskFull`.
  public func noteWriting(_ writing: Presence?) throws(StoreError) {
    guard let ownSession, let file = try draftFile(makes: true) else { return }
    try drafting(file) { file in
      try file.queue.write { db in
        if let id = file.ownSession, try SessionRow.note(writing, in: id, db) { return }
        // The file was damaged and has been made anew.
        let id = try SessionRow.insert(ownSession.login, began: ownSession.began, in: db)
        file.ownSession = id
        _ = try SessionRow.note(writing, in: id, db)
      }
    }
  }

  /// Lets the others know that nobody works in this process any more.
  ///
  /// - Throws: `.unwritable`, `.busy`, `.diskFull`; then the others see by themselves that the
  ///   process has ended.
  public func endSession() throws(StoreError) {
    ownSession = nil
    guard let file = draftFile, let id = file.ownSession else { return }
    file.ownSession = nil
    try drafting(file) { file in
      try file.queue.write { db in try SessionRow.remove([id], in: db) }
    }
  }

  /// What the other sessions that run now mean for this one.
  ///
  /// Cheap enough to ask every second: the small table is read again only when somebody has written
  /// to the file, and only processes that matter here are looked for.
  ///
  /// - Parameter actor: Who asks; of matters that he or she does not see nothing is told.
  /// - Returns: Who else writes, and whether the person has gone on in a newer session.
  /// - Throws: `.unwritable`, `.busy`, `.damaged`.
  public func otherSessions(for actor: Actor) throws(StoreError) -> OtherSessions {
    guard let file = draftFile else { return OtherSessions() }
    let own = file.ownSession
    let rows = try drafting(file) { file in try file.sessions() }.filter { row in
      row.id != own && (row.login != actor.login ? row.writing != nil : row.id > own ?? .max)
    }
    let running = rows.filter(\.process.isAlive)
    if running.count < rows.count {
      clear(file, Set(rows.map(\.id)).subtracting(running.map(\.id)))
    }
    let writing = running.filter { $0.login != actor.login }.compactMap(\.writing)
    return OtherSessions(
      writing: writing.isEmpty ? [] : try seen(writing, by: actor),
      replacedAt: running.filter { $0.login == actor.login }.max { $0.id < $1.id }?.began)
  }

  /// Removes sessions whose processes have ended.
  private func clear(_ file: DraftFile, _ ended: Set<Int64>) {
    file.forget(ended)
    do {
      try drafting(file) { file in
        try file.queue.write { db in try SessionRow.remove(ended.sorted(), in: db) }
      }
    } catch {
      // What has ended counts for nothing, whether its row is there or not.
    }
  }

  /// What somebody may know of who writes where.
  private func seen(
    _ writing: [Presence], by actor: Actor
  ) throws(StoreError) -> [Presence] {
    try reading { db in
      let actor = try current(actor, in: db)
      return try writing.filter { presence in
        guard let row = try MatterTable.row(of: presence.matter, in: db),
          let sight = actor.sight(of: row)
        else { return false }
        return sight.tells(of: presence.kind)
      }.sorted { ($0.matter, $0.since, $0.login) < ($1.matter, $1.since, $1.login) }
    }
  }
}
