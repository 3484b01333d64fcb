import Domain
import Terminal

/// The last look before an answer leaves: to whom, how, and the final text.
struct ReviewScreen: Screen {
  private(set) var matter: Matter
  let text: String
  let template: String?
  let isSpoken: Bool
  let isCare: Bool
  private(set) var way: AnswerWay
  private(set) var recipient: String
  private(set) var tellsOfHealth: Bool?
  private(set) var senderMayKnow: Bool?
  private(set) var quotedBraceIsRight = false
  var pane: ReadingPane

  /// - Parameters:
  ///   - matter: The matter.
  ///   - text: The final text.
  ///   - template: The template it was begun from.
  ///   - isSpoken: Whether the answer was spoken.
  ///   - isCare: Whether the unit works under secrecy for care.
  ///   - chosen: Way and recipient of an earlier review of the same text.
  init(
    matter: Matter, text: String, template: String?, isSpoken: Bool, isCare: Bool,
    chosen: ReviewChoice?
  ) {
    self.matter = matter
    self.text = text
    self.template = template
    self.isSpoken = isSpoken
    self.isCare = isCare
    let ways = matter.state.possibleWays
    way = ways.first { $0.isSpoken == isSpoken } ?? ways.first ?? .inPerson
    recipient = ""
    pane = ReadingPane(MatterLines.paragraphs(text))
    recipient = matter.state.recipient(for: way)
    if let chosen, chosen.way.isSpoken == isSpoken, ways.contains(chosen.way) {
      choose(chosen.way)
      if !chosen.recipient.isEmpty { recipient = chosen.recipient }
    }
  }

  /// The ways that are offered: plain e-mail is not when the text tells of health or insatser.
  var ways: [AnswerWay] {
    matter.state.possibleWays.filter { !(tellsOfHealth == true && $0 == .email) }
  }

  var writing: Writing? {
    let begun = BegunText(text: text, template: template, isSpoken: isSpoken, chosen: choice)
    return Writing(.text(matter.id, .answer), .text(matter.draftMatter, .answer, begun))
  }

  var subject: DraftMatter? { matter.draftMatter }

  /// What is kept of the review: who the sender is, the matter knows, and a draft need not.
  private var choice: ReviewChoice {
    let isWritten = recipient != matter.state.recipient(for: way)
    return ReviewChoice(way: way, recipient: isWritten ? recipient : "")
  }

  var draft: AnswerDraft {
    AnswerDraft(
      way: way, recipient: recipient, text: text, template: template,
      tellsOfHealth: tellsOfHealth, senderMayKnow: senderMayKnow)
  }

  var findings: [LetterFinding] {
    matter.state.findings(in: draft, isCare: isCare).filter {
      !($0.onlyAsks && quotedBraceIsRight)
    }
  }

  var asksHealth: Bool { isCare && !way.isSpoken }
  var asksMayKnow: Bool { matter.state.concerns?.isEmpty == false }

  var bindings: [Binding] {
    Self.bindings(asksHealth: asksHealth, asksMayKnow: asksMayKnow)
  }

  static func bindings(asksHealth: Bool, asksMayKnow: Bool) -> [Binding] {
    var list = [
      Binding(
        .recordAnswer, [.enter], "spara som lämnat",
        "Spara svaret som lämnat, så som det står här."),
      Binding(.chooseWay, [.letter("s")], "sätt", "Välj hur svaret lämnas."),
      Binding(.recipient, [.letter("m")], "mottagare", "Ändra vem svaret går till."),
    ]
    if asksHealth {
      list.append(
        Binding(
          .healthAnswer, [.letter("h")], "hälsa",
          "Ange om svaret säger något om hälsa eller insatser."))
    }
    if asksMayKnow {
      list.append(
        Binding(.mayKnowAnswer, [.letter("v")], "får veta", "Säg om avsändaren får veta detta."))
    }
    list.append(
      Binding(.back, [.escape, .letter("q"), .left], "ändra texten", "Gå tillbaka till texten."))
    return list
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    if [.recordAnswer, .chooseWay, .recipient].contains(command),
      let words = Self.obstacle(toAnswering: matter.state)
    {
      return words
    }
    guard command == .recordAnswer else { return nil }
    if let finding = findings.first, question(for: finding) == nil { return finding.sentence }
    return recipient.isEmpty ? Refusal.needsRecipient.sentence : nil
  }

  /// Why there is nobody to answer; nil when there is.
  static func obstacle(toAnswering state: Matter.State) -> String? {
    guard state.possibleWays.isEmpty else { return nil }
    return state.isSenderHidden
      ? "Avsändaren är nu anonym, så inget svar kan lämnas. Texten finns kvar. Gå tillbaka till "
        + "ärendet och skriv en tjänsteanteckning (a)." : Refusal.noWayBack.sentence
  }

  /// The question that would settle a finding; nil when the text must be mended.
  private func question(for finding: LetterFinding) -> ReviewQuestion? {
    switch finding {
    case .healthUnanswered: .tellsOfHealth
    case .mayKnowUnanswered: .senderMayKnow
    case .quotedBrace: .quotedBrace
    default: nil
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .recordAnswer:
      if let question = findings.first.flatMap(question) {
        return [.push(ChoiceScreen.yesOrNo(question))]
      }
      return [.perform(.answer(draft), on: matter.id, expecting: matter.version)]
    case .chooseWay: return [.push(ChoiceScreen.ways(ways, selected: way))]
    case .recipient:
      return [
        .push(PromptScreen(.recipient, text: recipient))
      ]
    case .healthAnswer: return [.push(ChoiceScreen.yesOrNo(.tellsOfHealth))]
    case .mayKnowAnswer: return [.push(ChoiceScreen.yesOrNo(.senderMayKnow))]
    case .back: return [.answer(.reviewed(choice))]
    default: break
    }
    return []
  }

  private mutating func choose(_ way: AnswerWay) {
    self.way = way
    recipient = matter.state.recipient(for: way)
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    pane.handle(key) ? [] : nil
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    switch answer {
    case .way(let way): choose(way)
    case .text(.recipient, let recipient): self.recipient = recipient
    case .reply(.tellsOfHealth, let tells):
      tellsOfHealth = tells
      // A letter stays a letter: nobody has rung because e-mail is not safe.
      if tells, way == .email, let other = ways.first(where: { !$0.isSpoken }) {
        choose(other)
        return [.say("Vanlig e-post går inte då. Svaret lämnas nu \(other.phrase).")]
      }
    case .reply(.senderMayKnow, let mayKnow): senderMayKnow = mayKnow
    case .reply(.quotedBrace, let isRight): quotedBraceIsRight = isRight
    default: break
    }
    return []
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .performed(.answer, let changed) where changed.id == matter.id: return [.pop]
    // What others have done stops who saves, and is told then.
    case .performed(_, let changed) where changed.id == matter.id: matter = changed
    case .conflict(_, let changed) where changed.id == matter.id: matter = changed
    default: break
    }
    return []
  }
}
