/// What has become of a record that was there.
public enum Loss: Equatable, Sendable {
  /// There is no file.
  case missing
  /// The file is empty.
  case empty
  /// The file is no database any more.
  case unreadable
  /// A chain ends before a row that was written.
  case cutOff(Head.Chain, row: Int64)
  /// A row of a chain is another than the one that was written.
  case rewritten(Head.Chain, row: Int64)

  /// What has happened, as it follows on the name of the file.
  var words: String {
    switch self {
    case .missing: "saknas"
    case .empty: "är tom"
    case .unreadable: "är skadad"
    case .cutOff(.event, let row): "har tappat händelse \(row) och de som kom efter den"
    case .cutOff(.access, let row): "har tappat rad \(row) i loggen och de som kom efter den"
    case .rewritten(.event, let row): "har en annan händelse \(row) än den som skrevs"
    case .rewritten(.access, let row): "har en annan rad \(row) i loggen än den som skrevs"
    }
  }
}
