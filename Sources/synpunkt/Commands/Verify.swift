import ArgumentParser
import Store

/// `synpunkt verify`: checks the whole database.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that every table follows from the events, and the hash chain.",
    discussion: "Prints what is wrong, one line each; the exit status is then 1.")

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let path = Environment.live.databasePath(database.database)
    let faults = try attempt { () throws(StoreError) in try Store.verify(at: path) }
    guard faults.isEmpty else {
      try Output.print(lines: faults.map(\.sentence))
      throw ExitCode.failure
    }
    try Output.print(lines: ["Allt stämmer: ärenden, register och kedjan av händelser."])
  }
}
