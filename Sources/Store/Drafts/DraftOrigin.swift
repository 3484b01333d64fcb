internal import Domain
internal import FoundationEssentials
internal import GRDB

/// What tells a draft's matter, and the moment at which it was saved, from others that have the same
/// numbers: where a backup has been restored, numbers are used again.
struct DraftOrigin {
  /// The hash of the event by which the matter was registered; empty when the record had no such
  /// matter, nil when the draft has none or an older program has saved it.
  var registration: Data?
  /// The hash of the newest event that the session knew of.
  var seen: Data?
  /// The newest event of all records that have been restored since, when that is less than what the
  /// session knew.
  var fork: Int64?
}

extension DraftOrigin {
  /// Where a draft is saved now.
  init(of draft: Draft, since: Int64, in log: EventLog) throws {
    if let place = draft.matter, place.id > 0 {
      registration = try log.registration(of: place) ?? Data()
    }
    seen = try log.hash(of: since)
  }

  /// Whether the record has not the matter in which the draft was begun.
  func isLost(_ draft: Draft, in log: EventLog) throws -> Bool {
    guard let place = draft.matter else { return false }
    guard place.id > 0, let found = try log.registration(of: place) else { return true }
    return registration.map { $0 != found } ?? false
  }

  /// The newest event of this record that the session knew of.
  func since(_ event: Int64, in log: EventLog) throws -> Int64 {
    guard let fork else { return event }
    return try seen != nil && log.hash(of: event) == seen ? event : fork
  }
}

extension EventLog {
  /// The hash of an event; nil when there is none.
  func hash(of event: Int64) throws -> Data? {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM event WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [event])
  }

  /// The hash of the event by which a matter was registered; nil when no matter has its number and
  /// reference.
  func registration(of place: DraftMatter) throws -> Data? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT event.hash FROM event JOIN matter ON matter.id = event.matter
        WHERE event.matter = ? AND event.sequence = 1 AND matter.year = ? AND matter.serial = ?
        """)
    return try Data.fetchOne(
      statement, arguments: [place.id, place.reference.year, place.reference.serial])
  }
}
