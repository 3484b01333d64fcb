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
    let label = state.category == nil ? "Utan typ" : context.label(state.category, at: state.unit)
    column += surface.write(
      label, at: Point(column: column, row: 1), role: context.role(of: state.category))
    var parts = [state.subjectArea ?? "utan ämne"]
    if let unit = state.unit { parts.append(context.unitName(unit)) }
    parts.append(statusWords)
    surface.write(
      TextWidth.clip(" · " + parts.joined(separator: " · "), to: columns - column - 1),
      at: Point(column: column, row: 1))
    drawDeadline(at: 2, on: &surface, in: context)
    let next = nextStep(in: context)
    let words: String
    if case .wait(let why) = next { words = why } else { words = "Enter: \(next.words)" }
    let begun = context.drafts.texts(of: matter.id).map(DraftWords.words)
    let mark = begun.isEmpty ? "" : " · påbörjat: \(begun.joined(separator: ", "))"
    surface.write(
      TextWidth.clip(words + mark, to: columns - 2), at: Point(column: 1, row: 3), role: .notice)
    surface.cursor = Point(column: 1, row: 3)
    surface.write(
      String(repeating: "─", count: columns), at: Point(column: 0, row: 4), role: .border)
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
      let role: StyleRole =
        switch standing {
        case .late: .late
        case .today: .today
        case .day: .normal
        }
      let isNarrow = surface.size.columns < 60
      let last = isNarrow ? deadline.lastDay.shortSwedish : deadline.lastDay.weekdaySwedish
      surface.write("Svar senast \(last): \(standing.words)", at: point, role: role)
    } else {
      surface.write("Ingen tidsgräns för svaret", at: point, role: .faint)
    }
  }
}
