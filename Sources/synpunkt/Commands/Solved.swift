import ArgumentParser
import Domain

/// `synpunkt solved`: records that a matter was put right directly.
struct Solved: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record that it was put right directly (löst direkt).",
    discussion: "What was done is read from standard input. The matter is handled on as usual.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let command = MatterCommand.solveAtOnce(try Files.textFromStandardInput())
    try report(try session.perform(command, on: matter), session)
  }
}
