import Foundation
import Terminal
import Testing

@testable import Interface

/// A screen as text in a file beside the tests.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the files anew and fails: look at them before they are
/// kept.
enum Snapshot {
  /// Compares what the terminal shows with the file.
  static func expect(
    _ session: Session, _ name: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let size = session.surface.size
    let file = folder.appending(path: "\(name).\(size.columns)x\(size.rows).txt")
    let now = text(of: session)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(now.utf8).write(to: file)
        Issue.record("Recorded \(file.lastPathComponent)", sourceLocation: location)
      } catch {
        Issue.record("Could not record \(file.path): \(error)", sourceLocation: location)
      }
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("There is no \(file.lastPathComponent) yet", sourceLocation: location)
      return
    }
    let before = String(decoding: data, as: UTF8.self)
    guard before != now else { return }
    Issue.record(
      "\(file.lastPathComponent) differs:\n\(difference(from: before, to: now))",
      sourceLocation: location)
  }

  /// The rows, and below them where the cursor stands, counted from one.
  private static func text(of session: Session) -> String {
    let cursor = session.surface.cursor.map { "rad \($0.row + 1), kolumn \($0.column + 1)" }
    return session.screen.joined(separator: "\n") + "\n\nMarkören: \(cursor ?? "ingen")\n"
  }

  /// The rows that differ: `-` as the file has it, `+` as it is.
  private static func difference(from before: String, to now: String) -> String {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).flatMap { row -> [String] in
      let left = row < old.count ? old[row] : nil
      let right = row < new.count ? new[row] : nil
      guard left != right else { return [] }
      return ["row \(row + 1):", left.map { "  - \($0)" }, right.map { "  + \($0)" }]
        .compactMap { $0 }
    }.joined(separator: "\n")
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots")
}
