import Access
import ArgumentParser
import Store

/// `synpunkt keys`: what sshd asks for.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print everybody's public keys as sshd wants them (AuthorizedKeysCommand).",
    discussion: "The database is only read. Each key opens nothing but the program, as its owner.")

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let path = try Environment.live.databasePath(database.database)
    let organisation = try attempt { () throws(StoreError) in try Store.organisation(at: path) }
    try Output.print(lines: KeyLines.lines(of: organisation))
  }
}
