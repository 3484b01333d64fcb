import Domain
import Testing

@testable import Host

@Suite struct DoctorTests {
  /// One thing that can be wrong.
  struct Trouble: Sendable, CustomTestStringConvertible {
    var name: String
    var remedy: String
    var spoil: @Sendable (inout HealthyHost) -> Void
    var testDescription: String { name }

    init(_ name: String, _ remedy: String, _ spoil: @escaping @Sendable (inout HealthyHost) -> Void)
    {
      self.name = name
      self.remedy = remedy
      self.spoil = spoil
    }
  }

  @Test func aHealthyHostHasNoProblems() {
    let findings = HealthyHost().findings()
    #expect(findings.filter { $0.problem != nil } == [])
    #expect(findings.count > 15)
    #expect(findings.allSatisfy { $0.line.hasPrefix("ok     ") })
  }

  @Test(arguments: files + access + system)
  func oneThingThatIsWrongIsTheOneThingSaid(trouble: Trouble) {
    var host = HealthyHost()
    trouble.spoil(&host)
    let problems = host.problems()
    #expect(problems.count == 1, "\(problems.map(\.line))")
    let line = problems.first?.line ?? ""
    #expect(line.hasPrefix("WRONG  ") && line.contains(trouble.remedy), "\(line)")
  }

  private static let database = "/var/lib/synpunkt/synpunkt.sqlite"

  static let files = [
    Trouble("no program", "apt install --reinstall") { $0.files["/usr/bin/synpunkt"] = nil },
    Trouble("no settings of sshd", "--force-confmiss") {
      $0.files["/etc/ssh/sshd_config.d/synpunkt.conf"] = nil
    },
    Trouble("no rule for sudo", "--force-confmiss") { $0.files["/etc/sudoers.d/synpunkt"] = nil },
    Trouble("program others write", "chmod 755 /usr/bin/synpunkt") {
      $0.files["/usr/bin/synpunkt"]?.mode = 0o777
    },
    Trouble("program of another", "chown root: /usr/bin/synpunkt") {
      $0.files["/usr/bin/synpunkt"]?.owner = "synpunkt"
    },
    Trouble("no database", "synpunkt-admin setup") { $0.files[database] = nil },
    Trouble("backups of a clock that was ahead only", "named after a time to come") {
      $0.files["/var/backups/synpunkt/synpunkt-2036-01-01T003000Z.sqlite"] =
        $0.files.removeValue(forKey: HealthyHost.backup)
    },
    Trouble("empty database", "synpunkt-admin restore FILE") { $0.files[database]?.size = 0 },
    Trouble("database others read", "chmod 600 \(database)") { $0.files[database]?.mode = 0o644 },
    Trouble("database of root", "chown synpunkt: \(database)") {
      $0.files[database]?.owner = "root"
    },
    Trouble("a folder for a database", "move it away") { $0.files[database]?.isFolder = true },
    Trouble("open folder", "chmod 700 /var/lib/synpunkt") {
      $0.files["/var/lib/synpunkt"]?.mode = 0o755
    },
    Trouble("file of root beside it", "chown synpunkt: \(database)-wal") {
      $0.files[database + "-wal"]?.owner = "root"
    },
    Trouble("file others read beside it", "chmod 600 \(database)-wal") {
      $0.files[database + "-wal"]?.mode = 0o640
    },
    Trouble("keys of its own", "remove it") {
      $0.files["/var/lib/synpunkt/.ssh"] = HealthyHost.folder("synpunkt", 0o700)
    },
    Trouble("backup others read", "chmod 600 \(HealthyHost.backup)") {
      $0.files[HealthyHost.backup]?.mode = 0o644
    },
    Trouble("sudoers others read", "chmod 440 /etc/sudoers.d/synpunkt") {
      $0.files["/etc/sudoers.d/synpunkt"]?.mode = 0o644
    },
  ]

  private static let keys = "/usr/sbin/sshd -T -C user=synpunkt,host=localhost,addr=127.0.0.1"
  private static let logins = "/usr/sbin/sshd -T -C user=asa.lind,host=localhost,addr=127.0.0.1"

  private static func sshd(
    _ name: String, _ command: String, _ line: String, _ other: String
  ) -> Trouble {
    Trouble(name, String(line.prefix { $0 != " " })) { host in
      let text = host.answers[command]?.text ?? ""
      host.answers[command]?.text = text.replacing(line, with: other)
    }
  }

