import Domain
import Terminal

/// A dialog that asks for one line of text.
struct PromptScreen: Screen {
  let title: String
  let purpose: PromptPurpose
  /// Whether an empty line is an answer.
  let mayBeEmpty: Bool
  private(set) var subject: DraftMatter?
  /// What stands in the field before anybody has typed.
  private var first: String
  private var field: TextField

  /// - Parameters:
  ///   - purpose: What is asked for.
  ///   - text: What the field begins with.
  init(_ purpose: PromptPurpose, text: String = "") {
    self.purpose = purpose
    title = purpose.question
    mayBeEmpty = purpose.mayBeEmpty
    field = TextField(text: text, limit: Matter.longestLine)
    first = field.text
  }

  /// Takes what it is asked about, and what was typed the last time; Ctrl-Z goes back behind that.
  ///
  /// - Returns: Whether another line stands there now.
  mutating func begin(in subject: DraftMatter?, kept: String?) -> Bool {
    self.subject = subject
    guard let kept, kept != field.text else { return false }
    field.replaceAll(with: kept)
    return true
  }

  var writing: Writing? {
    guard purpose != .receiptCode else { return nil }
    let draft = Draft.line(
      subject, purpose: purpose.code, question: title, text: field.text)
    return Writing(draft.place, field.text == first || field.isEmpty ? nil : draft)
  }

  /// The prompt whose text a command held, to be asked once more; nil when there was none.
  init?(again command: MatterCommand) {
    switch command {
    case .setTitle(let title): self.init(.title, text: title)
    case .setAside(let kind, let words): self.init(.wentTo(kind), text: words)
    case .giveBack(let reason, let words?): self.init(.returnWords(reason), text: words)
    case .reopen(let reason): self.init(.reopenReason, text: reason)
    case .hideSender(let reason): self.init(.hidingReason, text: reason)
    case .solveAtOnce(let words): self.init(.solvedAtOnce, text: words)
    case .unprotect(let reason): self.init(.liftingReason, text: reason)
    case .logContact(let means, let reached, let line):
      self.init(.contactLine(means, reached: reached), text: line)
    case .correct(let target, let new, _): self.init(.correctionValue(target), text: new ?? "")
    default: return nil
    }
    guard !field.isEmpty else { return nil }
    // All of it is the person's own.
    first = ""
  }

  /// Whether something of the matter stood in the field from the beginning.
  var isPrefilled: Bool { !first.isEmpty }

  /// Empties the field of that, and of what has been made of it.
  mutating func empty() {
    first = ""
    field = TextField(limit: field.limit)
  }

  var isDialog: Bool { true }
  var takesText: Bool { true }

  var bindings: [Binding] {
    [
      Binding(.accept, [.enter], "klar", "Ta det som står i fältet."),
      Binding(.back, [.escape], "tillbaka", "Gå tillbaka utan att ändra något."),
    ]
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept:
      let text = field.text
      guard mayBeEmpty || text.contains(where: { !$0.isWhitespace }) else {
        return [.complain("Fältet är tomt. Skriv något, eller gå tillbaka med Esc.")]
      }
      return [.answer(.text(purpose, text))]
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    field.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    field.paste(text)
    return []
  }

  mutating func follow(_ draft: Draft, in context: Context) {
    if case .line(_, _, _, let text) = draft { field.replaceAll(with: text) }
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let (row, _) = Panel.draw(title: title, height: 1, on: &surface)
    field.draw(into: &surface, at: Point(column: 2, row: row), width: surface.size.columns - 4)
  }
}
