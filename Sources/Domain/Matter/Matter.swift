/// A synpunkt and all that has happened to it: the fold of its events.
public struct Matter: Hashable, Sendable {
  /// The identity in the store.
  public let id: MatterID
  /// Everything that happened, in order.
  public private(set) var events: [MatterEvent]
  /// What follows from the events.
  public private(set) var state: State
  /// What has been taken out because the person who looks may not see it.
  public let hidden: Sight

  /// The number of events: what a writer expects to build on.
  public var version: Int { events.count }

  /// Folds the events of a matter.
  ///
  /// - Parameters:
  ///   - id: The identity in the store.
  ///   - events: All its events, in order; the first is a registration.
  ///   - hidden: What has been taken out of them.
  public init?(id: MatterID, events: [MatterEvent], hidden: Sight = []) {
    guard let first = events.first, case .registered(let registration) = first.facts else {
      return nil
    }
    self.id = id
    self.events = [first]
    self.hidden = hidden
    state = State(registration: registration, first)
    for event in events.dropFirst() { apply(event) }
    if hidden.contains(.sender) { state.sender = state.sender.withoutAddresses }
    // Of a note that may not be read, not even its place is shown.
    if hidden.contains(.internalNotes) { state.internalNotes.removeAll(where: \.isEmpty) }
  }

  /// Takes in one more event.
  ///
  /// The only thing that changes a matter.
  public mutating func apply(_ event: MatterEvent) {
    events.append(event)
    switch event.facts {
    case .undone, .senderHidden: refold()
    case _ where state.isSenderHidden: refold()
    default: state.change(by: event)
    }
  }

  /// The events that count: not taken back, and no taking back.
  public var standing: [MatterEvent] {
    var undone: Set<Int> = []
    for event in events {
      if case .undone(let step) = event.facts { undone.insert(step) }
    }
    return events.filter { event in
      if case .undone = event.facts { return false }
      return !undone.contains(event.step)
    }
  }

  private mutating func refold() {
    let standing = maskedStanding
    guard let first = standing.first, case .registered(let registration) = first.facts else {
      return
    }
    state = State(registration: registration, first)
    for event in standing.dropFirst() { state.change(by: event) }
  }
}
