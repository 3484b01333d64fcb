public import Domain

/// The names of backups in a folder: `synpunkt-2026-11-24T013000Z.sqlite`, in UTC, so that their
/// order is that of time.
public enum BackupName {
  /// The name of a backup made now.
  public static func at(_ now: Instant) -> String { "synpunkt-\(stamp(now)).sqlite" }

  /// A time in UTC: `2026-11-24T013000Z`.
  static func stamp(_ now: Instant) -> String {
    let seconds = now.milliseconds / 1_000
    let day = CivilDay(number: Int(seconds / 86_400))
    let ofDay = Int(seconds % 86_400)
    let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.iso)T\(clock.joined())Z"
  }

  /// The backups in a folder, oldest first; empty when it cannot be read.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - suffix: What the names have after what ``at(_:)`` gave them.
  /// - Returns: The names.
  public static func names(in folder: String, suffix: String = "") -> [String] {
    FolderNames.all(in: folder).filter {
      $0.hasSuffix(suffix) && isBackup($0.dropLast(suffix.count))
    }
  }

  /// Whether a file was named by ``at(_:)``.
  public static func isBackup(_ name: some StringProtocol) -> Bool {
    let shape = "synpunkt-0000-00-00T000000Z.sqlite"
    return name.utf8.count == shape.utf8.count
      && zip(name.utf8, shape.utf8).allSatisfy { byte, wanted in
        wanted == 0x30 ? (0x30...0x39).contains(byte) : byte == wanted
      }
  }
}
