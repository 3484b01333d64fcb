import Foundation
import Testing

/// A folder of the test's own with a database in it; removed with the value.
final class Place: Sendable {
  /// The folder.
  let folder: String

  init() throws {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    folder = "\(base)/synpunkt-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The database.
  var database: String { folder + "/synpunkt.sqlite" }

  /// What the program sees of an environment: this database, and a home without anything in it.
  var environment: [String: String] {
    ["SYNPUNKT_DATABASE": database, "HOME": folder + "/home", "TMPDIR": folder]
  }

  /// Runs the program on the database.
  func run(
    _ arguments: String..., input: String = "", also environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try run(arguments, input: input, also: environment)
  }

  /// Runs the program on the database.
  func run(
    _ arguments: [String], input: String = "", also environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(
      arguments, input: input.data,
      environment: self.environment.merging(environment) { $1 })
  }

  /// Runs the program, and expects that it does what it was asked.
  @discardableResult
  func succeed(
    _ arguments: String..., input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try run(arguments, input: input)
    #expect(
      outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.complaint)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// Writes a file in the folder.
  ///
  /// - Returns: Its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.data) }

  /// Writes a file in the folder.
  ///
  /// - Returns: Its path.
  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let path = "\(folder)/\(name)"
    try data.write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The permissions of a file, and of nothing else.
  func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  /// Expects that the database holds together.
  func expectVerified(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let outcome = try run("verify")
    #expect(
      outcome.status == 0, "\(outcome.text)\(outcome.complaint)", sourceLocation: sourceLocation)
  }
}
