internal import Domain
internal import GRDB

extension StoreError {
  /// Translates what was thrown inside a database call.
  ///
  /// Only result codes are carried over: the messages of SQLite may hold values.
  ///
  /// - Parameters:
  ///   - error: What was thrown.
  ///   - path: The file of the database.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case Refusal.notAllowed(.read): self = .noSuchMatter
    case let refusal as Refusal: self = .refused(refusal)
    case let fault as MoveFault: self = .notMoved(fault)
    case let error as DatabaseError: self.init(error, path: path)
    case is RowDecodingError, is DecodingError: self = .damaged("ett värde går inte att läsa")
    default: self = .other("Databasen svarade med ett okänt fel")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB: self = .notADatabase(path)
    case .SQLITE_CORRUPT: self = .damaged("filen håller inte ihop")
    case .SQLITE_READONLY, .SQLITE_PERM:
      self = .unwritable(path, reason: "filen får inte skrivas")
    case .SQLITE_CANTOPEN:
      self = .unwritable(path, reason: "filen, eller mappen den ligger i, går inte att öppna")
    // Where there is no room for its shared memory, SQLite says something else than that.
    case .SQLITE_IOERR where !DatabaseFile(path: path).hasRoom,
      .SQLITE_ERROR where !DatabaseFile(path: path).hasRoom:
      self = .diskFull
    case .SQLITE_IOERR:
      self = .other("Disken svarade med fel \(error.extendedResultCode.rawValue)")
    default: self = .other("Databasen svarade med fel \(error.extendedResultCode.rawValue)")
    }
  }
}
