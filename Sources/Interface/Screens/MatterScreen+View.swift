import Domain
import Terminal

extension MatterScreen {
  func drawHead(on surface: inout Surface, in context: Context) {
    let state = matter.state
    let columns = surface.size.columns
    surface.write(
      TextWidth.clip("\(state.reference.full)  \(state.displayTitle)", to: columns - 2),
      at: Point(column: 1, row: 0), role: .strong)
    var column = 1
    column += surface.write(
      typeWords(in: context), at: Point(column: column, row: 1),
      role: context.role(of: state.category))
    let rest = ([""] + placeParts(in: context)).joined(separator: " · ")
    surface.write(
      TextWidth.clip(rest, to: columns - column - 1), at: Point(column: column, row: 1))
    drawDeadline(at: 2, on: &surface, in: context)
    surface.write(
      TextWidth.clip(nextWords(in: context), to: columns - 2), at: Point(column: 1, row: 3),
      role: .notice)
    surface.cursor = Point(column: 1, row: 3)
    surface.rule(row: 4)
    PresenceWords.draw(in: matter.id, on: &surface, row: 4, context)
  }

  /// The head where rows are few: what it is, how long there is, and the next step.
  func drawLowHead(on surface: inout Surface, in context: Context) {
    let state = matter.state
    let columns = surface.size.columns
    surface.write(
      TextWidth.clip("\(state.reference.short)  \(state.displayTitle)", to: columns - 2),
      at: Point(column: 1, row: 0), role: .strong)
    surface.cursor = Point(column: 1, row: 1)
    var column = 1
    if state.answers.isEmpty, state.owesAnswer,
      let standing = state.deadline?.standing(on: context.today)
    {
      column += surface.write(
        standing.words, at: Point(column: column, row: 1), role: Self.role(of: standing))
      column += surface.write(" · ", at: Point(column: column, row: 1))
    }
    surface.write(
      TextWidth.clip(nextWords(in: context), to: columns - column - 10),
      at: Point(column: column, row: 1), role: .notice)
  }

  /// Type, subject area, unit and status.
  func placeWords(in context: Context) -> String {
    ([typeWords(in: context)] + placeParts(in: context)).joined(separator: " · ")
  }

  private func typeWords(in context: Context) -> String {
    let state = matter.state
    return state.category == nil ? "Utan typ" : context.label(state.category, at: state.unit)
  }

  private func placeParts(in context: Context) -> [String] {
    let state = matter.state
    let unit = state.unit.map { [context.unitName($0)] } ?? []
    return [state.subjectArea ?? "utan ämne"] + unit + [statusWords]
  }

  private func nextWords(in context: Context) -> String {
    let next = nextStep(in: context)
    var words: String
    if case .wait(let why) = next { words = why } else { words = "Enter: \(next.words)" }
    if isLow, let others = PresenceWords.line(in: matter.id, context) {
      words = "\(others) · \(words)"
    }
    let begun = context.drafts.texts(of: matter.id).map(DraftWords.words)
    return begun.isEmpty ? words : "\(words) · påbörjat: \(begun.joined(separator: ", "))"
  }

  private var statusWords: String {
    let state = matter.state
    switch state.status {
    case .returned:
      // What was said with it stands below, in full.
      guard let reason = state.returnReason else { return "åter" }
      return reason == .needsDetails ? "åter: behöver uppgifter" : "åter: \(reason.words)"
    case .notMatter: return state.notMatter.map { "ej synpunkt: \($0.words)" } ?? "ej synpunkt"
    case .closed: return state.closedOn.map { "avslutad \($0.shortSwedish)" } ?? "avslutad"
    default: return state.status.words
    }
  }

  private func drawDeadline(at row: Int, on surface: inout Surface, in context: Context) {
    let state = matter.state
    let point = Point(column: 1, row: row)
    if let answer = state.answers.last {
      surface.write(
        "Besvarad \(answer.on.shortSwedish) \(answer.way.phrase)", at: point, role: .faint)
    } else if !state.owesAnswer {
      surface.write("Ankom \(state.arrivedOn.longSwedish)", at: point, role: .faint)
    } else if let deadline = state.deadline {
      let standing = deadline.standing(on: context.today)
      let isNarrow = surface.size.columns < 60
      let last = isNarrow ? deadline.lastDay.shortSwedish : deadline.lastDay.weekdaySwedish
      surface.write(
        "Svar senast \(last): \(standing.words)", at: point,
        role: Self.role(of: standing))
    } else {
      surface.write("Ingen tidsgräns för svaret", at: point, role: .faint)
    }
  }

  private static func role(of standing: Deadline.Standing) -> StyleRole {
    switch standing {
    case .late: .late
    case .today: .today
    case .day: .normal
    }
  }
}
