import ArgumentParser
import Glibc
import Terminal

/// The front on the person's database.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the front (the default).")

  @OptionGroup var database: DatabaseOption

  func run() throws { try Self.front(on: database.database) }

  /// Opens the front on a database, or on the person's own.
  static func front(on database: String?) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Failure(TerminalError.notATerminal.sentence)
    }
    let environment = Environment.live
    let session = try Session(path: environment.databasePath(database), environment: environment)
    try FrontLoop(session: session).run()
  }
}
