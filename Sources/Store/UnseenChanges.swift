internal import Domain
internal import GRDB

/// The table `unseenChange`: what was changed for whom by which event, until the person has seen it.
struct UnseenChanges {
  let db: Database

  /// Notes the people whom an event concerns.
  func add(_ people: [PersonID], event: Int64) throws {
    for person in people {
      try db.cachedStatement(sql: "INSERT INTO unseenChange (person, event) VALUES (?, ?)")
        .execute(arguments: [person.storable, event])
    }
  }

  /// The events that a person has not seen, in order.
  func events(for person: PersonID) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: "SELECT event FROM unseenChange WHERE person = ? ORDER BY event")
    return try Int64.fetchAll(statement, arguments: [person.storable])
  }

  /// Forgets what a person has seen.
  ///
  /// - Returns: Whether there was anything.
  func remove(for person: PersonID, upTo event: Int64) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM unseenChange WHERE person = ? AND event <= ?")
      .execute(arguments: [person.storable, event])
    return db.changesCount > 0
  }
}

extension EventLog {
  /// The organisation as an event made it; nil when it is another event, or purged.
  func organisation(_ event: Int64) throws -> (Envelope<GeneralFacts>, Organisation)? {
    guard let (envelope, content) = try general(event) else { return nil }
    switch envelope.facts {
    case .organisationApplied(let municipality, let units, _, _, let substitutes):
      guard let people = content?.people else { return nil }
      let organisation = Organisation(
        municipality: municipality, units: units, people: people,
        substitutes: substitutes ?? [])
      return (envelope, organisation)
    case .substitutesChanged(let applied, let substitutes, _):
      guard applied < event, var organisation = try organisation(applied)?.1 else { return nil }
      organisation.substitutes = substitutes
      return (envelope, organisation)
    case .changesSeen, .messageSetAside: return nil
    }
  }

  /// Messages set aside stand between; their kind is read without taking them apart.
  private static let makesOrganisation = """
    (json_extract(facts, '$.facts.organisationApplied') IS NOT NULL
      OR json_extract(facts, '$.facts.substitutesChanged') IS NOT NULL)
    """

  /// The last event before another one that made an organisation.
  func lastOrganisation(before event: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id FROM event WHERE matter = 0 AND id < ? AND \(Self.makesOrganisation)
        ORDER BY sequence DESC LIMIT 1
        """)
    return try Int64.fetchOne(statement, arguments: [event])
  }

  /// The organisation that held before an event; an empty one before the first.
  func organisation(before event: Int64) throws -> Organisation? {
    guard let before = try lastOrganisation(before: event) else { return Organisation() }
    return try organisation(before)?.1
  }
}
