/// One key as a person pressed it, free of what the terminal sent for it.
///
/// Shift with an arrow is reported as the plain arrow: `screen`, PuTTY and the Linux console
/// cannot tell them apart. Enter and Ctrl-M, Tab and Ctrl-I, Esc and Ctrl-[ are one key each.
public enum Key: Sendable, Hashable {
  /// A key that writes something: a letter, a digit, a sign or the space bar.
  case character(Character)
  /// Enter, on the main block or the keypad.
  case enter
  /// Esc alone.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// The key that deletes to the left.
  case backspace
  /// The key that deletes to the right.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Home.
  case home
  /// End.
  case end
  /// Ctrl-Left or Alt-Left.
  case wordLeft
  /// Ctrl-Right or Alt-Right.
  case wordRight
  /// Ctrl-Home.
  case documentStart
  /// Ctrl-End.
  case documentEnd
  /// A function key, `1` for F1.
  case function(Int)
  /// Ctrl with a key: the lower-case letter, or one of `@ \ ] ^ _`.
  ///
  /// Ctrl-Space arrives as `@`, Alt-Backspace as `w`, which deletes a word in every shell.
  case control(Character)
  /// Alt with a key that writes something.
  ///
  /// Esc followed at once by a letter is the same bytes, so an Alt key nobody has bound is best
  /// taken as Esc and then the letter.
  case alt(Character)
}
