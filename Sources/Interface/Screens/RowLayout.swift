import Domain
import Terminal

/// Where the columns of a list of matters stand.
struct RowLayout {
  /// A column: where it begins and how wide it is.
  struct Place {
    var column: Int
    var width: Int
  }

  let number: Place
  let arrival: Place
  let due: Place
  let category: Place
  let unit: Place
  let title: Place
  private let columns: Int

  /// Lays the columns out on a line.
  init(columns: Int) {
    self.columns = columns
    var next = 3
    func take(_ width: Int) -> Place {
      defer { next += width + 1 }
      return Place(column: next, width: width)
    }
    number = take(columns >= 60 ? 8 : 7)
    arrival = columns >= 70 ? take(7) : Place(column: 0, width: 0)
    due = take(columns >= 70 ? 17 : 9)
    category = take(columns >= 60 ? 8 : 1)
    unit = columns >= 76 ? take(columns >= 96 ? 22 : 15) : Place(column: 0, width: 0)
    title = Place(column: next, width: max(0, columns - next))
  }

  /// Draws what stands above the columns.
  func drawHeads(at line: Int, on surface: inout Surface) {
    let heads = [
      (number, "Nr"), (arrival, "Inkom"), (due, "Svar senast"), (category, "Typ"),
      (unit, "Enhet"), (title, "Rubrik"),
    ]
    for (place, head) in heads where place.width > 0 {
      surface.write(
        head, at: Point(column: place.column, row: line), role: .faint, width: place.width)
    }
  }

  /// Draws one matter, with the words in its title that a search found.
  func draw(
    _ row: MatterRow, at line: Int, isSelected: Bool, isMarked: Bool,
    titleMarks: [Range<String.Index>] = [], on surface: inout Surface, in context: Context
  ) {
    if isSelected {
      surface.fill(Rect(column: 0, row: line, columns: columns, rows: 1), role: .selected)
    }
    func put(_ text: String, _ place: Place, _ role: StyleRole = .normal) {
      guard place.width > 0 else { return }
      surface.write(
        TextWidth.clip(text, to: place.width), at: Point(column: place.column, row: line),
        role: isSelected ? .selected : role, width: place.width)
    }
    if isSelected || isMarked {
      put((isSelected ? ">" : " ") + (isMarked ? "*" : " "), Place(column: 1, width: 2), .marked)
    }
    put(row.reference.short, number)
    put(row.arrivedOn.shortSwedish, arrival)
    let (words, role) = dueWords(row, in: context)
    put(words, due, role)
    put(
      categoryWords(row, in: context), category,
      context.role(of: row.category))
    put(unitWords(row, in: context), unit)
    let writers = PresenceWords.brief(in: row.id, columns: title.width, context)
    let sign = writers + (row.hasNewAddition ? "+ " : "")
    put(sign + row.displayTitle, title)
    if !isSelected {
      let width = min(TextWidth.width(of: writers), title.width)
      surface.setRole(row: line, columns: title.column..<title.column + width, role: .notice)
    }
    for mark in titleMarks {
      let before = TextWidth.width(of: sign + row.displayTitle[..<mark.lowerBound])
      let end = before + TextWidth.width(of: String(row.displayTitle[mark]))
      let marked = min(before, title.width)..<min(end, title.width)
      surface.setRole(
        row: line, columns: title.column + marked.lowerBound..<title.column + marked.upperBound,
        role: .match)
    }
  }

  private func categoryWords(_ row: MatterRow, in context: Context) -> String {
    guard row.category != nil else { return "–" }
    let label = context.label(row.category, at: row.unit)
    return category.width == 1 ? String(label.prefix(1)) : label
  }

  private func unitWords(_ row: MatterRow, in context: Context) -> String {
    if let unit = row.unit { return context.unitName(unit) }
    // The question mark tells that it is only suggested, so it is never cut off.
    return row.suggestedUnit.map {
      TextWidth.clip(context.unitName($0), to: unit.width - 1) + "?"
    } ?? ""
  }

  /// The last day and where it stands, or what the matter waits for when no deadline runs.
  private func dueWords(_ row: MatterRow, in context: Context) -> (String, StyleRole) {
    switch row.status {
    case .closed: return ("avslutad", .faint)
    case .notMatter: return ("ej synpunkt", .faint)
    case .answered: return ("besvarad", .normal)
    case .returned where !row.owesAnswer: return ("åter", .normal)
    case .received, .withManager, .returned: break
    }
    guard let standing = row.standing(on: context.today), let last = row.answerBy else {
      return ("ingen tid", .faint)
    }
    let isShort = due.width < 17
    let day = isShort ? "" : last.shortSwedish.padded(to: 7)
    let role: StyleRole =
      switch standing {
      case .late: .late
      case .today: .today
      case .day: .normal
      }
    return (day + standing.words, role)
  }
}
