import Domain

@testable import Interface

extension World {
  /// The log as the store gives it: what was done with the matters of somebody's units and, of what
  /// has none, with everything.
  func accesses(
    of matter: MatterID?, after last: Int64?, limit: Int, for actor: Actor
  ) -> Loaded {
    guard actor.mayAnywhere(.readLog) else { return .accessesRefused(.notAllowed(.readLog)) }
    let rows = accesses.filter { row in
      let id = row.entry.access.matter
      let state = id.flatMap { matters[$0]?.state }
      return (matter == nil || id == matter) && (last.map { row.entry.id < $0 } ?? true)
        && (state?.unit == nil || state.map { actor.may(.readLog, $0) } == true)
    }
    return .accesses(
      Array(rows.prefix(limit)), of: matter, after: last, isComplete: rows.count < limit)
  }

  /// Logs something, so many minutes ago; what was logged last must be the latest.
  func log(_ access: Access, by login: PersonID, minutesAgo: Int = 0) {
    let at = Instant(milliseconds: now.milliseconds - Int64(minutesAgo) * 60_000)
    let entry = AccessEntry(
      id: Int64(accesses.count + 1), at: at, person: login, access: access)
    let reference = access.matter.flatMap { matters[$0]?.state.reference }
    accesses.insert(AccessRow(entry: entry, reference: reference), at: 0)
  }

  /// The kommun, with what has been seen in it.
  static func logged() throws -> World {
    let world = try kommun()
    let day = 24 * 60
    world.log(.opened(142), by: "maja", minutesAgo: 400 * day)
    world.log(.opened(139), by: "asa", minutesAgo: 19 * day)
    world.log(.searchedSenders(from: 142), by: "asa", minutesAgo: 18 * day)
    world.log(
      .openedProtected(
        142, reason: "Kommunicering enligt förvaltningslagen 25 §: brevet måste ut på papper i dag."
      ), by: "vera", minutesAgo: 2 * day + 75)
    world.log(.opened(142), by: "borta", minutesAgo: day)
    world.log(.exported("all", rows: 1), by: "asa", minutesAgo: 200)
    world.log(.exported("search", rows: 12), by: "maja", minutesAgo: 130)
    world.log(.opened(142), by: "asa", minutesAgo: 4)
    return world
  }
}
