import Domain
import Glibc

/// A folder of made-up e-mails.
struct MadeUpMails {
  let count: Int
  let text: MadeUpText
  let today: CivilDay

  /// Writes those that are missing.
  ///
  /// - Parameter folder: Where; it exists.
  /// - Returns: The paths.
  /// - Throws: `Failed` when a file cannot be written.
  func write(in folder: String) throws -> [String] {
    try (0..<count).map { index in
      let path = "\(folder)/\(index).eml"
      if access(path, F_OK) != 0 { try Self.write(mail(index), to: path) }
      return path
    }
  }

  private func mail(_ index: Int) -> String {
    var random = Pseudorandom(seed: -1 - index)
    let (year, month, day) = today.parts
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return """
      From: Anna Exempel <anna.\(index)@exempel.se>
      To: kontakt@exempelkoping.se
      Subject: Synpunkt \(index)
      Date: \(day) \(names[month - 1]) \(year) 00:01:00 +0100
      Message-ID: <mail-\(index)@benchmark.exempel.se>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      \(text.synpunkt(&random))

      """
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failed("cannot write \(path)") }
    let written = fputs(text, file)
    guard fclose(file) == 0, written >= 0 else { throw Failed("cannot write \(path)") }
  }
}
