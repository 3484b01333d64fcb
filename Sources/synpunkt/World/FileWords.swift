import Glibc
import Store

/// Why a file cannot be read or written, in the language of who asked for it.
enum FileWords {
  /// For a handläggare.
  case swedish
  /// For who administers.
  case english

  /// It cannot be opened or read.
  func unreadable(_ name: String, _ number: Int32) -> Failure {
    switch self {
    case .swedish:
      Failure(
        "\(name) går inte att läsa, för \(StoreError.reason(errno: number)): "
          + "välj en annan fil, eller fråga systemförvaltaren.")
    case .english: Failure("\(name) cannot be read: \(Self.english(number)).")
    }
  }

  /// It is a folder, a device or the like.
  func notOrdinary(_ name: String) -> Failure {
    switch self {
    case .swedish: Failure("\(name) är ingen vanlig fil: välj en annan.")
    case .english: Failure("\(name) is no ordinary file.")
    }
  }

  /// It holds more than is read.
  func tooLarge(_ name: String, _ limit: Int) -> Failure {
    let size = limit < 1_000_000 ? "\(limit / 1_000) kB" : "\(limit / 1_000_000) MB"
    return switch self {
    case .swedish: Failure("\(name) är för stor: gör den mindre, för högst \(size) tas emot.")
    case .english: Failure("\(name) is too large: at most \(size) are read.")
    }
  }

  /// Standard output does not take what is written.
  static func unwritable(_ number: Int32) -> Failure {
    Failure(
      "Det gick inte att skriva ut, för \(StoreError.reason(errno: number)): "
        + "rätta till det och försök igen.")
  }

  private static func english(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission is denied"
    case EISDIR: "it is a folder"
    default: String(cString: strerror(number))
    }
  }
}
