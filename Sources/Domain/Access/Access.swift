/// What somebody did that must be possible to check afterwards (lag 2001:454 10 §).
public enum Access: Hashable, Sendable {
  /// Saw a matter: opened it, or read it beside a list.
  case opened(MatterID)
  /// Saw a protected identity; why, in words.
  case openedProtected(MatterID, reason: String)
  /// Looked for matters by their sender; from the matter at hand, when there was one.
  case searchedSenders(from: MatterID?)
  /// Took out a list; which one, as a code, and how many rows.
  case exported(String, rows: Int)
}

/// One line of the log.
public struct AccessEntry: Hashable, Sendable {
  /// The number in the log.
  public let id: Int64
  /// When.
  public let at: Instant
  /// Who.
  public let person: PersonID
  /// What.
  public let access: Access

  /// Makes a line.
  public init(id: Int64, at: Instant, person: PersonID, access: Access) {
    self.id = id
    self.at = at
    self.person = person
    self.access = access
  }
}

extension Access {
  /// The matter that was seen.
  public var matter: MatterID? {
    switch self {
    case .opened(let id), .openedProtected(let id, _): id
    case .searchedSenders(let id): id
    case .exported: nil
    }
  }

  /// Why a protected identity was seen, in the words of who saw it.
  public var reason: String? {
    switch self {
    case .openedProtected(_, let reason): reason
    case .opened, .searchedSenders, .exported: nil
    }
  }

  /// What was done, as the log says it after the name: "öppnade".
  public var words: String {
    switch self {
    case .opened: "öppnade"
    case .openedProtected: "såg skyddad identitet"
    case .searchedSenders: "sökte på avsändare"
    case .exported(let list, let rows):
      "tog ut \(Self.words(list)), \(rows) \(rows == 1 ? "rad" : "rader")"
    }
  }

  private static func words(_ list: String) -> String {
    guard let queue = Queue(rawValue: list) else { return "träffarna av en sökning" }
    return "listan \(queue.title)"
  }
}
