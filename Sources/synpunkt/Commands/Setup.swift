import ArgumentParser
import Store

/// `synpunkt setup`: makes the database of an installed host.
struct Setup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make an empty database where none has been.",
    discussion: """
      On an installed host nothing else makes one: there, a database that is missing is a loss. \
      Run it as the service account: synpunkt-admin setup.
      """)

  @OptionGroup var database: DatabaseOption
  @Flag(help: "Bring the database that is there to this program's version instead.")
  var migrate = false

  func run() throws {
    let path = try Environment.live.databasePath(database.database)
    guard !migrate else {
      try attempt { () throws(StoreError) in try Store.migrate(at: path) }
      return
    }
    try attempt { () throws(StoreError) in try Store.setUp(at: path) }
    try Output.print(lines: ["Made \(path). Next: organisation apply."])
  }
}
