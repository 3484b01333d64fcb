import Domain
import Terminal

extension AccessScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    surface.write(title, at: Point(column: 1, row: 0), role: .strong)
    // Where rows are few, neither heads nor a rule take any.
    let isLow = size.rows < 12
    let top = isLow ? 1 : 2
    let wholeRows = isLow ? 2 : size.rows < 18 ? 4 : 5
    listRows = max(1, size.rows - top - wholeRows - (isLow ? 0 : 1))
    surface.cursor = Point(column: 1, row: top)
    let places = AccessColumns(columns: size.columns, hasNumbers: matter == nil)
    if !isLow { places.drawHeads(at: 1, on: &surface) }
    guard !rows.isEmpty else {
      surface.write(
        isLoaded ? "Inget är antecknat." : "Hämtar …", at: Point(column: 3, row: top),
        role: .faint)
      return
    }
    let visible = cursor.visible(rows: listRows)
    if visible.upperBound < rows.count || !isComplete {
      surface.more(row: 0)
    }
    for (row, index) in zip(top..., visible) {
      let isSelected = index == cursor.selected
      if isSelected { surface.cursor = Point(column: 1, row: row) }
      places.draw(rows[index], at: row, isSelected: isSelected, on: &surface, in: context)
    }
    drawWhole(at: size.rows - wholeRows, hasRule: !isLow, on: &surface, in: context)
  }

  /// Draws all that the selected line says: the columns cut off what is long.
  private func drawWhole(
    at top: Int, hasRule: Bool, on surface: inout Surface, in context: Context
  ) {
    guard let selected else { return }
    let size = surface.size
    if hasRule { surface.rule(row: top - 1) }
    let width = size.columns - 2
    let lines = TextWidth.wrap(AccessWords.whole(selected, in: context), columns: width)
    for (row, line) in zip(top..<size.rows, lines) {
      let isCut = row == size.rows - 1 && lines.count > size.rows - top
      surface.write(
        isCut ? TextWidth.clip(line + "…", to: width) : String(line),
        at: Point(column: 1, row: row))
    }
  }
}

/// A line of the log in words.
enum AccessWords {
  /// What was done, and why: "såg skyddad identitet: ”Brev ska ut.”".
  static func what(_ access: Access) -> String {
    ([access.words] + [access.reason].compactMap { $0.map { "”\($0)”" } }).joined(separator: ": ")
  }

  /// When, in a column: "24 nov 10.02", and the year where it is another one.
  static func time(_ at: Instant, in context: Context) -> String {
    let (time, day) = (SwedishTime(at), SwedishTime(at).day)
    guard day.parts.year == context.today.parts.year else {
      return "\(day.shortSwedish) \(day.parts.year)"
    }
    return day.shortSwedish.padded(to: 7) + time.clock
  }

  /// All of it, with what tells most first.
  static func whole(_ row: AccessRow, in context: Context) -> String {
    let time = SwedishTime(row.entry.at)
    let login = row.entry.person
    let name = context.personName(login)
    return [
      what(row.entry.access).capitalisedFirst, name == login ? login : "\(name) (\(login))",
      row.reference?.full, "\(time.day.longSwedish) \(time.clock)",
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

/// Where the columns of the log stand.
struct AccessColumns {
  private let time = RowLayout.Place(column: 3, width: 12)
  private let number: RowLayout.Place
  private let person: RowLayout.Place
  private let what: RowLayout.Place

  /// Lays the columns out on a line; lines of one matter do not have its number.
  init(columns: Int, hasNumbers: Bool) {
    let width = columns >= 100 ? 30 : columns >= 60 ? 22 : 16
    number = RowLayout.Place(column: 17, width: hasNumbers ? (columns >= 60 ? 8 : 7) : 0)
    let next = hasNumbers ? number.column + number.width + 1 : number.column
    person = RowLayout.Place(column: next, width: min(width, columns - next))
    let rest = person.column + person.width + 2
    what = RowLayout.Place(column: rest, width: max(0, columns - rest))
  }

  /// Draws what stands above the columns.
  func drawHeads(at line: Int, on surface: inout Surface) {
    for (place, head) in [(time, "När"), (number, "Nr"), (person, "Vem"), (what, "Vad")] {
      put(head, place, line, .faint, on: &surface)
    }
  }

  /// Draws one line of the log.
  func draw(
    _ row: AccessRow, at line: Int, isSelected: Bool, on surface: inout Surface,
    in context: Context
  ) {
    let role: StyleRole = isSelected ? .selected : .normal
    if isSelected {
      surface.fill(row: line, role: role)
      surface.write(">", at: Point(column: 1, row: line), role: role)
    }
    put(AccessWords.time(row.entry.at, in: context), time, line, role, on: &surface)
    put(row.reference?.short ?? "", number, line, role, on: &surface)
    put(context.personName(row.entry.person), person, line, role, on: &surface)
    put(AccessWords.what(row.entry.access), what, line, role, on: &surface)
  }

  private func put(
    _ text: String, _ place: RowLayout.Place, _ line: Int, _ role: StyleRole,
    on surface: inout Surface
  ) {
    // Where there is no room for a word there is none for its beginning.
    guard place.width >= 6 else { return }
    surface.write(
      TextWidth.clip(text, to: place.width), at: Point(column: place.column, row: line),
      role: role)
  }
}
