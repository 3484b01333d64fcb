import Glibc

/// Why a file cannot be read or written, in the language of who asked for it.
enum FileWords {
  /// For a handläggare.
  case swedish
  /// For who administers.
  case english

  /// It cannot be opened or read.
  func unreadable(_ name: String, _ number: Int32) -> Failure {
    switch self {
    case .swedish: Failure("\(name) går inte att läsa: \(reason(number)).")
    case .english: Failure("\(name) cannot be read: \(reason(number)).")
    }
  }

  /// It is a folder, a device or the like.
  func notOrdinary(_ name: String) -> Failure {
    switch self {
    case .swedish: Failure("\(name) är ingen vanlig fil.")
    case .english: Failure("\(name) is no ordinary file.")
    }
  }

  /// It holds more than is read.
  func tooLarge(_ name: String, _ limit: Int) -> Failure {
    let size = limit / 1_000_000
    return switch self {
    case .swedish: Failure("\(name) är för stor: högst \(size) MB tas emot.")
    case .english: Failure("\(name) is too large: at most \(size) MB are read.")
    }
  }

  /// Standard output does not take what is written.
  static func unwritable(_ number: Int32) -> Failure {
    Failure("Det gick inte att skriva ut: \(swedish.reason(number)).")
  }

  private func reason(_ number: Int32) -> String {
    let isSwedish = self == .swedish
    return switch number {
    case ENOENT: isSwedish ? "filen finns inte" : "there is no such file"
    case EACCES, EPERM: isSwedish ? "du har inte rätt till den" : "permission is denied"
    case EISDIR: isSwedish ? "det är en mapp" : "it is a folder"
    case ENOSPC: isSwedish ? "disken är full" : "the disk is full"
    case EPIPE: isSwedish ? "mottagaren har stängt" : "the reader has closed it"
    default: String(cString: strerror(number))
    }
  }
}
