import Domain
import Terminal

/// A dialog that asks for one line of text.
struct PromptScreen: Screen {
  let title: String
  let purpose: PromptPurpose
  /// Whether an empty line is an answer.
  let mayBeEmpty: Bool
  private var field: TextField

  /// - Parameters:
  ///   - purpose: What is asked for.
  ///   - text: What the field begins with.
  init(_ purpose: PromptPurpose, text: String = "") {
    self.purpose = purpose
    title = purpose.question
    mayBeEmpty = purpose.mayBeEmpty
    field = TextField(text: text, limit: 300)
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

  mutating func draw(on surface: inout Surface, in context: Context) {
    let (row, _) = Panel.draw(title: title, height: 1, on: &surface)
    field.draw(into: &surface, at: Point(column: 2, row: row), width: surface.size.columns - 4)
  }
}

extension PromptPurpose {
  /// What the prompt asks.
  var question: String {
    switch self {
    case .title: "Neutral rubrik, utan namn"
    case .wentTo: "Vart gick det? (får vara tomt)"
    case .returnWords(.wrongUnit): "Vilken enhet gäller det? (får vara tomt)"
    case .returnWords(.needsDetails): "Vilka uppgifter behövs? (får vara tomt)"
    case .returnWords: "Varför går ärendet åter? Säg det med egna ord."
    case .reopenReason: "Varför öppnas ärendet igen?"
    case .contactLine: "En rad om kontakten (får vara tom)"
    case .correctionValue(.title): "Rätt rubrik"
    case .correctionValue(.arrivedOn): "Rätt ankomstdag, skriven som 2026-11-05"
    case .correctionValue(let target): "Rätt \(target.words) (tomt fält tar bort det gamla)"
    case .correctionReason: "Varför rättas det?"
    case .recipient: "Vem går svaret till?"
    case .whyNotReadBack: "Varför kunde texten inte läsas upp?"
    case .hidingReason: "Varför ska avsändaren vara anonym? Det som står i texten ändras inte."
    case .receiptCode: "Vilken kod säger den som frågar?"
    case .solvedAtOnce: "Vad gjordes för att lösa det direkt?"
    case .liftingReason: "Varför hävs märkningen skyddad identitet?"
    case .openingReason: "Varför måste du se uppgifterna? Skälet loggas."
    }
  }

  /// Whether an empty line is an answer.
  var mayBeEmpty: Bool {
    switch self {
    case .wentTo, .contactLine, .returnWords(.wrongUnit), .returnWords(.needsDetails),
      .correctionValue:
      true
    default: false
    }
  }
}
