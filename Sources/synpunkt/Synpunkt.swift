import Access
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
      Open.self, Demo.self, Import.self, List.self, Search.self, Show.self, DeadlineCommand.self,
      OrganisationCommand.self, Categorise.self, Assign.self, AnswerCommand.self, Note.self,
      Return.self, Close.self, Letter.self, AttachmentCommand.self, Attach.self, Protect.self,
      Solved.self, AccessCommand.self, Verify.self, Keys.self, Backup.self, Restore.self,
      Setup.self, DoctorCommand.self,
    ],
    defaultSubcommand: Open.self)

  /// Runs the program.
  ///
  /// What goes wrong is one sentence on standard error, without anything that a terminal would
  /// obey: an argument may hold what somebody else wrote.
  static func main() {
    let caller = CallingProcess.caller
    let root: any ParsableCommand.Type = caller.isShared ? SharedSynpunkt.self : Synpunkt.self
    do {
      if caller.isShared {
        CallingProcess.shed()
        try SharedCommands.check(caller.words)
      }
      // There is nothing to parse, and parsing nothing is a sixth of the start.
      guard !caller.words.isEmpty else { return try Open.front(on: nil) }
      var command = try root.parseAsRoot(caller.words)
      try command.run()
    } catch let error as AccessError {
      Files.note(VisibleText.clean(error.sentence))
      Glibc.exit(64)
    } catch {
      let code = root.exitCode(for: error)
      let message = (error as? Failure)?.sentence ?? root.fullMessage(for: error)
      if code == .success {
        print(VisibleText.clean(message))
      } else if !message.isEmpty {
        Files.note(VisibleText.clean(message))
      }
      Glibc.exit(code.rawValue)
    }
  }
}
