import Foundation
import Testing

/// A demo database, made once by the program and copied for each test that wants one.
enum Demo {
  private static let made: Result<Place, any Error> = Result {
    let place = try Place()
    let outcome = try Program.run(
      ["demo", "--database", place.folder + "/demo.sqlite"], environment: place.environment)
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
    // What is made once is not given up when a test ends, but when all have.
    atexit { try? FileManager.default.removeItem(atPath: Demo.folder ?? "") }
    return place
  }

  private static var folder: String? { try? made.get().folder }

  /// Copies the demo into a folder.
  ///
  /// - Returns: The path of the database.
  static func copy(to folder: String) throws -> String {
    let path = folder + "/demo.sqlite"
    let source = try made.get().folder + "/demo.sqlite"
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: source + suffix) {
      try FileManager.default.copyItem(atPath: source + suffix, toPath: path + suffix)
    }
    return path
  }
}
