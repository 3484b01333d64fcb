import ArgumentParser
import Store

/// `synpunkt verify`: checks the whole database.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that every table follows from the events, and the hash chain.",
    discussion: """
      Prints what is wrong, one line each; the exit status is then 1. A head that is kept elsewhere \
      shows later whether the record has been rewritten or cut off since.
      """)

  @OptionGroup var database: DatabaseOption
  @Flag(
    help: """
      Print the heads of the chains when all is well: the newest event, its hash and time, and the \
      newest line of the log of who has seen what.
      """)
  var head = false
  @Flag(
    help: """
      Check that the heads on standard input are still in their chains; lines that are none are \
      passed over.
      """)
  var savedHeads = false

  func run() throws {
    let path = try Environment.live.databasePath(database.database)
    let saved = savedHeads ? try Self.readHeads() : []
    let faults = try attempt { () throws(StoreError) in try Store.verify(at: path, heads: saved) }
    guard faults.isEmpty else {
      try Output.print(lines: faults.map(\.sentence))
      throw Failure(Self.remedy(path))
    }
    guard head else {
      try Output.print(lines: ["Allt stämmer: ärenden, register och kedjan av händelser."])
      return
    }
    let heads = try attempt { () throws(StoreError) in try Store.heads(at: path) }
    try Output.print(lines: heads.map(\.line))
  }

  private static func readHeads() throws(Failure) -> [Head] {
    let text = try Files.textFromStandardInput()
    let heads = text.split(separator: "\n").compactMap { Head(line: $0) }
    guard !heads.isEmpty else {
      throw Failure("There is no head on standard input, as verify --head prints them.")
    }
    return heads
  }

  /// What to do about faults.
  private static func remedy(_ path: String) -> String {
    guard let backup = Store.lastBackup(of: path) else {
      return "Databasen har fel: lägg tillbaka en säkerhetskopia med synpunkt restore FIL."
    }
    return "Databasen har fel: lägg tillbaka den senaste säkerhetskopian med "
      + "synpunkt-admin restore \(backup)."
  }
}
