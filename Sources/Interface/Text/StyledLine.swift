import Terminal

/// A line of a text that is only read, such as a help text or a matter.
struct StyledLine: Equatable, Sendable {
  /// What it says; line feeds begin new rows.
  var text: String
  /// What it means.
  var role: StyleRole
  /// How many columns all its rows are moved in.
  var indent: Int
  /// What stands before the text on its first row, in the columns of the indent: a key, a bullet.
  var lead: String
  /// What the lead means.
  var leadRole: StyleRole

  /// Makes a line; an empty one if nothing is said.
  init(
    _ text: String = "", role: StyleRole = .normal, indent: Int = 0, lead: String = "",
    leadRole: StyleRole = .key
  ) {
    self.text = text
    self.role = role
    self.indent = max(0, indent)
    self.lead = lead
    self.leadRole = leadRole
  }
}
