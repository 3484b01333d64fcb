/// The command line that a client of ssh sends in `SSH_ORIGINAL_COMMAND`, read without a shell.
public enum SentWords {
  /// The longest line, in bytes.
  public static let limit = 4_096

  /// Why a line is not taken.
  public enum Fault: Hashable, Sendable {
    case tooLong
    /// A character that is no text, or that a shell would act on.
    case character(Unicode.Scalar)
    case openQuote

    var sentence: String {
      switch self {
      case .tooLong: "Kommandot är längre än \(SentWords.limit) byte: skicka texter på standard in."
      case .character(let scalar):
        "Kommandot innehåller tecknet \(Self.name(of: scalar)), som inte tas emot: skriv "
          + "kommandot och dess ord som de är, och texter på standard in."
      case .openQuote: "Ett citattecken i kommandot är inte avslutat: avsluta det."
      }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return SentWords.isPrintable(scalar) ? "”\(scalar)” (\(code))" : code
    }
  }

  /// What a shell acts on outside quotes.
  private static let bareForbidden: Set<Unicode.Scalar> = [
    ";", "|", "&", "<", ">", "(", ")", "*", "?", "[", "]", "{", "}", "~", "#", "!", "^",
  ]
  /// What a shell acts on wherever it stands.
  private static let forbidden: Set<Unicode.Scalar> = ["\\", "$", "`"]

  /// Splits a line into words.
  ///
  /// Words stand between blanks; quotes, single or double, hold blanks together. The program's own
  /// name may stand first.
  ///
  /// - Parameter line: What was sent.
  /// - Returns: The words without the program's name; none when nothing was asked for.
  /// - Throws: `AccessError.badLine` for what is not a plain line.
  public static func read(_ line: String) throws(AccessError) -> [String] {
    guard line.utf8.count <= limit else { throw .badLine(.tooLong) }
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      guard isPrintable(scalar), !forbidden.contains(scalar) else {
        throw .badLine(.character(scalar))
      }
      if let open = quote {
        if scalar == open { quote = nil } else { word?.unicodeScalars.append(scalar) }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        word = word ?? ""
      } else if scalar == " " {
        if let done = word { words.append(done) }
        word = nil
      } else if bareForbidden.contains(scalar) {
        throw .badLine(.character(scalar))
      } else {
        word = (word ?? "") + String(scalar)
      }
    }
    guard quote == nil else { throw .badLine(.openQuote) }
    if let word { words.append(word) }
    if words.first == "synpunkt" || words.first == "/usr/bin/synpunkt" { words.removeFirst() }
    return words
  }

  /// Whether a character is one that is seen: no control, no break, nothing that turns the
  /// direction of writing, no other blank than the common one.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    // U+FFFD is what bytes that are not UTF-8 have become.
    guard scalar != "\u{FFFD}" else { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
