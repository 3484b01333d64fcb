import Domain
import Terminal

/// An Enter that nobody can have meant for what stands on the screen.
///
/// Where Enter sends or closes at once, one that is held down, or was typed before the matter came
/// up, would do it to what nobody has read.
extension Front {
  /// The matter that stands on the screen, and the keys since it came there.
  struct Reading: Hashable, Sendable {
    var matter: MatterID?
    /// When it was painted first; nil before that.
    var since: Instant?
    /// When Enter was pressed last.
    var lastEnter: Instant?
    /// Whether another key has been pressed: who types knows what is typed on.
    var hasOtherKey = false
  }

  /// Milliseconds before which nobody has read a matter; a key held down repeats after fewer.
  private static let glance: Int64 = 750
  /// Milliseconds within which an Enter that follows another is the same one, held down.
  private static let repetition: Int64 = 250

  /// Takes note of which matter stands on the screen now.
  mutating func noteReading() {
    let matter = layers.last { $0 is TriageScreen || $0 is MatterScreen }?.subject?.id
    if matter != reading.matter { reading = Reading(matter: matter) }
  }

  /// Takes note of a key, and tells whether it is such an Enter.
  mutating func isHasty(_ key: Key, on screen: any Screen) -> Bool {
    guard key == .enter else {
      reading.hasOtherKey = true
      return false
    }
    let last = reading.lastEnter
    reading.lastEnter = context.now
    guard !reading.hasOtherKey, let binding = binding(for: key, on: screen),
      screen.isFinal(binding.command, in: context)
    else { return false }
    guard let since = reading.since else { return true }
    return isWithin(Self.glance, of: since)
      || last.map { isWithin(Self.repetition, of: $0) } == true
  }

  /// Whether less time than this has gone since; a clock that was set back stops nobody.
  private func isWithin(_ milliseconds: Int64, of instant: Instant) -> Bool {
    (0..<milliseconds).contains(context.now.milliseconds - instant.milliseconds)
  }
}
