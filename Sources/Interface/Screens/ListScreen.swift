import Domain
import Terminal

/// A person's queues as tabs, with a preview of the selected matter where there is room.
struct ListScreen: Screen {
  /// One tab.
  enum Tab: Hashable, Sendable {
    case queue(Queue)
    /// Messages set aside for the registrator.
    case asides
  }

  private(set) var tabs: [Tab]
  /// The title of a list that is no queue: the matters of one sender.
  let fixedTitle: String?
  /// The matter whose sender has left those of the list too; nil for any other list.
  private var sender: MatterID?
  private(set) var tab: Tab
  private(set) var rows: [MatterRow] = []
  private(set) var asides: [AsideRow] = []
  private(set) var counts: [Queue: Int] = [:]
  private(set) var marked: Set<MatterID> = []
  private(set) var preview: (matter: Matter, earlier: Int)?
  var cursor = ListCursor()
  /// The matters that the open question is about, whatever happens to the list meanwhile.
  private var asked: [MatterID: Int] = [:]
  /// What was there before the list was read again, while its later pages are.
  private var restoring: (selected: MatterID?, index: Int, count: Int)?
  private var isComplete = false
  private var isLoaded = false
  private var hasPreview = true

  /// The queues of a person.
  init(for actor: Actor) {
    tabs = Self.tabs(for: actor)
    tab = tabs.first ?? .queue(.all)
    fixedTitle = nil
  }

  /// Gives the queues of a person the tabs of the roles that he or she has now.
  mutating func narrow(in context: Context) {
    // How much of it was to be seen, the row does not tell.
    preview = nil
    leave { context.actor.sight(of: $0) != nil }
    guard fixedTitle == nil else { return }
    tabs = Self.tabs(for: context.actor)
    if !tabs.contains(.asides) { asides = [] }
    if !tabs.contains(tab) { tab = tabs.first ?? .queue(.all) }
  }

  private static func tabs(for actor: Actor) -> [Tab] {
    Queue.tabs(for: actor).map(Tab.queue) + (actor.roles.contains(.registrar) ? [.asides] : [])
  }

  /// A list that is no queue, whose matters are shown later.
  private init(title: String) {
    tabs = []
    tab = .queue(.all)
    fixedTitle = title
    isComplete = true
    isLoaded = true
  }

  /// The other matters from the sender of one.
  init(fromTheSenderOf sender: MatterID, _ rows: [MatterRow]) {
    self.init(title: "Från samma avsändare")
    self.sender = sender
    show(rows, selecting: nil)
  }

  /// A list whose matters are shown later, as a search finds them.
  ///
  /// - Parameter previewing: Whether the selected matter is read to be shown beside the list.
  init(previewing: Bool) {
    self.init(title: "")
    hasPreview = previewing
  }

  /// Shows other matters in a list of given ones.
  ///
  /// - Parameters:
  ///   - rows: The matters.
  ///   - index: Which of them is selected; nil leaves the selection at its number.
  mutating func show(_ rows: [MatterRow], selecting index: Int?) {
    self.rows = rows
    marked.formIntersection(rows.map(\.id))
    cursor.setCount(rows.count, selecting: index)
  }

  /// Leaves those of the matters in the list that are to stay; the selection stays where it is.
  private mutating func leave(_ stays: (MatterRow) -> Bool) {
    // Where messages are shown, there are none.
    guard tab != .asides else { return }
    let selected = selectedRow?.id
    let left = rows.filter(stays)
    show(left, selecting: left.firstIndex { $0.id == selected })
  }

  /// Reads the open tab again, or the matters of the sender.
  var reload: [Effect] {
    if let sender { return [.loadEarlier(sender, .refresh)] }
    guard fixedTitle == nil else { return [] }
    switch tab {
    case .queue(let queue): return [.loadQueue(queue)]
    case .asides: return [.loadAsides]
    }
  }

  var selectedRow: MatterRow? {
    rows.indices.contains(cursor.selected) && tab != .asides ? rows[cursor.selected] : nil
  }

  var bindings: [Binding] {
    forTaker(forAsides(forRegistrar(Self.bindings(isFixed: fixedTitle != nil))))
  }

  static func bindings(isFixed: Bool) -> [Binding] {
    [
      Binding(.open, [.enter, .right], "öppna", "Öppna det markerade ärendet."),
      SearchScreen.opening(hint: "sök"),
      Binding(.triageNew, [.letter("n")], "sortera nya", "Sortera nya ärenden, ett i taget."),
      draftsBinding,
      Binding(.nextTab, [.tab], "nästa flik", "Gå till nästa flik."),
      Binding(.previousTab, [.backTab], "", "Gå till föregående flik."),
      // Shown in the hint bar where a demo begins; elsewhere the help has it.
      Binding(.switchPerson, [.function(2)], "byt person", "Byt person i demon."),
      Binding(.categorise, [.letter("c")], "typ", "Sätt typ: beröm, förslag eller klagomål."),
      spokenBinding, paperBinding, registerBinding,
      Binding(
        .mark, [.letter(" ")], "markera", "Markera ärendet för ett gemensamt steg, och gå ned."),
      Binding(
        .markAll, [.letter("*")], "", "Markera alla i listan, eller ta bort alla markeringar."),
      substitutesBinding, accessLogBinding,
      isFixed
        ? Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka.")
        : Binding(.quit, [.letter("q")], "avsluta", "Lämna programmet."),
    ]
  }

