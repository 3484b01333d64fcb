import Domain
import Terminal

/// Where somebody takes in a synpunkt by hand: what is told, step by step up to the receipt, and
/// what came on paper.
struct TakingScreen: Screen {
  /// Where one is on the way.
  enum Phase: Hashable, Sendable {
    /// Who takes it in says who they are, at a login that several have in common.
    case taker
    /// The card that says what to say first.
    case card
    /// The words are written.
    case writing
    /// The words are locked, and read aloud.
    case readBack
    /// Who left it.
    case details
  }

  let kind: TakingKind
  /// Whether nothing had been written before.
  let isNew: Bool
  var phase: Phase
  var card = ReadingPane()
  var editor: TextEditor
  /// What has become of reading the text back.
  var readBack: ReadBack?
  /// The text while it is locked.
  var reading = ReadAloud("")
  /// The byte of it with which the part that is shown begins.
  var top = 0
  /// The bytes that have stood on the screen since the text was locked.
  var seen = RangeSet<Int>()
  /// The rows that the locked text had at the last drawing.
  var readingRows = 18
  var form: TakingForm

  /// - Parameters:
  ///   - kind: What is taken in.
  ///   - begun: What was written before and left; nil to begin anew.
  ///   - context: Who takes it in, and when.
  init(_ kind: TakingKind, begun: BegunTaking?, in context: Context) {
    self.kind = kind
    isNew = begun == nil
    let isCommon = context.actor.isUnitLogin
    phase = isCommon ? .taker : begun == nil && kind == .spoken ? .card : .writing
    editor = TextEditor(text: begun?.text ?? "", caretAtEnd: true)
    // Who goes on with a text that was left reads it back anew: nobody knows what was heard.
    readBack = (begun?.whyNotReadBack).map { .notPossible(reason: $0) }
    var details = begun?.details ?? TakingForm.fresh(kind, in: context)
    // Perhaps it is somebody else who goes on, but not a moment after.
    if isCommon, context.taker?.goesOn(with: &details, at: context.now) != true { details.pass() }
    form = TakingForm(
      kind, details: details,
      units: context.rules.unitsToChoose(for: context.actor).compactMap {
        context.rules.organisation.unit($0)
      }, maySolve: context.actor.mayAnywhere(.solveAtOnce), namesTaker: isCommon)
  }

  var writing: Writing? {
    var begun = BegunTaking(text: editor.text, details: form.details)
    if case .notPossible(let reason)? = readBack { begun.whyNotReadBack = reason }
    return Writing(.taking(kind), begun.isEmpty ? nil : .taking(kind, begun))
  }

  /// The words to register: what is written, without blank lines at the end.
  var text: String {
    var text = editor.text
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  var takesText: Bool { [.taker, .writing, .details].contains(phase) }

  func obstacle(to command: Command, in context: Context) -> String? {
    switch command {
    case .readBack, .senderDetails:
      return text.isEmpty ? "Det finns ingen text än." : nil
    case .nextPart:
      guard part == parts.count - 1 else { return nil }
      return "Det var slutet. Tryck g om texten godkänns, r för att rätta den."
    case .previousPart: return part == 0 ? "Det här är början." : nil
    case .approve:
      return isAllSeen ? nil : "Läs upp hela texten först: Enter visar mer."
    default: return nil
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    switch phase {
    case .writing: editor.handle(key) ? [] : nil
    case .details, .taker: form.handle(key) ? [] : nil
    case .readBack: turn(with: key, in: context)
    case .card: card.handle(key) ? [] : nil
    }
  }

  /// Turns with the keys that scroll elsewhere.
  private mutating func turn(with key: Key, in context: Context) -> [Step]? {
    let command: Command
    switch key {
    case .character(" "), .character("j"), .control("f"): command = .nextPart
    case .backspace, .control("b"): command = .previousPart
    default: return nil
    }
    if let obstacle = obstacle(to: command, in: context) { return [.complain(obstacle)] }
    return run(command, in: context)
  }

  mutating func follow(_ draft: Draft, in context: Context) {
    guard case .taking(kind, let begun) = draft else { return }
    self = TakingScreen(kind, begun: begun, in: context)
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    switch phase {
    case .writing: editor.paste(text)
    case .details, .taker: form.paste(text)
    case .card, .readBack: return nil
    }
    return []
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    guard case .text(.whyNotReadBack, let reason) = answer else { return [] }
    readBack = .notPossible(reason: reason)
    phase = .details
    return []
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .takenDown(let matter, let code):
      return [
        .finish, .push(ReceiptScreen(matter, code: code)),
        .effect(.dropQueuedKeys),
      ]
    case .notTakenDown(let refusal):
      if let field = refusal.takingField { form.move(to: field) }
      guard refusal == .approvalVoid || refusal == .needsReadBack else { return [] }
      return lock()
    default: return []
    }
  }
}

extension Refusal {
  /// The field of the form that must be mended.
  fileprivate var takingField: TakingField? {
    switch self {
    case .invalid(.matter(.email), _): .email
    case .invalid(.matter(.arrivedOn), _): .arrivedOn
    case .wayNotPossible: .way
    case .needsTaker: .takerName
    default: nil
    }
  }
}
