internal import Domain
internal import Store

/// Checks an installed host, and says what to do about what is wrong.
public struct Doctor {
  static let account = HostDatabase.account
  static let group = "synpunkt-users"
  static let program = "/usr/bin/synpunkt"
  static let folder = HostDatabase.folder
  static let sshdFile = "/etc/ssh/sshd_config.d/synpunkt.conf"
  static let sudoersFile = "/etc/sudoers.d/synpunkt"

  let database = HostDatabase.installed.path
  let backups = HostDatabase.installed.backups
  let view: HostView

  /// Makes a doctor who sees a host.
  public init(view: HostView) {
    self.view = view
  }

  /// Looks at everything.
  public func findings() -> [Finding] {
    files() + [accounts()] + sshd() + sudo() + [locale(), terminfo()] + timers() + disks()
      + [lastBackup()] + record()
  }

  private func record() -> [Finding] {
    // That it is missing has been said.
    guard let file = view.file(database), file.size > 0 else { return [] }
    if let problem = view.recordProblem() { return [.wrong("record", problem)] }
    return [.fine("record: every table follows from the events, and the chain holds")]
  }

  private func lastBackup() -> Finding {
    let subject = "last backup"
    let make = "systemctl start synpunkt-backup, and see journalctl -u synpunkt-backup"
    let names = view.names(backups).filter(BackupName.isBackup)
    // One that a wrong clock has put ahead of time would hide for ever that no more are made.
    let made = names.filter { $0 <= BackupName.at(view.now) }.max()
    guard let name = made, let file = view.file("\(backups)/\(name)") else {
      let which = names.isEmpty ? "none" : "none but such as are named after a time to come"
      return .wrong(subject, "there is \(which) in \(backups): \(make)")
    }
    let hours = (view.now.milliseconds - file.modified.milliseconds) / 3_600_000
    guard hours < 36 else {
      let age = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
      return .wrong(subject, "\(name) is \(age) old: \(make)")
    }
    return .fine("\(subject): \(name)")
  }

  private func disks() -> [Finding] {
    let size = view.file(database)?.size ?? 0
    return [(Self.folder, 3), (backups, 2)].map { folder, times in
      let subject = "free disk at \(folder)"
      guard let free = view.freeBytes(folder) else {
        return .wrong(subject, "it cannot be told: see whether the folder is there")
      }
      let wanted = max(500_000_000, size * times)
      guard free >= wanted else {
        return .wrong(
          subject,
          "\(free / 1_000_000) MB are free and \(wanted / 1_000_000) MB should be: make room")
      }
      return .fine(subject)
    }
  }
}
