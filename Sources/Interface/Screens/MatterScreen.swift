import Domain
import Terminal

/// One matter: its text, what has happened, and the next step.
struct MatterScreen: Screen {
  private(set) var matter: Matter
  private(set) var earlier: Int
  var pane: ReadingPane
  /// The number of events that the person knew of when the last key was pressed: what comes while
  /// a question is open may not have been seen.
  private var known: Int
  private var laidOut: Content?
  /// What the lines of the pane follow from.
  private struct Content: Equatable {
    var version: Int
    var hidden: Sight
    var earlier: Int
    var isLow: Bool
  }

  /// Whether the screen has so few rows that the text needs those of the head.
  private(set) var isLow = false
  /// Whether the matter can no longer be read by the person.
  private(set) var isGone = false

  init(matter: Matter, earlier: Int) {
    self.matter = matter
    self.earlier = earlier
    known = matter.version
    pane = ReadingPane([])
  }

  var bindings: [Binding] { Self.allBindings }

  static let allBindings = [
    Binding(.next, [.enter], "nästa steg", "Gör det steg som ärendet väntar på."),
    Binding(.answer, [.letter("s")], "svara", "Svara avsändaren, från en brevmall om du vill."),
    Binding(
      .officialNote, [.letter("a")], "anteckna", "Skriv tjänsteanteckningen om vad det ledde till."),
    Binding(.giveBack, [.letter("r")], "åter", "Ge ärendet åter till arbetsgruppen."),
    Binding(.close, [.letter("v")], "avsluta", "Avsluta ärendet."),
    Binding(.reopen, [.letter("ö")], "öppna igen", "Öppna ärendet igen, med ett skäl."),
    Binding(.categorise, [.letter("c")], "typ", "Sätt typ: beröm, förslag eller klagomål."),
    Binding(.subjectArea, [.letter("ä")], "ämne", "Välj ämne."),
    Binding(.deadline, [.letter("d")], "dagar", "Visa hur svarstiden är räknad, dag för dag."),
    Binding(.chooseUnit, [.letter("e")], "enhet", "Skicka ärendet till en enhet."),
    Binding(.notMatter, [.letter("x")], "", "Markera att det inte är en synpunkt."),
    Binding(.contact, [.letter("o")], "kontakt", "Notera att du har sökt avsändaren."),
    Binding(.handOver, [.letter("l")], "lämna till", "Lämna ärendet till någon på enheten."),
    Binding(
      .takeBack, [.letter("h")], "ta tillbaka",
      "Ta tillbaka ärendet, eller lämna tillbaka det till chefen."),
    Binding(
      .internalNote, [.letter("i")], "", "Skriv en intern anteckning; den kan aldrig bli ett brev."),
    Binding(.earlier, [.letter("T")], "", "Visa tidigare ärenden från samma avsändare."),
    Binding(.letter, [.letter("B")], "", "Visa svarets text utan ram, för att kopiera."),
    Binding(.retitle, [.letter("t")], "", "Skriv en neutral rubrik."),
    Binding(.correct, [.letter("R")], "", "Rätta namn, adress, ankomstdag eller annat."),
    Binding(.add, [.letter("K")], "", "Lägg till något mer från avsändaren."),
    readersBinding, codeBinding,
    hidingBinding, solvedBinding, protectBinding, unprotectBinding, openProtectedBinding,
    Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka till listan."),
  ]

  func obstacle(to command: Command, in context: Context) -> String? {
    if isGone, command != .back, Self.allBindings.contains(where: { $0.command == command }) {
      return goneWords(in: context)
    }
    switch command {
    case .earlier: return earlier == 0 ? "Avsändaren har inga andra ärenden." : nil
    case .checkCode: return obstacleToCode
    case .readers: return obstacleToReaders(in: context)
    case .openProtected: return obstacleToOpening(in: context)
    case .letter: return matter.state.answers.isEmpty ? "Inget svar är lämnat än." : nil
    case .next:
      if case .wait(let why) = nextStep(in: context) { return why }
      return nil
    default: break
    }
    guard let trial = trial(of: command, in: context) else { return nil }
    do {
      _ = try matter.decide(
        trial, asking: Asking(actor: context.actor, now: context.now), rules: context.rules)
      return nil
    } catch .noWayBack {
      return Refusal.noWayBack.sentence
    } catch {
      // What this person can mend at once is asked for when the key is pressed.
      guard let remedy = error.remedy else { return error.sentence }
      return obstacle(to: Self.command(for: remedy), in: context) == nil ? nil : error.sentence
    }
  }

  private static func command(for remedy: Refusal.Remedy) -> Command {
    switch remedy {
    case .chooseCategory: .categorise
    case .chooseSubjectArea: .subjectArea
    case .answer: .answer
    case .writeOfficialNote: .officialNote
    }
  }

