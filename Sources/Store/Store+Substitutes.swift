public import Domain
internal import GRDB

extension Store {
  /// Names a substitute for a chef, gives one another last day, or ends one.
  ///
  /// Both concerned are told at once, or at their next start.
  ///
  /// - Parameters:
  ///   - command: What is wanted.
  ///   - asking: Who wants it, and when; by the rights that the person has without being a
  ///     substitute.
  /// - Throws: `.refused` when it may not or cannot be so; otherwise like every write.
  public func perform(
    _ command: SubstitutionCommand, asking: Asking
  ) throws(StoreError) {
    try writing { db in
      let log = EventLog(db: db)
      let old = try Self.organisation(db)
      var new = old
      new.substitutes = try old.decide(command, by: asking.actor.login, on: asking.today)
      guard let applied = try log.lastApplied() else {
        throw StoreError.damaged("organisationen saknas bland händelserna")
      }
      let concerned = old.concernedBySubstitutes(of: new, on: asking.today).filter {
        $0 != asking.actor.login
      }
      let event = try log.appendGeneral(
        .substitutesChanged(
          organisation: applied, substitutes: new.substitutes, concerned: concerned),
        content: GeneralContent(), by: asking.actor.login, at: asking.now)
      try Self.makeCurrent(event, concerning: concerned, in: db)
    }
  }

  /// Makes the organisation of an event the one that holds from now on.
  static func makeCurrent(
    _ event: Int64, concerning concerned: [PersonID], in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO organisation (id, event) VALUES (1, ?)
        ON CONFLICT (id) DO UPDATE SET event = excluded.event
        """, arguments: [event])
    try UnseenChanges(db: db).add(concerned, event: event)
  }
}

extension EventLog {
  /// The event in which the organisation that holds was read from a file.
  fileprivate func lastApplied() throws -> Int64? {
    guard let event = try Int64.fetchOne(db, sql: "SELECT event FROM organisation") else {
      return nil
    }
    guard case .substitutesChanged(let applied, _, _)? = try general(event)?.0.facts else {
      return event
    }
    return applied
  }
}
