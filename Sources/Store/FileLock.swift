internal import Glibc

/// A lock between processes: `flock` on a file beside the database.
///
/// The kernel lets go of it when the process ends, however that happens, so nothing stays behind.
enum FileLock {
  /// Runs `body` while no other process holds the lock.
  ///
  /// - Parameters:
  ///   - path: The lock file, made with `mode` when it is missing and never removed.
  ///   - mode: The permissions of a new file.
  ///   - patience: How long to wait for others.
  ///   - body: What to do meanwhile.
  /// - Returns: What `body` returns.
  /// - Throws: `.unwritable` when the file cannot be made, `.busy` when others hold it too long,
  ///   and what `body` throws.
  static func holding<Result>(
    _ path: String, mode: mode_t, patience: Duration, _ body: () throws -> Result
  ) throws -> Result {
    let flags = O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = Glibc.open(path, flags, mode)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
    defer { close(descriptor) }
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR else {
        throw StoreError(errno: reason, path: path)
      }
      guard ContinuousClock.now < deadline else { throw StoreError.busy }
      usleep(5_000)
    }
    return try body()
  }
}
