import Domain

/// What others change for the person, while the front is open.
extension Front {
  /// What the person has not been told yet.
  struct News: Hashable, Sendable {
    /// What is to be shown at the next quiet moment, the oldest first.
    var changes: [OwnChange] = []
    /// The last event that has been shown.
    var told: Int64 = 0
    /// When a key was last pressed.
    var lastKey: Instant?
  }

  /// How long keys must have paused before something comes up of itself, in milliseconds.
  private static let quiet: Int64 = 2_000

  /// Takes what has been changed for the person: it is shown at once when nothing is being done,
  /// and else a line says it until it can be.
  mutating func hear(_ changes: [OwnChange]) {
    let known = Set(news.changes.map(\.event))
    news.changes = changes.filter { $0.event > news.told }
    tellWhenQuiet()
    let new = news.changes.filter { !known.contains($0.event) }.flatMap(\.sentences)
    guard let last = new.last else { return }
    // What has just become of a matter on the screen is said too.
    let standing = notice.flatMap { messages.last?.hasSuffix($0.text) == true ? $0.text : nil }
    say((["Ändrat för dig: \(last)"] + [standing].compactMap { $0 }).joined(separator: " "))
  }

  /// Shows what has been changed for the person, unless something is being written, asked or done.
  public mutating func tellWhenQuiet() {
    guard !news.changes.isEmpty, isQuiet else { return }
    news.told = news.changes.last?.event ?? news.told
    layers.append(OwnChangesScreen(news.changes, in: context))
    news.changes = []
  }

  private var isQuiet: Bool {
    guard let top = layers.last, !top.isDialog, !top.takesText, !(top is OwnChangesScreen),
      layers.allSatisfy({ $0.writing == nil })
    else { return false }
    return news.lastKey.map { context.now.milliseconds - $0.milliseconds >= Self.quiet } ?? true
  }

  /// Says when the person has become a substitute, or is one no longer, because it is another day.
  mutating func sayWhatTheDayBrings(_ actor: Actor) {
    let before = context.actor
    guard before.login == actor.login, let day = before.day, day != actor.day else { return }
    for chef in before.standsInFor where !actor.standsInFor.contains(chef) {
      say("Du är inte längre vikarie för \(context.personName(chef)).")
    }
    for chef in actor.standsInFor where !before.standsInFor.contains(chef) {
      say("Du är vikarie för \(context.personName(chef)) från och med i dag.")
    }
  }
}
