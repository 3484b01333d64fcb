import ArgumentParser

/// The program: the front when no subcommand is named, commands for scripts otherwise.
@main
struct Synpunkt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synpunkt",
    abstract: "Handle synpunkter: praise, suggestions and complaints.",
    discussion: """
      Without a subcommand, the front opens on the database. What a handläggare reads is in \
      Swedish; texts are read from standard input, never from the command line.
      """,
    version: "0.1.0",
    subcommands: [
      Open.self, Demo.self, Import.self, List.self, Show.self, DeadlineCommand.self,
      OrganisationCommand.self, Categorise.self, Assign.self, AnswerCommand.self, Note.self,
      Return.self, Close.self, Letter.self, AttachmentCommand.self, Verify.self,
    ],
    defaultSubcommand: Open.self)
}
