import Domain

@testable import Host

/// A host on which all is well; tests spoil one thing.
struct HealthyHost {
  static let now = Instant(milliseconds: 1_795_507_200_000)
  static let backup = "/var/backups/synpunkt/synpunkt-2026-11-24T003000Z.sqlite"
  static let systemctl = "/usr/bin/systemctl"

  var files: [String: HostView.File] = [
    "/usr/bin/synpunkt": file("root", 0o755),
    "/etc/ssh/sshd_config.d/synpunkt.conf": file("root", 0o644),
    "/etc/sudoers.d/synpunkt": file("root", 0o440),
    "/var/lib/synpunkt": folder("synpunkt", 0o700),
    "/var/lib/synpunkt/synpunkt.sqlite": file("synpunkt", 0o600, size: 400_000_000),
    "/var/lib/synpunkt/synpunkt.sqlite-wal": file("synpunkt", 0o600),
    "/var/backups/synpunkt": folder("synpunkt", 0o700),
    backup: file("synpunkt", 0o600),
    "/run/systemd/system": folder("root", 0o755),
  ]
  var accounts: [String: HostView.Account] = [
    "synpunkt": HostView.Account(home: "/var/lib/synpunkt", shell: "/bin/sh"),
    "asa.lind": HostView.Account(home: "/home/asa.lind", shell: "/bin/bash"),
  ]
  var members: [String]? = ["gone", "asa.lind"]
  var free = 2_000_000_000
  var locales: Set<String> = ["C.UTF-8"]
  var answers: [String: HostView.Answer] = [
    "/usr/sbin/sshd -T -C user=synpunkt,host=localhost,addr=127.0.0.1": said(
      common + """
        authenticationmethods publickey
        authorizedkeysfile none
        authorizedkeyscommand /usr/bin/synpunkt keys
        authorizedkeyscommanduser synpunkt
        """),
    "/usr/sbin/sshd -T -C user=asa.lind,host=localhost,addr=127.0.0.1": said(
      common + "forcecommand /usr/bin/sudo -n -u synpunkt /usr/bin/synpunkt\n"),
    "/usr/bin/passwd --status synpunkt": said("synpunkt L 2026-11-24 -1 -1 -1 -1\n"),
    "/usr/sbin/visudo -c": said("/etc/sudoers: parsed OK\n"),
    "/usr/bin/sudo -n -l -U synpunkt": said("User synpunkt is not allowed to run sudo on host.", 1),
    "/usr/bin/sudo -n -l -U asa.lind": said(
      "User asa.lind may run the following commands on host:\n"
        + "    (synpunkt) NOPASSWD: /usr/bin/synpunkt \"\"\n"),
  ]
  var recordProblem: String?

  init() {
    for name in ["putty", "putty-256color"] {
      files["/usr/share/terminfo/p/\(name)"] = Self.file("root", 0o644)
    }
    for name in ["linux", "screen", "screen-256color", "tmux-256color", "vt100", "xterm"] {
      files["/lib/terminfo/\(name.prefix(1))/\(name)"] = Self.file("root", 0o644)
    }
    files["/lib/terminfo/x/xterm-256color"] = Self.file("root", 0o644)
    for name in ["synpunkt-backup", "synpunkt-head"] {
      answers["\(Self.systemctl) is-enabled \(name).timer"] = Self.said("enabled\n")
      answers["\(Self.systemctl) is-active \(name).timer"] = Self.said("active\n")
      answers["\(Self.systemctl) is-failed \(name).service"] = Self.said("inactive\n", 1)
    }
  }

  static let common = """
    permittty yes
    permituserrc no
    disableforwarding yes
    clientaliveinterval 15
    clientalivecountmax 3

    """

  static func file(_ owner: String, _ mode: UInt32, size: Int = 1) -> HostView.File {
    HostView.File(
      isFolder: false, owner: owner, mode: mode, size: size,
      modified: Instant(milliseconds: now.milliseconds - 8 * 3_600_000))
  }

  static func folder(_ owner: String, _ mode: UInt32) -> HostView.File {
    HostView.File(isFolder: true, owner: owner, mode: mode, size: 4_096, modified: now)
  }

  static func said(_ text: String, _ status: Int32 = 0) -> HostView.Answer {
    HostView.Answer(status: status, text: text)
  }

  /// What the doctor finds.
  func findings() -> [Finding] {
    let host = self
    let view = HostView(
      now: Self.now, file: { host.files[$0] },
      names: { folder in
        host.files.keys.filter { $0.hasPrefix(folder + "/") }.map {
          String($0.dropFirst(folder.count + 1))
        }.sorted()
      },
      account: { host.accounts[$0] }, members: { _ in host.members },
      freeBytes: { _ in host.free }, hasLocale: { host.locales.contains($0) },
      run: {
        host.answers[$0.joined(separator: " ")] ?? Self.said("no such command", 127)
      },
      recordProblem: { host.recordProblem })
    return Doctor(view: view).findings()
  }

  /// What is wrong.
  func problems() -> [Finding] { findings().filter { $0.problem != nil } }
}
