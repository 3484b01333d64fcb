internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The table `access`: append-only, without gaps, each row chained to the one before.
///
/// It holds no text of a matter and no words that were searched for.
struct AccessLog {
  let db: Database

  /// Appends a line.
  func append(_ access: Access, by person: PersonID, at: Instant) throws {
    let last = try db.cachedStatement(sql: "SELECT id, hash FROM access ORDER BY id DESC LIMIT 1")
    let previous = try Row.fetchOne(last)
    let id = try previous?.decode(Int64.self, atIndex: 0) ?? 0
    let (kind, matter, words) = access.columns
    let hash = Self.hash(
      previous: try previous?.decode(Data.self, atIndex: 1) ?? Data(), at: at.milliseconds,
      person: person.storable, kind: kind, matter: matter, words: words?.storable)
    try db.cachedStatement(
      sql: """
        INSERT INTO access (id, at, person, kind, matter, words, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id + 1, at.milliseconds, person.storable, kind, matter, words?.storable, hash,
    ])
  }

  /// The hash column: over that of the line before (empty for the first) and all other columns.
  static func hash(
    previous: Data, at: Int64, person: String, kind: String, matter: Int64?, words: String?
  ) -> Data {
    var digest = Digest()
    digest.add(previous)
    for part in [String(at), person, kind, matter.map { String($0) }, words] { digest.add(part) }
    return digest.bytes
  }

  /// A line, from the columns id, at, person, kind, matter and words.
  ///
  /// - Throws: `.damaged` when there is a kind that the program does not know.
  static func entry(_ row: Row) throws -> AccessEntry {
    let id = try row.decode(Int64.self, atIndex: 0)
    let access = Access(
      kind: try row.decode(atIndex: 3), matter: try row.decode(atIndex: 4),
      words: try row.decode(atIndex: 5))
    guard let access else {
      throw StoreError.damaged("access \(id) har en okänd kod i kolumnen kind")
    }
    return AccessEntry(
      id: id, at: Instant(milliseconds: try row.decode(atIndex: 1)),
      person: try row.decode(atIndex: 2), access: access)
  }
}

extension Access {
  /// What stands in the columns kind, matter and words.
  fileprivate var columns: (kind: String, matter: MatterID?, words: String?) {
    switch self {
    case .opened(let id): ("opened", id, nil)
    case .openedProtected(let id, let reason): ("opened-protected", id, reason)
    case .searchedSenders(let id): ("searched-senders", id, nil)
    case .exported(let list, let rows): ("exported", nil, "\(list) \(rows)")
    }
  }

  fileprivate init?(kind: String, matter: MatterID?, words: String?) {
    switch (kind, matter) {
    case ("opened", let id?): self = .opened(id)
    case ("opened-protected", let id?): self = .openedProtected(id, reason: words ?? "")
    case ("searched-senders", let id): self = .searchedSenders(from: id)
    case ("exported", _):
      let parts = (words ?? "").split(separator: " ")
      guard parts.count == 2, let rows = Int(parts[1]) else { return nil }
      self = .exported(String(parts[0]), rows: rows)
    default: return nil
    }
  }
}

/// That somebody has seen a matter on a day: logged once in a session, however often it is read.
struct Opening: Hashable {
  let person: PersonID
  let matter: MatterID
  let day: CivilDay
}
