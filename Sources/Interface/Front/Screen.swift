import Domain
import Terminal

/// One layer of the front: a screen or a dialog.
protocol Screen: Sendable {
  /// The bindings, the most used first.
  var bindings: [Binding] { get }
  /// Whether letters are text here, so that only control keys are commands.
  var takesText: Bool { get }
  /// Whether it covers the whole screen; a dialog leaves what is below visible.
  var isDialog: Bool { get }
  /// What is being written on it; nil where nothing is written.
  var writing: Writing? { get }
  /// The matter that it is about.
  var subject: DraftMatter? { get }
  /// The matter that it shows; nil where none is, or may not be any more.
  var shown: Matter? { get }
  /// Why a command is not possible now; nil when it is.
  func obstacle(to command: Command, in context: Context) -> String?
  /// Whether Enter for it sends or closes what stands on the screen, with no question between.
  func isFinal(_ command: Command, in context: Context) -> Bool
  /// Does what a command says.
  mutating func run(_ command: Command, in context: Context) -> [Step]
  /// Takes a key that is no command; nil when it has no use for it.
  mutating func type(_ key: Key, in context: Context) -> [Step]?
  /// Takes pasted text; nil when it has no use for it.
  mutating func paste(_ text: String, in context: Context) -> [Step]?
  /// Takes what came of an effect.
  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step]
  /// Takes the answer of a dialog that stood above.
  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step]
  /// What to read again when another process has written.
  func refresh(in context: Context) -> [Step]
  /// Shows what has become of what is written on it: another session has gone on with it.
  mutating func follow(_ draft: Draft, in context: Context)
  /// Shows no more than the person may see, whose rights are others now.
  mutating func narrow(in context: Context)
  /// Draws itself; the surface has no cursor yet.
  mutating func draw(on surface: inout Surface, in context: Context)
}

extension Screen {
  var takesText: Bool { false }
  var isDialog: Bool { false }
  var writing: Writing? { nil }
  var subject: DraftMatter? { nil }
  var shown: Matter? { nil }
  func obstacle(to command: Command, in context: Context) -> String? { nil }
  func isFinal(_ command: Command, in context: Context) -> Bool { false }
  mutating func type(_ key: Key, in context: Context) -> [Step]? { nil }
  mutating func paste(_ text: String, in context: Context) -> [Step]? { nil }
  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] { [] }
  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] { [] }
  func refresh(in context: Context) -> [Step] { [] }
  mutating func follow(_ draft: Draft, in context: Context) {}
  mutating func narrow(in context: Context) {}
}

/// What a screen wants done.
enum Step: Sendable {
  /// Ask the world.
  case effect(Effect)
  /// Put a layer on top.
  case push(any Screen)
  /// Take the top layer away; what is written on it is kept as begun.
  case pop
  /// Take the top layer away; what is written on it has become what it was to be.
  case finish
  /// Take the top layer away and give its answer to the one below.
  case answer(DialogAnswer)
  /// Run a command on the layer below, after taking the top one away.
  case runBelow(Command)
  /// Say something on the status line.
  case say(String)
  /// Say what could not be done.
  case complain(String)
  /// Have a draft at hand, by its number.
  case takeUp(Int)
  /// Begin anew: what was begun stays beside.
  case layAside(Draft.Place)
  /// Throw a draft away, by its number.
  case throwAway(Int)
  /// Carry out a command on a matter, as the person has seen it.
  case perform(MatterCommand, on: MatterID, expecting: Int)
}

/// What a dialog was answered.
enum DialogAnswer: Hashable, Sendable {
  case category(Category)
  case subjectArea(String?)
  case unit(UnitID)
  case notMatter(NotMatterKind)
  case returnReason(ReturnReason)
  case way(AnswerWay)
  case person(PersonID)
  /// Become another of the demo's people; the front takes this itself.
  case become(PersonID)
  case contact(ContactMeans, reached: Bool)
  case correction(MatterCommand.CorrectionTarget)
  case additionChannel(Channel)
  case beginning(AnswerBeginning)
  /// Go on with what was begun to be taken in, by its number, or begin anew.
  case resume(TakingKind, Int?)
  /// Throw a draft away, by its number, or keep it.
  case throwAway(Int, Bool)
  case text(PromptPurpose, String)
  case reply(ReviewQuestion, Bool)
  case reviewed(ReviewChoice)
  case leave(Bool)
  /// Write though somebody else does, or not.
  case writeBeside(TextKind, Bool)
  /// The message that was set aside is a synpunkt.
  case registerAside(Int64)
  /// Mark the matter with protected identity, or not.
  case protect(Bool)
  /// Nobody is to be a substitute any more.
  case endSubstitution(Substitution)
}

/// What is asked about an answer before it leaves.
enum ReviewQuestion: Hashable, Sendable {
  case tellsOfHealth
  case senderMayKnow
  case quotedBrace

  /// The question.
  var words: String {
    switch self {
    case .tellsOfHealth: LetterFinding.healthUnanswered.sentence
    case .senderMayKnow: LetterFinding.mayKnowUnanswered.sentence
    case .quotedBrace: LetterFinding.quotedBrace.sentence
    }
  }
}

/// How an answer is begun.
enum AnswerBeginning: Hashable, Sendable {
  case template(FilledTemplate)
  case empty
  case spoken
  /// Not at all: who backs out of the choice is back where the key was pressed.
  case none
}
