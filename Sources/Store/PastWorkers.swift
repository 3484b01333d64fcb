internal import Domain
internal import GRDB

/// Whether what somebody did concerned those who answer for some units: who worked there then, or
/// above them all, or did the work of a chef there.
///
/// By the organisations as they were: who has left or moved since, and whose days as a substitute
/// are over, is still followed. They are read only as far back as is asked for.
struct PastWorkers {
  private let units: ReadableUnits
  private let log: EventLog
  /// The organisations that have been read, the newest first.
  private var known: [Past] = []
  /// Older ones stand before this event; nil when all have been read.
  private var oldest: Int64? = .max

  /// An organisation that held, and what has been found out of it.
  private struct Past {
    /// When it began to hold.
    let from: Instant
    let organisation: Organisation
    var works: [PersonID: Bool] = [:]
  }

  init(at units: ReadableUnits, in db: Database) {
    self.units = units
    log = EventLog(db: db)
  }

  /// Whether a line of the log concerns them.
  mutating func concerns(_ entry: AccessEntry) throws -> Bool {
    if units == .all { return true }
    guard let index = try organisation(at: entry.at) else { return false }
    if works(entry.person, in: &known[index]) { return true }
    let day = SwedishTime(entry.at).day
    let chefs = known[index].organisation.substitutes
      .filter { $0.substitute == entry.person && $0.holds(on: day) }.map(\.chef)
    return chefs.contains { works($0, in: &known[index]) }
  }

  private func works(_ login: PersonID, in past: inout Past) -> Bool {
    if let known = past.works[login] { return known }
    let works = past.organisation.person(login).map {
      past.organisation.works($0, within: units)
    }
    past.works[login] = works ?? false
    return works ?? false
  }

  /// The place among the known of the newest organisation that had begun to hold; nil when none had.
  private mutating func organisation(at instant: Instant) throws -> Int? {
    if let index = known.firstIndex(where: { $0.from <= instant }) { return index }
    while let event = try oldest.flatMap(log.lastOrganisation(before:)) {
      oldest = event
      guard let (envelope, organisation) = try log.organisation(event) else { continue }
      known.append(Past(from: envelope.at, organisation: organisation))
      if envelope.at <= instant { return known.count - 1 }
    }
    oldest = nil
    return nil
  }
}
