import Domain
public import Terminal

extension Front {
  /// Draws the screen as it is now.
  ///
  /// Screens keep where they have scrolled to, hence mutating; nothing else changes.
  public mutating func view() -> Surface {
    var surface = Surface(size: size)
    guard !isTooSmall, let lowest = layers.lastIndex(where: { !$0.isDialog }) else {
      drawTooSmall(on: &surface)
      surface.cursor = Point(column: 0, row: 0)
      return surface
    }
    if let page = layers.last as? PageScreen, page.isFrameless {
      // Nothing but the text, so that it can be copied from the terminal.
      layers[layers.count - 1].draw(on: &surface, in: context)
      return surface
    }
    drawTitle(on: &surface)
    let extra = max(0, noticeLines.count - 1)
    for index in lowest..<layers.count {
      surface.cursor = nil
      var body = Surface(size: Size(columns: size.columns, rows: size.rows - 3))
      if index > lowest {
        // A dialog draws over what is below, and above what is said on more rows than its own.
        var part = Surface(size: Size(columns: size.columns, rows: size.rows - extra))
        part.draw(surface, at: Point(column: 0, row: 0))
        layers[index].draw(on: &part, in: context)
        surface.draw(part, at: Point(column: 0, row: 0))
      } else {
        layers[index].draw(on: &body, in: context)
        surface.draw(body, at: Point(column: 0, row: 1))
      }
    }
    drawNotice(on: &surface)
    drawHints(on: &surface)
    if reading.since == nil { reading.since = context.now }
    return surface
  }

  private func drawTooSmall(on surface: inout Surface) {
    let words = "Gör fönstret större: minst \(Self.smallest.columns)x\(Self.smallest.rows)."
    let whole = TextWidth.wrap("\(words) q avslutar.", columns: max(1, size.columns))
    let lines =
      whole.count <= size.rows ? whole : TextWidth.wrap(words, columns: max(1, size.columns))
    for (row, line) in lines.enumerated() {
      surface.write(line, at: Point(column: 0, row: row))
    }
  }

  private func drawTitle(on surface: inout Surface) {
    surface.fill(row: 0, role: .heading)
    let place = context.rules.organisation.municipality
    let demo = context.demoPeople.isEmpty ? "" : "DEMO · "
    let left = " Synpunkt · \(demo)\(place.isEmpty ? "ingen organisation inläst" : place)"
    let title = context.actor.title.map { ", \($0)" } ?? ""
    let standing = SubstituteWords.standing(in: context)
    let used = surface.write(left, at: Point(column: 0, row: 0), role: .heading)
    // Where all does not fit, whose work it is matters more than the title, and the name most.
    for words in [title + standing, standing, title, ""] {
      let right = "\(context.actor.name)\(words) "
      let start = size.columns - TextWidth.width(of: right)
      guard start > used + 1 else { continue }
      surface.write(right, at: Point(column: start, row: 0), role: .heading)
      return
    }
  }

  /// What is said now.
  private var standing: Notice? {
    notice ?? halt.map { Notice(text: $0.line(in: context), isFailure: true) }
  }

  /// The same on rows: what does not fit on its own takes the one above too, until the next key.
  private var noticeLines: ArraySlice<Substring> {
    (standing.map { TextWidth.wrap($0.text, columns: size.columns - 2) } ?? []).prefix(2)
  }

  private func drawNotice(on surface: inout Surface) {
    let role: StyleRole = standing?.isFailure == true ? .failure : .notice
    let lines = noticeLines
    for (index, line) in lines.enumerated() {
      let row = size.rows - 1 - lines.count + index
      surface.fill(row: row, role: role)
      surface.write(line, at: Point(column: 1, row: row), role: role)
    }
  }

  private func drawHints(on surface: inout Surface) {
    guard let top = layers.last else { return }
    let row = size.rows - 1
    let hints = possibleBindings(on: top).filter { !$0.hint.isEmpty }.compactMap { binding in
      label(of: binding, on: top).map { (binding: binding, label: $0) }
    }
    // What leads on, the way out and the help have their place before anything else.
    let always: [Command] = [.back, .quit, .help]
    let onward = hints.first { !always.contains($0.binding.command) }?.binding.command
    let first = [onward].compactMap { $0 } + always
    let ranked =
      first.flatMap { command in hints.filter { $0.binding.command == command } }
      + hints.filter { !first.contains($0.binding.command) }
    var room = size.columns - 1
    var shown: Set<Command> = []
    for hint in ranked where width(of: hint) <= room {
      room -= width(of: hint) + 2
      shown.insert(hint.binding.command)
    }
    var column = 1
    for hint in hints where shown.contains(hint.binding.command) {
      column += draw(hint, at: Point(column: column, row: row), on: &surface) + 2
    }
  }

  /// The key that the hint bar names: where letters are text, one that is no letter.
  private func label(of binding: Binding, on screen: any Screen) -> String? {
    guard screen.takesText else { return binding.keys.first?.label }
    return binding.keys.first { if case .character = $0 { false } else { true } }?.label
  }

  private func width(of hint: (binding: Binding, label: String)) -> Int {
    TextWidth.width(of: hint.label) + 1 + TextWidth.width(of: hint.binding.hint)
  }

  @discardableResult
  private func draw(
    _ hint: (binding: Binding, label: String), at point: Point, on surface: inout Surface
  ) -> Int {
    let used = surface.write(hint.label, at: point, role: .key)
    let next = Point(column: point.column + used + 1, row: point.row)
    return used + 1 + surface.write(hint.binding.hint, at: next, role: .hint)
  }
}
