import Foundation
import Testing

/// What some tests need of the machine.
enum Tool: String, Sendable {
  case python = "python3"
  case setpriv
  case tmux
  /// `localedef`, with what it makes locales of.
  case localedef
  case systemdAnalyze = "systemd-analyze"
  /// The right to mount a file system.
  case mount
  /// sshd, sudo and the right to make a mount namespace in which they have files of their own.
  case sshd
  /// The right to make network namespaces, and a line between them.
  case network
  /// A compiler of C; the one of Swift will do.
  case clang

  /// Whether it is there; asked once.
  var isThere: Bool { Self.found[self] ?? false }

  private static let found: [Tool: Bool] = [
    .python: works(["python3", "--version"]),
    .setpriv: getuid() == 0 && works(["setpriv", "--version"]),
    .tmux: works(["tmux", "-V"]),
    .localedef: works(["localedef", "--version"])
      && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/sv_SE"),
    .systemdAnalyze: works(["systemd-analyze", "--version"]),
    .mount: getuid() == 0 && canMount(),
    .sshd: getuid() == 0 && canServe(),
    .network: getuid() == 0 && canLink(),
    .clang: works(["clang", "--version"]),
  ]

  /// Whether a missing tool fails the test: in CI it does.
  static let isStrict = ProcessInfo.processInfo.environment["SYNPUNKT_CI"] == "1"

  private static func works(_ command: [String]) -> Bool {
    (try? Child(command).finish())?.status == 0
  }

  private static func canServe() -> Bool {
    let line = """
      PATH=/usr/sbin:/usr/bin:/sbin:/bin
      for tool in sshd ssh ssh-keygen sudo visudo nsenter setpriv useradd; do
        command -v $tool || exit 1
      done
      mount -t tmpfs synpunkt-test /mnt && mkdir /mnt/upper /mnt/work &&
        mount -t overlay -o lowerdir=/usr/bin,upperdir=/mnt/upper,workdir=/mnt/work overlay /usr/bin
      """
    return works(["unshare", "--mount", "sh", "-c", line])
  }

  private static func canLink() -> Bool {
    works(["unshare", "--net", "ip", "link", "add", "name", "a0", "type", "veth", "peer", "a1"])
  }

  private static func canMount() -> Bool {
    guard let place = try? Place() else { return false }
    guard works(["mount", "-t", "tmpfs", "-o", "size=64k", "synpunkt-test", place.folder]) else {
      return false
    }
    return works(["umount", place.folder])
  }

  /// Fails when it is not there.
  func require() throws {
    guard isThere else { throw Missing(description: "\(rawValue) is missing on this machine") }
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs the test only where the tools are; in CI it runs, and fails, without them.
  static func needs(_ tools: Tool...) -> Self {
    let missing = tools.filter { !$0.isThere }.map(\.rawValue).joined(separator: ", ")
    return .enabled(if: missing.isEmpty || Tool.isStrict, "needs \(missing)")
  }
}
