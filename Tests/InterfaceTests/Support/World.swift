import Domain
import Testing

@testable import Interface

/// The world behind the front: matters in a dictionary, and a clock that stands still.
///
/// A class, as a database is: several people work on the same one.
final class World {
  var rules = Kommun.rules
  /// Ten o'clock on Tuesday 24 November 2026.
  var now = SwedishTime.instant(Kommun.today, hour: 10, minute: 0)
  private(set) var matters: [MatterID: Matter] = [:]
  var asides: [AsideRow] = []
  /// The log of who has seen what, the newest first.
  var accesses: [AccessRow] = []
  /// What the handbook says.
  var handbook = "# Handbok\n\nEsc går alltid tillbaka."
  /// How many rows a page of a list has.
  var pageLength = 200
  /// The next effects that change a matter fail with these sentences.
  var failures: [String] = []
  private var recent: [PersonID: [UnitID]] = [:]
  /// What lies on disk of what everybody has begun, the latest first.
  var drafts: [PersonID: [StoredDraft]] = [:]
  /// The next savings of drafts fail with these sentences.
  var draftFailures: [String] = []
  /// How often drafts have been written.
  var draftWrites = 0
  private var lastDraft: Int64 = 0
  /// The sessions that run, the newest last.
  var sessions: [RunningSession] = []
  var lastSession = 0
  /// How often the database is busy before it lets anybody write.
  var busyTimes = 0

  var today: CivilDay { SwedishTime(now).day }

  /// The matter with a serial of the year 2026; fails the test when there is none.
  func matter(
    _ serial: Int, _ location: SourceLocation = #_sourceLocation
  ) throws -> Matter {
    try #require(matters[MatterID(serial)], sourceLocation: location)
  }

  /// How a matter stands.
  func state(_ serial: Int, _ location: SourceLocation = #_sourceLocation) throws -> Matter.State {
    try matter(serial, location).state
  }

  // MARK: - What happens to matters

  /// Registers what came in on its arrival day, as medborgarcenter does.
  @discardableResult
  func register(
    _ serial: Int, _ incoming: IncomingMatter, notice: String? = nil
  ) throws -> MatterID {
    let files = incoming.files.map { file in
      Attachment(
        name: file.name, mediaType: file.mediaType, size: file.bytes.count, digest: file.name)
    }
    let event = try Matter.register(
      incoming, as: Reference(year: 2026, serial: serial),
      source: SourceDigest(key: "k\(serial)", content: "c\(serial)"), files: files,
      notice: notice, asking: asking("maja", on: incoming.arrivedOn), rules: rules)
    let id = MatterID(serial)
    matters[id] = Matter(id: id, events: [event])
    return id
  }

  /// Brings drafts to disk, as the store does.
  func save(_ work: DraftsToSave, of login: PersonID) -> DraftsSaved {
    draftWrites += 1
    var saved = DraftsSaved(work: work, at: now, stamps: [:], isParted: false)
    var rows = drafts[login] ?? []
    for change in work.changes {
      var stamp = DraftStamp(id: 0, version: 1)
      if let over = change.over, let index = rows.firstIndex(where: { $0.stamp == over }) {
        stamp = DraftStamp(id: over.id, version: over.version + 1)
        rows.remove(at: index)
      } else {
        lastDraft += 1
        stamp.id = lastDraft
        if rows.contains(where: { $0.stamp.id == change.over?.id }) { saved.isParted = true }
      }
      let row = StoredDraft(stamp: stamp, draft: change.draft, savedAt: now, standing: .unchanged)
      rows.insert(row, at: 0)
      saved.stamps[change.number] = stamp
    }
    rows.removeAll { work.removed.contains($0.stamp) }
    drafts[login] = rows
    return saved
  }

  /// Adds a matter that has been registered in another way.
  func add(_ matter: Matter) { matters[matter.id] = matter }

  /// Takes in more from outside to a matter.
  func complete(_ serial: Int, with incoming: IncomingMatter) throws {
    let event = try matter(serial).complete(
      with: incoming, source: SourceDigest(key: "k\(serial)", content: "d\(serial)"), files: [],
      asking: asking("maja", on: today), rules: rules)
    matters[MatterID(serial)]?.apply(event)
  }

  /// Somebody takes a step, on a day.
  func take(
    _ command: MatterCommand, on serial: Int, as login: PersonID, day: CivilDay? = nil
  ) throws {
    try carryOut(command, on: MatterID(serial), asking: asking(login, on: day ?? today))
  }

  /// A person with the rights of today; who is no longer there has none.
  func actor(_ login: PersonID) -> Actor {
    let person = rules.organisation.person(login) ?? Person(login: login, name: login)
    return Actor(person, in: rules.organisation, on: today)
  }

  func asking(_ login: PersonID, on day: CivilDay) -> Asking {
    Asking(
      actor: actor(login),
      now: day == today ? now : SwedishTime.instant(day, hour: 9, minute: 14))
  }

  /// The units that a person last sent matters to, latest first.
  func recentUnits(chosenBy login: PersonID) -> [UnitID] {
    Array((recent[login] ?? []).prefix(5))
  }

  @discardableResult
  func carryOut(
    _ command: MatterCommand, on id: MatterID, asking: Asking
  ) throws(Refusal) -> Matter? {
    guard var matter = matters[id] else { return nil }
    for event in try matter.decide(command, asking: asking, rules: rules) {
      matter.apply(event)
      guard case .assigned(let unit, _, _) = event.facts else { continue }
      recent[event.by] = [unit] + (recent[event.by] ?? []).filter { $0 != unit }
    }
    matters[id] = matter
    return matter
  }
}
