internal import Domain
internal import GRDB

/// The rights that follow from one organisation.
struct Rights {
  /// The event in which it was applied.
  let event: Int64
  /// Units and people.
  let organisation: Organisation
  /// Those who have asked so far, as of the day on which they last did.
  private var actors: [PersonID: Actor] = [:]

  init(event: Int64, organisation: Organisation) {
    self.event = event
    self.organisation = organisation
  }

  /// A person with the rights of a day; somebody who is no longer there has none.
  mutating func actor(_ login: PersonID, on day: CivilDay?) -> Actor {
    if let actor = actors[login], actor.day == day { return actor }
    let person = organisation.person(login) ?? Person(login: login, name: login)
    let actor = Actor(person, in: organisation, on: day)
    actors[login] = actor
    return actor
  }
}

extension Store {
  /// Who asks, with the rights that hold in this very transaction, whatever the session has known
  /// until now.
  ///
  /// Where no organisation has been applied yet, there is nothing to look up.
  func current(_ actor: Actor, in db: Database) throws -> Actor {
    try current(actor, on: actor.day, in: db)
  }

  /// The same, on the day on which it is asked.
  func current(_ asking: Asking, in db: Database) throws -> Asking {
    Asking(actor: try current(asking.actor, on: asking.today, in: db), now: asking.now)
  }

  private func current(_ actor: Actor, on day: CivilDay?, in db: Database) throws -> Actor {
    try rights(in: db) == nil ? actor : knownRights?.actor(actor.login, on: day) ?? actor
  }

  /// The rules, with the organisation that holds in this transaction.
  func current(_ rules: Rulebook, in db: Database) throws -> Rulebook {
    guard let organisation = try rights(in: db)?.organisation else { return rules }
    var rules = rules
    rules.organisation = organisation
    return rules
  }

  /// The rights as they are now; read anew only when another organisation has been applied.
  func rights(in db: Database) throws -> Rights? {
    let statement = try db.cachedStatement(sql: "SELECT event FROM organisation")
    let event = try Int64.fetchOne(statement)
    if event != knownRights?.event {
      knownRights = try event.map { event in
        Rights(event: event, organisation: try Self.organisation(event, in: db))
      }
    }
    return knownRights
  }
}
