internal import Domain
internal import Glibc

/// Where the database of an installed host lies, and its backups.
///
/// There a database that is missing or empty is a loss, never a beginning: only
/// ``Store/setUp(at:)`` makes one.
public struct HostDatabase: Sendable {
  /// The file.
  public let path: String
  /// The folder of the backups.
  public let backups: String

  /// The service account, which owns it.
  public static let account: String = Person.service
  /// The folder of the account, where it lies.
  public static let folder = "/var/lib/synpunkt"
  /// What the package sets up.
  public static let installed = HostDatabase(
    path: "\(folder)/synpunkt.sqlite", backups: "/var/backups/synpunkt")

  init(path: String, backups: String) {
    self.path = path
    self.backups = backups
  }

  /// Whether a path leads to it, however it is written.
  func isAt(_ other: String) -> Bool { Self.canonical(other) == Self.canonical(path) }

  /// The newest backup; nil when there is none, or the folder may not be read.
  var newestBackup: String? {
    BackupName.names(in: backups).last.map { "\(backups)/\($0)" }
  }

  /// The path with its folder resolved, where that is there.
  private static func canonical(_ path: String) -> String {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[...$0]) } ?? "."
    let name = path[(cut.map(path.index(after:)) ?? path.startIndex)...]
    guard let resolved = realpath(folder, nil) else { return path }
    defer { free(resolved) }
    return "\(String(cString: resolved))/\(name)"
  }
}
