public import Domain
internal import GRDB

extension Store {
  /// What has been changed for a person and they have not seen, the oldest first.
  ///
  /// What has been purged cannot be told any more.
  public func unseenChanges(for person: PersonID) throws(StoreError) -> [AccessChange] {
    try reading { db in
      let log = EventLog(db: db)
      return try UnseenChanges(db: db).events(for: person).compactMap { event in
        guard let (envelope, after) = try log.organisation(event),
          let before = try log.organisation(before: event)
        else { return nil }
        let day = SwedishTime(envelope.at).day
        return AccessChange(
          event: event, at: envelope.at, by: envelope.by,
          changes: before.changes(for: person, to: after)
            + before.changesOfSubstitutes(for: person, to: after, on: day))
      }
    }
  }

  /// Records that a person has seen what was changed for them.
  ///
  /// - Parameters:
  ///   - event: The last event of which they were told.
  ///   - person: Who has seen it.
  ///   - at: When.
  /// - Throws: Like every write.
  public func noteSeen(
    upTo event: Int64, by person: PersonID, at: Instant
  ) throws(StoreError) {
    try writing { db in
      guard try UnseenChanges(db: db).remove(for: person, upTo: event) else { return }
      _ = try EventLog(db: db).appendGeneral(
        .changesSeen(person: person, upTo: event), content: GeneralContent(), by: person, at: at)
    }
  }
}
