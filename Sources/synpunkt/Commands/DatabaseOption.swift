import Access
import ArgumentParser

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database; else SYNPUNKT_DATABASE, else synpunkt.sqlite in the XDG data folder.",
      valueName: "file", visibility: CallingProcess.caller.isShared ? .private : .default))
  var database: String?

  /// Opens it.
  func session(_ environment: Environment = .live) throws -> Session {
    try Session(path: environment.databasePath(database), environment: environment)
  }
}

/// A command on one matter.
struct ReferenceArgument: ParsableArguments {
  @Argument(help: "The matter's number in any form: SYN-2026-00042, 26-42.")
  var reference: String
}
