import Foundation
import Testing

/// The timers and services of the package.
@Suite(.needs(.systemdAnalyze)) struct UnitTests {
  let place: Place

  /// Copies of the units in which the program is the one that was built.
  init() throws {
    try Tool.systemdAnalyze.require()
    place = try Place()
    let folder = Program.file("Resources/packaging/systemd")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let unit = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      try place.write(name, unit.replacing("=/usr/bin/synpunkt", with: "=\(Program.path)"))
    }
  }

  private func analyze(_ arguments: String...) throws -> Program.Outcome {
    try Child(["systemd-analyze"] + arguments).finish()
  }

  @Test(arguments: ["synpunkt-backup", "synpunkt-head"])
  func systemdHasNothingToSay(name: String) throws {
    for kind in ["service", "timer"] {
      let outcome = try analyze("verify", "--man=no", "\(place.folder)/\(name).\(kind)")
      #expect(outcome.status == 0)
      #expect(outcome.text.isEmpty && outcome.complaint.isEmpty, "\(outcome.complaint)")
    }
  }

  @Test(arguments: ["synpunkt-backup", "synpunkt-head"])
  func littleIsExposed(name: String) throws {
    let outcome = try analyze(
      "security", "--offline=yes", "--threshold=10", "\(place.folder)/\(name).service")
    #expect(outcome.status == 0, "\(outcome.text.suffix(200))")
  }
}
