import Glibc

/// A terminal of 80 by 24, and the program that runs in it.
final class PseudoTerminal {
  /// What came between a key, or the start, and silence.
  struct Answer {
    /// From the key to the last byte.
    var seconds: Double
    var bytes: [UInt8]
  }

  let process: ChildProcess
  private let master: Int32
  private let started: Int64

  /// Starts a program.
  ///
  /// - Throws: `Failed` when it cannot be started.
  init(_ command: [String], database: String) throws {
    var master: Int32 = 0
    var slave: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0, let name = ttyname(slave) else {
      throw Failed("no terminal can be had")
    }
    defer { close(slave) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    self.master = master
    started = Clock.now
    process = try ChildProcess(command, terminal: String(cString: name), database: database)
  }

  deinit {
    close(master)
  }

  /// What the program paints first: all until a text has come.
  func start(showing text: String) throws -> Answer {
    try settle(since: started) { String(decoding: $0, as: UTF8.self).contains(text) }
  }

  /// What the program paints by itself when keys pause.
  func listen() throws -> Answer { try settle(since: Clock.now) }

  /// Presses keys, and waits for what they paint.
  func press(_ keys: String) throws -> Answer {
    let pressed = Clock.now
    try type(keys)
    return try settle(since: pressed)
  }

  /// Presses keys without looking at what they paint.
  func type(_ keys: String) throws {
    let bytes = Array(keys.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw Failed("no terminal") }
  }

  /// Forgets what has been painted so far.
  func drain() {
    while !read(milliseconds: 0).isEmpty {}
  }

  /// When each of several terminals is painted on by itself.
  ///
  /// - Returns: The moments of their first bytes, in any order.
  /// - Throws: `Failed` when one is not painted on within ten seconds.
  static func moments(of terminals: [PseudoTerminal]) throws -> [Int64] {
    var waiting = terminals
    var moments: [Int64] = []
    while !waiting.isEmpty {
      var entries = waiting.map { pollfd(fd: $0.master, events: Int16(POLLIN), revents: 0) }
      guard poll(&entries, nfds_t(entries.count), 10_000) > 0 else {
        throw Failed("\(waiting.count) sessions do not see what has been written")
      }
      let now = Clock.now
      let painted = zip(waiting, entries).filter { $1.revents != 0 }.map(\.0)
      moments += painted.map { _ in now }
      waiting = zip(waiting, entries).filter { $1.revents == 0 }.map(\.0)
      for terminal in painted { _ = try terminal.settle(since: now) }
    }
    return moments
  }

  /// Leaves the program.
  func quit() throws {
    try type("q")
    while !read(milliseconds: 5_000).isEmpty {}
    guard process.wait() == 0 else { throw Failed("the program did not end well") }
  }

  /// Silence that ends an answer, in milliseconds.
  private static let silence: Int32 = 30

  private func settle(
    since: Int64, until isComplete: ([UInt8]) -> Bool = { !$0.isEmpty }
  ) throws -> Answer {
    var answer = Answer(seconds: 0, bytes: [])
    while true {
      let isWhole = isComplete(answer.bytes)
      let more = read(milliseconds: isWhole ? Self.silence : 10_000)
      if more.isEmpty {
        guard isWhole else { throw Failed("the program does not paint what it should") }
        return answer
      }
      answer.seconds = Double(Clock.now - since) / 1e9
      answer.bytes += more
    }
  }

  /// Reads what comes within some time; nothing at the end of the program.
  private func read(milliseconds: Int32) -> [UInt8] {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &chunk, chunk.count)
    return count > 0 ? Array(chunk[..<count]) : []
  }
}
