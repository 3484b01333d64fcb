import ArgumentParser
import Glibc
import Store

/// `synpunkt backup`: copies the database while others work in it.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the database as of one moment, and check the copy.",
    discussion: """
      Others go on working meanwhile. Nothing is overwritten. In a folder the copy is named after \
      the time. A database with faults is copied too, under a name that ends in .faulty; the exit \
      status is then 1.
      """)

  @OptionGroup var database: DatabaseOption
  @Option(
    help: ArgumentHelp(
      "In a folder: remove all backups but the newest ones, when this one is whole.",
      valueName: "number"))
  var keep: Int?
  @Argument(help: "The file to make, or a folder to make it in.") var target: String

  func validate() throws {
    if let keep, keep < 1 { throw ValidationError("At least one backup must be kept.") }
  }

  func run() throws {
    let environment = Environment.live
    let path = try environment.databasePath(database.database)
    var info = stat()
    let isFolder = stat(target, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    if keep != nil, !isFolder { throw Failure("\(target) is no folder, so --keep has no meaning.") }
    let backup = try attempt { () throws(StoreError) in
      try isFolder
        ? Store.backup(of: path, in: target, keep: keep, now: environment.now())
        : Store.backup(of: path, to: target)
    }
    try Output.print(lines: ["\(backup.path): up to event \(backup.head.line)"])
    guard backup.faults.isEmpty else {
      try Output.print(lines: backup.faults.map(\.sentence))
      throw Failure("The database has faults, so this backup has: see synpunkt verify.")
    }
  }
}
