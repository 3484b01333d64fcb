import Access
import Domain
import Glibc
import Store

/// What the program gets from outside: clock, person, folders.
///
/// Made once, passed down; nothing below reads the clock or the environment by itself.
struct Environment: Sendable {
  /// The clock.
  var now: @Sendable () -> Instant
  /// The login name of the person who runs the program.
  var login: PersonID
  /// Whether the person works in the common database, with what exists there.
  var isShared: Bool
  /// Who answers for what is changed in the organisation: who administers through the service
  /// account, or root where nobody became root by sudo.
  var administrator: PersonID
  /// A variable of the process's environment; nil when unset or empty.
  var variable: @Sendable (String) -> String?

  /// Draws the code of an anonymous sender's receipt.
  var newCode: @Sendable () -> ReceiptCode

  /// The civil day in Sweden.
  var today: CivilDay { SwedishTime(now()).day }

  /// The real world.
  static let live = Environment(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    },
    login: CallingProcess.caller.login,
    isShared: CallingProcess.caller.isShared,
    administrator: CallingProcess.caller.administrator
      ?? (CallingProcess.caller.login == InstalledDatabase.account
        ? "root" : CallingProcess.caller.login),
    variable: { name in
      guard let value = getenv(name) else { return nil }
      let text = String(cString: value)
      return text.isEmpty ? nil : text
    },
    newCode: {
      // From the kernel: nobody can guess the next one.
      var generator = SystemRandomNumberGenerator()
      return ReceiptCode(using: &generator)
    })

  /// The database: what was asked for, else `SYNPUNKT_DATABASE`, else the XDG data folder.
  ///
  /// In a shared session, and for the service account itself, it is the installed one.
  ///
  /// - Throws: For root on an installed host: a database of root's own is never what is meant there.
  func databasePath(_ asked: String?) throws(Failure) -> String {
    if isShared { return InstalledDatabase.path }
    if let path = asked ?? variable("SYNPUNKT_DATABASE") { return path }
    if login == InstalledDatabase.account { return InstalledDatabase.path }
    if geteuid() == 0, access(HostDatabase.folder, F_OK) == 0 {
      throw Failure(
        "This host's record is in \(HostDatabase.folder): run synpunkt-admin, or name another "
          + "file with --database.")
    }
    let home = variable("HOME") ?? "/tmp"
    let data = base("XDG_DATA_HOME") ?? home + "/.local/share"
    return data + "/synpunkt/synpunkt.sqlite"
  }

  /// A base folder of XDG; one that is relative is to be ignored.
  /// https://specifications.freedesktop.org/basedir-spec/latest/#basics
  private func base(_ name: String) -> String? {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// The folder with the site's own letter templates.
  var letterFolder: String {
    if let folder = variable("SYNPUNKT_LETTERS") { return folder }
    let own =
      (base("XDG_CONFIG_HOME") ?? (variable("HOME") ?? "/nonexistent") + "/.config")
      + "/synpunkt/letters"
    return access(own, R_OK) == 0 ? own : "/etc/synpunkt/letters"
  }
}
