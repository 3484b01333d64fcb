import Foundation
import Glibc
import Testing

/// A process with its three pipes, which are served while it runs.
///
/// Made with `posix_spawn` and pipes that no other child inherits: Foundation's `Process` may leak
/// the end of a pipe into a process that another test starts at the same moment.
final class Child {
  let pid: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var isWaitedFor = false

  /// Starts a process.
  ///
  /// - Parameters:
  ///   - command: The program, found on the path, and its arguments.
  ///   - environment: All that it sees of an environment, besides a path and a locale.
  /// - Throws: `Missing` when it cannot be started.
  init(_ command: [String], environment: [String: String] = [:]) throws {
    // Writing to a child that has ended must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let pipes = try (0..<3).map { _ in try Self.pipe() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0].read, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].write, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = ["PATH": path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    var words = command.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var pid: pid_t = 0
    let result = posix_spawnp(&pid, command[0], &actions, &attributes, &words, &settings)
    close(pipes[0].read)
    close(pipes[1].write)
    close(pipes[2].write)
    input = pipes[0].write
    output = pipes[1].read
    errors = pipes[2].read
    self.pid = pid
    guard result == 0 else {
      isWaitedFor = true
      throw Missing(description: "\(command[0]): \(String(cString: strerror(result)))")
    }
  }

  deinit {
    if !isWaitedFor {
      kill(pid, SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
    }
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(pid, signal) }

  /// Reads standard output until a condition holds of what has come so far.
  ///
  /// - Returns: What has come; what comes later is lost to `finish`.
  func readOutput(until isEnough: (Data) -> Bool, seconds: Double = 60) throws -> Data {
    let end = Date(timeIntervalSinceNow: seconds)
    var data = Data()
    while !isEnough(data) {
      guard Date() < end else { throw Missing(description: "no such output in \(seconds) s") }
      var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 100) > 0 else { continue }
      if try !Self.read(output, into: &data) { break }
    }
    return data
  }

  /// Writes to standard input, which stays open.
  func write(_ data: Data) throws {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Missing(description: "nobody reads") }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Waits until the process has read all that was written to its standard input.
  func waitUntilRead(seconds: Double = 60) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    var rest: Int32 = 0
    while ioctl(input, UInt(TIOCOUTQ), &rest) == 0, rest > 0 {
      guard Date() < end else { throw Missing(description: "nobody reads in \(seconds) s") }
      usleep(1_000)
    }
  }

  /// Gives the process its input, reads all that it says, and waits for its end.
  func finish(input data: Data = Data(), seconds: Double = 60) throws -> Program.Outcome {
    let end = Date(timeIntervalSinceNow: seconds)
    var rest = data[...]
    var said = Data()
    var complained = Data()
    var open: Set<Int32> = [output, errors]
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
    if rest.isEmpty { closeInput() }
    while !open.isEmpty || input >= 0 {
      if Date() > end {
        Issue.record("still running after \(seconds) s: \(String(decoding: said, as: UTF8.self))")
        kill(pid, SIGKILL)
        break
      }
      var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if input >= 0 { entries.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      guard poll(&entries, nfds_t(entries.count), 100) > 0 else { continue }
      for entry in entries where entry.revents != 0 {
        switch entry.fd {
        case input: feed(&rest)
        case output: if try !Self.read(output, into: &said) { open.remove(output) }
        default: if try !Self.read(errors, into: &complained) { open.remove(errors) }
        }
      }
    }
    closeInput()
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    isWaitedFor = true
    let signal = status & 0x7F
    return Program.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: said, errors: complained)
  }

  private func feed(_ rest: inout Data.SubSequence) {
    let count = rest.prefix(65_536).withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
    if count > 0 { rest = rest.dropFirst(count) }
    // A reader that has closed wants no more.
    if rest.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR { closeInput() }
  }

  /// Tells the process that no more comes; for one that is not waited for yet.
  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Reads what is there; false at the end.
  private static func read(_ descriptor: Int32, into data: inout Data) throws -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    data += chunk[..<count]
    return count > 0
  }

  /// Two ends that no other child inherits; sockets, because Swift does not see `pipe2`.
  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Missing(description: "no pipe") }
    return (ends[0], ends[1])
  }
}
