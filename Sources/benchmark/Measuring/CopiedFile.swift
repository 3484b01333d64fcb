import Glibc

/// Copies of files.
enum CopiedFile {
  /// Copies a database that nobody has open, with what has not been brought into the file yet.
  static func copyDatabase(_ from: String, to: String) throws {
    for suffix in ["", "-wal"] where access(from + suffix, F_OK) == 0 {
      try copy(from + suffix, to: to + suffix)
    }
  }

  /// Copies a file that nobody has open.
  static func copy(_ from: String, to: String, mode: mode_t = 0o600) throws {
    let source = open(from, O_RDONLY | O_CLOEXEC)
    let target = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    defer {
      close(source)
      close(target)
    }
    while case let count = sendfile(target, source, nil, 1 << 30), count != 0 {
      guard count > 0 else { throw Failed("cannot copy \(from)") }
    }
    // What the disk still has to write is not the program's.
    fsync(target)
  }
}