  /// A command of the domain that is possible just when the key is.
  private func trial(of command: Command, in context: Context) -> MatterCommand? {
    let state = matter.state
    switch command {
    case .answer:
      let way = state.possibleWays.first { $0 != .email } ?? .inPerson
      return .answer(
        AnswerDraft(
          way: way, recipient: "x", text: "x", tellsOfHealth: false, senderMayKnow: true))
    case .officialNote: return .writeOfficialNote("x")
    case .internalNote: return .writeInternalNote("x")
    case .giveBack, .handOver: return .giveBack(.wrongUnit, words: nil)
    case .takeBack: return .takeBack
    case .close: return .close
    case .reopen: return .reopen(reason: "x")
    case .categorise: return .categorise(.suggestion)
    case .subjectArea: return .setSubjectArea(nil)
    case .retitle: return .setTitle("x")
    case .chooseUnit:
      let other = context.rules.organisation.openUnits.first {
        $0.level == .unit && $0.id != state.unit
      }
      return other.map { .assign($0.id) }
    case .notMatter: return .setAside(.question, wentTo: "")
    case .contact: return .logContact(.phone, reached: false, line: "")
    case .correct: return .correct(.title, new: "\(state.title ?? "")x", reason: "x")
    case .add: return .add(.phone, on: context.today, text: "x")
    case .hideSender: return .hideSender(reason: "x")
    case .solveAtOnce: return .solveAtOnce("x")
    case .protect: return .protect
    case .unprotect: return .unprotect(reason: "x")
    default: return nil
    }
  }

  private func goneWords(in context: Context) -> String {
    DraftWords.gone(matter, isKept: !context.drafts.texts(of: matter.id).isEmpty)
  }

  func nextStep(in context: Context) -> NextStep {
    matter.nextStep(for: context.actor, rules: context.rules)
  }

  func isFinal(_ command: Command, in context: Context) -> Bool {
    command == .next && [.giveBack, .close, .readAddition].contains(nextStep(in: context))
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    let state = matter.state
    known = matter.version
    switch command {
    case _ where isGone: return command == .back ? [.pop] : []
    case .next: return takeNextStep(in: context)
    case .answer: return beginAnswer(in: context)
    case .officialNote: return write(.officialNote, in: context)
    case .internalNote: return write(.internalNote, in: context)
    case .giveBack: return [.push(ChoiceScreen.returnReasons())]
    case .close: return [perform(.close)]
    case .reopen:
      return [.push(PromptScreen(.reopenReason))]
    case .categorise:
      return [.push(ChoiceScreen.categories(rules: context.rules, unit: state.unit))]
    case .subjectArea:
      let routine = context.rules.routine(at: state.unit)
      return [.push(ChoiceScreen.subjectAreas(routine, canClear: state.subjectArea != nil))]
    case .deadline:
      return [
        .push(
          PageScreen(
            title: "Svarstid för \(state.reference.full)",
            styled: MatterLines.deadline(of: matter, in: context)))
      ]
    case .chooseUnit:
      return [
        .push(ChoiceScreen.units(context.rules, selected: state.unit ?? state.suggestedUnit))
      ]
    case .notMatter: return [.push(ChoiceScreen.notMatterKinds())]
    case .contact: return [.push(ChoiceScreen.contacts())]
    case .handOver:
      let people = context.rules.organisation.people(at: state.unit).filter {
        $0.login != context.actor.login
      }
      guard !people.isEmpty else { return [.complain("Det finns ingen annan på enheten.")] }
      return [.push(ChoiceScreen.people(people, title: "Till vem lämnas ärendet?"))]
    case .takeBack: return [perform(.takeBack)]
    case .earlier: return [.effect(.loadEarlier(matter.id, .open))]
    case .readers: return AccessScreen(of: matter).opening
    case .letter: return showLetter()
    case .checkCode: return [.push(PromptScreen(.receiptCode))]
    case .hideSender: return [.push(PromptScreen(.hidingReason))]
    case .solveAtOnce: return [.push(PromptScreen(.solvedAtOnce))]
    case .protect: return [.push(ChoiceScreen.protecting())]
    case .unprotect: return [.push(PromptScreen(.liftingReason))]
    case .openProtected: return [.push(PromptScreen(.openingReason))]
    case .retitle:
      return [.push(PromptScreen(.title, text: state.title ?? ""))]
    case .correct:
      return [.push(ChoiceScreen.corrections(isAnonymous: state.sender.isAnonymous))]
    case .add:
      return [
        .push(
          ChoiceScreen.channels(title: "Hur kom det nya från avsändaren?") {
            .additionChannel($0)
          })
      ]
    case .back: return [.pop]
    default: return []
    }
  }

