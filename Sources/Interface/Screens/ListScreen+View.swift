import Domain
import Terminal

extension ListScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    let used = drawTabs(on: &surface)
    if fixedTitle == nil { drawSubstitute(after: used, on: &surface, in: context) }
    let size = surface.size
    let isWide = size.columns >= 140
    let previewRows = isWide ? 0 : size.rows >= 14 ? max(4, size.rows / 4) : 0
    let listColumns = isWide ? size.columns / 2 : size.columns
    drawHeader(on: &surface, columns: listColumns)
    listRows = max(1, size.rows - 2 - (previewRows > 0 ? previewRows + 1 : 0))
    if tab == .asides {
      drawAsides(on: &surface)
    } else {
      drawRows(on: &surface, columns: listColumns, in: context)
    }
    if isWide {
      for row in 1..<size.rows {
        surface.write("│", at: Point(column: listColumns, row: row), role: .border)
      }
      drawPreview(
        on: &surface,
        rect: Rect(
          column: listColumns + 2, row: 2, columns: size.columns - listColumns - 3,
          rows: size.rows - 2), in: context)
    } else if previewRows > 0 {
      let top = 2 + listRows
      surface.rule(row: top)
      drawPreview(
        on: &surface,
        rect: Rect(column: 1, row: top + 1, columns: size.columns - 2, rows: previewRows),
        in: context)
    }
  }

  /// Draws the tabs, and returns the columns that they took.
  private func drawTabs(on surface: inout Surface) -> Int {
    if let fixedTitle {
      return surface.write(fixedTitle, at: Point(column: 1, row: 0), role: .activeTab)
    }
    var column = 1
    let labels = tabs.map { tab in
      let label =
        switch tab {
        case .queue(let queue): queue.title + (counts[queue].map { " \($0)" } ?? "")
        case .asides: "Lagt åt sidan"
        }
      // Without colour the open tab is still told from the others.
      return tab == self.tab ? "[\(label)]" : label
    }
    let open = tabs.firstIndex(of: tab) ?? 0
    // Where not all fit, the first are left out until the open one is seen.
    var first = 0
    while first < open,
      labels[first...open].reduce(0, { $0 + TextWidth.width(of: $1) + 2 }) > surface.size.columns
    { first += 1 }
    for (tab, label) in zip(tabs, labels).dropFirst(first) {
      column += surface.write(
        label, at: Point(column: column, row: 0), role: tab == self.tab ? .activeTab : .tab)
      column += 2
    }
    if !marked.isEmpty {
      // Where the tabs leave no room, over the last of them.
      let words = "\(marked.count) markerade"
      let place = min(column, surface.size.columns - TextWidth.width(of: words) - 1)
      column = place + surface.write(words, at: Point(column: max(0, place), row: 0), role: .marked)
    }
    return column
  }

  private func drawHeader(on surface: inout Surface, columns: Int) {
    if tab == .asides {
      surface.write(
        "   Kom     Varför                      Ämne", at: Point(column: 0, row: 1), role: .faint)
      return
    }
    RowLayout(columns: columns).drawHeads(at: 1, on: &surface)
  }

  private func drawRows(on surface: inout Surface, columns: Int, in context: Context) {
    if rows.isEmpty {
      surface.write(emptyWords, at: Point(column: 3, row: 3), role: .faint)
      surface.cursor = Point(column: 1, row: 2)
    }
    let layout = RowLayout(columns: columns)
    for (offset, index) in cursor.visible(rows: listRows).enumerated() where index < rows.count {
      let isSelected = index == cursor.selected
      layout.draw(
        rows[index], at: 2 + offset, isSelected: isSelected,
        isMarked: marked.contains(rows[index].id), on: &surface, in: context)
      if isSelected { surface.cursor = Point(column: 1, row: 2 + offset) }
    }
  }

  private func drawAsides(on surface: inout Surface) {
    if asides.isEmpty {
      surface.write(emptyWords, at: Point(column: 3, row: 3), role: .faint)
      surface.cursor = Point(column: 1, row: 2)
    }
    for (offset, index) in cursor.visible(rows: listRows).enumerated() where index < asides.count {
      let isSelected = index == cursor.selected
      let message = asides[index].message
      let role: StyleRole = isSelected ? .selected : .normal
      let row = 2 + offset
      surface.fill(row: row, role: role)
      surface.write(isSelected ? ">" : " ", at: Point(column: 1, row: row), role: role)
      surface.write(message.arrivedOn.shortSwedish, at: Point(column: 3, row: row), role: role)
      surface.write(message.reason.rawValue, at: Point(column: 11, row: row), role: role, width: 26)
      surface.write(message.subject, at: Point(column: 39, row: row), role: role)
      if isSelected { surface.cursor = Point(column: 1, row: row) }
    }
  }

  private func drawPreview(on surface: inout Surface, rect: Rect, in context: Context) {
    if tab == .asides {
      guard asides.indices.contains(cursor.selected) else { return }
      let message = asides[cursor.selected].message
      let pane = ReadingPane([
        StyledLine("Från \(message.from)", role: .faint), StyledLine(message.text),
      ])
      pane.draw(into: &surface, in: rect)
      return
    }
    // While the text of the selected one is on its way, that of the last one stands.
    guard let preview, selectedRow != nil else { return }
    // No more than can be seen, since it is wrapped at each key.
    let text = MatterLines.text(of: preview.matter).lazy.filter { !$0.text.isEmpty }
      .prefix(rect.size.rows).map {
        StyledLine(String($0.text.prefix(rect.size.rows * rect.size.columns)), role: $0.role)
      }
    let lines =
      [StyledLine(preview.matter.state.displayTitle, role: .strong)]
      + PresenceWords.lines(in: preview.matter.id, context)
      + [MatterLines.sender(of: preview.matter, earlier: preview.earlier, in: context)]
      + text
    let pane = ReadingPane(lines)
    pane.draw(into: &surface, in: rect)
  }
}
