import ArgumentParser
import Configuration
import Domain
import Store

/// `synpunkt organisation`: units, people and roles.
struct OrganisationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "Set and show units, people and roles.",
    subcommands: [Apply.self, Show.self])

  /// `synpunkt organisation show`: the organisation as a file.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the organisation as the YAML file that makes it.")

    @OptionGroup var database: DatabaseOption

    func run() throws {
      let path = Environment.live.databasePath(database.database)
      let store = try attempt { () throws(StoreError) in try Store.open(at: path, kind: .ordinary) }
      let organisation = try attempt(store.organisation)
      guard !organisation.isEmpty else {
        throw Failure("No organisation has been applied yet; see synpunkt organisation apply.")
      }
      try Files.write(Array(OrganisationFile.text(of: organisation).utf8))
    }
  }

  /// `synpunkt organisation apply`: makes the organisation what a file says.
  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "Make the organisation what a YAML file says, in one transaction.",
      discussion: "Prints what changes. A file with an error changes nothing.")

    @OptionGroup var database: DatabaseOption
    @Flag(help: "Only print what would change.") var dryRun = false
    @Argument(help: "The file; - is standard input.") var file: String

    func run() throws {
      let environment = Environment.live
      let new = try Self.read(file)
      let path = environment.databasePath(database.database)
      let store = try attempt { () throws(StoreError) in try Store.open(at: path, kind: .ordinary) }
      let old = try attempt(store.organisation)
      let changes = old.changes(to: new)
      try Output.print(lines: changes.isEmpty ? ["nothing changes"] : changes.map(\.line))
      guard !dryRun, !changes.isEmpty else { return }
      try attempt { () throws(StoreError) in
        try store.apply(new, by: environment.login, at: environment.now())
      }
    }

    private static func read(_ file: String) throws(Failure) -> Organisation {
      let rules = try Session.rules(for: Organisation())
      let bytes = try Files.read(file, limit: 1_000_001)
      do {
        return try OrganisationFile.read(
          bytes, name: file == "-" ? "standard input" : file,
          routines: Set(rules.routines.keys))
      } catch {
        throw Failure(error.sentence)
      }
    }
  }
}
