internal import CTerm
internal import Glibc

extension Terminal {
  /// Waits for something to happen and returns all that has, in order.
  ///
  /// Keys that came in one go are returned in one go, so that the screen is painted once for them.
  ///
  /// - Parameter timeoutMilliseconds: How long to wait; zero looks only, less waits for ever.
  /// - Returns: At least one event; ``TerminalEvent/idle`` alone when the time is up. After
  ///   ``TerminalEvent/hangUp`` nothing but that comes.
  public func events(timeoutMilliseconds: Int) -> [TerminalEvent] {
    if isGone {
      // Whoever asks again and again must not take the whole processor for it.
      usleep(100_000)
      return [.hangUp]
    }
    let deadline = timeoutMilliseconds < 0 ? nil : ct_now() + Int64(timeoutMilliseconds)
    var events = announced
    announced = []
    repeat {
      let ready = Int(ct_wait(pause(until: deadline, hasEvents: !events.isEmpty)))
      if ready & CT_READY_SIGNAL != 0 { takeSignals(into: &events) }
      if ready & CT_READY_INPUT != 0 || hasMoreInput { takeInput(into: &events) }
      if ready & CT_READY_GONE != 0 { hangUp(into: &events) }
      expireIfLate(into: &events)
    } while events.isEmpty && !isOver(deadline)
    return events.isEmpty ? [.idle] : events
  }

  /// Throws away keys that were pressed but not asked for yet.
  ///
  /// For the moment before something irreversible is asked: what was typed ahead was not meant as
  /// an answer. The caller also drops what is left of the events it has.
  public func discardInput() {
    ct_discard()
    decoder = InputDecoder(isLatin1: !ct_is_utf8())
    hasMoreInput = false
  }

  /// Milliseconds until something must be looked at, -1 for no limit.
  private func pause(until deadline: Int64?, hasEvents: Bool) -> Int32 {
    if hasEvents || hasMoreInput { return 0 }
    let now = ct_now()
    var limit = deadline.map { max(0, $0 - now) }
    if let patience { limit = min(limit ?? .max, max(0, lastInput + patience - now)) }
    return limit.map { Int32(min($0, Int64(Int32.max))) } ?? -1
  }

  private func isOver(_ deadline: Int64?) -> Bool {
    deadline.map { ct_now() >= $0 } ?? false
  }

  /// How long the rest of what has begun may take: a paste over a slow line pauses, a key does not.
  private var patience: Int64? {
    decoder.isPasting ? 2000 : decoder.isWaiting ? 50 : nil
  }

  private func expireIfLate(into events: inout [TerminalEvent]) {
    guard let patience, ct_now() >= lastInput + patience else { return }
    decoder.expire(into: &events)
  }

  private func takeInput(into events: inout [TerminalEvent]) {
    guard !isGone else { return }
    hasMoreInput = false
    var count = 0
    while count < 1 << 16 {
      let code = ct_read()
      if Int(code) == CT_GONE {
        hangUp(into: &events)
        return
      }
      if Int(code) == CT_NOTHING { break }
      count += 1
      decoder.take(code, into: &events)
    }
    emptyReads = count == 0 ? emptyReads + 1 : 0
    // End of file is announced as input again and again, and none comes.
    if emptyReads > 8 { hangUp(into: &events) }
    if count > 0 { lastInput = ct_now() }
    hasMoreInput = count == 1 << 16
    if !hasMoreInput { decoder.settle(into: &events) }
  }

  /// Notes that the terminal is gone.
  func hangUp(into events: inout [TerminalEvent]) {
    isGone = true
    if !events.contains(.hangUp) { events.append(.hangUp) }
  }

  private func takeSignals(into events: inout [TerminalEvent]) {
    let seen = takePendingSignals()
    if seen.contains(SIGCONT) {
      ct_enter()
      if !events.contains(.resumed) { events.append(.resumed) }
    }
    if seen.contains(SIGCONT) || seen.contains(SIGWINCH), ct_fit() {
      events.append(.resized(size))
    }
    if seen.contains(SIGTSTP) { events.append(.suspend) }
    if seen.contains(SIGTERM) || seen.contains(SIGINT) { events.append(.terminate) }
    if seen.contains(SIGHUP) { hangUp(into: &events) }
  }

  /// Returns the signals that have come since the last call.
  func takePendingSignals() -> Set<Int32> {
    var signals: Set<Int32> = []
    while case let number = ct_next_signal(), number > 0 { signals.insert(number) }
    return signals
  }
}
