public import Domain
internal import Glibc
internal import Store

extension HostView {
  /// The host on which the program runs; root's view.
  public static func live(now: Instant) -> HostView {
    HostView(
      now: now, file: liveFile, names: FolderNames.all, account: liveAccount, members: liveMembers,
      freeBytes: { path in
        var disk = statvfs()
        return statvfs(path, &disk) == 0 ? Int(disk.f_bavail * disk.f_frsize) : nil
      },
      hasLocale: { name in
        guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return false }
        freelocale(locale)
        return true
      },
      run: Command.run, recordProblem: liveRecordProblem)
  }

  private static func liveFile(_ path: String) -> File? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    // A link is as good as what it leads to, but for whose it is.
    if info.st_mode & S_IFMT == S_IFLNK, stat(path, &info) != 0 { return nil }
    let name = getpwuid(info.st_uid).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    let seconds = Int64(info.st_mtim.tv_sec)
    return File(
      isFolder: info.st_mode & S_IFMT == S_IFDIR, owner: name ?? "uid \(info.st_uid)",
      mode: info.st_mode & 0o7777, size: Int(info.st_size),
      modified: Instant(milliseconds: seconds * 1_000))
  }

  private static func liveAccount(_ login: String) -> Account? {
    guard let entry = getpwnam(login)?.pointee, let home = entry.pw_dir, let shell = entry.pw_shell
    else { return nil }
    return Account(home: String(cString: home), shell: String(cString: shell))
  }

  private static func liveMembers(_ group: String) -> [String]? {
    guard let entry = getgrnam(group), var next = entry.pointee.gr_mem else { return nil }
    var names: [String] = []
    while let name = next.pointee {
      names.append(String(cString: name))
      next += 1
    }
    return names
  }

  /// Checks the record as its owner, so that root makes no file in a folder that is not root's.
  private static func liveRecordProblem() -> String? {
    guard let owner = getpwnam(Doctor.account)?.pointee else { return "there is no account for it" }
    guard setegid(owner.pw_gid) == 0, seteuid(owner.pw_uid) == 0 else {
      return "the doctor cannot become \(Doctor.account): run it as root"
    }
    defer { if seteuid(0) != 0 || setegid(0) != 0 { abort() } }
    do {
      let faults = try Store.verify(at: HostDatabase.installed.path)
      guard let first = faults.first else { return nil }
      return "\(first.sentence) synpunkt-admin verify says all (\(faults.count) in number)"
    } catch {
      return error.sentence
    }
  }
}
