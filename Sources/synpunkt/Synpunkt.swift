import ArgumentParser
import Glibc
import Terminal

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
      Return.self, Close.self, Letter.self, AttachmentCommand.self, Attach.self, Protect.self,
      Solved.self, AccessCommand.self, Verify.self,
    ],
    defaultSubcommand: Open.self)

  /// Runs the program.
  ///
  /// What goes wrong is one sentence on standard error, without anything that a terminal would
  /// obey: an argument may hold what somebody else wrote.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = (error as? Failure)?.sentence ?? fullMessage(for: error)
      if code == .success {
        print(VisibleText.clean(message))
      } else if !message.isEmpty {
        Files.note(VisibleText.clean(message))
      }
      Glibc.exit(code.rawValue)
    }
  }
}
