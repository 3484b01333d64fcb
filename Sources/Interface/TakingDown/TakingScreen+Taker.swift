import Domain
import Terminal

extension TakingScreen {
  /// Asks who takes it in, at a login that several have in common.
  func drawTaker(on surface: inout Surface, in context: Context) {
    drawTitle("Vem är du som tar emot synpunkten?", on: &surface)
    // On a low screen the fields have all of it.
    let isLow = surface.size.rows < 10
    let columns = min(surface.size.columns - 2, ReadingPane.widest)
    var row = 1
    if !isLow {
      surface.rule(row: row)
      row += 1
      let unit = context.unitName(context.actor.commonUnit)
      var lines = TextWidth.wrap(
        "Inloggningen delas av flera på \(unit). Skriv vem du är: det följer med synpunkten till "
          + "dem som tar hand om den.", columns: columns)
      if let former = form.details.begunBy {
        lines +=
          [""]
          + TextWidth.wrap(
            "Den är påbörjad av \(former). Skriv ändå ditt eget namn.", columns: columns)
      }
      for line in lines {
        surface.write(line, at: Point(column: 1, row: row), role: .faint)
        row += 1
      }
      row += 1
    }
    _ = form.draw(
      on: &surface,
      in: Rect(
        column: 0, row: row, columns: surface.size.columns,
        rows: max(1, surface.size.rows - row)))
  }
}

/// Who has said that they take something in, and left it for a moment.
struct KeptTaker: Hashable, Sendable {
  private let words: [TakingField: String]
  private let at: Instant

  /// How long it is the same person who comes back, in milliseconds.
  private static let moment: Int64 = 5 * 60_000

  /// Keeps what was said; nil when nothing was.
  init?(_ details: TakingDetails, at now: Instant) {
    words = details.words.filter { [.takerName, .takerRole].contains($0.key) }
    at = now
    if words.isEmpty { return nil }
  }

  /// Fills in who takes it in, unless that has been left for too long or is somebody else.
  ///
  /// - Parameters:
  ///   - details: What has been said of the synpunkt.
  ///   - now: The time now.
  /// - Returns: Whether it is the same person.
  func goesOn(with details: inout TakingDetails, at now: Instant) -> Bool {
    let others = details.words.filter { [.takerName, .takerRole].contains($0.key) }
    guard now.milliseconds - at.milliseconds < Self.moment, others.isEmpty || others == words
    else { return false }
    details.words.merge(words) { _, kept in kept }
    return true
  }
}
