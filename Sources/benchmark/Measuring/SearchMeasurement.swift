import Domain
import Store

/// How soon the first hits of a search are there.
struct SearchMeasurement {
  /// What people look for: common words and rare ones, beginnings, two at once, a filter, nothing.
  static let queries = [
    "hemtjänsten", "och", "inte", "personal", "m", "ma", "mat", "larmschema", "bussd", "vägen 17",
    "kall mat", "ärendet", "aldreomsorg", "nyckelavtal", "\"god man\"", "typ:klagomål larm",
    "är:sen", "enhet:norr", "från:2026-01 skola", "xyzzy",
  ]

  let store: Store
  let actor: Actor
  let rules: Rulebook
  let now: Instant
  let runs: Int

  /// Searches for everything in turn.
  ///
  /// - Returns: The middle query, and the slowest, each by its median.
  func figures() throws -> [Figure] {
    let vocabulary = SearchVocabulary(rules)
    let times = try Self.queries.map { typed in
      let query = SearchQuery.parse(typed, by: vocabulary)
      let samples = try (0..<runs).map { _ in
        let began = Clock.now
        _ = try store.search(query, asking: Asking(actor: actor, now: now))
        return Double(Clock.now - began) / 1e6
      }
      return (typed: typed, time: samples.median)
    }
    guard let worst = times.max(by: { $0.time < $1.time }) else { return [] }
    return [
      Figure(
        name: "store: the middle of \(times.count) searches", value: times.map(\.time).median,
        unit: .milliseconds, budget: .most(50)),
      Figure(
        name: "store: the slowest, \(worst.typed)", value: worst.time, unit: .milliseconds,
        budget: .most(50)),
    ]
  }
}
