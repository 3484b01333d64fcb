import Foundation
import Testing

/// A small file system that is full when it is full.
final class SmallDisk {
  let place: Place
  var path: String { place.folder + "/disk" }
  /// What the program sees of an environment, with the database on the disk.
  var environment: [String: String] {
    place.environment.merging(["SYNPUNKT_DATABASE": path + "/synpunkt.sqlite"]) { $1 }
  }

  init(kilobytes: Int) throws {
    try Tool.mount.require()
    place = try Place()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let options = "size=\(kilobytes)k"
    let outcome = try Child(
      ["mount", "-t", "tmpfs", "-o", options, "synpunkt-test", path]
    ).finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
  }

  deinit { _ = try? Child(["umount", "-l", path]).finish() }

  func run(_ arguments: [String], input: String = "") throws -> Program.Outcome {
    try Program.run(
      arguments, input: input.data, environment: environment)
  }

  /// Takes all room that is left.
  func fill() throws {
    try Data().write(to: URL(fileURLWithPath: path + "/filler"))
    let file = try #require(FileHandle(forWritingAtPath: path + "/filler"))
    for size in [65_536, 4_096] {
      while (try? file.write(contentsOf: Data(count: size))) != nil {}
    }
    try file.close()
  }

  /// Gives the room back.
  func clear() throws { try FileManager.default.removeItem(atPath: path + "/filler") }
}
