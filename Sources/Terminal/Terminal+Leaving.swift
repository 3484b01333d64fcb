internal import CTerm
internal import Glibc

extension Terminal {
  /// Stops the program, as Ctrl-Z does in a shell, and returns when it is continued.
  ///
  /// Save drafts first: the process may never be continued. Where no shell can continue it
  /// (`ssh` with a forced command) it does not stop, and the screen is painted anew.
  public func suspend() {
    guard !isGone else { return }
    ct_suspend()
    announceReturn()
  }

  private func announceReturn() {
    let signals = takePendingSignals()
    if !announced.contains(.resumed) { announced.append(.resumed) }
    if ct_fit() { announced.append(.resized(size)) }
    // SIGINT, SIGTSTP and SIGCONT were meant for whoever had the terminal meanwhile.
    if signals.contains(SIGTERM) { announced.append(.terminate) }
    if signals.contains(SIGHUP) { hangUp(into: &announced) }
  }
}
