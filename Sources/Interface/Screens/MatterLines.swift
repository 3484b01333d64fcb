import Domain
import Terminal

/// The parts of a matter as lines to read.
enum MatterLines {
  /// Who sent it, how and when, and how often before.
  static func sender(of matter: Matter, earlier: Int, in context: Context) -> StyledLine {
    let state = matter.state
    var parts = [matter.senderWords]
    if state.sender.kind != .unknown { parts.append(state.sender.kind.rawValue) }
    parts.append("via \(state.channel.rawValue) \(state.arrivedOn.shortSwedish)")
    if let readBack = state.readBackBrief { parts.append(readBack) }
    if !state.files.isEmpty { parts.append("bilagor: \(state.files.count)") }
    if earlier > 0 { parts.append("tidigare: \(earlier)") }
    return StyledLine(parts.joined(separator: " · "), role: .faint)
  }

  /// The original text and what was added.
  static func text(of matter: Matter) -> [StyledLine] {
    let state = matter.state
    var lines = paragraphs(matter.textWords)
    if matter.hidden.contains(.texts) {
      lines = [StyledLine(matter.textWords, role: .faint)]
    }
    for addition in state.additions where !matter.hidden.contains(.texts) {
      lines.append(StyledLine(""))
      lines.append(
        StyledLine(
          "Komplettering \(addition.on.shortSwedish) via \(addition.channel.rawValue):",
          role: .strong))
      lines += paragraphs(addition.text)
    }
    return lines
  }

  /// Whom the matter is about, how to answer, and what the reading noticed.
  static func facts(
    of matter: Matter, earlier: Int, suggestions: Bool = true, notes: Bool = true,
    in context: Context
  ) -> [StyledLine] {
    let state = matter.state
    var lines: [StyledLine] = [sender(of: matter, earlier: earlier, in: context)]
    if let taker = state.takerWords(unitName: context.unitName) {
      lines.append(StyledLine(taker, role: .faint))
    }
    if notes { lines += Self.notes(of: matter, in: context) }
    let contact = [state.sender.email, state.sender.phone, state.sender.address]
      .compactMap { $0 }.filter { $0 != state.sender.displayName }
    if !contact.isEmpty { lines.append(StyledLine(contact.joined(separator: " · "), role: .faint)) }
    lines.append(StyledLine(answerWords(state), role: .faint))
    if let concerns = state.concerns { lines.append(StyledLine("Gäller: \(concerns)")) }
    if suggestions, state.unit == nil || state.suggestedUnit != state.unit,
      let suggested = state.suggestedUnit
    {
      lines.append(
        StyledLine("Föreslagen enhet: \(context.unitName(suggested))", role: .faint))
    }
    if suggestions, state.category == nil, let suggested = state.suggestedCategory {
      lines.append(StyledLine("Föreslagen typ: \(suggested.word)", role: .faint))
    }
    if let handler = state.handler {
      lines.append(StyledLine("Lämnat till \(context.personName(handler))", role: .strong))
    }
    return lines
  }

  /// What must be seen before the text: why it came back, that something was added, and what the
  /// reading noticed.
  static func notes(of matter: Matter, in context: Context) -> [StyledLine] {
    let state = matter.state
    var lines = warnings(state, in: context)
    if state.isProtected {
      lines.append(
        StyledLine(
          matter.hidden.contains(.sender)
            ? "Skyddad identitet: namn, kontaktuppgifter och bilagor är dolda."
            : "Skyddad identitet: det du ser här får inte spridas. Att du har öppnat är loggat.",
          role: .notice))
    }
    if let done = state.solvedAtOnce {
      lines.append(StyledLine("Löst direkt" + (done.isEmpty ? "" : ": \(done)"), role: .notice))
    }
    if state.status == .returned, let reason = state.returnReason {
      let words = state.returnWords.map { " – \($0)" } ?? ""
      let unit = context.unitName(state.unit)
      lines.append(StyledLine("Åter från \(unit): \(reason.words)\(words)", role: .notice))
    }
    if state.hasNewAddition {
      lines.append(StyledLine("Avsändaren har lagt till något nytt.", role: .notice))
    }
    for notice in state.notices { lines.append(StyledLine(notice, role: .notice)) }
    return lines
  }

