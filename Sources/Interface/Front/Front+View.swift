import Domain
public import Terminal

extension Front {
  /// Draws the screen as it is now.
  ///
  /// Screens keep where they have scrolled to, hence mutating; nothing else changes.
  public mutating func view() -> Surface {
    var surface = Surface(size: size)
    guard !isTooSmall, let lowest = layers.lastIndex(where: { !$0.isDialog }) else {
      surface.write("Fönstret är för litet.", at: Point(column: 0, row: 0))
      surface.cursor = Point(column: 0, row: 0)
      return surface
    }
    drawTitle(on: &surface)
    for index in lowest..<layers.count {
      surface.cursor = nil
      var body = Surface(size: Size(columns: size.columns, rows: size.rows - 3))
      if index > lowest {
        // A dialog draws over what is below.
        layers[index].draw(on: &surface, in: context)
      } else {
        layers[index].draw(on: &body, in: context)
        surface.draw(body, at: Point(column: 0, row: 1))
      }
    }
    drawNotice(on: &surface)
    drawHints(on: &surface)
    return surface
  }

  private func drawTitle(on surface: inout Surface) {
    surface.fill(row: 0, role: .heading)
    let place = context.rules.organisation.municipality
    let demo = context.demoPeople.isEmpty ? "" : "DEMO · "
    let left = " Synpunkt · \(demo)\(place.isEmpty ? "ingen organisation inläst" : place)"
    let title = context.actor.title.map { ", \($0)" } ?? ""
    let right = "\(context.actor.name)\(title) "
    let used = surface.write(left, at: Point(column: 0, row: 0), role: .heading)
    let start = size.columns - TextWidth.width(of: right)
    if start > used + 1 {
      surface.write(right, at: Point(column: start, row: 0), role: .heading)
    }
  }

  private func drawNotice(on surface: inout Surface) {
    guard let notice else { return }
    let point = Point(column: 0, row: size.rows - 2)
    surface.fill(row: point.row, role: notice.isFailure ? .failure : .notice)
    surface.write(
      " " + TextWidth.clip(notice.text, to: size.columns - 2), at: point,
      role: notice.isFailure ? .failure : .notice)
  }

  private func drawHints(on surface: inout Surface) {
    guard let top = layers.last else { return }
    let row = size.rows - 1
    let hints = possibleBindings(on: top).filter { !$0.hint.isEmpty }.compactMap { binding in
      label(of: binding, on: top).map { (binding: binding, label: $0) }
    }
    let last = hints.first { $0.binding.command == .help }
    let reserved = last.map { width(of: $0) + 2 } ?? 0
    var column = 1
    for hint in hints where hint.binding.command != .help {
      guard column + width(of: hint) <= size.columns - reserved else { continue }
      column += draw(hint, at: Point(column: column, row: row), on: &surface) + 2
    }
    if let last { draw(last, at: Point(column: column, row: row), on: &surface) }
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
