import Foundation

/// A table beside the tests.
enum Fixture {
  /// The rows of a table as tab-separated fields.
  static func rows(_ name: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t").map(String.init)
    }
  }
}
