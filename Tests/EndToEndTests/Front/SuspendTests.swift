import Foundation
import Testing

extension FrontSuite {
  /// Ctrl-Z in a shell with job control, and fg: text, screen and terminal are as they were.
  @Suite struct SuspendTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    /// Runs a line of the shell, and waits until it has written a file; then the window is empty,
    /// so that what the shell says next is new.
    private func modes(_ screen: Screen, _ name: String) throws -> String {
      try screen.type("stty -g >'\(place.folder)/\(name)'; echo \(name)-klar")
      try screen.press("Enter")
      try screen.waitFor("\n\(name)-klar")
      try screen.type("clear")
      try screen.press("Enter")
      try screen.waitFor("redo>", without: "klar")
      return try String(contentsOfFile: "\(place.folder)/\(name)", encoding: .utf8)
    }

    /// The process that the shell runs.
    private func job(of screen: Screen) throws -> pid_t {
      let children = "/proc/\(screen.pid)/task/\(screen.pid)/children"
      let text = try String(contentsOfFile: children, encoding: .utf8)
      return try #require(text.split(separator: " ").compactMap { pid_t($0) }.last)
    }

    @Test func ctrlZAndBack() throws {
      _ = try place.register("a.eml", MailFile(subject: "Grop").text)
      let screen = try Screen(
        ["--norc", "--noprofile", "-i"],
        environment: place.environment.merging(["PS1": "redo> "]) { $1 }, by: ["bash"])
      try screen.waitFor("redo>")
      let before = try modes(screen, "innan")
      try screen.type(Program.path)
      try screen.press("Enter")
      try screen.waitForSelection("Grop")
      try screen.press("o")
      try screen.press("n")
      try screen.waitFor("b beröm")
      try screen.press("o")
      try screen.waitFor("Enter:")
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Mitt i en mening")
      try screen.waitFor("Mitt i en mening")

      // In a text Ctrl-Z takes back what was typed; somebody else can suspend it all the same.
      let shown = try screen.settledText()
      kill(try job(of: screen), SIGTSTP)
      try screen.waitFor("Stopped")
      #expect(try modes(screen, "stannat") == before)
      try screen.type("fg")
      try screen.press("Enter")
      try screen.waitFor("Mitt i en mening", without: "Stopped")
      try screen.waitForSame(as: shown)

      try screen.press("Escape")
      try screen.waitFor("påbörjat: intern anteckning")
      let matter = try screen.settledText()
      try screen.press("C-z")
      try screen.waitFor("Stopped")
      #expect(try modes(screen, "pausat") == before)
      try screen.type("fg")
      try screen.press("Enter")
      try screen.waitFor("påbörjat: intern anteckning", without: "Stopped")
      try screen.waitForSame(as: matter)
      try screen.press("i")
      try screen.waitFor("Mitt i en mening")

      // What was never continued is on disk.
      kill(try job(of: screen), SIGTSTP)
      try screen.waitFor("Stopped")
      kill(try job(of: screen), SIGKILL)
      // The shell tells of it with the next prompt after it has heard of it.
      while try !screen.text().contains("Killed") { try screen.press("Enter") }
      #expect(try modes(screen, "dödat") == before)
      try screen.type("clear; " + Program.path)
      try screen.press("Enter")
      try screen.waitForSelection("Mitt i en mening")
      try screen.press("Escape")
      try screen.waitForSelection("Grop")
      try screen.press("q")
      try screen.waitFor("redo>", without: "Grop")
      #expect(try modes(screen, "efter") == before)
    }
  }
}
