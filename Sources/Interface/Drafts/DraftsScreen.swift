import Domain
import Terminal

/// The texts that the person has begun: to go on with, to read and copy, or to throw away.
struct DraftsScreen: Screen {
  private var cursor = ListCursor()
  private var pane = ReadingPane()

  let bindings = Self.allBindings

  static let allBindings = [
    Binding(.open, [.enter, .right], "fortsätt", "Fortsätt på den markerade texten."),
    Binding(.throwAway, [.letter("x"), .delete], "kasta", "Kasta den markerade texten."),
    Binding(.letter, [.letter("B")], "visa", "Visa texten utan ram, för att läsa och kopiera."),
    Binding(.back, [.escape, .letter("q"), .left], "senare", "Gå vidare; texterna finns kvar."),
  ]

  /// The drafts in the order in which they are shown, the latest first.
  private func items(in context: Context) -> [DraftShelf.Item] {
    context.drafts.items.enumerated().sorted {
      let times = [$0, $1].map { $0.element.stored?.savedAt ?? context.now }
      return times[0] == times[1] ? $0.offset < $1.offset : times[0] > times[1]
    }.map(\.element)
  }

  private func selected(in context: Context) -> DraftShelf.Item? {
    let items = items(in: context)
    return items.indices.contains(cursor.selected) ? items[cursor.selected] : items.last
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    guard command != .back, let item = selected(in: context) else { return [.pop] }
    switch command {
    case .open: return goOn(with: item, in: context)
    case .throwAway: return [.push(ChoiceScreen.throwingAway(item))]
    case .letter:
      let lines = item.draft.text.split(separator: "\n", omittingEmptySubsequences: false)
      return [
        .push(PageScreen(title: "Text", lines: lines.map(String.init), isFrameless: true))
      ]
    default: return []
    }
  }

  private func goOn(with item: DraftShelf.Item, in context: Context) -> [Step] {
    if item.stored?.standing == .lost {
      return [.complain("Ärendet finns inte kvar. \(Self.stays)")]
    }
    switch item.draft {
    case .text(let matter, let kind, _):
      return [.takeUp(item.number), .effect(.loadMatter(matter.id, .goOn(kind)))]
    case .line(let matter?, _, _, _):
      return [
        .takeUp(item.number), .effect(.loadMatter(matter.id, .open)),
        .say("Raden kommer fram när du gör steget igen."),
      ]
    case .line: return [.say("Raden kommer fram när du gör steget igen.")]
    case .taking(let kind, let begun):
      let permission: Permission = kind == .spoken ? .takeDown : .registerPaper
      guard context.actor.mayAnywhere(permission) else {
        return [.complain(Refusal.notAllowed(permission).sentence + " " + Self.stays)]
      }
      return goOn(kind, item.number, begun, in: context)
    }
  }

  /// What is said when a text cannot be gone on with.
  static let stays = "Texten finns kvar här: B visar den, för att läsa och kopiera."

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    switch key {
    case .pageUp, .pageDown, .character(" "): return pane.handle(key) ? [] : nil
    default:
      cursor.setCount(context.drafts.items.count)
      return cursor.handle(key, rows: 8) ? [] : nil
    }
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    guard case .throwAway(let number, true) = answer else { return [] }
    return [.throwAway(number), .say("Texten är kastad.")]
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    guard case .matterGone(let id) = loaded, selected(in: context)?.draft.matter?.id == id else {
      return []
    }
    return [.complain("\(DraftWords.gone()) \(Self.stays)")]
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    let items = items(in: context)
    cursor.setCount(items.count)
    let owner = context.actor.isUnitLogin ? "Här finns" : "Du har"
    let title =
      items.count == 1 ? "\(owner) en påbörjad text" : "\(owner) \(items.count) påbörjade texter"
    surface.write(title, at: Point(column: 1, row: 0), role: .strong)
    let rows = min(items.count, max(3, size.rows / 2 - 1))
    for (offset, index) in cursor.visible(rows: rows).enumerated() {
      draw(
        items[index], at: 1 + offset, isSelected: index == cursor.selected, on: &surface,
        in: context)
    }
    surface.cursor = Point(
      column: 1, row: 1 + cursor.selected - cursor.visible(rows: rows).lowerBound)
    surface.rule(row: rows + 1)
    guard items.indices.contains(cursor.selected) else { return }
    let caret = surface.cursor
    let lines = DraftWords.lines(of: items[cursor.selected], in: context)
    if pane.lines != lines { pane = ReadingPane(lines) }
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: rows + 2, columns: min(size.columns - 2, ReadingPane.widest),
        rows: max(1, size.rows - rows - 2)))
    if !pane.isAtEnd {
      surface.more("mer: PgDn", row: rows + 1)
    }
    surface.cursor = caret
  }

  private func draw(
    _ item: DraftShelf.Item, at row: Int, isSelected: Bool, on surface: inout Surface,
    in context: Context
  ) {
    let role: StyleRole = isSelected ? .selected : .normal
    if isSelected { surface.fill(row: row, role: .selected) }
    surface.write(isSelected ? ">" : " ", at: Point(column: 1, row: row), role: role)
    let columns = [
      (3, 8, item.draft.matter?.reference.short ?? ""),
      (12, 22, DraftWords.kind(of: item.draft).capitalisedFirst),
      (35, 13, DraftWords.time(of: item, in: context)),
      (49, surface.size.columns - 50, item.firstWords(30)),
    ]
    for (column, width, text) in columns where width > 0 {
      surface.write(
        TextWidth.clip(text, to: width), at: Point(column: column, row: row), role: role)
    }
  }
}
