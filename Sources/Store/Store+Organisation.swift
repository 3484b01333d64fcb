public import Domain
internal import GRDB

extension Store {
  /// The organisation that was applied last; an empty one when none has been.
  public func organisation() throws(StoreError) -> Organisation {
    try reading { db in try rights(in: db)?.organisation ?? Organisation() }
  }

  /// The organisation of a database that is only read: nothing is made, migrated or written.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its organisation; an empty one when none has been applied.
  /// - Throws: `.lost`, `.notADatabase`, `.unwritable`, `.busy`.
  public static func organisation(at path: String) throws(StoreError) -> Organisation {
    let file = DatabaseFile(path: path)
    try file.requireNotLost()
    try file.requirePlausible()
    do {
      var configuration = configuration(.seconds(5))
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { db in
        guard try db.tableExists("organisation") else { throw StoreError.notADatabase(path) }
        return try organisation(db)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  static func organisation(_ db: Database) throws -> Organisation {
    guard let event = try Int64.fetchOne(db, sql: "SELECT event FROM organisation") else {
      return Organisation()
    }
    return try organisation(event, in: db)
  }

  /// The organisation that an event applied.
  static func organisation(_ event: Int64, in db: Database) throws -> Organisation {
    guard let (_, organisation) = try EventLog(db: db).organisation(event) else {
      throw StoreError.damaged("organisationen saknas bland händelserna")
    }
    return organisation
  }

  /// Makes an organisation the one that holds from now on, and moves the open matters that it takes
  /// from who has them, all in one transaction.
  ///
  /// Those for whom it changes something are told at once, or at their next start. The substitutes
  /// of the one before stay, as far as their people do.
  ///
  /// - Parameters:
  ///   - organisation: Units and people.
  ///   - person: Who applies it.
  ///   - at: When.
  ///   - onlyIfFirst: Whether it must be the first one.
  ///   - moves: Where open matters go.
  /// - Returns: The matters that moved, by desk.
  /// - Throws: `.alreadyOrganised` when it is not; `.refused` when it changes the person's own keys,
  ///   roles or units, but for the first one of all; `.notMoved` when open matters would be without
  ///   an owner; otherwise like every write. Nothing is written then.
  @discardableResult
  public func apply(
    _ organisation: Organisation, by person: PersonID, at: Instant, onlyIfFirst: Bool = false,
    moves: Moves = Moves()
  ) throws(StoreError) -> MovePlan {
    try writing { db in
      if onlyIfFirst, try Int.fetchOne(db, sql: "SELECT 1 FROM organisation") != nil {
        throw StoreError.alreadyOrganised
      }
      return try Self.apply(organisation, by: person, at: at, moves: moves, in: db)
    }
  }

  static func apply(
    _ organisation: Organisation, by person: PersonID, at: Instant, moves: Moves, in db: Database
  ) throws -> MovePlan {
    let (old, today) = (try Self.organisation(db), SwedishTime(at).day)
    var organisation = organisation
    organisation.substitutes = organisation.kept(old.substitutes)
    let movesOwn = old.changes(for: person, to: organisation).contains(where: \.movesAccess)
    if !old.isEmpty, movesOwn || old.widens(person, in: organisation, from: today) {
      throw StoreError.refused(.ownAccess)
    }
    let plan = try Self.plan(moves, from: old, to: organisation, in: db)
    let concerned = Set(
      old.concerned(by: organisation)
        + old.concernedBySubstitutes(of: organisation, on: today)
    ).subtracting([person]).sorted()
    let event = try EventLog(db: db).appendGeneral(
      .organisationApplied(
        municipality: organisation.municipality, units: organisation.units,
        people: organisation.people.count, concerned: concerned,
        substitutes: organisation.substitutes.isEmpty ? nil : organisation.substitutes),
      content: GeneralContent(people: organisation.people), by: person, at: at)
    try Self.makeCurrent(event, concerning: concerned, in: db)
    try Self.carryOut(plan, from: old, to: organisation, by: person, at: at, in: db)
    return plan
  }
}
