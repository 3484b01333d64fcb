internal import Glibc

/// The file of a database, before SQLite sees it.
struct DatabaseFile {
  /// Where it lies.
  let path: String

  /// Its permissions; the files beside it get the same.
  var mode: mode_t {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o666 : 0o600
  }

  /// Its size in bytes; nil when it is not there.
  var size: Int? {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  /// The newest backup, where the database is the installed host's.
  var lastBackup: String? {
    HostDatabase.installed.isAt(path) ? HostDatabase.installed.newestBackup : nil
  }

  /// Whether the disk has room for anything more.
  var hasRoom: Bool {
    var disk = statvfs()
    return statvfs(path, &disk) != 0 || disk.f_bavail * disk.f_bsize >= 65_536
  }

  /// Refuses a file that is missing or empty although there was a record.
  ///
  /// So it is on an installed host, and where its WAL or its witness still lies beside it. SQLite
  /// would throw such a WAL away.
  ///
  /// - Throws: `.lost`.
  func requireNotLost(host: HostDatabase = .installed) throws(StoreError) {
    var info = stat()
    let isThere = stat(path, &info) == 0
    guard isThere ? info.st_mode & S_IFMT == S_IFREG && info.st_size == 0 : errno == ENOENT else {
      return
    }
    let isHost = host.isAt(path)
    let hasWAL = (DatabaseFile(path: path + "-wal").size ?? 0) > 0
    guard isHost || hasWAL || Witness(of: path).read().contains(where: { $0.row > 0 }) else {
      return
    }
    // Another process may have made all of it between the two looks; the file comes first.
    if let size, size > 0 { return }
    throw .lost(path, isThere ? .empty : .missing, backup: isHost ? host.newestBackup : nil)
  }

  /// What to throw when SQLite cannot make sense of it.
  func unreadable() -> StoreError {
    HostDatabase.installed.isAt(path)
      ? .lost(path, .unreadable, backup: lastBackup) : .notADatabase(path)
  }

  /// Refuses to make files in a folder that is another account's: they would be the wrong one's.
  ///
  /// - Throws: `.unwritable`.
  func requireOwnFolder() throws(StoreError) {
    var info = stat()
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard stat(folder, &info) == 0, info.st_uid != geteuid() else { return }
    throw .unwritable(folder, reason: "mappen är ett annat kontos, som synpunkt-admin kör som")
  }

  /// Makes the file (0600), and its folder (0700), when they are missing.
  ///
  /// - Throws: `.unwritable` or `.diskFull`.
  func makeIfMissing() throws(StoreError) {
    var info = stat()
    if stat(path, &info) == 0 { return }
    guard errno == ENOENT else { throw StoreError(errno: errno, path: path) }
    try makeFolder()
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // Another process may have been faster; then it is as good as ours.
    guard descriptor >= 0 || errno == EEXIST else { throw StoreError(errno: errno, path: path) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes its folder (0700), and those above, when they are missing.
  ///
  /// - Throws: `.unwritable` or `.diskFull`.
  func makeFolder() throws(StoreError) {
    try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
  }

  private func makeFolder(_ folder: String) throws(StoreError) {
    guard !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let cut = folder.lastIndex(of: "/") else {
      throw StoreError(errno: errno, path: folder)
    }
    try makeFolder(String(folder[..<cut]))
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw StoreError(errno: errno, path: folder)
    }
  }

  /// Refuses what cannot be one of our databases before anything is written beside it: what is no
  /// regular file, a file with other magic bytes, and one that may not be read and written.
  ///
  /// An empty file is as good as none.
  ///
  /// - Parameter writable: Whether it must be one that may be written.
  /// - Throws: `.notADatabase` or `.unwritable`.
  func requirePlausible(writable: Bool = true) throws(StoreError) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw StoreError(errno: errno, path: path) }
    if info.st_mode & S_IFMT == S_IFDIR { throw StoreError(errno: EISDIR, path: path) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notADatabase(path) }
    let rights = writable ? R_OK | W_OK : R_OK
    guard access(path, rights) == 0 else { throw StoreError(errno: errno, path: path) }
    guard info.st_size > 0 else { return }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 16)
    guard read(descriptor, &head, 16) == 16, head == Array("SQLite format 3\0".utf8) else {
      throw unreadable()
    }
  }
}
