import Domain
import Terminal

extension TakingScreen {
  mutating func draw(on surface: inout Surface, in context: Context) {
    switch phase {
    case .taker: drawTaker(on: &surface, in: context)
    case .card: drawCard(on: &surface, in: context)
    case .writing: drawWriting(on: &surface)
    case .readBack: drawReading(on: &surface)
    case .details: drawDetails(on: &surface)
    }
  }

  func drawTitle(_ title: String, _ right: String = "", on surface: inout Surface) {
    let room = surface.size.columns - TextWidth.width(of: right) - 4
    surface.write(TextWidth.clip(title, to: room), at: Point(column: 1, row: 0), role: .strong)
    surface.write(
      right, at: Point(column: surface.size.columns - TextWidth.width(of: right) - 1, row: 0),
      role: .hint)
  }

  // MARK: - The card

  private mutating func drawCard(on surface: inout Surface, in context: Context) {
    drawTitle("Ta emot en muntlig synpunkt", card.isAtEnd ? "" : "mer: ↓", on: &surface)
    if card.lines.isEmpty { card.lines = TakingCard.lines(in: context) }
    card.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: 2, columns: min(surface.size.columns - 2, ReadingPane.widest),
        rows: max(1, surface.size.rows - 2)))
    surface.cursor = Point(column: 1, row: 2)
  }

  // MARK: - Writing

  private mutating func drawWriting(on surface: inout Surface) {
    drawTitle(
      kind == .spoken
        ? "Skriv det som berättas, helst med personens egna ord"
        : "Skriv av brevet eller blanketten",
      on: &surface)
    surface.rule(row: 1)
    let place = Rect(
      column: 1, row: 2, columns: min(surface.size.columns - 2, ReadingPane.widest),
      rows: max(1, surface.size.rows - 2))
    editor.layout(place.size)
    editor.draw(into: &surface, in: place)
    if let more = editor.whereMore { surface.more(more, row: 1) }
  }

  // MARK: - Reading back

  /// The parts of the locked text, as the screen has room for it.
  var parts: [Range<Int>] { reading.parts(rows: readingRows) }

  /// The part that is shown.
  var part: Int {
    parts.lastIndex { reading.lines[$0.lowerBound].place.lowerBound <= top } ?? 0
  }

  /// Whether all of the locked text has stood on the screen.
  var isAllSeen: Bool {
    reading.lines.allSatisfy { seen.isSuperset(of: RangeSet($0.place)) }
  }

  private mutating func drawReading(on surface: inout Surface) {
    let columns = min(ReadAloud.columns, surface.size.columns - 4)
    if columns != reading.columns { reading = ReadAloud(text, columns: columns) }
    // On a low screen there are no rules between title, text and question.
    let isLow = surface.size.rows < 10
    let top = isLow ? 1 : 2
    readingRows = max(1, surface.size.rows - (isLow ? 2 : 4))
    let parts = parts
    let part = part
    drawTitle(
      "Läs upp: ”Så här har jag skrivit.”", "del \(part + 1) av \(parts.count)", on: &surface)
    surface.cursor = Point(column: 3, row: top)
    for (row, line) in parts[part].enumerated() {
      surface.write(reading.lines[line].text, at: Point(column: 3, row: top + row))
      seen.insert(contentsOf: reading.lines[line].place)
    }
    if !isLow {
      surface.rule(row: 1)
      surface.rule(row: surface.size.rows - 2)
    }
    let question = "”Är det rätt? Godkänner du texten?”"
    let words =
      part < parts.count - 1
      ? ["Enter visar mer av texten."]
      : ["Fråga: \(question)  g ja   r nej, rätta", "Fråga: \(question)", question]
    surface.write(
      words.first { TextWidth.width(of: $0) <= surface.size.columns - 2 } ?? question,
      at: Point(column: 1, row: surface.size.rows - 1), role: .notice)
  }

  // MARK: - The form

  private mutating func drawDetails(on surface: inout Surface) {
    drawTitle(
      kind == .spoken ? "Vem lämnar synpunkten?" : "Avsändare och ankomstdag", on: &surface)
    var row = 1
    // On a low screen the fields have all of it.
    let isLow = surface.size.rows < 10
    switch isLow ? nil : readBack {
    case .approved(let approval)?:
      surface.write(
        "Uppläst och godkänd \(SwedishTime(approval.at).clock)", at: Point(column: 1, row: row),
        role: .faint)
      row += 1
    case .notPossible(let reason)?:
      surface.write(
        TextWidth.clip("Inte uppläst: \(reason)", to: surface.size.columns - 2),
        at: Point(column: 1, row: row), role: .notice)
      row += 1
    case nil: break
    }
    if !isLow {
      surface.rule(row: row)
      row += 1
    }
    let rows = surface.size.rows - row
    // What anonymity means is on the screen however low it is.
    let fieldRows = form.details.isAnonymous ? rows - 1 : rows
    let used = form.draw(
      on: &surface,
      in: Rect(column: 0, row: row, columns: surface.size.columns, rows: max(1, fieldRows)))
    let caret = surface.cursor
    drawNotes(on: &surface, from: row + used)
    surface.cursor = caret
  }

  /// The notes below the fields, in as many words as there is room for, and the text where there is
  /// more.
  private func drawNotes(on surface: inout Surface, from row: Int) {
    let left = surface.size.rows - row
    guard left > 0 else { return }
    let top = left > 1 ? row + 1 : row
    let size = Size(
      columns: min(surface.size.columns - 2, ReadingPane.widest), rows: surface.size.rows - top)
    var pane = ReadingPane(form.notes(isShort: false), size: size)
    if !pane.isAtEnd { pane = ReadingPane(form.notes(isShort: true), size: size) }
    let isCut = !pane.isAtEnd
    if left > 9 { pane.lines += [StyledLine("")] + textLines }
    pane.draw(into: &surface, in: Rect(origin: Point(column: 1, row: top), size: size))
    if isCut {
      surface.write("…", at: Point(column: size.columns, row: top + size.rows - 1), role: .hint)
    }
  }

  private var textLines: [StyledLine] {
    MatterLines.paragraphs(text).map { StyledLine($0.text, role: .faint) }
  }
}
