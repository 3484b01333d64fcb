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
      drawRule(at: row, on: &surface)
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
