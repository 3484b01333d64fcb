/// Something in the database that is not as it was written.
public struct Fault: Hashable, Sendable {
  /// The table.
  public let table: String
  /// The row (`rowid`, which is the `id` where the table has one); nil when there is none, or when
  /// it concerns the whole table.
  public let row: Int64?
  /// What is wrong, in Swedish, without a full stop and without what stands in the row.
  public let what: String

  /// One Swedish sentence with table and row: "matter 17: kolumnen unit stämmer inte …".
  public var sentence: String {
    guard let row else { return "\(table): \(what)." }
    return "\(table) \(row): \(what)."
  }
}
