internal import Glibc

/// A process that nothing else can be taken for, also when its number is used again or the host has
/// been started anew.
struct ProcessMark: Hashable {
  /// Its number.
  let pid: Int32
  /// When it was started, in clock ticks since the host was.
  let started: Int64
  /// The start of the host.
  let boot: String

  init(pid: Int32, started: Int64, boot: String) {
    self.pid = pid
    self.started = started
    self.boot = boot
  }

  /// A process that runs now; nil when there is none.
  init?(running pid: Int32) {
    guard let started = Self.start(of: pid) else { return nil }
    self.init(pid: pid, started: started, boot: Self.currentBoot)
  }

  /// This process.
  static let own =
    ProcessMark(running: getpid()) ?? ProcessMark(pid: getpid(), started: 0, boot: currentBoot)

  /// Whether the process still runs.
  var isAlive: Bool { boot == Self.currentBoot && Self.start(of: pid) == started }

  private static let currentBoot =
    text(of: "/proc/sys/kernel/random/boot_id")?.split(separator: "\n").first.map(String.init) ?? ""

  /// When a process was started; nil when it has ended, whether or not anybody has asked after it.
  /// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  private static func start(of pid: Int32) -> Int64? {
    // The second field is a name in parentheses, in which anything may stand.
    guard let stat = text(of: "/proc/\(pid)/stat"), let end = stat.lastIndex(of: ")") else {
      return nil
    }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    guard fields.count > 19, !["Z", "X"].contains(fields[0]) else { return nil }
    return Int64(fields[19])
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
