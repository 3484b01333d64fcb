import ArgumentParser
import Store

/// `synpunkt restore`: puts a backup in the database's place.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the database's place.",
    discussion: """
      The backup is checked first. The database is kept beside the new one, under a name with the \
      time. Nobody may have it open meanwhile.
      """)

  @OptionGroup var database: DatabaseOption
  @Flag(help: "Take a backup although it has faults.") var faulty = false
  @Argument(help: "The backup.") var backup: String

  func run() throws {
    let environment = Environment.live
    let path = try environment.databasePath(database.database)
    let restored = try attempt { () throws(StoreError) in
      try Store.restore(backup, to: path, acceptFaults: faulty, now: environment.now())
    }
    var lines = ["\(path): up to event \(restored.head.line)"]
    if let replaced = restored.replaced { lines.append("What was there before is \(replaced).") }
    try Output.print(lines: lines)
  }
}
