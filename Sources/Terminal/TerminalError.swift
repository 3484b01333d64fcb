/// Why a terminal could not be opened.
public enum TerminalError: Error, Hashable {
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

  /// One Swedish sentence: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .notATerminal:
      "synpunkt behöver en terminal: använd ssh -t, eller i skript synpunkt list, show och fler, "
        + "som står i synpunkt --help."
    case .noType:
      "Variabeln TERM saknas: sätt den till terminalens typ, till exempel xterm."
    case .unknownType(let type):
      "Terminaltypen \(VisibleText.clean(type)) är okänd här: sätt TERM till xterm eller vt100, "
        + "eller be systemförvaltaren om paketet ncurses-term."
    case .tooSimple(let type):
      "En terminal av typen \(VisibleText.clean(type)) kan inte flytta markören: använd en annan, "
        + "eller det som står i synpunkt --help."
    case .alreadyOpen:
      "Terminalen är redan öppen: stäng den först."
    case .system:
      "Terminalen gick inte att ställa in: avsluta några program och försök igen."
    }
  }
}
