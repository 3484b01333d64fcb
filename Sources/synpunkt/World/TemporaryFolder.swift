import Glibc
import Store

/// A folder of one's own that is removed with all that is in it.
struct TemporaryFolder {
  /// The path of the folder, made with 0700.
  let path: String

  /// Makes the folder below `TMPDIR`, or below `/tmp`.
  ///
  /// - Throws: `Failure` when it cannot be made.
  init() throws(Failure) {
    let parent = Environment.live.variable("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/synpunkt-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure("Det gick inte att skapa en mapp i \(parent).")
    }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// Removes the files in the folder, and the folder.
  func remove() {
    for name in FolderNames.all(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
