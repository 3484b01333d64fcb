import Domain
import Glibc
import Store

/// A host on which many work at once, by keys on the service account: a copy of a store lies where
/// the package would have it, in a mount namespace of its own.
struct SharedHost {
  /// Where the package has the database.
  static let folder = HostDatabase.folder
  static let database = HostDatabase.installed.path
  /// The service account, which needs no name.
  private static let account: uid_t = 61_234

  /// Puts a copy of the store and of the program into a folder.
  ///
  /// - Parameters:
  ///   - folder: Where; it is made.
  ///   - database: The store.
  ///   - program: The program.
  ///   - organisation: Who works there.
  ///   - now: When that is applied.
  /// - Throws: `Failed`, `StoreError`.
  static func prepare(
    _ folder: String, from database: String, program: String, organisation: Organisation,
    at now: Instant
  ) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Failed("no \(folder)") }
    let copy = folder + "/synpunkt.sqlite"
    for file in files where file != "synpunkt" { unlink("\(folder)/\(file)") }
    try CopiedFile.copyDatabase(database, to: copy)
    try CopiedFile.copy(program, to: folder + "/synpunkt", mode: 0o700)
    try Store.open(at: copy, kind: .ordinary).settle(organisation, at: now)
    guard chown(folder, account, account) == 0 else { throw Failed("only root changes owners") }
    for file in files { chown("\(folder)/\(file)", account, account) }
  }

  /// Removes what was put there.
  static func remove(_ folder: String) {
    for file in files { unlink("\(folder)/\(file)") }
    rmdir(folder)
  }

  private static let files =
    ["synpunkt"]
    + ["", "-wal", "-shm", ".lock", ".head", ".drafts", ".drafts-wal", ".drafts-shm"]
    .map { "synpunkt.sqlite" + $0 }

  /// Runs a command in a namespace where the folder lies in its place.
  ///
  /// - Returns: Its exit status.
  static func enter(_ folder: String, running command: [String]) throws -> Int32? {
    let script = """
      [ -d \(Self.folder) ] || mount -t tmpfs tmpfs /var/lib
      mkdir -p \(Self.folder) && mount --bind "$1" \(Self.folder) && shift && exec "$@"
      """
    let words = ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh", folder] + command
    return try ChildProcess(words, terminal: nil, output: true, database: database).wait()
  }

  /// Opens the front for a person, as sshd would.
  static func session(_ login: PersonID) throws -> PseudoTerminal {
    let service = [
      "/usr/bin/setpriv", "--reuid", "\(account)", "--regid", "\(account)", "--clear-groups",
    ]
    return try PseudoTerminal(
      service + [folder + "/synpunkt", "--as", login], database: database)
  }
}