  static let access = [
    Trouble("no shell", "usermod --shell /bin/sh synpunkt") {
      $0.accounts["synpunkt"]?.shell = "/usr/sbin/nologin"
    },
    Trouble("another home", "usermod --home") { $0.accounts["synpunkt"]?.home = "/home/synpunkt" },
    Trouble("a password", "usermod --lock synpunkt") {
      $0.answers["/usr/bin/passwd --status synpunkt"] = HealthyHost.said("synpunkt P 2026-11-24")
    },
    Trouble("no account", "apt install --reinstall") { $0.accounts["synpunkt"] = nil },
    Trouble("no group", "addgroup --system synpunkt-users") { $0.members = nil },
    Trouble("sshd is silent", "(no hostkeys): mend sshd's settings") {
      $0.answers[keys] = HealthyHost.said("no hostkeys\r\nexiting\r\n", 1)
    },
    sshd("passwords", keys, "authenticationmethods publickey", "authenticationmethods any"),
    sshd("key files", keys, "authorizedkeysfile none", "authorizedkeysfile .ssh/keys"),
    sshd("no key command", keys, "authorizedkeyscommand /usr/bin/synpunkt keys", "x y"),
    sshd("forwarding", logins, "disableforwarding yes", "disableforwarding no"),
    sshd("user rc", logins, "permituserrc no", "permituserrc yes"),
    sshd("no command", logins, "forcecommand", "x"),
    Trouble("sudoers in disorder", "(syntax error near line 3): mend them") {
      $0.answers["/usr/sbin/visudo -c"] = HealthyHost.said(
        "/etc/sudoers: parsed OK\nsyntax error near line 3", 1)
    },
    Trouble("the account has sudo", "take that rule away") {
      $0.answers["/usr/bin/sudo -n -l -U synpunkt"] = HealthyHost.said(
        "User synpunkt may run the following commands on host:\n    (ALL) ALL")
    },
    Trouble("no rule", "/etc/sudoers.d/synpunkt") {
      $0.answers["/usr/bin/sudo -n -l -U asa.lind"] = HealthyHost.said("not allowed", 1)
    },
  ]

  static let system = [
    Trouble("no locale", "apt install libc-bin") { $0.locales = [] },
    Trouble("no PuTTY", "apt install ncurses-base ncurses-term") {
      $0.files["/usr/share/terminfo/p/putty"] = nil
    },
    Trouble("no systemd", "by other means") { $0.files["/run/systemd/system"] = nil },
    Trouble("timer off", "systemctl enable --now synpunkt-head.timer") {
      $0.answers["/usr/bin/systemctl is-enabled synpunkt-head.timer"] = HealthyHost.said(
        "disabled\n", 1)
    },
    Trouble("timer masked", "systemctl unmask synpunkt-head.timer && systemctl enable --now") {
      $0.answers["/usr/bin/systemctl is-enabled synpunkt-head.timer"] = HealthyHost.said(
        "masked\n", 1)
    },
    Trouble("timer stopped", "systemctl enable --now synpunkt-backup.timer") {
      $0.answers["/usr/bin/systemctl is-active synpunkt-backup.timer"] = HealthyHost.said(
        "inactive\n", 3)
    },
    Trouble("backup failed", "mend it, systemctl start synpunkt-backup") {
      $0.answers["/usr/bin/systemctl is-failed synpunkt-backup.service"] = HealthyHost.said(
        "failed\n")
    },
    Trouble("no backup", "systemctl start synpunkt-backup") {
      $0.files[HealthyHost.backup] = nil
    },
    Trouble("backup of the day before", "is 47 hours old") {
      let modified = HealthyHost.now.milliseconds - 48 * 3_600_000 + 1
      $0.files[HealthyHost.backup]?.modified = Instant(milliseconds: modified)
    },
    Trouble("old backup", "is 3 days old") {
      let modified = HealthyHost.now.milliseconds - 80 * 3_600_000
      $0.files[HealthyHost.backup]?.modified = Instant(milliseconds: modified)
    },
    Trouble("broken record", "WRONG  record: event 3: fel. synpunkt-admin verify says all") {
      $0.recordProblem = "event 3: fel. synpunkt-admin verify says all"
    },
  ]

  @Test func bothDisksAreLookedAt() {
    var host = HealthyHost()
    host.free = 900_000_000
    #expect(host.problems().map(\.subject) == ["free disk at /var/lib/synpunkt"])
    host.free = 400_000_000
    #expect(host.problems().count == 2)
  }

  @Test func withNobodyInTheGroupItSaysThatItCouldNotTry() {
    var host = HealthyHost()
    host.members = []
    #expect(host.problems() == [])
    #expect(host.findings().filter { $0.line.contains("nobody is listed") }.count == 2)
  }

  @Test func aRecordThatIsNotThereIsSaidOnce() {
    var host = HealthyHost()
    host.files["/var/lib/synpunkt/synpunkt.sqlite"] = nil
    host.recordProblem = "would not be asked for"
    #expect(host.problems().count == 1)
  }
}
