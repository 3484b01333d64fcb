internal import Glibc

/// A file that is being made: under a name of its own until it is whole, so that nobody ever takes
/// half a file for a whole one.
///
/// It is locked while it is made, so what a killed process left behind can be told from what another
/// is making.
final class PartialFile {
  /// The name while it is made.
  let path: String
  private let destination: String
  private let lock: Int32

  /// Makes an empty file (0600) beside the place where it shall be.
  ///
  /// - Throws: `.unwritable` when the place is taken or cannot be written, `.busy` when another
  ///   process is making the same file, `.diskFull`.
  init(for destination: String) throws(StoreError) {
    if Self.isTaken(destination) { throw Self.taken(destination) }
    self.destination = destination
    path = destination + ".partial"
    lock = try Self.empty(path)
  }

  private static func empty(_ path: String) throws(StoreError) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let lock = Glibc.open(path, flags, 0o600)
    guard lock >= 0 else { throw StoreError(errno: errno, path: path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw .busy
    }
    guard fchmod(lock, 0o600) == 0, ftruncate(lock, 0) == 0 else {
      let reason = errno
      close(lock)
      throw StoreError(errno: reason, path: path)
    }
    return lock
  }

  deinit {
    unlink(path)
    close(lock)
  }

  /// Gives the whole file its name, when it is on the disk.
  ///
  /// - Parameter suffix: What is put to the name.
  /// - Returns: The path.
  /// - Throws: `.unwritable` when the place has been taken meanwhile; `.diskFull`.
  func keep(suffix: String = "") throws(StoreError) -> String {
    let place = destination + suffix
    try flush()
    // A link never takes the place of another file; some file systems have none.
    if link(path, place) != 0 {
      if errno == EEXIST { throw Self.taken(place) }
      guard !Self.isTaken(place), rename(path, place) == 0 else {
        throw StoreError(errno: errno, path: place)
      }
    }
    syncFolder(of: place)
    return place
  }

  /// Gives the whole file a name that another may have.
  func replace(_ place: String) throws(StoreError) {
    try flush()
    guard rename(path, place) == 0 else { throw StoreError(errno: errno, path: place) }
    syncFolder(of: place)
  }

  /// Waits until its bytes are on the disk.
  private func flush() throws(StoreError) {
    guard fsync(lock) == 0 else { throw StoreError(errno: errno, path: path) }
  }

  /// Removes what killed processes have left of backups in a folder.
  static func clean(_ folder: String) {
    for name in BackupName.names(in: folder, suffix: ".partial") {
      let path = "\(folder)/\(name)"
      let lock = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(lock)
    }
  }

  static func isTaken(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  private static func taken(_ path: String) -> StoreError {
    .unwritable(path, reason: "filen finns redan")
  }
}

/// Waits until the names in a file's folder are on the disk.
func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
