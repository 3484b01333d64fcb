import Domain
import Terminal

extension EditorScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    let columns = min(size.columns - 2, ReadingPane.widest)
    surface.write(
      TextWidth.clip(
        isGone ? heading : "\(heading) · \(matter.state.displayTitle)", to: size.columns - 2),
      at: Point(column: 1, row: 0), role: .strong)
    let sourceRows =
      switch source {
      case .hidden: 0
      case .small: min(5, size.rows / 4)
      case .large: size.rows / 2
      }
    var row = 1
    if sourceRows > 0 {
      let lines = MatterLines.text(of: matter).map {
        StyledLine($0.text, role: .faint, indent: $0.indent)
      }
      let pane = ReadingPane(lines)
      pane.draw(
        into: &surface,
        in: Rect(column: 1, row: 1, columns: columns, rows: sourceRows))
      row += sourceRows
    }
    surface.rule(row: row)
    PresenceWords.draw(in: matter.id, on: &surface, row: row, else: news, context)
    let place = Rect(column: 1, row: row + 1, columns: columns, rows: max(1, size.rows - row - 1))
    editor.layout(place.size)
    editor.draw(into: &surface, in: place)
    if let more = editor.whereMore { surface.more(more, row: row) }
  }

  private var heading: String {
    let number = matter.state.reference.short
    switch kind {
    case .answer:
      return isSpoken ? "Vad som sades i \(number)" : "Svar på \(number)"
    case .officialNote: return "Tjänsteanteckning \(number)"
    case .internalNote: return "Intern anteckning \(number), aldrig i ett brev"
    case .addition(let channel): return "Komplettering \(number), via \(channel.rawValue)"
    }
  }
}
