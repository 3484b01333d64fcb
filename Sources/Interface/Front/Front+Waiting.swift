import Domain

/// Somebody else writes in the database.
extension Front {
  /// What waits for somebody else who writes in the database.
  struct Busy: Hashable, Sendable {
    let since: Instant
    let effect: Effect
    /// What was said before, and is said again when the waiting is over.
    let notice: Notice?
  }

  /// How long somebody else may write before it is given up, in milliseconds.
  private static let busyPatience: Int64 = 5_000
  private static let waiting = "Någon annan skriver i databasen. Väntar …"

  /// Waits for whoever writes, or gives up.
  mutating func wait(for effect: Effect) -> [Effect] {
    let isFirst = busy == nil
    let busy = busy ?? Busy(since: context.now, effect: effect, notice: notice)
    self.busy = busy
    guard (0..<Self.busyPatience).contains(context.now.milliseconds - busy.since.milliseconds)
    else {
      let sentence = "Databasen har varit upptagen länge: försök igen om en stund."
      guard case .saveDrafts = effect else {
        return update(.failed("\(sentence) Inget är gjort, och inget du har skrivit är borta."))
      }
      // What the text was saved before has waited long enough too.
      if busy.effect == effect { endWaiting() }
      noteNotSaved(sentence)
      return []
    }
    hint(Self.waiting)
    if case .saveDrafts = effect { return [.retry(effect)] }
    return isFirst ? save() + [.retry(effect)] : [.retry(effect)]
  }

  /// Takes note that nobody is waited for any more, unless what came is only of the text that is
  /// saved meanwhile.
  mutating func endWaiting(with loaded: Loaded) {
    switch (loaded, busy?.effect) {
    case (.draftsSaved, .saveDrafts), (.draftsNotSaved, .saveDrafts): endWaiting()
    case (.draftsSaved, .some), (.draftsNotSaved, .some): break
    default: endWaiting()
    }
  }

  /// Takes note that nobody is waited for any more.
  mutating func endWaiting() {
    if notice?.text == Self.waiting { notice = busy?.notice }
    busy = nil
  }
}
