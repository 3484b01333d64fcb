import ArgumentParser
import Domain
import Glibc
import Intake
import Store

/// `synpunkt import`: takes in forms and mails.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in Open ePlatform XML and e-mails; each is registered once.",
    discussion: "A file that is refused does not stop the others; the exit status is then 1.")

  @OptionGroup var database: DatabaseOption
  @Flag(help: "Print an array of results as JSON.") var json = false
  @Argument(help: "The files; - is one file on standard input.") var files: [String]

  func run() throws {
    let session = try database.session()
    guard session.actor.mayImport else {
      throw Failure(Refusal.mayNotTakeIn.sentence)
    }
    var results: [Result] = []
    var batch = Batch()
    for (index, file) in files.enumerated() {
      if !json || isatty(STDERR_FILENO) == 1 { progress(index) }
      batch.read(file, today: session.environment.today)
      guard batch.isFull || index == files.count - 1 else { continue }
      let taken = batch.takeIn(session)
      results += taken
      // Nothing is reported before it is on disk.
      if !json { try Output.print(lines: taken.map(\.line)) }
      batch = Batch()
    }
    if isatty(STDERR_FILENO) == 1, files.count > 20 { Files.note("") }
    if json { try Output.print(.array(results.map(\.json))) }
    if results.contains(where: { $0.kind == .refused }) { throw ExitCode.failure }
  }

  private func progress(_ done: Int) {
    guard isatty(STDERR_FILENO) == 1, files.count > 20, done % 20 == 0 else { return }
    let text = Array("\r\(done) av \(files.count)".utf8)
    _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// What became of one file.
  struct Result {
    let file: String
    let kind: Kind
    var reference: Reference?
    var reason: String?

    var json: JSON {
      .object([
        ("file", .string(file)), ("result", .string(kind.rawValue)),
        ("reference", .optional(reference?.full)), ("reason", .optional(reason)),
      ])
    }

    var line: String {
      ["\(file): \(kind.words)", reference?.full, reason.map { "(\($0))" }]
        .compactMap { $0 }.joined(separator: " ")
    }

    /// What can become of a file.
    enum Kind: String {
      case registered
      case duplicate
      case added
      case setAside = "set-aside"
      case refused

      var words: String {
        switch self {
        case .registered: "registrerad"
        case .duplicate: "finns redan"
        case .added: "kompletterar"
        case .setAside: "lagd åt sidan"
        case .refused: "avvisad"
        }
      }
    }
  }
}
