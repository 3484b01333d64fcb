import Foundation
import Testing

/// Many programs, each on a terminal of its own in one tmux, which are all looked at at once.
final class Crowd {
  private let socket = "synpunkt-test-\(UUID().uuidString)"
  private let count: Int
  /// Words that no screen may ever show.
  private let forbidden: [String]

  /// Starts the programs.
  ///
  /// - Parameters:
  ///   - commands: What each terminal runs, 80 by 24.
  ///   - forbidden: Words that no screen may ever show.
  /// - Throws: `Missing` when there is no terminal to be had.
  init(_ commands: [[String]], forbidden: [String]) throws {
    try Tool.tmux.require()
    count = commands.count
    self.forbidden = forbidden
    try tmux([
      "start-server", ";", "set-option", "-g", "default-terminal", "screen-256color", ";",
      "set-option", "-g", "status", "off", ";", "set-option", "-s", "escape-time", "0", ";",
      "set-option", "-g", "remain-on-exit", "on", ";",
      "new-session", "-d", "-x", "80", "-y", "24", "-s", "s", "sleep", "1000",
    ])
    for (number, command) in commands.enumerated() {
      try tmux(["new-window", "-d", "-t", "s:\(number + 1)"] + command)
    }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Child(["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments).finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
    return outcome.text
  }

  /// Sends the same kind of thing to some of the terminals, at once.
  private func send(_ words: (Int) -> [String], to numbers: some Sequence<Int>) throws {
    let commands = numbers.map { ["send-keys", "-t", "s:\($0 + 1)"] + words($0) }
    guard !commands.isEmpty else { return }
    try tmux(Array(commands.joined(separator: [";"])))
  }

  /// Presses keys as tmux names them, on all terminals or some.
  func press(_ keys: String..., on numbers: [Int]? = nil) throws {
    try send({ _ in keys }, to: numbers ?? Array(0..<count))
  }

  /// Types a text on each terminal.
  func type(_ text: (Int) -> String) throws { try send({ ["-l", text($0)] }, to: 0..<count) }

  /// What all the screens show.
  func screens() throws -> [String] {
    let commands = (1...count).map {
      ["capture-pane", "-p", "-t", "s:\($0)", ";", "display-message", "-p", Self.mark]
    }
    let parts = try tmux(Array(commands.joined(separator: [";"])))
      .components(separatedBy: Self.mark + "\n").dropLast()
    for (number, text) in parts.enumerated() {
      for words in forbidden where text.contains(words) {
        throw Missing(description: "terminal \(number) shows ”\(words)”:\n\(text)")
      }
    }
    return Array(parts)
  }

  private static let mark = "=== the next screen ==="

  /// Waits until every screen is as it should be.
  ///
  /// - Parameters:
  ///   - what: What is waited for, in words.
  ///   - seconds: How long at most.
  ///   - sourceLocation: Where the test says so.
  ///   - holds: Says of a terminal and its text whether it is.
  /// - Throws: `Missing` when some never become so.
  func wait(
    for what: String, seconds: Double = 120, sourceLocation: SourceLocation = #_sourceLocation,
    until holds: (Int, String) throws -> Bool
  ) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    var waiting: [(Int, String)] = []
    repeat {
      waiting = try screens().enumerated().map { ($0, $1) }.filter { try !holds($0, $1) }
      if waiting.isEmpty { return }
      usleep(50_000)
    } while Date() < end
    let shown = waiting.prefix(3).map { "\($0):\n\($1)" }.joined(separator: "\n")
    Issue.record(
      "\(waiting.count) wait for \(what), among them \(shown)", sourceLocation: sourceLocation)
    throw Missing(description: "not every screen showed \(what)")
  }
}
