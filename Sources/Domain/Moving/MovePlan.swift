/// What a new organisation does with the matters that lie at units, decided for all of them at once.
///
/// Pure: it is told how many lie on each desk, and says where those that must move go.
public struct MovePlan: Hashable, Sendable {
  /// Where the matters of a desk go; those that stay are not here.
  public private(set) var moves: [OpenMatters: MatterFacts.Move] = [:]
  /// How many lie on each desk.
  public let counts: [OpenMatters: Int]

  private let old: Organisation
  private let new: Organisation
  private var orphans: [Orphan.Owner: Int] = [:]

  /// Decides.
  ///
  /// - Parameters:
  ///   - asked: What the administrator has said.
  ///   - counts: The open matters at units, by desk.
  ///   - referred: How many matters, closed ones too, know each unit that is not in the new
  ///     organisation; a unit that none knows is not named.
  ///   - sorted: The open matters that lie with triage, by unit; nil is no unit.
  ///   - old: The organisation that holds.
  ///   - new: The one that is to hold.
  /// - Throws: `MoveFault` when matters would be without an owner, or cannot go where they should.
  public init(
    _ asked: Moves, counts: [OpenMatters: Int], referred: [UnitID: Int],
    sorted: [UnitID?: Int] = [:], from old: Organisation, to new: Organisation
  ) throws(MoveFault) {
    (self.counts, self.old, self.new) = (counts, old, new)
    try Self.check(asked, old, new)
    for (unit, count) in referred { orphans[.missingUnit(unit)] = count }
    for (desk, count) in counts where new.unit(desk.unit) != nil {
      try decide(desk, count, asked)
    }
    requireTriage(of: sorted)
    guard orphans.isEmpty else { throw .orphaned(listed) }
  }

  private static func check(
    _ asked: Moves, _ old: Organisation, _ new: Organisation
  ) throws(MoveFault) {
    for (from, to) in asked.units.sorted(by: { $0.key < $1.key }) {
      guard new.isClosed(from) else { throw .notClosed(from) }
      guard !new.isClosed(to), new.manager(of: to) != nil else { throw .cannotReceive(to) }
    }
    for (from, to) in asked.people.sorted(by: { $0.key < $1.key }) {
      guard old.person(from) != nil else { throw .unknownPerson(from) }
      if let to, new.person(to) == nil { throw .unknownPerson(to) }
    }
  }

  private mutating func decide(
    _ desk: OpenMatters, _ count: Int, _ asked: Moves
  ) throws(MoveFault) {
    var move = MatterFacts.Move(unit: desk.unit, handler: desk.handler)
    if new.isClosed(desk.unit) {
      guard let to = new.lineage(of: desk.unit).lazy.compactMap({ asked.units[$0.id] }).first
      else {
        orphans[.closedUnit(desk.unit), default: 0] += count
        return
      }
      move.closed = desk.unit
      move.unit = to
    } else if new.manager(of: desk.unit) == nil, old.manager(of: desk.unit) != nil {
      orphans[.unitWithoutChef(desk.unit), default: 0] += count
    }
    if let handler = desk.handler { try decide(handler, of: desk, count, asked, &move) }
    if move.closed != nil || move.leaver != nil { moves[desk] = move }
  }

  private mutating func decide(
    _ handler: PersonID, of desk: OpenMatters, _ count: Int, _ asked: Moves,
    _ move: inout MatterFacts.Move
  ) throws(MoveFault) {
    if let receiver = asked.people[handler] {
      if let receiver, !new.works(receiver, at: move.unit) {
        throw .notAtUnit(receiver, move.unit)
      }
      move.handler = receiver
      move.leaver = handler
    } else if !new.works(handler, at: move.unit) {
      if move.closed != nil {
        // It is the new unit's now, and its chef's.
        move.handler = nil
        move.leaver = handler
      } else if old.works(handler, at: desk.unit) {
        orphans[.person(handler), default: 0] += count
      }
    }
  }

  /// Notes what somebody sorts in the old organisation and nobody would in the new one.
  private mutating func requireTriage(of sorted: [UnitID?: Int]) {
    let (before, after) = (old.triage, new.triage)
    for (unit, count) in sorted where unit == nil || new.unit(unit) != nil {
      guard before.contains(where: { $0.has(.triage, at: unit) }),
        !after.contains(where: { $0.has(.triage, at: unit) })
      else { continue }
      orphans[.triage(old.department(of: unit)?.id ?? unit), default: 0] += count
    }
  }

  /// The desks from which matters move, in order of their codes.
  public var desks: [OpenMatters] {
    moves.keys.sorted { ($0.unit, $0.handler ?? "") < ($1.unit, $1.handler ?? "") }
  }

  /// The orphans in the order of the old organisation.
  private var listed: [Orphan] {
    let units = old.units.flatMap { unit in
      [
        Orphan.Owner.closedUnit(unit.id), .unitWithoutChef(unit.id), .missingUnit(unit.id),
        .triage(unit.id),
      ].map { ($0, unit.name) }
    }
    let people = old.people.map { (Orphan.Owner.person($0.login), $0.name) }
    return (units + people + [(.triage(nil), "")]).compactMap { owner, name in
      orphans[owner].map { Orphan(owner, name: name, count: $0) }
    }
  }
}

extension Organisation {
  /// Those who sort matters somewhere, by roles of their own.
  fileprivate var triage: [Actor] {
    people.filter { $0.grants.contains { $0.role == .triage } }.map { Actor($0, in: self) }
  }
}

extension Matter {
  /// The event by which a plan moves the matter; nil when it stays where it is.
  ///
  /// - Parameters:
  ///   - plan: What has been decided for all.
  ///   - login: Who applies the organisation.
  ///   - at: When.
  /// - Returns: The event that follows the matter's last one; deadlines stand as they were.
  public func moved(by plan: MovePlan, as login: PersonID, at: Instant) -> MatterEvent? {
    guard state.desk == .manager, let unit = state.unit,
      let move = plan.moves[OpenMatters(unit: unit, handler: state.handler)]
    else { return nil }
    return MatterEvent(
      sequence: version + 1, step: version + 1, at: at, by: login, facts: .moved(move))
  }
}
