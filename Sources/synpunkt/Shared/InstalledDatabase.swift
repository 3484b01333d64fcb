import Glibc
import Store

/// The database of an installed host: one place, one owner, reached through the program only.
enum InstalledDatabase {
  /// The service account.
  static let account = HostDatabase.account
  /// The database.
  static let path = HostDatabase.installed.path

  /// The users as whom the program serves others.
  ///
  /// They are the owner of the database or of its folder, and the service account; never root.
  static var owners: Set<uid_t> {
    var info = stat()
    var owners = Set([number(of: account)].compactMap { $0 })
    for file in [HostDatabase.folder, path] where lstat(file, &info) == 0 {
      owners.insert(info.st_uid)
    }
    return owners.subtracting([0])
  }

  /// The number of a user; nil when there is none.
  static func number(of login: String) -> uid_t? { getpwnam(login)?.pointee.pw_uid }

  /// Refuses a database that others than the owner could reach.
  ///
  /// That it is missing or empty, the store says.
  ///
  /// - Throws: `Failure` that says what to do.
  static func require() throws(Failure) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_uid == getuid(), info.st_mode & 0o077 == 0
    else {
      throw Failure(
        "Databasen \(path) ska vara en vanlig fil som tillhör tjänsten och som ingen annan når "
          + "(0600): be systemförvaltaren rätta det.")
    }
  }
}
