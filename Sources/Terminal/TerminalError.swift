/// Why a terminal could not be opened.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is not set.
  case noType
  /// Neither this type nor the one to fall back to is installed.
  case unknownType(String)
  /// A terminal of this type cannot move its cursor.
  case tooSimple(String)
  /// The program has a terminal open already.
  case alreadyOpen
  /// The system refused something that always works.
  case system

  /// One English sentence that says what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "Standard input and output must be a terminal; "
        + "use the subcommands (synpunkt --help) in scripts, and ssh -t over ssh."
    case .noType:
      "The environment variable TERM is not set; set it to your terminal's type, such as xterm."
    case .unknownType(let type):
      "The terminal type \(VisibleText.clean(type)) is unknown here; set TERM to xterm or vt100, "
        + "or install the package ncurses-term."
    case .tooSimple(let type):
      "A terminal of type \(VisibleText.clean(type)) cannot move its cursor; "
        + "use another one, or the subcommands (synpunkt --help)."
    case .alreadyOpen:
      "The terminal is open already; close it first."
    case .system:
      "The terminal could not be set up; check that file descriptors are not used up."
    }
  }
}
