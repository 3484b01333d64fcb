import ArgumentParser
import Domain

/// `synpunkt protect`: marks a matter with protected identity.
struct Protect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mark that somebody in a matter has protected identity (skyddad identitet).",
    discussion: """
      Name, contact and attachments are then hidden from all; who holds the role custodian can see \
      them with show or attachment --open-protected, or lift the mark.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Flag(help: "Lift the mark instead; the reason is read from standard input.") var lift = false

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let command: MatterCommand =
      lift ? .unprotect(reason: try Files.textFromStandardInput()) : .protect
    try report(try session.perform(command, on: matter), session)
  }
}
