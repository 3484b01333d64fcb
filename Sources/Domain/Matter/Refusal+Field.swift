extension Refusal {
  /// A field whose value cannot be used.
  public enum Field: Hashable, Sendable {
    /// One of a matter's own.
    case matter(MatterCommand.CorrectionTarget)
    /// Whom an answer goes to.
    case recipient
    /// A file.
    case attachment
    /// The day on which the sender added something.
    case additionDay
    /// The last day of a substitute.
    case lastDay

    /// Its name, as it fits into a sentence.
    var words: String {
      switch self {
      case .matter(let target): target.words
      case .recipient: "mottagare"
      case .attachment: "bilaga"
      case .additionDay: "dag"
      case .lastDay: "sista dagen"
      }
    }
  }
}
