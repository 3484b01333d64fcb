import ArgumentParser
import Glibc

/// The front on the person's database.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the front (the default).")

  @OptionGroup var database: DatabaseOption

  func run() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Failure(
        "synpunkt behöver en terminal. Utan terminal finns synpunkt list, show och fler: "
          + "se synpunkt --help.")
    }
    try FrontLoop(session: try database.session()).run()
  }
}