  func obstacle(to command: Command, in context: Context) -> String? {
    switch command {
    case .open:
      if tab == .asides { return asides.isEmpty ? "Listan är tom." : nil }
      return rows.isEmpty ? "Listan är tom." : nil
    case .categorise:
      guard let row = selectedRow else { return "Listan är tom." }
      let rows = marked.isEmpty ? [row] : self.rows.filter { marked.contains($0.id) }
      for row in rows {
        guard context.actor.mayReach(.describe, row.place, handler: row.handler) else {
          return Refusal.notAllowed(.describe).sentence
        }
        guard row.desk == .none else { continue }
        let refusal: Refusal = row.status == .notMatter ? .isNotMatter : .isClosed
        return marked.isEmpty ? refusal.sentence : "\(row.reference.short): \(refusal.sentence)"
      }
      return nil
    case .mark, .markAll: return rows.isEmpty || tab == .asides ? "Listan är tom." : nil
    case .takeDown: return obstacle(toTaking: .spoken, in: context)
    case .drafts: return context.drafts.isEmpty ? "Du har inga påbörjade texter." : nil
    case .registerPaper: return obstacle(toTaking: .paper, in: context)
    case .substitutes: return obstacleToSubstitutes(in: context)
    case .accessLog: return obstacleToAccessLog(in: context)
    case .register: return obstacleToRegistering
    case .nextTab, .previousTab: return tabs.count < 2 ? "Det finns bara en lista." : nil
    case .switchPerson: return context.demoPeople.isEmpty ? "Det går bara i demon." : nil
    case .triageNew:
      if fixedTitle != nil { return "Gå tillbaka till köerna först." }
      return context.actor.roles.contains(.triage) ? nil : Refusal.notAllowed(.route).sentence
    default: return nil
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .open: return open(in: context)
    case .triageNew: return startTriage(only: nil)
    case .takeDown: return take(.spoken, in: context)
    case .drafts: return [.push(DraftsScreen())]
    case .registerPaper: return take(.paper, in: context)
    case .register: return askToRegister()
    case .substitutes: return [.push(SubstitutesScreen())]
    case .accessLog: return AccessScreen().opening
    case .nextTab: return turn(by: 1)
    case .previousTab: return turn(by: -1)
    case .mark:
      if let id = selectedRow?.id, marked.remove(id) == nil { marked.insert(id) }
      _ = cursor.handle(.down, rows: listRows)
      return loadPreview() + loadMoreIfNeeded()
    case .markAll:
      marked = marked.isEmpty ? Set(rows.map(\.id)) : []
      return []
    case .categorise:
      asked = rows.reduce(into: [:]) { asked, row in
        let isMeant = marked.isEmpty ? row.id == selectedRow?.id : marked.contains(row.id)
        if isMeant { asked[row.id] = row.version }
      }
      return [.push(ChoiceScreen.categories(rules: context.rules, unit: selectedRow?.unit))]
    case .back: return [.pop]
    default: return []
    }
  }

  private func open(in context: Context) -> [Step] {
    if tab == .asides {
      guard asides.indices.contains(cursor.selected) else { return [] }
      return [.push(PageScreen(aside: asides[cursor.selected]))]
    }
    guard let row = selectedRow else { return [] }
    let isForTriage =
      tab == .queue(.new) && row.desk == .triage
      && context.actor.mayReach(.route, row.place, handler: nil)
    return isForTriage ? startTriage(only: row.id) : [.effect(.loadMatter(row.id, .open))]
  }

  private func startTriage(only id: MatterID?) -> [Step] {
    [.push(TriageScreen()), .effect(.loadTriage(skipping: [], only: id))]
  }

  private mutating func turn(by step: Int) -> [Step] {
    guard let index = tabs.firstIndex(of: tab) else { return [] }
    tab = tabs[(index + step + tabs.count) % tabs.count]
    rows = []
    asides = []
    marked = []
    preview = nil
    restoring = nil
    isLoaded = false
    cursor = ListCursor()
    return reload.map(Step.effect)
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    if key == .escape {
      marked = []
      return []
    }
    guard cursor.handle(key, rows: listRows) else { return nil }
    return loadPreview() + loadMoreIfNeeded()
  }

  /// The rows of the list at the last drawing; a page moves by them.
  var listRows = 10

  private func loadPreview() -> [Step] {
    guard hasPreview, let row = selectedRow, preview?.matter.id != row.id else { return [] }
    return [.effect(.loadMatter(row.id, .preview))]
  }

