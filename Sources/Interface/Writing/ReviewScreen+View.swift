import Domain
import Terminal

extension ReviewScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    let top = drawVerdict(below: drawHead(on: &surface), on: &surface, in: context)
    surface.rule(row: top)
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: top + 1, columns: min(size.columns - 2, ReadingPane.widest),
        rows: max(1, size.rows - top - 1)))
    if !pane.isAtEnd {
      surface.more(row: top)
    }
  }

  /// Draws to whom and how the answer goes.
  ///
  /// - Returns: The row below.
  private func drawHead(on surface: inout Surface) -> Int {
    surface.write(
      "Granska svaret på \(matter.state.reference.short) innan det lämnas",
      at: Point(column: 1, row: 0), role: .strong)
    var row = 1
    for (label, value) in head {
      surface.write(label, at: Point(column: 1, row: row), role: .faint, width: 12)
      surface.write(
        TextWidth.clip(value, to: surface.size.columns - 15), at: Point(column: 14, row: row))
      row += 1
    }
    return row
  }

  private var head: [(label: String, value: String)] {
    let isAnswerable = !matter.state.possibleWays.isEmpty
    let wish = matter.state.sender.replyVia.map { " (vill ha svar \($0.phrase))" } ?? ""
    var head = [
      ("Mottagare", isAnswerable ? recipient.isEmpty ? "saknas (m)" : recipient : "ingen"),
      ("Sätt", isAnswerable ? way.name + wish : "inget"),
    ]
    if asksHealth {
      let words = Self.words(
        tellsOfHealth, yes: "ja, om hälsa eller insatser", no: "nej, inget om det")
      head.append(("Hälsa", words))
    }
    if asksMayKnow {
      head.append(("Gäller", matter.state.concerns ?? ""))
      head.append(("Får veta", Self.words(senderMayKnow, yes: "ja", no: "nej")))
    }
    return head
  }

  /// Draws what stands in the way of the answer, or what Enter does.
  ///
  /// - Returns: The row below.
  private func drawVerdict(
    below top: Int, on surface: inout Surface, in context: Context
  ) -> Int {
    surface.cursor = Point(column: 1, row: top)
    guard let obstacle = obstacle(to: .recordAnswer, in: context) else {
      surface.write(whatEnterDoes, at: Point(column: 1, row: top), role: .notice)
      return top + 1
    }
    let lines = TextWidth.wrap(obstacle, columns: surface.size.columns - 2).prefix(3)
    for (index, line) in lines.enumerated() {
      surface.write(line, at: Point(column: 1, row: top + index), role: .failure)
    }
    return top + lines.count
  }

  private var whatEnterDoes: String {
    guard findings.isEmpty else { return "Läs texten. Enter frågar först om det som saknas." }
    return way.isSpoken
      ? "Enter sparar svaret. Det går inte att ångra."
      : "Enter sparar svaret som lämnat. Skicka det gör du själv. Går inte att ångra."
  }

  private static func words(_ value: Bool?, yes: String, no: String) -> String {
    value.map { $0 ? yes : no } ?? "frågas när du trycker Enter"
  }
}