  private mutating func takeNextStep(in context: Context) -> [Step] {
    switch nextStep(in: context) {
    case .triage: [.push(TriageScreen()), .effect(.loadTriage(skipping: [], only: matter.id))]
    case .fetchDetails: run(.contact, in: context)
    case .categorise: run(.categorise, in: context)
    case .answer: run(.answer, in: context)
    case .writeOfficialNote: run(.officialNote, in: context)
    case .giveBack: [perform(.giveBack(.done, words: nil))]
    case .close, .readAddition: [perform(.close)]
    case .wait(let why): [.say(why)]
    }
  }

  private func beginAnswer(in context: Context) -> [Step] {
    if matter.state.category == nil {
      return [
        .complain(Refusal.needsCategory.sentence),
        .push(ChoiceScreen.categories(rules: context.rules, unit: matter.state.unit)),
      ]
    }
    return write(.answer, in: context)
  }

  /// Opens the text, or first says that somebody else is writing in the matter.
  func write(_ kind: TextKind, in context: Context) -> [Step] {
    guard let words = PresenceWords.line(in: matter.id, context) else {
      return begin(kind, in: context)
    }
    return [.push(ChoiceScreen.writingBeside(words, kind)), .effect(.dropQueuedKeys)]
  }

  /// Opens the text, with what was written of it before.
  func begin(_ kind: TextKind, in context: Context) -> [Step] {
    let begun = context.drafts.text(of: matter.id, kind)
    let editor: Step = .push(EditorScreen(kind, of: matter, begun: begun))
    switch kind {
    case .answer: return [editor, .effect(.loadTemplates(matter.id, .answer))]
    case .officialNote: return [editor, .effect(.loadTemplates(matter.id, .officialNote))]
    case .internalNote, .addition: return [editor]
    }
  }

  var subject: DraftMatter? { matter.draftMatter }
  var shown: Matter? { isGone ? nil : matter }

  private func showLetter() -> [Step] {
    guard let answer = matter.state.answers.last else { return [] }
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return [.push(PageScreen(title: "Svar", lines: lines.map(String.init), isFrameless: true))]
  }

  func perform(_ command: MatterCommand) -> Step {
    .perform(command, on: matter.id, expecting: known)
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    layOut(in: context)
    return pane.handle(key, takesLetters: true) ? [] : nil
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .performed(let command, let changed) where changed.id == matter.id:
      take(changed)
      if case .answer = command { return write(.officialNote, in: context) }
      return []
    case .codeChecked(matter.id, let isRight): return [Self.sentence(forCode: isRight)]
    case .conflict(_, let changed) where changed.id == matter.id: take(changed)
    case .openedProtected(let opened) where opened.id == matter.id:
      matter = opened
    case .matter(let changed, .refresh, let earlier) where changed.id == matter.id:
      // What was opened for a reason stays open until something happens in the matter.
      if matter.version != changed.version || !isOpened { matter = changed }
      self.earlier = earlier
    case .matterGone(matter.id): isGone = true
    default: break
    }
    return []
  }

  mutating func narrow(in context: Context) {
    if let seen = matter.kept(for: context.actor) { matter = seen } else { isGone = true }
  }

  /// Takes the matter as the person is told that it is now.
  private mutating func take(_ changed: Matter) {
    matter = changed
    known = changed.version
  }

  func refresh(in context: Context) -> [Step] { [.effect(.loadMatter(matter.id, .refresh))] }

  /// Fills the pane, when the matter is another than the one that is in it.
  private mutating func layOut(in context: Context) {
    let content = Content(
      version: matter.version, hidden: matter.hidden, earlier: earlier, isLow: isLow)
    guard laidOut != content else { return }
    laidOut = content
    let text = MatterLines.text(of: matter)
    let history = MatterLines.history(of: matter, in: context)
    if isLow {
      // The text comes first, after what must be seen before it.
      let facts = MatterLines.facts(of: matter, earlier: earlier, notes: false, in: context)
      pane.lines =
        MatterLines.notes(of: matter, in: context) + text + [StyledLine("")]
        + [StyledLine(placeWords(in: context))] + facts + history
    } else {
      pane.lines =
        MatterLines.facts(of: matter, earlier: earlier, in: context) + [StyledLine("")] + text
        + history
    }
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    guard !isGone else {
      let lines = TextWidth.wrap(goneWords(in: context), columns: surface.size.columns - 2)
      for (row, line) in lines.enumerated() {
        surface.write(line, at: Point(column: 1, row: row), role: .notice)
      }
      surface.cursor = Point(column: 1, row: 0)
      return
    }
    isLow = surface.size.rows < 9
    layOut(in: context)
    let top = isLow ? 2 : 5
    if isLow {
      drawLowHead(on: &surface, in: context)
    } else {
      drawHead(on: &surface, in: context)
    }
    let columns = surface.size.columns
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: top, columns: min(columns - 2, ReadingPane.widest),
        rows: max(1, surface.size.rows - top)))
    if !pane.isAtEnd {
      surface.more(row: top - 1)
    }
  }
}
