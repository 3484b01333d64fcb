internal import Glibc

extension StoreError {
  /// Translates the number that a system call left.
  init(errno code: Int32, path: String) {
    switch code {
    case ENOSPC, EDQUOT: self = .diskFull
    default: self = .unwritable(path, reason: Self.reason(errno: code))
    }
  }

  /// Why a system call did not do what was asked, in a few Swedish words.
  ///
  /// - Parameter code: The number that it left.
  /// - Returns: Words that may stand after ”för”.
  public static func reason(errno code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "disken är full"
    case EACCES, EPERM: "du har inte rätt till filen eller mappen"
    case EROFS: "disken är skrivskyddad"
    case ENOENT: "filen eller mappen finns inte"
    case ENOTDIR: "en del av sökvägen är ingen mapp"
    case EISDIR: "det är en mapp"
    case ELOOP: "sökvägen är en länk som inte får följas"
    case ENAMETOOLONG: "sökvägen är för lång"
    case EPIPE: "mottagaren har stängt"
    default: "systemet svarade med fel \(code)"
    }
  }
}
