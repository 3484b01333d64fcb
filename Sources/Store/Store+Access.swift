public import Domain
internal import GRDB

extension Store {
  /// What of the log is asked for.
  public struct AccessQuestion: Sendable {
    /// Only what concerns this matter.
    public var matter: MatterID?
    /// Only what this person did.
    public var person: PersonID?
    /// Only what was done in this month.
    public var month: Month?

    /// Makes a question; what is not given is not asked for.
    public init(matter: MatterID? = nil, person: PersonID? = nil, month: Month? = nil) {
      self.matter = matter
      self.person = person
      self.month = month
    }
  }

  /// The log of who has seen what, newest first, as far as the person answers for it.
  ///
  /// Who answers for a unit reads what was done with its matters; what was done with a matter that
  /// has no unit, or with none, follows the person who did it, and where he or she worked then.
  ///
  /// - Parameters:
  ///   - question: What is asked for.
  ///   - actor: Who asks.
  ///   - last: The line that the wanted ones follow; nil begins with the newest.
  ///   - limit: The most lines.
  /// - Returns: The lines, with the numbers of the matters.
  /// - Throws: `.refused` when the person answers for no unit; `.busy`, `.damaged`.
  public func accesses(
    _ question: AccessQuestion, for actor: Actor, after last: Int64? = nil, limit: Int = 1_000
  ) throws(StoreError) -> [(entry: AccessEntry, reference: Reference?)] {
    try reading { db in
      try lines(question, for: current(actor, in: db), after: last, limit: limit, in: db)
    }
  }

  /// The matter with a number, for asking who has seen it; nil also when the person does not answer
  /// for it.
  public func loggedMatter(
    _ reference: Reference, for actor: Actor
  ) throws(StoreError) -> MatterID? {
    try reading { db in
      let actor = try current(actor, in: db)
      let reach = try Reach(actor, .readLog)
      let request: SQLRequest<Int64> = """
        SELECT id FROM matter
        WHERE year = \(reference.year) AND serial = \(reference.serial) AND \(reach.byUnit)
        """
      return try request.fetchOne(db)
    }
  }

  /// A sample of the openings of a month, for the check that the law asks for: drawn by the digests
  /// of their numbers, so that it is the same for everybody who draws it, and nobody can choose.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - actor: Who asks; only what he or she answers for is drawn from.
  ///   - count: How many.
  /// - Returns: The openings, oldest first, with what the person had to do with the matter.
  /// - Throws: Like ``accesses(_:for:after:limit:)``.
  public func sample(
    of month: Month, for actor: Actor, count: Int = 20
  ) throws(StoreError) -> [SampledAccess] {
    try reading { db in
      let lines = try lines(AccessQuestion(month: month), for: current(actor, in: db), in: db)
      let openings = lines.map(\.entry).filter { entry in
        switch entry.access {
        case .opened, .openedProtected: true
        case .searchedSenders, .exported: false
        }
      }
      let drawn = openings.map { entry in
        (digest: Digest.plain(Array("\(month.iso) \(entry.id)".utf8)), entry: entry)
      }
      let sample = drawn.sorted { $0.digest < $1.digest }.prefix(count).map(\.entry)
      return try sample.sorted { $0.id < $1.id }.map { try sampled($0, in: db) }
    }
  }

  /// Logs that a list was taken out of the program.
  ///
  /// - Parameters:
  ///   - list: Which list, as a code without blanks.
  ///   - rows: How many rows.
  ///   - asking: Who takes it out, and when.
  /// - Throws: Like every write.
  public func logExport(of list: String, rows: Int, asking: Asking) throws(StoreError) {
    try writing { db in
      try AccessLog(db: db).append(
        .exported(list, rows: rows), by: asking.actor.login, at: asking.now)
    }
  }

  // MARK: - What somebody answers for

  private func lines(
    _ question: AccessQuestion, for actor: Actor, after last: Int64? = nil, limit: Int = .max,
    in db: Database
  ) throws -> [(entry: AccessEntry, reference: Reference?)] {
    guard actor.mayAnywhere(.readLog) else { throw Refusal.notAllowed(.readLog) }
    let reach = try Reach(actor, .readLog)
    var workers = PastWorkers(at: reach.units, in: db)
    var parts: [SQL] = ["(\(reach.byUnit) OR unit IS NULL)"]
    if let last { parts.append("access.id < \(last)") }
    if let matter = question.matter { parts.append("access.matter = \(matter)") }
    if let person = question.person { parts.append("person = \(person.storable)") }
    if let month = question.month {
      parts.append("at >= \(month.start.milliseconds) AND at < \(month.end.milliseconds)")
    }
    let request: SQLRequest<Row> = """
      SELECT access.id, at, person, kind, access.matter, words, year, serial, unit IS NULL
      FROM access LEFT JOIN matter ON matter.id = access.matter
      WHERE \(parts.joined(separator: " AND ")) ORDER BY access.id DESC
      """
    var found: [(entry: AccessEntry, reference: Reference?)] = []
    let rows = try request.fetchCursor(db)
    while found.count < limit, let row = try rows.next() {
      let entry = try AccessLog.entry(row)
      if try row.decode(atIndex: 8), try !workers.concerns(entry) { continue }
      let year = try row.decode(Int?.self, atIndex: 6)
      let reference = try year.map { Reference(year: $0, serial: try row.decode(atIndex: 7)) }
      found.append((entry, reference))
    }
    return found
  }

  private func sampled(_ entry: AccessEntry, in db: Database) throws -> SampledAccess {
    guard let id = entry.access.matter, let matter = try EventLog(db: db).matter(id) else {
      return SampledAccess(entry: entry, reference: nil, task: .none)
    }
    let task: SampledAccess.Task
    if matter.events.contains(where: { $0.by == entry.person }) {
      task = .worked
    } else if knownRights?.actor(entry.person, on: SwedishTime(entry.at).day)
      .owns(unit: matter.state.unit, handler: matter.state.handler) == true
    {
      task = .owns
    } else {
      task = .none
    }
    return SampledAccess(entry: entry, reference: matter.state.reference, task: task)
  }
}

/// An opening that was drawn to be checked.
public struct SampledAccess: Hashable, Sendable {
  /// What somebody had to do with a matter.
  public enum Task: Hashable, Sendable {
    /// Has done something in it.
    case worked
    /// Is the chef of its unit, or has been handed it.
    case owns
    /// Nothing that the record knows of.
    case none
  }

  /// The line of the log.
  public let entry: AccessEntry
  /// The number of the matter.
  public let reference: Reference?
  /// What the person had to do with it.
  public let task: Task
}
