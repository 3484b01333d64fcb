import Domain
import Terminal

/// Who else is writing, in words.
enum PresenceWords {
  /// Who writes what in a matter, and since when; nil when nobody else does.
  static func line(in matter: MatterID, _ context: Context) -> String? {
    let writers = context.writers.filter { $0.matter == matter }
    guard let first = writers.first else { return nil }
    let name = context.personName(first.login)
    let clock = SwedishTime(first.since).clock
    guard writers.count == 1 else { return "\(name) med flera skriver här sedan \(clock)" }
    return "\(name) skriver \(DraftWords.words(first.kind)) sedan \(clock)"
  }

  /// The same as lines of a pane.
  static func lines(in matter: MatterID, _ context: Context) -> [StyledLine] {
    line(in: matter, context).map { [StyledLine($0, role: .notice)] } ?? []
  }

  /// What stands before a title in a list: the whole line, or where there is little room only who.
  static func brief(in matter: MatterID, columns: Int, _ context: Context) -> String {
    guard let line = line(in: matter, context),
      let first = context.writers.first(where: { $0.matter == matter })
    else { return "" }
    if columns >= TextWidth.width(of: line) + 20 { return line + " · " }
    return "Skriver: \(context.personName(first.login)) · "
  }

  /// What somebody has done: "Bo Falk 10.55, besvarat med brev".
  static func done(_ event: MatterEvent, _ context: Context) -> String {
    let clock = SwedishTime(event.at).clock
    let what = Timeline.words(event.facts, context: context)
    return "\(context.personName(event.by)) \(clock), \(what)"
  }

  /// Draws who writes on a rule across the screen.
  ///
  /// - Parameters:
  ///   - matter: The matter.
  ///   - surface: Where the rule is.
  ///   - row: Its row.
  ///   - other: What stands there when nobody writes.
  ///   - context: Who writes where.
  static func draw(
    in matter: MatterID, on surface: inout Surface, row: Int, else other: String? = nil,
    _ context: Context
  ) {
    guard let words = line(in: matter, context) ?? other else { return }
    // To the right there may stand that there is more.
    let room = surface.size.columns - 20
    guard room > 0 else { return }
    surface.write(
      " \(TextWidth.clip(words, to: room)) ", at: Point(column: 2, row: row), role: .notice)
  }
}
