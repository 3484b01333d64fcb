extension Doctor {
  private struct Wanted {
    let path: String
    var isFolder = false
    let owner: String
    let mode: UInt32
    var remedy = "apt install --reinstall ./synpunkt_*.deb"
  }

  private var wanted: [Wanted] {
    [
      Wanted(path: Self.program, owner: "root", mode: 0o755),
      Wanted(path: Self.sshdFile, owner: "root", mode: 0o644, remedy: settingsRemedy),
      Wanted(path: Self.sudoersFile, owner: "root", mode: 0o440, remedy: settingsRemedy),
      folder(Self.folder), folder(backups),
      Wanted(path: database, owner: Self.account, mode: 0o600, remedy: databaseRemedy),
    ]
  }

  /// A file of settings that was removed stays so, unless dpkg is asked for it.
  private var settingsRemedy: String {
    "apt install --reinstall -o Dpkg::Options::=--force-confmiss ./synpunkt_*.deb"
  }

  private func folder(_ path: String) -> Wanted {
    let make = "install -d -o \(Self.account) -g \(Self.account) -m 700 \(path)"
    return Wanted(path: path, isFolder: true, owner: Self.account, mode: 0o700, remedy: make)
  }

  private var databaseRemedy: String {
    let restore = "synpunkt-admin restore FILE puts a backup from \(backups) back"
    return "synpunkt-admin setup makes the first one, and \(restore)"
  }

  /// Owners and permissions.
  func files() -> [Finding] {
    wanted.map(check) + [Self.folder, backups].flatMap(strangers)
  }

  private func check(_ wanted: Wanted) -> Finding {
    let path = wanted.path
    guard let file = view.file(path) else { return .wrong(path, "it is missing: \(wanted.remedy)") }
    if file.isFolder != wanted.isFolder {
      return .wrong(path, "it is no \(wanted.isFolder ? "folder" : "file"): move it away")
    }
    if path == database, file.size == 0 {
      return .wrong(path, "it is empty: \(databaseRemedy)")
    }
    return Finding(subject: path, problem: problem(file, path, wanted.owner, wanted.mode))
  }

  private func problem(
    _ file: HostView.File, _ path: String, _ owner: String, _ mode: UInt32
  ) -> String? {
    if file.owner != owner {
      return "it belongs to \(file.owner): chown \(owner): \(path)"
    }
    guard file.mode != mode else { return nil }
    let text = String(file.mode, radix: 8)
    return "its mode is \(text): chmod \(String(mode, radix: 8)) \(path)"
  }

  /// Files in the service's folders that others can reach, or that open the account.
  private func strangers(_ folder: String) -> [Finding] {
    view.names(folder).compactMap { name in
      let path = "\(folder)/\(name)"
      guard path != database, let file = view.file(path) else { return nil }
      if name == ".ssh" {
        return .wrong(path, "keys in it could open the account: remove it")
      }
      let mode: UInt32 = file.isFolder ? 0o700 : 0o600
      let kept = file.mode & 0o077 == 0 ? file.mode : mode
      return problem(file, path, Self.account, kept).map { .wrong(path, $0) }
    }
  }
}
