import Access
import ArgumentParser

/// The program as it is in a shared session: what administers does not exist.
struct SharedSynpunkt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synpunkt",
    abstract: Synpunkt.configuration.abstract,
    discussion: """
      Without a command, the front opens. Data goes by standard input and output: the file to \
      name is -.
      """,
    version: Synpunkt.configuration.version,
    subcommands: Synpunkt.configuration.subcommands.filter {
      SharedCommands.commands.contains($0._commandName)
    },
    defaultSubcommand: Open.self)
}
