public import Domain
internal import GRDB
internal import Glibc

extension Store {
  /// The drafts of a person, as they lie on disk.
  ///
  /// One that has become what it was to be is no draft any more and is removed: the program may
  /// have been ended just between the two. One whose matter the record has not, since a backup was
  /// restored, is tied to none: its number may be another matter's.
  ///
  /// - Parameter actor: Whose; nobody else can read them.
  /// - Returns: The drafts, the latest first; none when there is no file.
  /// - Throws: `.unwritable`, `.busy`, `.diskFull`.
  public func drafts(of actor: Actor) throws(StoreError) -> DraftsFound {
    guard let file = try draftFile(makes: false) else { return DraftsFound() }
    let rows = try drafting(file) { file in
      try file.queue.read { db in
        file.knownDrafts = try DraftFile.drafts(of: actor.login, in: db)
        return try DraftRow.all(of: actor.login, in: db)
      }
    }
    var found = DraftsFound(movedTo: file.movedTo)
    file.movedTo = nil
    var done: [DraftStamp] = []
    for row in rows {
      guard let draft = row.draft else {
        found.unreadable += 1
        continue
      }
      guard let since = try since(row, draft) else {
        found.drafts.append(
          StoredDraft(
            stamp: row.stamp, draft: draft.detached, savedAt: row.savedAt, standing: .lost))
        continue
      }
      let later = try later(than: since, of: draft, for: actor)
      if later.events.contains(where: { $0.by == actor.login && draft.hasBecome($0) }) {
        done.append(row.stamp)
        continue
      }
      let others = later.events.last { $0.by != actor.login }
      let standing: DraftStanding =
        later.isReachable ? others.map { .changed($0) } ?? .unchanged : .unreachable
      found.drafts.append(
        StoredDraft(stamp: row.stamp, draft: draft, savedAt: row.savedAt, standing: standing))
    }
    if !done.isEmpty {
      let work = DraftsToSave(changes: [], removed: done)
      _ = try saveDrafts(work, of: actor.login, at: Instant(milliseconds: 0))
    }
    return found
  }

  /// Brings drafts to disk, all in one transaction.
  ///
  /// A draft that another session has saved since is not written over: both are kept.
  ///
  /// - Parameters:
  ///   - work: What to write and what to remove.
  ///   - login: Whose drafts they are.
  ///   - at: When.
  /// - Returns: Where they lie now.
  /// - Throws: `.diskFull`, `.busy`, `.unwritable`. Nothing is written then.
  public func saveDrafts(
    _ work: DraftsToSave, of login: PersonID, at: Instant
  ) throws(StoreError) -> DraftsSaved {
    var saved = DraftsSaved(work: work, at: at, stamps: [:], isParted: false)
    guard let file = try draftFile(makes: !work.changes.isEmpty) else { return saved }
    let since = seenEvent
    let origins = origins(of: work, since: since)
    try drafting(file) { file in
      try file.queue.write { db in
        for (change, origin) in zip(work.changes, origins) {
          let row = DraftRow(
            login: login, draft: change.draft, savedAt: at, since: since, origin: origin)
          let (stamp, isParted) = try row.save(over: change.over, in: db)
          saved.stamps[change.number] = stamp
          if isParted { saved.isParted = true }
        }
        for stamp in work.removed { try DraftRow.remove(stamp, of: login, in: db) }
      }
      if file.knownDrafts?.login == login { file.knownDrafts?.note(saved) }
    }
    return saved
  }

  private func origins(of work: DraftsToSave, since: Int64) -> [DraftOrigin] {
    do {
      return try reading { db in
        let log = EventLog(db: db)
        return try work.changes.map { try DraftOrigin(of: $0.draft, since: since, in: log) }
      }
    } catch {
      // What is typed is saved all the same.
      return work.changes.map { _ in DraftOrigin() }
    }
  }

  /// The newest event of this record that was known when a draft was saved; nil when the record has
  /// not its matter.
  private func since(_ row: DraftRow, _ draft: Draft) throws(StoreError) -> Int64? {
    try reading { db in
      let log = EventLog(db: db)
      return try row.origin.isLost(draft, in: log) ? nil : row.origin.since(row.since, in: log)
    }
  }

  /// Whether another process has changed the drafts of a person since this was last asked.
  public func draftsChangedElsewhere(of login: PersonID) throws(StoreError) -> Bool {
    guard let file = draftFile else {
      // Another session may have made the file.
      return access(DraftFile.path(of: path), F_OK) == 0 && !draftsAreRefused
    }
    return try drafting(file) { file in try file.draftsHaveChanged(of: login) }
  }

  func draftFile(makes: Bool) throws(StoreError) -> DraftFile? {
    if let draftFile { return draftFile }
    guard makes || access(DraftFile.path(of: path), F_OK) == 0 else { return nil }
    do {
      let file = try DraftFile(record: path, patience: .milliseconds(100))
      draftFile = file
      return file
    } catch {
      draftsAreRefused = true
      throw StoreError(error, path: DraftFile.path(of: path))
    }
  }

  func drafting<Value>(
    _ file: DraftFile, _ body: (DraftFile) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body(file)
    } catch {
      // What is damaged is opened anew the next time, and moved aside then.
      if DraftFile.isDamage(error, file.path) { draftFile = nil }
      throw StoreError(error, path: file.path)
    }
  }

  /// What has happened after an event, of that which a draft may have become.
  private func later(
    than since: Int64, of draft: Draft, for actor: Actor
  ) throws(StoreError) -> (events: [MatterEvent], isReachable: Bool) {
    try reading { db in
      if case .taking(let kind, _) = draft {
        let ids = try Int64.fetchAll(
          db,
          sql: """
            SELECT event.matter FROM event JOIN matter ON matter.id = event.matter
            WHERE event.id > ? AND event.sequence = 1 AND event.facts ->> '$.by' = ?
              AND matter.channel IN (?, ?)
            """,
          arguments: [
            since, actor.login.storable, (kind == .spoken ? Channel.phone : .letter).rawValue,
            (kind == .spoken ? Channel.visit : .form).rawValue,
          ])
        let log = EventLog(db: db)
        return (try ids.compactMap { try log.events(of: $0).first }, true)
      }
      guard let place = draft.matter else { return ([], true) }
      let events = try EventLog(db: db).events(of: place.id)
      guard let matter = try seen(place.id, by: actor, in: db) else {
        // What it has become is known also of a matter that has left the person's reach.
        return (try Self.after(since, events.filter { $0.by == actor.login }, place.id, db), false)
      }
      // One's own words are known, whatever is hidden in them.
      let known = zip(events, matter.events).map { $0.by == actor.login ? $0 : $1 }
      return (try Self.after(since, known, place.id, db), true)
    }
  }

  private static func after(
    _ since: Int64, _ events: [MatterEvent], _ id: MatterID, _ db: Database
  ) throws -> [MatterEvent] {
    let first = try Int.fetchOne(
      db, sql: "SELECT min(sequence) FROM event WHERE matter = ? AND id > ?",
      arguments: [id, since])
    return first.map { first in events.filter { $0.sequence >= first } } ?? []
  }
}
