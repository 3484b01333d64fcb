import Domain
import Terminal

/// The search: a line for words and filters, and below it the matters that they find.
///
/// It searches all that the person may read, whatever list it was opened from.
struct SearchScreen: Screen {
  /// Where keys go.
  enum Phase: Hashable, Sendable {
    /// Into the line.
    case typing
    /// To the hits, as in any list.
    case walking
  }

  private(set) var phase = Phase.typing
  private(set) var hits: [SearchHit] = []
  /// Whether there are no more hits than those read.
  private(set) var isComplete = false
  var field = TextField(limit: 200)
  /// The hits as a list, which knows what can be done with them.
  var list = ListScreen(previewing: false)
  /// Other words have been typed, so that the closest hit is to be selected.
  private var isChanged = true
  /// Whether the last key moved among the hits, so that the caret stands there.
  private(set) var isMoving = false

  /// How many hits are read at a time.
  static let page = 30

  /// What opens it; only lists have it in their hint bar.
  static func opening(hint: String) -> Binding {
    Binding(.search, [.letter("/")], hint, "Sök bland alla ärenden som du får läsa.")
  }

  static let typingBindings = [
    Binding(.accept, [.enter], "till träffarna", "Gå till listan med träffar."),
    Binding(.next, [.tab], "fyll i", "Fyll i resten av filtret; det gör högerpilen också."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka dit du var."),
  ]

  static let walkingBindings = ListScreen.bindings(isFixed: true).compactMap { binding in
    switch binding.command {
    case .open, .categorise, .mark, .markAll, .back: binding
    case .search: Binding(.search, binding.keys, "ändra", "Ändra det du söker på.")
    default: nil
    }
  }

  var takesText: Bool { phase == .typing }
  var bindings: [Binding] { phase == .typing ? Self.typingBindings : Self.walkingBindings }

  func obstacle(to command: Command, in context: Context) -> String? {
    switch command {
    case .accept: hits.isEmpty ? "Inget ärende passar. Sudda eller skriv om." : nil
    case .next: completions(in: context).isEmpty ? "Det finns inget att fylla i här." : nil
    case .search, .back: nil
    default: list.obstacle(to: command, in: context)
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept:
      phase = .walking
      return refresh(in: context)
    case .search:
      phase = .typing
      return refresh(in: context)
    case .next: return complete(in: context)
    default: return list.run(command, in: context) + loadMoreIfNeeded(in: context)
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    isMoving = false
    switch key {
    case _ where phase == .walking:
      guard let steps = list.type(key, in: context) else { return nil }
      return steps + loadMoreIfNeeded(in: context)
    case .up where field.isEmpty && !context.lastSearch.isEmpty:
      field.replaceAll(with: context.lastSearch)
      return search(in: context)
    case .up, .down, .pageUp, .pageDown:
      isMoving = list.cursor.handle(key, rows: list.listRows)
      return loadMoreIfNeeded(in: context)
    case .right where field.caret == field.text.count && !completions(in: context).isEmpty:
      return complete(in: context)
    default:
      let before = field.text
      guard field.handle(key) else { return nil }
      return field.text == before ? [] : search(in: context)
    }
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard phase == .typing else { return nil }
    isMoving = false
    field.paste(text)
    return search(in: context)
  }

  // MARK: - Searching

  /// What the line says: while it is being typed the last word may become more, then it is whole.
  func query(in context: Context) -> SearchQuery {
    SearchQuery.parse(
      field.text + (phase == .walking ? " " : ""), by: SearchVocabulary(context.rules))
  }

  /// What the word at the caret can become.
  func completions(in context: Context) -> [SearchCompletion] {
    SearchQuery.completions(
      of: field.text, at: field.caret, by: SearchVocabulary(context.rules))
  }

  private mutating func complete(in context: Context) -> [Step] {
    guard let (text, caret) = completions(in: context).first?.applied(to: field.text)
    else { return [] }
    field.replaceAll(with: text)
    for _ in 0..<max(0, field.text.count - caret) { _ = field.handle(.left) }
    return search(in: context)
  }

  /// Reads the closest hits.
  mutating func search(in context: Context) -> [Step] {
    isChanged = true
    return [.effect(.search(query(in: context), after: nil, limit: Self.page))]
  }

  /// Reads as many hits as there are again.
  func refresh(in context: Context) -> [Step] {
    [.effect(.search(query(in: context), after: nil, limit: max(Self.page, hits.count)))]
  }

  /// Reads the next page while some hits of the last one are still below the selected one.
  private func loadMoreIfNeeded(in context: Context) -> [Step] {
    guard !isComplete, let last = hits.last, list.cursor.selected > hits.count - Self.page / 2
    else { return [] }
    return [.effect(.search(query(in: context), after: last, limit: Self.page))]
  }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    list.receive(answer, in: context)
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .found(let query, let page, let last, let isComplete):
      guard query == self.query(in: context), last == nil || last == hits.last else { return [] }
      take(last == nil ? page : hits + page)
      self.isComplete = isComplete
      return []
    case .performed, .conflict, .matterGone, .takenDown:
      return list.receive(loaded, in: context) + refresh(in: context)
    default: return []
    }
  }

  mutating func narrow(in context: Context) {
    take(hits.filter { context.actor.sight(of: $0.row) != nil })
  }

  private mutating func take(_ hits: [SearchHit]) {
    self.hits = hits
    let selected = list.selectedRow?.id
    let index = isChanged ? 0 : hits.firstIndex { $0.row.id == selected }
    isChanged = false
    list.show(hits.map(\.row), selecting: index)
  }
}
