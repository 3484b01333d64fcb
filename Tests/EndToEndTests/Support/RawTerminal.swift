import Foundation
import Testing

/// The program on a bare terminal: every byte that it writes can be looked at, and any byte typed.
///
/// Nothing is in between that understands escape sequences; the window is 80 by 24 where nothing
/// else is said.
final class RawTerminal {
  /// All that the program has written.
  private(set) var written = Data()
  private let child: Child

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: All that it sees of an environment, besides a path; no locale, no `TERM`.
  ///   - columns: How wide the window says it is.
  ///   - rows: How high.
  /// - Throws: `Missing` when it cannot be started.
  init(
    _ arguments: [String] = [], environment: [String: String], columns: Int = 80, rows: Int = 24
  ) throws {
    try Tool.python.require()
    let settings = environment.map { "\($0)=\($1)" }
    let command = ["env", "-u", "LC_ALL"] + settings + [Program.path] + arguments
    child = try Child(["python3", "-c", Self.relay, "\(rows)", "\(columns)"] + command)
  }

  /// Runs a command on a pty of its own, passes bytes on, and ends with its exit status.
  private static let relay = """
    import fcntl, os, pty, select, struct, sys, termios
    pid, line = pty.fork()
    if pid == 0:
        rows, columns = map(int, sys.argv[1:3])
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        os.execvp(sys.argv[3], sys.argv[3:])
    sources = [line, 0]
    while line in sources:
        for source in select.select(sources, [], [])[0]:
            try:
                data = os.read(source, 65536)
            except OSError:
                data = b''
            if not data:
                sources.remove(source)
            else:
                os.write(1 if source == line else line, data)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """

  /// Waits until the program has written these bytes since the last wait.
  func waitFor(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let words = Data(bytes)
    let new = try child.readOutput(until: { $0.range(of: words) != nil }, seconds: 20)
    written += new
    #expect(
      new.range(of: words) != nil,
      "it ended with: \(String(decoding: new.suffix(400), as: UTF8.self).debugDescription)",
      sourceLocation: sourceLocation)
  }

  /// Waits until the program has written a word since the last wait.
  func waitFor(_ word: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try waitFor(Array(word.utf8), sourceLocation: sourceLocation)
  }

  /// Types bytes, all in one write.
  func type(_ bytes: [UInt8]) throws { try child.write(Data(bytes)) }

  /// Types what stands for itself in ASCII and UTF-8.
  func type(_ keys: String) throws { try type(Array(keys.utf8)) }

  /// Waits until the program has ended.
  ///
  /// - Returns: Its exit status.
  func waitForEnd() throws -> Int32? {
    let outcome = try child.finish()
    written += outcome.output
    return outcome.status
  }

  /// What it has written as text, every byte a character.
  var text: String { String(written.map { Character(Unicode.Scalar($0)) }) }

  /// The process of the program itself.
  private func process() throws -> pid_t {
    let path = "/proc/\(child.pid)/task/\(child.pid)/children"
    let list = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
    return try #require(list.first.flatMap { pid_t($0) })
  }

  /// Lets the window say that it has another size.
  func resize(columns: Int, rows: Int) throws {
    let line = try FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/\(process())/fd/0")
    let outcome = try Child(["stty", "-F", line, "rows", "\(rows)", "cols", "\(columns)"]).finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
  }

  /// The most memory that the program has had, in kilobytes.
  func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process())/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return try #require(line?.split(separator: " ").dropLast().last.flatMap { Int($0) })
  }

  /// The lowest row and the last column to which the cursor has been sent (CUP, VPA, CHA), counted
  /// from one.
  var farthest: (row: Int, column: Int) {
    var farthest = (row: 1, column: 1)
    for match in text.matches(of: /\u{1B}\[([0-9]+)(?:d|;([0-9]+)H)/) {
      farthest.row = max(farthest.row, Int(match.1) ?? 1)
      farthest.column = max(farthest.column, match.2.flatMap { Int($0) } ?? 1)
    }
    for match in text.matches(of: /\u{1B}\[([0-9]+)G/) {
      farthest.column = max(farthest.column, Int(match.1) ?? 1)
    }
    return farthest
  }

  /// The numbers of all sequences that set how letters look (SGR).
  var styles: [Int] {
    text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { match in
      match.1.split(separator: ";").compactMap { Int($0) }
    }
  }
}
