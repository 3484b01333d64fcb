/// What has become of a record that was there.
public enum Loss: Equatable, Sendable {
  /// There is no file.
  case missing
  /// The file is empty.
  case empty
  /// The file is no database any more.
  case unreadable
  /// The chain ends before an event that was written.
  case cutOff(event: Int64)
  /// An event is another than the one that was written.
  case rewritten(event: Int64)

  /// What has happened, as it follows on the name of the file.
  var words: String {
    switch self {
    case .missing: "saknas"
    case .empty: "är tom"
    case .unreadable: "är skadad"
    case .cutOff(let event): "har tappat händelse \(event) och de som kom efter den"
    case .rewritten(let event): "har en annan händelse \(event) än den som skrevs"
    }
  }
}
