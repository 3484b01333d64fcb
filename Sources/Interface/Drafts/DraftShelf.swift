import Domain

/// What is being written on a screen.
struct Writing: Sendable {
  /// What it is to become.
  let place: Draft.Place
  /// The draft; nil while there is nothing to keep.
  let draft: Draft?

  init(_ place: Draft.Place, _ draft: Draft?) {
    self.place = place
    self.draft = draft
  }
}

extension Matter {
  /// What a draft keeps of the matter.
  var draftMatter: DraftMatter { DraftMatter(id, state.reference) }
}

/// All that a person has begun to write, and what lies on disk of it.
struct DraftShelf: Hashable, Sendable {
  /// One draft.
  struct Item: Hashable, Sendable {
    /// Its number in this session.
    let number: Int
    /// The draft as it is now.
    var draft: Draft
    /// The draft as it lies on disk; nil while it does not.
    var stored: StoredDraft?
    /// Whether another draft for the same place is at hand instead.
    var isAside: Bool

    /// The first words, to know it by.
    func firstWords(_ count: Int) -> String {
      let words = draft.text.split(whereSeparator: \.isWhitespace)
      return words.prefix(count).joined(separator: " ") + (words.count > count ? " …" : "")
    }
  }

  private(set) var items: [Item] = []
  /// What lies on disk and is no draft any more.
  private var removed: [DraftStamp] = []
  private var lastNumber = 0

  // MARK: - Asking

  var isEmpty: Bool { items.isEmpty }

  /// The draft with a number.
  func item(_ number: Int) -> Item? { items.first { $0.number == number } }

  /// All drafts for a place, the one at hand first.
  func items(at place: Draft.Place) -> [Item] {
    items.filter { $0.draft.place == place && !$0.isAside }
      + items.filter { $0.draft.place == place && $0.isAside }
  }

  /// A text of a matter.
  func text(of matter: MatterID, _ kind: TextKind) -> BegunText? {
    guard case .text(_, _, let begun)? = items(at: .text(matter, kind)).first?.draft else {
      return nil
    }
    return begun
  }

  /// The line that was typed for a purpose.
  func line(of matter: MatterID?, for purpose: String) -> String? {
    items(at: .line(matter, purpose: purpose)).first?.draft.text
  }

  /// The texts that have been begun in a matter.
  func texts(of matter: MatterID) -> [TextKind] {
    items.compactMap {
      guard case .text(let own, let kind, _) = $0.draft, own.id == matter else { return nil }
      return kind
    }
  }

  // MARK: - Changing

  /// Takes what is being written: the draft at hand is that now, and there is none for nothing.
  mutating func set(_ place: Draft.Place, to draft: Draft?) {
    let index = items.firstIndex { $0.draft.place == place && !$0.isAside }
    switch (index, draft) {
    case (let index?, let draft?): items[index].draft = draft
    case (let index?, nil): remove(items[index].number)
    case (nil, let draft?): append(draft, stored: nil, isAside: false)
    case (nil, nil): break
    }
  }

  /// Adds a draft without touching the one at hand.
  mutating func add(_ draft: Draft) {
    append(draft, stored: nil, isAside: !items(at: draft.place).isEmpty)
  }

  /// Gives a draft up.
  mutating func remove(_ number: Int) {
    guard let index = items.firstIndex(where: { $0.number == number }) else { return }
    if let stamp = items.remove(at: index).stored?.stamp { removed.append(stamp) }
  }

  /// Has a draft at hand; the one that was goes aside.
  mutating func takeUp(_ number: Int) {
    guard let place = item(number)?.draft.place else { return }
    for index in items.indices where items[index].draft.place == place {
      items[index].isAside = items[index].number != number
    }
  }

  /// Has none at hand for a place.
  mutating func layAside(_ place: Draft.Place) {
    for index in items.indices where items[index].draft.place == place {
      items[index].isAside = true
    }
  }

  private mutating func append(_ draft: Draft, stored: StoredDraft?, isAside: Bool) {
    lastNumber += 1
    items.append(Item(number: lastNumber, draft: draft, stored: stored, isAside: isAside))
  }

  // MARK: - The disk

  /// What is not on disk as it is now; nil when all is.
  var unsaved: DraftsToSave? {
    let changes = items.filter { $0.draft != $0.stored?.draft }.map {
      DraftsToSave.Change(number: $0.number, draft: $0.draft, over: $0.stored?.stamp)
    }
    guard !changes.isEmpty || !removed.isEmpty else { return nil }
    return DraftsToSave(changes: changes, removed: removed)
  }

  /// Takes note of what is on disk now.
  mutating func note(_ saved: DraftsSaved) {
    removed.removeAll { saved.work.removed.contains($0) }
    for change in saved.work.changes {
      guard let stamp = saved.stamps[change.number] else { continue }
      guard let index = items.firstIndex(where: { $0.number == change.number }) else {
        // It was given up while it was on its way.
        removed.append(stamp)
        continue
      }
      items[index].stored = StoredDraft(
        stamp: stamp, draft: change.draft, savedAt: saved.at, standing: .unchanged)
    }
  }

  /// Takes what lies on disk, where another session may have been.
  ///
  /// - Parameters:
  ///   - found: The drafts, the latest first.
  ///   - open: The places that are being written in here: those keep what they have.
  mutating func take(_ found: DraftsFound, open: Set<Draft.Place>) {
    var left = found.drafts.filter { !removed.contains($0.stamp) }
    items = items.compactMap { item in
      guard let known = item.stored else { return item }
      var item = item
      let isOwn = open.contains(item.draft.place) || item.draft != known.draft
      guard let index = left.firstIndex(where: { $0.stamp.id == known.stamp.id }) else {
        item.stored = nil
        // Another session has finished it, if it is not that the file was damaged.
        return isOwn || found.movedTo != nil ? item : nil
      }
      let row = left.remove(at: index)
      if !isOwn {
        item.draft = row.draft
        item.stored = row
      }
      item.stored?.standing = row.standing
      return item
    }
    for row in left {
      append(row.draft, stored: row, isAside: !items(at: row.draft.place).isEmpty)
    }
  }
}
