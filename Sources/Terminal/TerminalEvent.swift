/// What the terminal has to tell the program.
public enum TerminalEvent: Sendable, Hashable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted. Control characters are gone, except tab and line feed; CR and CRLF have
  /// become LF; at most ``pasteLimit`` characters.
  case paste(String)
  /// The window has this size now.
  case resized(Size)
  /// The terminal is gone (SIGHUP, closed line): save what must be saved, draw nothing more, exit.
  case hangUp
  /// Somebody asked the program to end (SIGTERM, SIGINT).
  case terminate
  /// Somebody asked the program to stop for a while (SIGTSTP); Ctrl-Z is a key.
  case suspend
  /// The program is back after having been suspended; the next paint draws everything.
  case resumed
  /// The keyboard sent a byte that is no UTF-8. It was taken as Latin-1, and its key comes just
  /// before this event. At most one for each batch of events.
  case badInput
  /// Nothing happened in the time given, or another thread asked for attention.
  case idle

  /// The most characters one paste brings; what lies beyond is dropped.
  public static let pasteLimit = 1_000_000
}
