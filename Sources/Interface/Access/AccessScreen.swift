import Domain
import Terminal

/// Who has seen what, the newest first: one matter, or all that the person answers for.
struct AccessScreen: Screen {
  /// The matter; nil for all.
  let matter: MatterID?
  let title: String
  private(set) var rows: [AccessRow] = []
  private(set) var isLoaded = false
  /// Whether there are no more lines than those read.
  private(set) var isComplete = false
  var cursor = ListCursor()
  /// The rows of the list at the last drawing; a page moves by them.
  var listRows = 10
  /// The matter that has been asked for.
  private var asked: MatterID?

  /// How many lines are read at a time.
  static let page = 100
  /// How near the last line the next page is read.
  private static let margin = 60

  /// The log of all that the person answers for.
  init() {
    matter = nil
    title = "Logg: vem har läst vad"
  }

  /// The log of one matter.
  init(of matter: Matter) {
    self.matter = matter.id
    title = "Vem har läst \(matter.state.reference.short)"
  }

  /// The steps that open it.
  var opening: [Step] { [.push(self)] + refresh() }

  var bindings: [Binding] {
    let back = Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka.")
    return matter == nil ? [Self.openBinding, back] : [back]
  }

  private static let openBinding = Binding(
    .open, [.enter, .right], "öppna ärendet", "Öppna ärendet på den markerade raden.")

  var selected: AccessRow? {
    rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    guard command == .open else { return nil }
    guard let selected else { return "Listan är tom." }
    return selected.entry.access.matter == nil ? "Raden gäller inget ärende." : nil
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .open:
      asked = selected?.entry.access.matter
      return asked.map { [.effect(.loadMatter($0, .open))] } ?? []
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    cursor.handle(key, rows: listRows) ? loadMoreIfNeeded() : nil
  }

  private func loadMoreIfNeeded() -> [Step] {
    guard !isComplete, let last = rows.last, cursor.selected > rows.count - Self.margin else {
      return []
    }
    return [.effect(.loadAccesses(of: matter, after: last.entry.id, limit: Self.page))]
  }

  /// Reads as many lines as there are again.
  func refresh(in context: Context) -> [Step] { refresh() }

  private func refresh() -> [Step] {
    [.effect(.loadAccesses(of: matter, after: nil, limit: max(Self.page, rows.count)))]
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .accesses(let page, matter, let last, let isComplete)
    where last == nil || last == rows.last?.entry.id:
      isLoaded = true
      self.isComplete = isComplete
      let old = selected?.entry.id
      rows = last == nil ? page : rows + page
      cursor.setCount(rows.count, selecting: rows.firstIndex { $0.entry.id == old })
    case .matter(let matter, .open, _) where matter.id == asked: asked = nil
    case .matterGone(let id) where id == asked:
      asked = nil
      return [.complain("Du kan inte läsa det ärendet.")]
    default: break
    }
    return []
  }
}
