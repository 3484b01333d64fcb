import ArgumentParser
import Domain
import Intake
import Store

/// `synpunkt attach`: adds a file to a matter.
struct Attach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Add a file to a matter, such as the scan of a letter.",
    discussion: """
      At most \(Matter.largestFileWords). The media type is told from the content: PDF, PNG, JPEG, TIFF and plain text \
      are known. The file of an anonymous sender gets a name that tells nothing.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Option(help: "The file's name in the matter; else that of the file.") var name: String?
  @Argument(help: "The file; - is standard input.") var file: String

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let bytes = try Files.read(file, limit: Matter.largestFile)
    let isAnonymous = matter.state.sender.isAnonymous
    let shown = isAnonymous ? nil : name ?? (file == "-" ? nil : file)
    let added = IncomingFile(
      adding: shown, bytes: bytes, number: matter.state.files.count + 1)
    let changed = try attempt { () throws(StoreError) in
      try session.store.attach([added], to: matter.id, asking: session.asking)
    }
    let number = changed.state.files.count
    try Output.print(lines: [
      "\(changed.state.reference.full)  bilaga \(number)  \(added.name)  \(added.mediaType)  "
        + "\(added.bytes.count) byte"
    ])
  }
}
