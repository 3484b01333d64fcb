/// Why somebody may not come in, or may not do something, like this.
public enum AccessError: Error, Hashable, Sendable {
  /// The login name is not one that the program takes.
  case badLogin
  /// What was sent over ssh is not a plain line of words.
  case badLine(SentWords.Fault)
  /// There is no such command, or none in a shared session; nobody is told which.
  case unknownCommand(String)
  /// There is no such option, or none in a shared session.
  case unknownOption(String)

  /// One Swedish sentence: what happened and what to do.
  public var sentence: String {
    switch self {
    case .badLogin:
      "Inloggningen går inte att använda här: den får ha högst 32 tecken av a-z, 0-9, punkt, _ "
        + "och -, så be systemförvaltaren om en sådan."
    case .badLine(let fault): fault.sentence
    case .unknownCommand(let word): "Kommandot ”\(word)” finns inte: se synpunkt --help."
    case .unknownOption(let word): "Flaggan ”\(word)” finns inte: se synpunkt --help."
    }
  }
}
