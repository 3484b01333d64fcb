public import Domain
internal import GRDB

extension Store {
  /// The organisation that was applied last; an empty one when none has been.
  public func organisation() throws(StoreError) -> Organisation {
    try reading { db in
      guard let event = try Int64.fetchOne(db, sql: "SELECT event FROM organisation") else {
        return Organisation()
      }
      return try Self.organisation(event, in: db)
    }
  }

  /// The organisation that an event applied.
  static func organisation(_ event: Int64, in db: Database) throws -> Organisation {
    guard let (envelope, content) = try EventLog(db: db).general(event),
      case .organisationApplied(let municipality, let units, _) = envelope.facts
    else { throw StoreError.damaged("organisationen saknas bland händelserna") }
    return Organisation(
      municipality: municipality, units: units, people: content?.people ?? [])
  }

  /// Makes an organisation the one that holds from now on.
  ///
  /// - Parameters:
  ///   - organisation: Units and people.
  ///   - person: Who applies it.
  ///   - at: When.
  /// - Throws: Like every write: `.newerVersion`, `.busy`, `.diskFull`.
  public func apply(
    _ organisation: Organisation, by person: PersonID, at: Instant
  ) throws(StoreError) {
    try writing { db in
      let event = try EventLog(db: db).appendGeneral(
        .organisationApplied(
          municipality: organisation.municipality, units: organisation.units,
          people: organisation.people.count),
        content: GeneralContent(people: organisation.people), by: person, at: at)
      try db.execute(
        sql: """
          INSERT INTO organisation (id, event) VALUES (1, ?)
          ON CONFLICT (id) DO UPDATE SET event = excluded.event
          """, arguments: [event])
    }
  }
}
