import Glibc

/// A program that has been started, and what the kernel knows of it.
final class ChildProcess {
  let pid: pid_t
  private var isWaitedFor = false

  /// `POSIX_SPAWN_SETSID`, which Swift does not see.
  private static let inNewSession: Int16 = 0x80

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: The path of the program, and its arguments.
  ///   - terminal: The path of a terminal that is to be its own; nil for none.
  ///   - output: Without a terminal, whether what it prints is printed here.
  ///   - database: What `SYNPUNKT_DATABASE` says.
  /// - Throws: `Failed` when it cannot be started.
  init(
    _ command: [String], terminal: String?, output: Bool = false, database: String
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens is the session's.
    posix_spawn_file_actions_addopen(
      &actions, STDIN_FILENO, terminal ?? "/dev/null", O_RDWR, 0)
    if !output { posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO) }
    if terminal != nil { posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.inNewSession)
    let settings = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "SYNPUNKT_DATABASE=\(database)",
      "HOME=\(getenv("HOME").map { String(cString: $0) } ?? "/")",
    ]
    var words = command.map { strdup($0) } + [nil]
    var environment = settings.map { strdup($0) } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    var pid: pid_t = 0
    let result = posix_spawn(&pid, command[0], &actions, &attributes, &words, &environment)
    guard result == 0 else { throw Failed("\(command[0]): \(String(cString: strerror(result)))") }
    self.pid = pid
  }

  deinit {
    if !isWaitedFor {
      kill(pid, SIGKILL)
      _ = wait()
    }
  }

  /// Waits for the end; the exit status, or nil when a signal ended it.
  func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    isWaitedFor = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// The most memory that it has had, in bytes.
  var peakMemory: Double {
    for line in Self.read("/proc/\(pid)/status").split(separator: "\n")
    where line.hasPrefix("VmHWM:") {
      return (line.split(separator: " ").dropLast().last.flatMap { Double($0) } ?? 0) * 1_024
    }
    return 0
  }

  /// Its share of the memory that is in use, in bytes: pages that several have count once.
  var sharedOutMemory: Double {
    for line in Self.read("/proc/\(pid)/smaps_rollup").split(separator: "\n")
    where line.hasPrefix("Pss:") {
      return (line.split(separator: " ").dropLast().last.flatMap { Double($0) } ?? 0) * 1_024
    }
    return 0
  }

  /// The processor time of all its threads, in seconds.
  var processorTime: Double {
    var sum = 0.0
    guard let folder = opendir("/proc/\(pid)/task") else { return 0 }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let thread = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let words = Self.read("/proc/\(pid)/task/\(thread)/schedstat").split(separator: " ")
      sum += words.first.flatMap { Double($0) } ?? 0
    }
    return sum / 1e9
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
