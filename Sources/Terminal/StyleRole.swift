/// What a piece of the screen means.
///
/// The theme decides how that looks. Roles never carry a meaning alone: there is always a word or a sign beside the colour.
public enum StyleRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Ordinary text.
  case normal
  /// The title bar.
  case heading
  /// Text that weighs more than its surroundings.
  case strong
  /// Text that weighs less than its surroundings.
  case faint
  /// The row the cursor stands on.
  case selected
  /// A row that has been marked for a common action.
  case marked
  /// The name of a key in the hint bar.
  case key
  /// The words of the hint bar.
  case hint
  /// A tab that is not open.
  case tab
  /// The tab that is open.
  case activeTab
  /// An input field.
  case field
  /// Past its last day.
  case late
  /// Due today.
  case today
  /// Praise.
  case praise
  /// A suggestion.
  case suggestion
  /// A complaint.
  case complaint
  /// A message that something went well or is worth knowing.
  case notice
  /// A message that something could not be done.
  case failure
  /// The words a search found.
  case match
  /// A visible mark in place of a control character.
  case control
  /// Lines and frames.
  case border
}
