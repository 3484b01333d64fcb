/// Somebody who is writing in a matter just now.
///
/// Only an information: nobody is kept out by it.
public struct Presence: Hashable, Sendable {
  /// Who.
  public var login: PersonID
  /// Where.
  public var matter: MatterID
  /// What.
  public var kind: TextKind
  /// Since when.
  public var since: Instant

  /// Makes it.
  public init(login: PersonID, matter: MatterID, kind: TextKind, since: Instant) {
    self.login = login
    self.matter = matter
    self.kind = kind
    self.since = since
  }
}

/// What the other sessions that run mean for this one.
public struct OtherSessions: Hashable, Sendable {
  /// Which others write, in matters that the person sees, by matter and time.
  public var writing: [Presence]
  /// When the same person began to work in a newer session; nil while this is the newest.
  public var replacedAt: Instant?

  /// Makes it.
  public init(writing: [Presence] = [], replacedAt: Instant? = nil) {
    self.writing = writing
    self.replacedAt = replacedAt
  }
}

extension Sight {
  /// Whether somebody who sees this of a matter may know that a text of a kind is being written.
  public func tells(of kind: TextKind) -> Bool {
    kind != .internalNote || contains(.internalNotes)
  }
}
