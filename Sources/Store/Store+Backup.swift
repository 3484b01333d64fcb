public import Domain
internal import GRDB
internal import Glibc

extension Store {
  /// A copy that has been made.
  public struct Backup: Sendable {
    /// The file.
    public let path: String
    /// The newest event in it.
    public let head: Head
    /// What is wrong in it, and so in the database itself.
    public let faults: [Fault]
  }

  /// Copies a database as of one moment while others go on working, and checks the copy.
  ///
  /// The copy is one file without free pages, readable by its owner only. A database that has faults
  /// is copied too, under the name with `.faulty` after it: it is better than none, and never takes
  /// the place of a whole one.
  ///
  /// - Parameters:
  ///   - source: The database.
  ///   - destination: The file to make; nothing is overwritten.
  ///   - patience: How long to wait for others.
  /// - Returns: The copy.
  /// - Throws: `.lost`, `.notADatabase`, `.damaged`, `.unwritable`, `.diskFull`, `.busy`.
  public static func backup(
    of source: String, to destination: String, patience: Duration = .seconds(5)
  ) throws(StoreError) -> Backup {
    let witnessed = Witness(of: source).read()
    let partial = try PartialFile(for: destination)
    try looking(at: source, patience: patience) { queue in
      try copy(queue, to: partial.path)
    }
    let faults = try verify(at: partial.path, heads: witnessed, patience: patience)
    let head = try Self.heads(at: partial.path, patience: patience)[0]
    let path = try partial.keep(suffix: faults.isEmpty ? "" : ".faulty")
    return Backup(path: path, head: head, faults: faults)
  }

  /// Makes a backup in a folder, under a name with the time, and removes the oldest ones.
  ///
  /// Only files that were named so are removed, and none while the database has faults.
  ///
  /// - Parameters:
  ///   - source: The database.
  ///   - folder: The folder.
  ///   - keep: How many backups to keep, at least one; nil keeps all.
  ///   - now: The time.
  /// - Returns: The backup.
  /// - Throws: As ``backup(of:to:patience:)``; what cannot be removed is `.unwritable`.
  public static func backup(
    of source: String, in folder: String, keep: Int?, now: Instant
  ) throws(StoreError) -> Backup {
    PartialFile.clean(folder)
    var now = now
    // One that was made within the same second has the name; the order stays that of time.
    while PartialFile.isTaken("\(folder)/\(BackupName.at(now))") {
      now = Instant(milliseconds: now.milliseconds + 1_000)
    }
    let backup = try backup(of: source, to: "\(folder)/\(BackupName.at(now))")
    guard backup.faults.isEmpty, let keep else { return backup }
    // A clock that was set back must not make the new one the oldest: what bears a later time goes
    // first, and is either older than it says or made while the clock was wrong.
    let newest = BackupName.at(now)
    let names = BackupName.names(in: folder)
    let inOrder = names.filter { $0 > newest } + names.filter { $0 <= newest }
    for name in inOrder.dropLast(max(keep, 1)) {
      let path = "\(folder)/\(name)"
      guard unlink(path) == 0 || errno == ENOENT else { throw StoreError(errno: errno, path: path) }
    }
    return backup
  }

  /// Writes all that is in a database to an empty file, which is then one file by itself.
  static func copy(_ queue: DatabaseQueue, to path: String) throws {
    do {
      try queue.vacuum(into: path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      throw error
    } catch {
      // What cannot be written is the copy.
      throw StoreError(error, path: path)
    }
  }
}
