import Testing

/// What the program has reported as done, kept outside of it.
///
/// Each text is written once, so that a text tells which write it was.
struct Ledger {
  /// One write.
  struct Entry: Hashable, CustomStringConvertible {
    /// What was done, as a ``Record`` names it.
    var kind: String
    var text: String
    /// The matter, where it was told.
    var reference: String?

    var description: String { "\(kind) \(reference ?? "") ”\(text.prefix(40))”" }
  }

  private(set) var done: [Entry] = []
  private var tried: Set<String> = []

  /// Notes what is asked for, before it is: it may be done without a word, but once.
  mutating func attempt(_ text: String) { tried.insert(text) }

  /// Notes that what was asked for was refused: then it must not have been done.
  mutating func giveUp(_ text: String) { tried.remove(text) }

  /// Notes what was reported as done.
  mutating func report(_ kind: String, _ text: String, in reference: String? = nil) {
    done.append(Entry(kind: kind, text: text, reference: reference))
    tried.insert(text)
  }

  /// Whether a text has been reported.
  func holds(_ text: String) -> Bool { done.contains { $0.text == text } }

  /// What is wrong with a record: what was reported and is not there, what is there twice, and what
  /// nobody has asked for.
  func faults(in record: Record) -> [String] {
    let written = record.events.filter { event in
      ["registered", "answered", "internallyNoted", "officiallyNoted"].contains(event.kind)
    }
    let found = Dictionary(grouping: written) { $0.text ?? "" }
    let lost = done.filter { entry in
      found[entry.text]?.contains { event in
        event.kind == entry.kind
          && (entry.reference == nil || event.reference?.hasSuffix(entry.reference ?? "") == true)
      } != true
    }
    let doubled = found.filter { $0.value.count > 1 }.keys
    let unknown = found.keys.filter { !tried.contains($0) }
    return lost.map { "lost: \($0)" } + doubled.map { "doubled: \($0)" }
      + unknown.map { "unknown: \($0)" }
  }

  /// Expects that all of it is in a database, once, and that the database holds together.
  func expectHeld(
    in place: Place, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try place.expectVerified(sourceLocation: sourceLocation)
    try expectHeld(in: Record(place.database), sourceLocation: sourceLocation)
  }

  /// Expects that all of it is in a record, once.
  func expectHeld(
    in record: Record, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let faults = faults(in: record)
    #expect(faults.isEmpty, "\(faults.prefix(10))", sourceLocation: sourceLocation)
  }
}
