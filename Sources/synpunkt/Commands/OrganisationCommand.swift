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
      let path = try Environment.live.databasePath(database.database)
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
      discussion: """
        Prints what changes. A file with an error changes nothing, and neither does one that would \
        leave open matters without an owner, until it is said where they go.
        """)

    @OptionGroup var database: DatabaseOption
    @Flag(help: "Only print what would change.") var dryRun = false
    @Option(
      name: .customLong("move-matters"),
      help: ArgumentHelp(
        "Where the open matters of a unit go that the file closes, and of all units below it.",
        valueName: "unit=unit"))
    var moveMatters: [String] = []
    @Option(
      name: .customLong("hand-over"),
      help: ArgumentHelp(
        "Who gets the open matters that had been handed to a person.", valueName: "login=login"))
    var handOver: [String] = []
    @Option(
      name: .customLong("hand-back"),
      help: ArgumentHelp(
        "Whose open matters go back to the chef of their unit.", valueName: "login"))
    var handBack: [String] = []
    @Argument(help: "The file; - is standard input.") var file: String

    func run() throws {
      let environment = Environment.live
      let moves = try moves()
      let new = try Self.read(file)
      let path = try environment.databasePath(database.database)
      let store = try attempt { () throws(StoreError) in try Store.open(at: path, kind: .ordinary) }
      let old = try attempt(store.organisation)
      let changes = old.changes(to: new)
      try Output.print(lines: changes.isEmpty ? ["nothing changes"] : changes.map(\.line))
      let isEmpty = changes.isEmpty && moves.isEmpty
      do {
        let (person, now) = (environment.administrator, environment.now())
        let plan =
          dryRun || isEmpty
          ? try store.plan(new, by: person, at: now, moves: moves)
          : try store.apply(new, by: person, at: now, moves: moves)
        try Output.print(lines: plan.lines)
      } catch StoreError.notMoved(let fault) {
        throw Failure(fault.sentence)
      } catch let error as StoreError {
        throw Failure(error.sentence)
      }
    }

    private func moves() throws(Failure) -> Moves {
      var moves = Moves()
      for (from, to) in try Self.pairs(moveMatters, of: "--move-matters") {
        moves.units[from] = to
      }
      for (from, to) in try Self.pairs(handOver, of: "--hand-over") {
        moves.people.updateValue(to, forKey: from)
      }
      for login in handBack { moves.people.updateValue(nil, forKey: login) }
      guard
        moves.units.count + moves.people.count
          == moveMatters.count + handOver.count + handBack.count
      else { throw Failure("Say only once where the matters of a unit or a person go.") }
      return moves
    }

    private static func pairs(
      _ words: [String], of option: String
    ) throws(Failure) -> [(String, String)] {
      try words.map { words throws(Failure) in
        let parts = words.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
          throw Failure("Write \(option) as OLD=NEW, not ‘\(words)’.")
        }
        return (String(parts[0]), String(parts[1]))
      }
    }

    private static func read(_ file: String) throws(Failure) -> Organisation {
      let rules = try Session.rules(for: Organisation())
      let bytes = try Files.read(file, limit: 1_000_001, words: .english)
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