  private static func answerWords(_ state: Matter.State) -> String {
    let sender = state.sender
    if state.isSenderHidden, sender.replyVia == nil { return "Får inget svar: gjordes anonym" }
    guard sender.wantsAnswer || sender.isAnonymous else { return "Vill inte ha svar" }
    return sender.replyVia.map { "Vill ha svar \($0.phrase)" }
      ?? "Har inte lämnat någon väg tillbaka"
  }

  /// A text as one line for each of its paragraphs.
  static func paragraphs(_ text: String, indent: Int = 0) -> [StyledLine] {
    // By scalars: to split by characters costs as much as all the rest of a list.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      StyledLine(String($0), indent: indent)
    }
  }

  /// Files, answers, notes and the timeline.
  static func history(of matter: Matter, in context: Context) -> [StyledLine] {
    let state = matter.state
    var lines: [StyledLine] = []
    func head(_ text: String) {
      lines.append(StyledLine(""))
      lines.append(StyledLine(text, role: .strong))
    }
    if !state.files.isEmpty {
      head("Bilagor")
      for (index, file) in state.files.enumerated() {
        lines.append(StyledLine("\(index + 1)  \(file.name)  \(size(file.size))", indent: 3))
      }
      lines += FileCommands.fetching(from: matter, in: context)
    }
    for answer in state.answers where !matter.hidden.contains(.dialogue) {
      head(
        "Svar \(answer.on.shortSwedish) från \(context.personName(answer.by)), "
          + "\(answer.way.phrase): \(answer.recipient)")
      lines += paragraphs(answer.text)
    }
    for note in state.officialNotes where !matter.hidden.contains(.texts) {
      head("Tjänsteanteckning")
      lines += paragraphs(note)
    }
    for note in state.internalNotes {
      head("Intern anteckning (aldrig i ett brev)")
      lines += paragraphs(note)
    }
    head("Vad som har hänt")
    for entry in Timeline.entries(of: matter, context: context) {
      let time = SwedishTime(entry.at)
      lines.append(
        StyledLine("\(time.day.shortSwedish) \(time.clock)  \(entry.words)", indent: 3))
    }
    return lines
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000
      ? "\(bytes) byte" : bytes < 1_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
  }

  /// Every day of a deadline, counted or skipped, and why.
  static func deadline(of matter: Matter, in context: Context) -> [StyledLine] {
    let state = matter.state
    let routine = context.rules.routine(at: state.unit)
    let source = routine.termSource(for: state.category).map { [StyledLine("Källa: \($0)")] } ?? []
    guard let deadline = state.deadline else {
      let what = state.category.map(routine.label) ?? "det som inte har fått en typ"
      return [StyledLine("Rutinen har ingen tidsgräns för \(what).")] + source
    }
    let until = state.category == nil ? ", så länge ärendet inte har fått en typ" : ""
    var lines = [
      StyledLine(
        "Svar senast \(deadline.lastDay.weekdaySwedish): "
          + deadline.standing(on: context.today).words, role: .strong),
      StyledLine("Regel: \(deadline.term.words) från ankomstdagen\(until) (\(routine.name))."),
    ]
    lines += source
    if deadline.isMoved, let source = routine.sources[.movesToWorkingDay] {
      lines.append(StyledLine("Flyttad sista dag: \(source)"))
    }
    lines.append(StyledLine(""))
    lines.append(
      StyledLine("\(deadline.start.weekdaySwedish.padded(to: 22)) ankomstdag, dag 0"))
    let counted = Dictionary(
      uniqueKeysWithValues: deadline.counted.enumerated().map { ($1, $0 + 1) })
    let skipped = Dictionary(uniqueKeysWithValues: deadline.skipped.map { ($0.day, $0.reason) })
    var day = deadline.start
    while day < deadline.lastDay {
      day = day + 1
      let today = day == context.today ? "  ← i dag" : ""
      let name = day.weekdaySwedish.padded(to: 22)
      if let number = counted[day] {
        let last = day == deadline.lastDay ? ", sista dagen" : ""
        lines.append(StyledLine("\(name) dag \(number)\(last)\(today)"))
      } else if let reason = skipped[day] {
        lines.append(StyledLine("\(name) räknas inte: \(reason.rawValue)\(today)", role: .faint))
      } else {
        lines.append(StyledLine("\(name) sista dagen, flyttad till närmaste arbetsdag\(today)"))
      }
    }
    if context.today > deadline.lastDay {
      let name = context.today.weekdaySwedish.padded(to: 22)
      lines.append(
        StyledLine("\(name) i dag, \(deadline.standing(on: context.today).words)", role: .late))
    }
    return lines
  }
}
