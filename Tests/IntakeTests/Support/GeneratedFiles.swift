import Domain
import Foundation
import Intake
import Testing

/// Mails and forms made by the generator in Python, with what each should be read as.
struct GeneratedFiles {
  /// What a generated file should be read as.
  struct Expected: Decodable, Sendable, CustomTestStringConvertible {
    var file: String
    var outcome: String
    var reason: String?
    var channel: String?
    var text: String?
    var title: String?
    var senderName: String?
    var senderEmail: String?
    var replyVia: String?
    var anonymous: Bool?
    var arrivedOn: String?
    var category: String?
    var unit: String?
    var formFamily: String?
    var key: String?
    var files: [File]?

    struct File: Decodable, Sendable {
      var name: String
      var content: Data?
    }

    var testDescription: String { file }
  }

  /// The folder they lie in.
  let folder: URL
  /// What each should be read as.
  let expected: [Expected]

  /// The day the generator counts from.
  static let today = CivilDay(iso: "2026-11-01") ?? CivilDay(number: 0)

  /// Runs the generator.
  init(count: Int, seed: Int) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("synpunkt-intake-\(UUID().uuidString)")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Generator/generate.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      script.path, folder.path, "--count", "\(count)", "--seed", "\(seed)",
      "--today", Self.today.iso,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the generator failed")
    expected = try JSONDecoder().decode(
      [Expected].self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }

  /// The bytes of a file.
  func bytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appendingPathComponent(file)))
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }
}
