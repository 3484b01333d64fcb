extension Actor {
  /// Whether words may be searched in names and addresses of senders.
  ///
  /// It is no when none of the roles that let the person read matters sees who sent them. What a
  /// hit tells is settled for each matter by itself. Who has been handed a matter sees its sender.
  public var maySearchSenders: Bool {
    let sights = roles.compactMap(\.sight)
    return sights.isEmpty || sights.contains { $0.contains(.sender) }
  }
}
