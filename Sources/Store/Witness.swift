internal import Glibc

/// A file beside the database with the heads of its chains, written after each commit.
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

  /// Writes the heads.
  ///
  /// What cannot be written is let be: the commit is made, and a witness may be behind.
  func write(_ heads: [Head]) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = Glibc.open(path, flags, mode)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(heads.map { $0.line + "\n" }.joined().utf8)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// The heads that were written last; none when there are none to be read.
  func read() -> [Head] {
    var last = text()
    // Another process may be writing; what is read twice alike is whole.
    for _ in 0..<10 {
      let next = text()
      if next == last { break }
      last = next
    }
    return last.split(separator: "\n").compactMap { Head(line: $0) }
  }

  /// Forgets, because the record is another one.
  func remove() { unlink(path) }

  /// The whole lines of the file.
  private func text() -> String {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0, let end = bytes[..<count].lastIndex(of: 0x0A) else { return "" }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
