import Foundation
import Testing

/// The built program, run as a process of its own.
enum Program {
  /// Where it lies: beside the test bundle, or where `SYNPUNKT_BINARY` says.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["SYNPUNKT_BINARY"] { return path }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("synpunkt").path
  }()

  /// The login name that the program sees.
  static let login: String = {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "root" }
    return String(cString: name)
  }()

  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the repository.
  static func file(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// What a run of the program ended with.
  struct Outcome: Sendable {
    /// The exit status; nil when a signal ended it.
    var status: Int32?
    /// The signal that ended it.
    var signal: Int32?
    var output: Data
    var errors: Data

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var complaint: String { String(decoding: errors, as: UTF8.self) }
    /// Standard output in lines.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the name on the command line.
  ///   - input: What it reads on standard input.
  ///   - environment: All that it sees of an environment, besides a path and a locale.
  ///   - prefix: A command that runs it, with its arguments: `setpriv`, for one.
  ///   - seconds: How long it may take before the test fails.
  /// - Returns: What it said, and how it ended.
  /// - Throws: `Missing` when it cannot be started.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    prefix: [String] = [], seconds: Double = 60
  ) throws -> Outcome {
    let child = try start(arguments, environment: environment, prefix: prefix)
    return try child.finish(input: input, seconds: seconds)
  }

  /// Runs a line of the shell in which `$0` is the program.
  static func shell(
    _ line: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    try Child(["sh", "-c", line, path], environment: environment).finish()
  }

  /// Starts the program, and leaves it running.
  static func start(
    _ arguments: [String], environment: [String: String] = [:], prefix: [String] = []
  ) throws -> Child {
    try Child(prefix + [path] + arguments, environment: environment)
  }
}

/// A file, a tool or a right that a test cannot do without.
struct Missing: Error, CustomStringConvertible {
  var description: String
}

extension String {
  /// The text as bytes, for standard input.
  var data: Data { Data(utf8) }
}
