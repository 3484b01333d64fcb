import Domain
public import Terminal

/// A key binding as data.
///
/// Hint bar, help, palette and the handbook's key table all come from it.
public struct Binding: Hashable, Sendable {
  /// What it does.
  public let command: Command
  /// The keys, the first of which is shown in the hint bar; none for palette only.
  public let keys: [Key]
  /// The short word of the hint bar; empty when it is not shown there.
  public let hint: String
  /// The sentence of the help.
  public let help: String

  init(_ command: Command, _ keys: [Key], _ hint: String, _ help: String) {
    self.command = command
    self.keys = keys
    self.hint = hint
    self.help = help
  }

  /// The keys as the help shows them: "j ↓".
  public var keyLabels: String { keys.map(\.label).joined(separator: " ") }
}

extension Key {
  /// The key of a letter.
  static func letter(_ character: Character) -> Key { .character(character) }
}
