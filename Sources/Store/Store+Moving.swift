public import Domain
internal import GRDB

extension Store {
  /// What a new organisation would do with the open matters: all is done, and undone again.
  ///
  /// - Parameters:
  ///   - organisation: Units and people.
  ///   - person: Who would apply it.
  ///   - at: When.
  ///   - moves: Where open matters are to go.
  /// - Returns: The matters that would move, by desk.
  /// - Throws: What ``apply(_:by:at:onlyIfFirst:moves:)`` would.
  public func plan(
    _ organisation: Organisation, by person: PersonID, at: Instant, moves: Moves = Moves()
  ) throws(StoreError) -> MovePlan {
    try writing(ending: .rollback) { db in
      try Self.apply(organisation, by: person, at: at, moves: moves, in: db)
    }
  }

  static func plan(
    _ asked: Moves, from old: Organisation, to new: Organisation, in db: Database
  ) throws -> MovePlan {
    // Before the first organisation nothing had an owner.
    guard !old.isEmpty else {
      return try MovePlan(asked, counts: [:], referred: [:], from: old, to: new)
    }
    var counts: [OpenMatters: Int] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT unit, handler, count(*) FROM matter
        WHERE desk <> 'none' AND desk = ? AND unit IS NOT NULL GROUP BY unit, handler
        """, arguments: [Desk.manager.rawValue])
    while let row = try rows.next() {
      let desk = OpenMatters(
        unit: try row.decode(atIndex: 0), handler: try row.decode(atIndex: 1))
      counts[desk] = try row.decode(atIndex: 2)
    }
    let kept = Set(new.units.map(\.id))
    var referred: [UnitID: Int] = [:]
    for unit in old.units where !kept.contains(unit.id) {
      referred[unit.id] = try references(to: unit.id, in: db)
    }
    return try MovePlan(
      asked, counts: counts, referred: referred, sorted: sorted(in: db), from: old, to: new)
  }

  /// The open matters that nobody but triage goes on with, by unit.
  private static func sorted(in db: Database) throws -> [UnitID?: Int] {
    var counts: [UnitID?: Int] = [:]
    // What was added to a closed matter, the chef of its unit reads too.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT unit, count(*) FROM matter
        WHERE desk <> 'none' AND desk IN (?, ?, ?) AND status <> ? GROUP BY unit
        """,
      arguments: [
        Desk.triage.rawValue, Desk.details.rawValue, Desk.closing.rawValue, Status.closed.rawValue,
      ])
    while let row = try rows.next() {
      counts[try row.decode(UnitID?.self, atIndex: 0)] = try row.decode(atIndex: 1)
    }
    return counts
  }

  /// How many matters a unit has or was suggested for; nil when nobody ever sent one there either.
  private static func references(to unit: UnitID, in db: Database) throws -> Int? {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM matter WHERE unit = ?1 OR suggestedUnit = ?1",
      arguments: [unit])
    let wasChosen = try Int.fetchOne(
      db, sql: "SELECT 1 FROM recentUnit WHERE unit = ? LIMIT 1", arguments: [unit])
    return count == 0 && wasChosen == nil ? nil : count
  }

  /// Moves the matters that a plan moves, with one event each.
  ///
  /// - Throws: `Refusal.ownAccess` when who moves them would see what he or she did not see before.
  static func carryOut(
    _ plan: MovePlan, from old: Organisation, to new: Organisation, by person: PersonID,
    at: Instant, in db: Database
  ) throws {
    let today = SwedishTime(at).day
    // Also as a substitute, now or on days to come.
    let days = new.substitutes.filter { $0.substitute == person && !$0.isOver(on: today) }
      .map { max($0.from, today) }
    let rights = ([nil] + days).map { day in
      (
        before: Actor(old.person(person) ?? Person(login: person, name: person), in: old, on: day),
        after: Actor(new.person(person) ?? Person(login: person, name: person), in: new, on: day)
      )
    }
    for desk in plan.desks {
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM matter
          WHERE desk <> 'none' AND desk = ? AND unit = ? AND handler IS ? ORDER BY id
          """, arguments: [Desk.manager.rawValue, desk.unit, desk.handler])
      for id in ids {
        guard let matter = try EventLog(db: db).matter(id),
          let event = matter.moved(by: plan, as: person, at: at)
        else { continue }
        let moved = try record([event], on: matter, in: db)
        for (before, after) in rights {
          let seen = after.sight(of: moved.state) ?? []
          let isMore = !seen.isSubset(of: before.sight(of: matter.state) ?? [])
          if isMore || after.may(.read, moved.state) && !before.may(.read, matter.state) {
            throw Refusal.ownAccess
          }
        }
      }
    }
  }
}
