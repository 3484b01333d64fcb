extension Actor {
  /// The roles that see who sent the matters they read.
  private static let rolesThatSeeSenders: Set<Role> = [.triage, .manager, .head, .registrar]

  /// Whether words may be searched in names and addresses of senders.
  ///
  /// It is no when any role lets the person read matters without seeing who sent them: a hit would
  /// tell. Who has been handed a matter sees its sender.
  public var maySearchSenders: Bool {
    roles.intersection(Self.roles(for: .read)).isSubset(of: Self.rolesThatSeeSenders)
  }
}