  /// How near the last row the next page is read; a list that is shorter has but one.
  private static let margin = 60

  private func loadMoreIfNeeded() -> [Step] {
    guard case .queue(let queue) = tab, !isComplete, let last = rows.last,
      cursor.selected > rows.count - Self.margin
    else { return [] }
    return [.effect(.loadMore(queue, after: last))]
  }

  func refresh(in context: Context) -> [Step] { reload.map(Step.effect) }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    switch answer {
    case .registerAside(let id): return [.effect(.registerAside(id))]
    case .resume(let kind, let number): return resume(kind, number, in: context)
    case .category(let category):
      let chosen = rows.compactMap { row in asked[row.id].map { (id: row.id, version: $0) } }
      marked = []
      guard chosen.count == asked.count else {
        return [.complain("Någon annan hann före. Se efter i listan och välj igen.")]
      }
      return chosen.map {
        .perform(.categorise(category), on: $0.id, expecting: $0.version)
      }
    default: return []
    }
  }

  mutating func receive(_ loaded: Loaded, in context: Context) -> [Step] {
    switch loaded {
    case .queue(let queue, let rows, let counts, let more):
      guard tab == .queue(queue), fixedTitle == nil else { return [] }
      return take(rows, counts: counts, more: more)
    case .asides(let asides):
      self.asides = asides
      if tab == .asides {
        isLoaded = true
        cursor.setCount(asides.count)
      }
      return []
    case .matter(let matter, _, let earlier):
      if matter.id == selectedRow?.id { preview = (matter, earlier) }
      return []
    case .performed(_, let matter):
      if preview?.matter.id == matter.id { preview = nil }
      // After one's own step the next matter comes up, wherever this one has gone.
      if marked.isEmpty, selectedRow?.id == matter.id {
        restoring = (selected: nil, index: cursor.selected, count: rows.count)
      }
      if fixedTitle != nil, let index = rows.firstIndex(where: { $0.id == matter.id }) {
        rows[index] = matter.row
      }
      return reload.map(Step.effect)
    case .earlier(let rows, sender, .refresh):
      let selected = selectedRow?.id
      show(rows, selecting: rows.firstIndex { $0.id == selected })
      return settle()
    case .matterGone(let id):
      let isOfSender = sender == id
      leave { $0.id != id && !isOfSender }
      if preview?.matter.id == id { preview = nil }
      return reload.map(Step.effect)
    case .conflict, .takenDown, .notTakenDown: return reload.map(Step.effect)
    default: return []
    }
  }

  private mutating func take(
    _ page: [MatterRow], counts: [Queue: Int], more: Bool
  ) -> [Step] {
    isLoaded = true
    if more {
      let known = Set(rows.map(\.id))
      rows += page.filter { !known.contains($0.id) }
      isComplete = page.isEmpty
      return restoring == nil ? settle() : restore()
    }
    // Another's change must not move the selection to another matter.
    if restoring == nil {
      restoring = (selected: selectedRow?.id, index: cursor.selected, count: rows.count)
    }
    rows = page
    isComplete = false
    self.counts = counts
    return restore()
  }

  /// Reads as many pages as there were, and puts selection and marks back where they were.
  private mutating func restore() -> [Step] {
    guard let old = restoring else { return settle() }
    if case .queue(let queue) = tab, !isComplete, rows.count < old.count,
      rows.count >= Self.margin, let last = rows.last
    {
      return [.effect(.loadMore(queue, after: last))]
    }
    restoring = nil
    marked.formIntersection(rows.map(\.id))
    cursor.setCount(
      rows.count, selecting: rows.firstIndex { $0.id == old.selected } ?? old.index)
    return settle()
  }

  private mutating func settle() -> [Step] {
    cursor.setCount(rows.count)
    if let id = preview?.matter.id, !rows.contains(where: { $0.id == id }) { preview = nil }
    if preview?.matter.id != selectedRow?.id || preview?.matter.version != selectedRow?.version {
      return selectedRow.map { [.effect(.loadMatter($0.id, .preview))] } ?? []
    }
    return []
  }

  /// What an empty list says.
  var emptyWords: String {
    guard isLoaded else { return "Hämtar …" }
    switch tab {
    case .queue(.mine): return "Du har inget att göra just nu."
    case .queue(.new): return "Inga nya ärenden."
    case .queue(.late): return "Inget är sent."
    case .queue(.toClose): return "Inget att avsluta."
    default: return "Listan är tom."
    }
  }
}

extension PageScreen {
  /// A message that was set aside.
  init(aside row: AsideRow) {
    let message = row.message
    let head = [
      "Lagt åt sidan: \(message.reason.rawValue)", "Från: \(message.from)",
      "Kom: \(message.arrivedOn.longSwedish)", "Ämne: \(message.subject)", "",
    ]
    let body = message.text.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(title: "Meddelande som inte är registrerat", lines: head + body.map(String.init))
    aside = row.id
  }
}
