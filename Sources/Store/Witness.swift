internal import Glibc

/// A file beside the database with the head of its chain, written after each commit.
///
/// A WAL that is cut off, or in which a byte has changed, is to SQLite one that ends there: what was
/// committed after that place is gone without a word. This file tells that it was there.
///
/// It is written when the commit is on the disk, and nobody waits for it. So it may be behind the
/// record, but never ahead.
struct Witness {
  private let path: String
  private let mode: mode_t

  /// The witness of a database.
  init(of database: String) {
    path = database + ".head"
    mode = DatabaseFile(path: database).mode
  }

  /// Writes a head.
  ///
  /// What cannot be written is let be: the commit is made, and a witness may be behind.
  func write(_ head: Head) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = Glibc.open(path, flags, mode)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array((head.line + "\n").utf8)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// The head that was written last; nil when there is none to be read.
  func read() -> Head? {
    var last = line()
    // Another process may be writing; what is read twice alike is whole.
    for _ in 0..<10 {
      let next = line()
      if next == last { break }
      last = next
    }
    return last.flatMap { Head(line: $0) }
  }

  /// Forgets, because the record is another one.
  func remove() { unlink(path) }

  private func line() -> String? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0, let end = bytes[..<count].firstIndex(of: 0x0A) else { return nil }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
