import Foundation

/// The events of a database, read by a program that is not ours.
struct Record {
  /// One event.
  struct Event: Decodable {
    var id: Int
    /// The matter's number as people write it; nil outside all matters.
    var reference: String?
    /// What happened, as it is stored: `registered`, `answered`, `internallyNoted` and so on.
    var kind: String
    /// The text that was written, if any was.
    var text: String?
    /// Who did it.
    var by: String
    /// When, in milliseconds since 1970.
    var at: Int64
    var hash: String
  }

  let events: [Event]

  /// Reads a database.
  init(_ path: String) throws {
    try self.init(Child(Self.command(path)).finish())
  }

  /// Takes what the command has printed.
  init(_ outcome: Program.Outcome) throws {
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
    events = try outcome.json()
  }

  /// What prints a database.
  static func command(_ path: String) -> [String] { ["python3", "-c", script, path] }

  private static let script = """
    import json, sqlite3, sys
    db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
    names, events = {}, []
    rows = db.execute('SELECT id, matter, facts, content, hex(hash) FROM event ORDER BY id')
    for id, matter, facts, content, hash in rows:
        facts, content = json.loads(facts), json.loads(content or '{}')
        kind = next(iter(facts['facts']))
        if kind == 'registered':
            number = facts['facts'][kind]['_0']['reference']
            names[matter] = 'SYN-%d-%05d' % (number['year'], number['serial'])
        events.append({
            'id': id, 'reference': names.get(matter), 'kind': kind, 'text': content.get('text'),
            'by': facts['by'], 'at': facts['at'], 'hash': hash})
    print(json.dumps(events))
    """

  /// Whether this is what another record was at some moment.
  func isBeginning(of other: Record) -> Bool {
    events.map(\.hash) == other.events.prefix(events.count).map(\.hash)
  }
}
