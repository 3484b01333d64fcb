import Domain
import Terminal

/// Where a text is written: an answer, a note or an addition, with the synpunkt in view.
struct EditorScreen: Screen {
  let kind: TextKind
  private(set) var matter: Matter
  var editor: TextEditor
  private(set) var source: SourceView = .small
  private(set) var template: String?
  /// The answer is spoken: what is written is what was said.
  private(set) var isSpoken = false
  private var hasBegun = false
  /// The template as it came.
  private var untouched: String?
  /// Whether the matter can no longer be read by the person: nothing can be saved, and what was
  /// written is kept.
  private(set) var isGone = false
  /// What others have done in the matter since the text was opened.
  private(set) var news: String?
  /// The number of events that the person knows of.
  private var known: Int
  /// Way and recipient of the last review.
  private var chosen: ReviewChoice?

  /// How much of the synpunkt is shown above the text.
  enum SourceView: Int, Hashable, Sendable {
    case small
    case large
    case hidden
  }

  /// - Parameters:
  ///   - kind: What is written.
  ///   - matter: The matter it belongs to.
  ///   - begun: What was written before and left.
  init(_ kind: TextKind, of matter: Matter, begun: BegunText?) {
    self.kind = kind
    self.matter = matter
    known = matter.version
    editor = TextEditor(text: begun?.text ?? "", caretAtEnd: true)
    template = begun?.template
    isSpoken = begun?.isSpoken ?? false
    chosen = begun?.chosen
  }

  /// Whether there is a template and nothing else.
  private var isUntouched: Bool { untouched == editor.text }

  /// What is written; nothing when it is only a template.
  var writing: Writing? {
    guard !editor.isEmpty, !isUntouched else {
      return Writing(.text(matter.id, kind), nil)
    }
    let begun = BegunText(
      text: editor.text, template: template, isSpoken: isSpoken, chosen: chosen)
    return Writing(.text(matter.id, kind), .text(matter.draftMatter, kind, begun))
  }

  var subject: DraftMatter? { matter.draftMatter }

  var shown: Matter? { isGone ? nil : matter }

  var takesText: Bool { true }

  var bindings: [Binding] {
    Self.bindings(for: kind, isAnswerable: matter.state.sender.isAnswerable)
  }

