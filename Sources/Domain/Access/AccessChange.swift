/// What was changed for a person when an organisation was applied.
public struct AccessChange: Hashable, Sendable {
  /// The event in the record.
  public let event: Int64
  /// When.
  public let at: Instant
  /// Who applied it.
  public let by: PersonID
  /// What changed.
  public let changes: [PersonalChange]

  /// Makes a change.
  public init(event: Int64, at: Instant, by: PersonID, changes: [PersonalChange]) {
    self.event = event
    self.at = at
    self.by = by
    self.changes = changes
  }
}
