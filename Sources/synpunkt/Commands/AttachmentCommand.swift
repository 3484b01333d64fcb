import ArgumentParser
import Domain
import Glibc
import Store

/// `synpunkt attachment`: the bytes of a file that came with a matter.
struct AttachmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachment",
    abstract: "Write a matter's attachment to standard output, byte for byte.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Argument(help: "Which attachment, from 1.") var number: Int
  @Flag(
    help: "Write one of a matter with protected identity; the reason is read from standard input.")
  var openProtected = false

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let files = matter.state.files
    guard files.indices.contains(number - 1) else {
      throw Failure(
        files.isEmpty
          ? "Ärendet har inga bilagor." : "Ärendet har \(files.count) bilagor, numrerade från 1.")
    }
    guard isatty(STDOUT_FILENO) == 0 else {
      throw Failure("En bilaga visas inte i terminalen. Skicka den till en fil med > filnamn.")
    }
    let reason = openProtected ? try Files.textFromStandardInput() : nil
    let bytes = try attempt { () throws(StoreError) in
      guard let reason else {
        return try session.store.bytes(ofFile: number, in: matter.id, asking: session.asking)
      }
      return try session.store.bytes(
        ofFile: number, inProtected: matter.id, reason: reason, asking: session.asking)
    }
    try Files.write(bytes)
  }
}
