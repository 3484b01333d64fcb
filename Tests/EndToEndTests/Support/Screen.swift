import Foundation
import Testing

/// The program on a real terminal: a tmux of the test's own, which is gone when the value is.
///
/// Tests wait for what the screen says, never for a time.
final class Screen {
  private let socket = "synpunkt-test-\(UUID().uuidString)"
  private let files: Place
  /// The process that runs in the terminal.
  private(set) var pid: pid_t = 0

  /// Starts a program in a terminal.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: What it sees besides a path and a locale.
  ///   - columns: The width of the window.
  ///   - rows: Its height.
  ///   - command: What runs it; the program itself when nothing else is said.
  ///   - type: `TERM`; nil for the one that tmux gives.
  ///   - sourceLocation: Where the test says so.
  /// - Throws: `Missing` when there is no terminal to be had.
  init(
    _ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24,
    by command: [String] = [Program.path], type: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try Tool.tmux.require()
    files = try Place()
    var settings = environment.map { "\($0)=\($1)" } + ["LC_ALL=C.UTF-8"]
    if let type { settings.append("TERM=\(type)") }
    try tmux(
      ["start-server", ";", "set-option", "-g", "default-terminal", "screen-256color"]
        + [";", "set-option", "-g", "status", "off", ";", "set-option", "-s", "escape-time", "0"]
        + [";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + ["sh", "-c", Self.wrapper, files.folder, "env"] + settings + command + arguments)
    try waitForFile("pid", sourceLocation) { self.pid = pid_t($0) ?? 0 }
  }

  /// Runs the program as a shell does, and writes down its process and its exit status.
  ///
  /// tmux knows the status too, but forgets at times to ask for it.
  private static let wrapper = """
    sh -c 'echo $$ >"$0/pid"; exec "$@"' "$0" "$@"; echo $? >"$0/status"; exec sleep 1000
    """

  deinit {
    _ = try? tmux(["kill-server"])
    if isRunning { kill(pid, SIGKILL) }
  }

  /// Whether the process is still there.
  private var isRunning: Bool {
    guard pid > 0, let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    else { return false }
    // One that nobody has asked after is a zombie: it runs no more.
    return stat.split(separator: ")").last?.hasPrefix(" Z") != true
  }

  private func waitForFile(
    _ name: String, _ sourceLocation: SourceLocation, _ take: (String) -> Void
  ) throws {
    var text = ""
    let isThere = eventually {
      text = (try? String(contentsOfFile: "\(files.folder)/\(name)", encoding: .utf8)) ?? ""
      return text.hasSuffix("\n")
    }
    if isThere { return take(text.trimmed) }
    Issue.record("no \(name):\n\((try? self.text()) ?? "")", sourceLocation: sourceLocation)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Child(["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments).finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
    return outcome.text
  }

  /// What the screen shows.
  func text() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// What the screen shows when nothing more is being drawn on it.
  func settledText() throws -> String {
    var shown = try text()
    var same = 0
    while same < 5 {
      usleep(20_000)
      let next = try text()
      same = next == shown ? same + 1 : 0
      shown = next
    }
    return shown
  }

  /// The lines that the screen shows, to the bottom one, when nothing more is being drawn on it.
  func lines() throws -> [String] {
    try settledText().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The device of the terminal.
  func terminalPath() throws -> String {
    try tmux(["display-message", "-p", "#{pane_tty}"]).trimmed
  }

  /// The title that the program gave the window.
  func title() throws -> String { try tmux(["display-message", "-p", "#{pane_title}"]).trimmed }

  /// The line with the mark of the selected row; nil when there is none.
  func selectedLine() throws -> String? { try lines().first { $0.hasPrefix(" > ") } }

  /// Presses keys as tmux names them: `Enter`, `F2`, `C-s`, or a letter; all in one write.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types a text, letter by letter.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Writes bytes to the terminal in one go, as a fast typist or a script does.
  func write(_ text: String) throws {
    try tmux(["set-buffer", "--", text, ";", "paste-buffer", "-r"])
  }

  /// Pastes a text as a terminal does, between marks when the program asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Ends the terminal under the program.
  func hangUp() throws { try tmux(["kill-session"]) }

  /// Waits until a text is on the screen; then nothing of `absent` may be.
  @discardableResult
  func waitFor(
    _ words: String, without absent: String? = nil, seconds: Double = 20,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(
      "”\(words)”" + (absent.map { " without ”\($0)”" } ?? ""), seconds: seconds, sourceLocation
    ) { $0.contains(words) && absent.map($0.contains) != true }
  }

  /// Waits until the selected row holds a text.
  func waitForSelection(
    _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("a selected row with ”\(words)”", seconds: 20, sourceLocation) { text in
      text.split(separator: "\n").contains { $0.hasPrefix(" > ") && $0.contains(words) }
    }
  }

  /// Waits until the screen is just as it was.
  func waitForSame(
    as before: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("the screen as before:\n\(before)", seconds: 20, sourceLocation) { $0 == before }
  }

  /// Moves down until the selected row holds a text.
  func select(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<100 {
      let before = try selectedLine()
      if before?.contains(words) == true { return }
      try press("j")
      try wait("another row than \(before ?? "none")", seconds: 20, sourceLocation) { text in
        text.split(separator: "\n").first { $0.hasPrefix(" > ") }.map(String.init) != before
      }
    }
    Issue.record("no row has ”\(words)”:\n\(try text())", sourceLocation: sourceLocation)
  }

  @discardableResult
  private func wait(
    _ what: String, seconds: Double, _ sourceLocation: SourceLocation,
    until holds: (String) -> Bool
  ) throws -> String {
    var shown = ""
    let isShown = try eventually(within: seconds) {
      shown = try text()
      return holds(shown)
    }
    if isShown { return shown }
    Issue.record("waited for \(what), and the screen is:\n\(shown)", sourceLocation: sourceLocation)
    throw Missing(description: "the screen never showed \(what)")
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: Its exit status; 128 and the signal's number when a signal ended it.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int? {
    var status: Int?
    try waitForFile("status", sourceLocation) { status = Int($0) }
    return status
  }

  /// Waits until the process is gone, where the terminal is gone too.
  func processIsGone() -> Bool { eventually { !isRunning } }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
