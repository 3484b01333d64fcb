public import Domain

/// A made-up matter of the demonstration, with what has happened to it.
public struct DemoMatter: Hashable, Sendable {
  /// How far the matter has come.
  public enum State: String, CaseIterable, Sendable {
    case new
    case manager
    case answered
    case returned
    case closed
    case notMatter = "not-matter"
  }

  /// When it came in.
  public enum Time: Hashable, Sendable {
    /// So many working days are left to the last day for the answer; negative when it is late.
    case due(Int)
    /// It came in so many days ago.
    case age(Int)
  }

  /// An attempt to reach the sender.
  public struct Contact: Hashable, Sendable {
    /// Whether the sender was reached.
    public var reached: Bool
    /// How.
    public var by: ContactMeans
    /// What was said, in one line.
    public var line: String
  }

  /// The neutral title.
  public var title: String?
  /// The words of the sender.
  public var text: String
  /// The category.
  public var category: Category?
  /// The subject area.
  public var subject: String?
  /// The unit that handles it.
  public var unit: UnitID?
  /// The unit that form or address suggested.
  public var suggested: UnitID?
  /// How it came in.
  public var channel: Channel
  /// Who sent it.
  public var sender: Sender
  /// Whom it is about, when that is not the sender.
  public var concerns: String?
  /// How far it has come.
  public var state: State
  /// When it came in.
  public var time: Time
  /// The answer that was given.
  public var answer: String?
  /// How the answer was given.
  public var how: AnswerWay?
  /// The official note.
  public var note: String?
  /// Why it went back to the triage group.
  public var returnReason: ReturnReason?
  /// What was said when it went back.
  public var returnWords: String?
  /// What it is when it is no synpunkt.
  public var notMatter: NotMatterKind?
  /// Where it went when it is no synpunkt.
  public var wentTo: String?
  /// An attempt to reach the sender.
  public var contact: Contact?
  /// What the sender added later.
  public var addition: String?
  /// The person to whom the chef handed it.
  public var handedTo: PersonID?
}
