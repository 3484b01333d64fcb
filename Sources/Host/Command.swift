internal import Glibc

/// Runs a command of the host and hears what it says.
enum Command {
  static func run(_ words: [String]) -> HostView.Answer {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return HostView.Answer(status: 127, text: "no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments = words.map { strdup($0) } + [nil]
    let settings: [String] = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]
    var variables = settings.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, words[0], &actions, nil, &arguments, &variables)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else {
      let reason = String(cString: strerror(failure))
      return HostView.Answer(status: 127, text: "\(words[0]): \(reason)")
    }
    let said = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return HostView.Answer(status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128, text: said)
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