  static func bindings(for kind: TextKind, isAnswerable: Bool) -> [Binding] {
    var list: [Binding] = []
    switch kind {
    case .answer:
      list.append(
        Binding(.review, [.control("s")], "granska", "Granska svaret innan det lämnas."))
    case .officialNote where isAnswerable:
      list.append(
        Binding(
          .saveAndReturn, [.control("s")], "spara och åter",
          "Spara, och ge ärendet åter till arbetsgruppen som klart."))
      list.append(
        Binding(
          .saveAndReturnOtherwise, [.control("o")], "åter av annat skäl",
          "Spara anteckningen och välj ett annat skäl att ge åter."))
      list.append(
        Binding(.save, [.control("g")], "bara spara", "Spara anteckningen och behåll ärendet."))
    case .officialNote:
      list.append(
        Binding(
          .saveAndClose, [.control("s")], "spara och avsluta",
          "Spara och avsluta: inget svar kan eller ska lämnas."))
      list.append(
        Binding(
          .saveAndReturn, [.control("o")], "spara och åter",
          "Spara anteckningen och ge ärendet åter till arbetsgruppen."))
      list.append(
        Binding(.save, [.control("g")], "bara spara", "Spara anteckningen och behåll ärendet."))
    case .internalNote, .addition:
      list.append(Binding(.save, [.control("s")], "spara", "Spara texten."))
    }
    if kind == .answer || kind == .officialNote {
      list.append(
        Binding(
          .insertTemplate, [.control("t")], "mall",
          "Sätt in en mall på egna rader, eller byt en orörd."))
      list.append(
        Binding(.nextMark, [.control("n"), .tab], "nästa ruta", "Gå till nästa ruta att fylla i."))
    }
    list.append(
      Binding(.toggleSource, [.function(3)], "synpunkten", "Visa mer eller mindre av synpunkten."))
    list.append(
      Binding(.undoTyping, [.control("z")], "", "Ångra det du skrev eller tog bort sist."))
    list.append(
      Binding(.redoTyping, [.control("y"), .control("r")], "", "Gör om det du ångrade."))
    list.append(Binding(.back, [.escape], "tillbaka", "Gå tillbaka; texten finns kvar."))
    return list
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    let written: Set<Command> = [
      .review, .save, .saveAndReturn, .saveAndReturnOtherwise, .saveAndClose,
    ]
    if isGone, written.union([.insertTemplate, .toggleSource]).contains(command) {
      return DraftWords.gone(matter, isKept: writing?.draft != nil)
    }
    if command == .review, let words = ReviewScreen.obstacle(toAnswering: matter.state) {
      return words
    }
    if written.contains(command), !editor.text.contains(where: { !$0.isWhitespace }) {
      return "Det finns ingen text än."
    }
    if command == .nextMark, !editor.hasMarks { return "Det finns ingen ruta att fylla i." }
    return nil
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .review:
      return [
        .push(
          ReviewScreen(
            matter: matter, text: editor.text, template: template, isSpoken: isSpoken,
            isCare: context.rules.organisation.isCare(matter.state.unit), chosen: chosen)),
        .effect(.dropQueuedKeys),
      ]
    case .save: return save(on: context.today)
    case .saveAndReturn: return [perform(.noteAndReturn(editor.text, .done, words: nil))]
    case .saveAndReturnOtherwise:
      return [.push(ChoiceScreen.returnReasons([.wrongUnit, .needsDetails, .other]))]
    case .saveAndClose: return [perform(.noteAndClose(editor.text))]
    case .insertTemplate:
      return [.effect(.loadTemplates(matter.id, kind == .answer ? .answer : .officialNote))]
    case .nextMark:
      _ = editor.moveToNextMark()
      return []
    case .toggleSource:
      source = SourceView(rawValue: (source.rawValue + 1) % 3) ?? .small
      return []
    case .undoTyping:
      _ = editor.handle(.control("z"))
      return []
    case .redoTyping:
      _ = editor.handle(.control("y"))
      return []
    case .back: return [.pop]
    default: return []
    }
  }

  private func save(on today: CivilDay) -> [Step] {
    switch kind {
    case .officialNote: [perform(.writeOfficialNote(editor.text))]
    case .internalNote: [perform(.writeInternalNote(editor.text))]
    case .addition(let channel): [perform(.add(channel, on: today, text: editor.text))]
    case .answer: []
    }
  }

  private func perform(_ command: MatterCommand) -> Step {
    .perform(command, on: matter.id, expecting: matter.version)
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    editor.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    editor.paste(text)
    return []
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    switch answer {
    case .beginning(.template(let filled)):
      insert(filled)
      template = filled.id
      isSpoken = false
    case .beginning(.spoken): isSpoken = true
    case .beginning(.none): return [.pop]
    case .reviewed(let choice): chosen = choice
    case .returnReason(let reason):
      return [.push(PromptScreen(.returnWords(reason)))]
    case .text(.returnWords(let reason), let words):
      return [perform(.noteAndReturn(editor.text, reason, words: words))]
    default: break
    }
    return []
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .templates(let templates, let purpose): return begin(with: templates, purpose, context)
    case .performed(let command, let changed) where changed.id == matter.id:
      take(changed)
      return isDone(by: command) ? [.finish] : []
    case .conflict(_, let changed) where changed.id == matter.id: take(changed)
    case .matter(let changed, .refresh, _) where changed.id == matter.id:
      return tell(of: changed, in: context)
    case .matterGone(matter.id): lose()
    default: break
    }
    return []
  }

  /// A note begins with its template; an answer with the choice of one.
  ///
  /// What was written before is never overwritten: then the choice comes only when it is asked
  /// for.
  private mutating func begin(
    with templates: [FilledTemplate], _ purpose: TemplatePurpose, _ context: Context
  ) -> [Step] {
    guard (kind == .answer) == (purpose == .answer) else { return [] }
    defer { hasBegun = true }
    if !hasBegun {
      guard editor.isEmpty else { return [] }
      if kind == .officialNote, let first = templates.first {
        insert(first)
        return []
      }
    }
    let canBeSpoken = kind == .answer && editor.isEmpty
    guard !templates.isEmpty || canBeSpoken else {
      return [.complain("Det finns ingen mall att sätta in.")]
    }
    let title = kind == .answer ? "Välj brevmall" : "Välj mall"
    return [.push(TemplateScreen(templates, title: title, canBeSpoken: canBeSpoken))]
  }

  /// Puts a template in: in place of one in which nothing is written, or beside what is written.
  private mutating func insert(_ filled: FilledTemplate) {
    if editor.isEmpty || isUntouched {
      editor.replaceAll(with: filled.text)
      untouched = editor.text
      // From the top, so that the greeting is seen.
      editor.move(to: TextPosition())
      if !editor.hasMarks {
        editor.move(to: editor.buffer.end)
      } else if editor.markUnderCaret == nil {
        _ = editor.moveToNextMark()
      }
    } else {
      editor.insert(filled.text)
      _ = editor.moveToNextMark()
    }
  }

  private mutating func take(_ changed: Matter) {
    // To whom it was to go is known no longer.
    if isOtherwise(changed) { chosen = nil }
    matter = changed
    known = changed.version
  }

  /// Whether a matter is to be shown otherwise than the one here.
  private func isOtherwise(_ changed: Matter) -> Bool {
    changed.state.isSenderHidden != matter.state.isSenderHidden || matter.isWithdrawn(in: changed)
  }

  private mutating func lose() {
    isGone = true
    source = .hidden
    chosen = nil
  }

  mutating func narrow(in context: Context) {
    guard let seen = matter.kept(for: context.actor) else { return lose() }
    if matter.shows(moreThan: seen) { chosen = nil }
    matter = seen
  }

  /// Says what somebody else has done meanwhile.
  ///
  /// The matter here stays the one that was read when the text was begun: who saves is stopped, and
  /// told once more. But what may not be seen of it any more is gone here too.
  private mutating func tell(of changed: Matter, in context: Context) -> [Step] {
    let new = changed.events.last { $0.sequence > known && $0.by != context.actor.login }
    known = max(known, changed.version)
    if isOtherwise(changed) { take(changed) }
    guard let new else { return [] }
    let words = PresenceWords.done(new, context)
    news = words
    return [.complain("Nytt i ärendet: \(words). Din text finns kvar.")]
  }

  mutating func follow(_ draft: Draft, in context: Context) {
    guard case .text(_, _, let begun) = draft else { return }
    editor = TextEditor(text: begun.text, caretAtEnd: true)
    template = begun.template
    isSpoken = begun.isSpoken
    chosen = begun.chosen
    untouched = nil
    hasBegun = true
  }

  private func isDone(by command: MatterCommand) -> Bool {
    switch (kind, command) {
    case (.answer, .answer), (.internalNote, .writeInternalNote), (.addition, .add): true
    case (.officialNote, .writeOfficialNote), (.officialNote, .noteAndReturn),
      (.officialNote, .noteAndClose):
      true
    default: false
    }
  }
}
