import Domain
import Terminal

extension SearchScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    drawLine(on: &surface, in: context)
    let isTall = surface.size.rows >= 11
    var top = drawHelp(on: &surface, rows: isTall ? 2 : 0, in: context)
    if isTall {
      RowLayout(columns: surface.size.columns).drawHeads(at: top, on: &surface)
      top += 1
    }
    let cursor = surface.cursor
    list.listRows = max(1, (surface.size.rows - top) / 2)
    drawHits(on: &surface, from: top, in: context)
    if phase == .typing, !isMoving || hits.isEmpty { surface.cursor = cursor }
  }

  /// The line itself, and how many hits there are.
  private func drawLine(on surface: inout Surface, in context: Context) {
    let columns = surface.size.columns
    let count =
      switch hits.count {
      case 0: "inga träffar"
      case 1: "1 träff"
      default: isComplete ? "\(hits.count) träffar" : "fler än \(hits.count)"
      }
    surface.write("Sök:", at: Point(column: 1, row: 0), role: .hint)
    field.draw(
      into: &surface, at: Point(column: 6, row: 0), width: max(1, columns - 21),
      isFocused: phase == .typing,
      placeholder: context.lastSearch.isEmpty ? "" : "↑ \(context.lastSearch)")
    surface.write(
      count, at: Point(column: columns - 1 - TextWidth.width(of: count), row: 0), role: .faint)
  }

  /// What can be written here, or why something cannot.
  ///
  /// - Returns: The first row below.
  private func drawHelp(on surface: inout Surface, rows: Int, in context: Context) -> Int {
    let completions = phase == .typing ? completions(in: context) : []
    if let first = completions.first {
      drawCompletions(first, completions.dropFirst(), on: &surface)
      return 1 + max(1, rows)
    }
    let problem = query(in: context).problems.first?.sentence
    let words = problem ?? (field.isEmpty ? Self.introduction : "")
    let lines =
      words.isEmpty
      ? [] : TextWidth.wrap(words, columns: surface.size.columns - 2).prefix(surface.size.rows - 2)
    for (index, line) in lines.enumerated() {
      surface.write(
        line, at: Point(column: 1, row: 1 + index), role: problem == nil ? .faint : .notice)
    }
    return 1 + max(phase == .typing ? 1 : 0, rows, lines.count)
  }

  private static let introduction = """
    Skriv ord, ett nummer eller filter: \
    \(SearchFilterName.allCases.map { $0.rawValue + ":" }.joined(separator: " "))
    """

  private func drawCompletions(
    _ first: SearchCompletion, _ others: some Collection<SearchCompletion>,
    on surface: inout Surface
  ) {
    let end = surface.size.columns - 1
    var column = 1
    column += surface.write("Tab", at: Point(column: column, row: 1), role: .key) + 1
    column += surface.write(
      first.label, at: Point(column: column, row: 1), role: .strong, width: end - column)
    if let help = first.help {
      column += surface.write(
        "  \(help)", at: Point(column: column, row: 1), role: .faint, width: end - column)
    }
    for other in others where column + 3 + TextWidth.width(of: other.label) < end {
      column += surface.write(
        "   \(other.label)", at: Point(column: column, row: 1), role: .faint)
    }
  }

  // MARK: - Hits

  private func drawHits(on surface: inout Surface, from top: Int, in context: Context) {
    if hits.isEmpty {
      surface.write(
        "Inget ärende passar.", at: Point(column: 3, row: top), role: .faint)
      surface.cursor = Point(column: 1, row: top)
    }
    let layout = RowLayout(columns: surface.size.columns)
    for (offset, index) in list.cursor.visible(rows: list.listRows).enumerated()
    where hits.indices.contains(index) {
      let row = top + 2 * offset
      let hit = hits[index]
      let isSelected = index == list.cursor.selected
      layout.draw(
        hit.row, at: row, isSelected: isSelected, isMarked: list.marked.contains(hit.row.id),
        titleMarks: hit.titleMarks, on: &surface, in: context)
      let place = Point(column: layout.number.column + 2, row: row + 1)
      if let title = hit.title(cutAt: layout.title.width) {
        draw(title, label: "Rubrik: ", at: place, on: &surface)
      } else {
        draw(hit.snippet, label: hit.snippet.source.label, at: place, on: &surface)
      }
      if isSelected { surface.cursor = Point(column: 1, row: row) }
    }
  }

  /// The line in which the words stand.
  private func draw(
    _ snippet: Snippet, label: String, at point: Point, on surface: inout Surface
  ) {
    let end = surface.size.columns - 1
    var column = point.column
    var isCut = false
    func put(_ text: some StringProtocol, _ role: StyleRole) {
      let room = end - column
      column += surface.write(
        String(text), at: Point(column: column, row: point.row), role: role, width: max(0, room))
      isCut = isCut || TextWidth.width(of: String(text)) > room
    }
    // What is found by its title, number or filters only shows how its text begins.
    let plain: StyleRole = snippet.marks.isEmpty ? .faint : .normal
    put(label, .faint)
    var next = snippet.text.startIndex
    for mark in snippet.marks {
      put(snippet.text[next..<mark.lowerBound], plain)
      put(snippet.text[mark], .match)
      next = mark.upperBound
    }
    put(snippet.text[next...], plain)
    if isCut { surface.write("…", at: Point(column: end - 1, row: point.row), role: plain) }
  }
}

extension SearchHit {
  /// The title around the words that were found in nothing else, where a row cuts it off before
  /// them; nil where they are seen.
  ///
  /// - Parameter width: The columns that the title has.
  /// - Returns: The piece.
  func title(cutAt width: Int) -> Snippet? {
    let width = width - (row.hasNewAddition ? 2 : 0)
    guard snippet.marks.isEmpty, let title = row.title, let first = titleMarks.first,
      TextWidth.width(of: title) > width,
      TextWidth.width(of: String(title[..<first.upperBound])) >= width
    else { return nil }
    var start = title.startIndex
    if let back = title.index(first.lowerBound, offsetBy: -24, limitedBy: start), back > start {
      start = title[back..<first.lowerBound].firstIndex(where: \.isWhitespace) ?? back
    }
    let lead = start > title.startIndex ? "…" : ""
    let text = lead + title[start...]
    func place(_ index: String.Index) -> String.Index {
      let offset = title.utf8.distance(from: start, to: index) + lead.utf8.count
      return text.utf8.index(text.startIndex, offsetBy: offset)
    }
    return Snippet(
      source: snippet.source, text: text,
      marks: titleMarks.map { place($0.lowerBound)..<place($0.upperBound) })
  }
}

extension Snippet.Source {
  /// What stands before words that are not the sender's.
  fileprivate var label: String {
    switch self {
    case .text: ""
    case .answer: "Svar: "
    case .note: "Anteckning: "
    case .sender: "Avsändare: "
    }
  }
}
