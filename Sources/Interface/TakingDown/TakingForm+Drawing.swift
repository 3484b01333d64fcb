import Domain
import Terminal

extension TakingForm {
  /// The columns before the fields.
  private var labelColumns: Int { namesTaker ? 18 : 16 }

  /// Draws the fields, those around the focus when not all have room.
  ///
  /// - Parameters:
  ///   - surface: What to draw on.
  ///   - rect: Where.
  /// - Returns: The rows that were used.
  func draw(on surface: inout Surface, in rect: Rect) -> Int {
    let shown = shown
    let rows = min(shown.count, rect.size.rows)
    var cursor = ListCursor(count: shown.count, selected: shown.firstIndex(of: focus) ?? 0)
    cursor.moveTo(cursor.selected, rows: rows)
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      draw(
        shown[index], at: Point(column: rect.origin.column, row: rect.origin.row + offset),
        columns: rect.size.columns, on: &surface)
    }
    return rows
  }

  private func draw(
    _ field: TakingField, at point: Point, columns: Int, on surface: inout Surface
  ) {
    let isFocused = field == focus
    surface.write(
      isFocused ? ">" : " ", at: Point(column: point.column + 1, row: point.row), role: .key)
    let label = Point(column: point.column + 3, row: point.row)
    if field == .register {
      surface.write("[ Registrera ]", at: label, role: isFocused ? .activeTab : .normal)
      if isFocused { surface.cursor = label }
      return
    }
    surface.write(field.label, at: label, role: isFocused ? .strong : .faint)
    let place = Point(column: point.column + labelColumns, row: point.row)
    let width = min(60, columns - labelColumns - 1)
    if let words = fields[field] {
      words.draw(
        into: &surface, at: place, width: width, isFocused: isFocused,
        placeholder: isFocused ? field.placeholder : "")
      if field == .arrivedOn { drawWeekday(words.text, after: place, on: &surface) }
    } else {
      options(of: field).draw(at: place, isFocused: isFocused, on: &surface)
    }
  }

  /// The weekday of an arrival day, as a check of what was typed.
  private func drawWeekday(_ text: String, after place: Point, on surface: inout Surface) {
    guard let day = CivilDay(iso: text.trimmingSpaces) else { return }
    surface.write(
      day.weekdaySwedish, at: Point(column: place.column + 14, row: place.row), role: .faint)
  }

  /// What the field with the focus is for, and what anonymity means while it is chosen.
  ///
  /// - Parameter isShort: Whether the latter has one row.
  /// - Returns: The lines.
  func notes(isShort: Bool) -> [StyledLine] {
    let focus = noteOnFocus.map { [StyledLine($0, role: .hint)] } ?? []
    guard details.isAnonymous else { return focus }
    return [StyledLine(isShort ? shortAnonymity : anonymity, role: .notice)] + focus
  }

  private var anonymity: String {
    let words =
      "Anonym: vi kan inte höra av oss med svar eller frågor. Det som görs antecknas i ärendet."
    guard kind == .spoken else { return words }
    return words
      + " Den som lämnar synpunkten får en kod och kan ringa och fråga hur det gick. Skriv inte i "
      + "texten vem det är."
  }

  private var shortAnonymity: String {
    kind == .spoken ? "Anonym: inget svar, men en kod." : "Anonym: vi kan inte svara."
  }

  private var noteOnFocus: String? {
    switch focus {
    case .channel, .anonymity, .unit: "Mellanslag eller pil höger byter. Tab går till nästa fält."
    case .arrivedOn:
      "Skriv dagen som 2026-11-05. Post har kommit arbetsdagen innan den hittades, om inget talar emot det. Svarstiden räknas "
        + "härifrån."
    case .title: "Rubriken syns i listor: kort och neutral, utan namn."
    case .name, .phone, .email, .address:
      "Inget måste fyllas i, men utan telefon, e-post eller adress kan vi inte svara."
    case .wantsAnswer: "Mellanslag byter mellan ja och nej."
    case .way:
      sender.replyVia == nil
        ? "Det finns ingen väg tillbaka än: fyll i telefon, e-post eller adress."
        : "Mellanslag eller pil höger byter."
    case .concerns: "Fyll i bara när synpunkten gäller någon annan än den som lämnar den."
    case .solvedAtOnce:
      "Fyll i bara när ni har rättat till det på en gång. Synpunkten registreras ändå."
    case .takerName, .takerRole:
      "Inloggningen delas av flera, så skriv vem du är. Det följer med synpunkten."
    case .register: "Enter registrerar. Synpunkten får ett nummer och kan inte tas bort."
    }
  }
}
