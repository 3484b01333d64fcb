extension Organisation {
  /// The units that are closed, themselves or with one above them.
  var closedUnits: Set<UnitID> {
    units.filter { $0.isClosed == true }.reduce(into: []) { $0.formUnion(subtree(of: $1.id)) }
  }

  /// Whether a unit is closed, itself or with one above it.
  public func isClosed(_ id: UnitID?) -> Bool { lineage(of: id).contains { $0.isClosed == true } }

  /// The units that are not closed, in the order of the file.
  public var openUnits: [Unit] {
    let closed = closedUnits
    return closed.isEmpty ? units : units.filter { !closed.contains($0.id) }
  }
}
