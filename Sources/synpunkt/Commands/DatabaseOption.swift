import Access
import ArgumentParser
import Glibc

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database; else SYNPUNKT_DATABASE, else synpunkt.sqlite in the XDG data folder.",
      valueName: "file", visibility: CallingProcess.caller.isShared ? .private : .default))
  var database: String?

  /// Opens it.
  ///
  /// - Parameters:
  ///   - environment: Where the program runs.
  ///   - mayMake: Whether one is made where there is none.
  /// - Returns: The open database.
  /// - Throws: `Failure` when there is none, or it cannot be opened.
  func session(_ environment: Environment = .live, mayMake: Bool = false) throws -> Session {
    let path = try environment.databasePath(database)
    // What the installed host's record says of a missing file is more.
    if !mayMake, path != InstalledDatabase.path, access(path, F_OK) != 0, errno == ENOENT {
      throw Failure(
        "Det finns ingen databas i \(path). Rätta sökvägen, eller starta synpunkt så görs en.")
    }
    return try Session(path: path, environment: environment)
  }
}

/// A command on one matter.
struct ReferenceArgument: ParsableArguments {
  @Argument(help: "The matter's number in any form: SYN-2026-00042, 26-42.")
  var reference: String
}
