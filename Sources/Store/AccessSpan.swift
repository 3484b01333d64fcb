internal import Domain
internal import GRDB

/// A time in which what somebody did concerned those who answer for some units.
struct AccessSpan: Hashable, Encodable {
  let person: PersonID
  /// Milliseconds since 1970; the first.
  let from: Int64
  /// The first after it.
  let to: Int64

  /// When people worked at some units, or above them all, or did the work of a chef there.
  ///
  /// By the organisations as they were: who has left or moved since, and whose days as a substitute
  /// are over, is still followed.
  ///
  /// - Parameters:
  ///   - units: The units that somebody answers for.
  ///   - db: Where the organisations are read.
  /// - Returns: The times; nil when it concerns all that everybody did.
  /// - Throws: `.damaged` when an organisation cannot be read.
  static func all(within units: ReadableUnits, in db: Database) throws -> [AccessSpan]? {
    guard units != .all else { return nil }
    let organisations = try EventLog(db: db).organisations()
    var spans: [PersonID: [AccessSpan]] = [:]
    func add(_ person: PersonID, _ from: Int64, _ to: Int64) {
      guard from < to else { return }
      var known = spans[person] ?? []
      let joined = known.last.map { $0.to >= from } == true ? known.popLast() : nil
      known.append(
        AccessSpan(person: person, from: joined?.from ?? from, to: max(joined?.to ?? to, to)))
      spans[person] = known
    }
    for (index, (at, organisation)) in organisations.enumerated() {
      let end = index + 1 < organisations.count ? organisations[index + 1].at : Int64.max
      let here = Set(
        organisation.people.filter { Actor($0, in: organisation).works(within: units) }.map(\.login)
      )
      for person in here { add(person, at, end) }
      for stand in organisation.substitutes
      where here.contains(stand.chef) && !here.contains(stand.substitute) {
        let (first, after) = (stand.from, stand.to + 1)
        add(
          stand.substitute, max(at, SwedishTime.instant(first, hour: 0, minute: 0).milliseconds),
          min(end, SwedishTime.instant(after, hour: 0, minute: 0).milliseconds))
      }
    }
    return spans.values.flatMap { $0 }
  }

  /// Whether a line of the log lies in one of these times.
  static func condition(_ spans: [AccessSpan]?) throws -> SQL {
    guard let spans else { return "1" }
    let list = String(decoding: try EventCoding.bytes(spans), as: UTF8.self)
    return """
      EXISTS (
        SELECT 1 FROM json_each(\(list)) AS span
        WHERE span.value ->> 'person' = access.person
          AND access.at >= span.value ->> 'from' AND access.at < span.value ->> 'to')
      """
  }
}
