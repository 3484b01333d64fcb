import Access
import CProcess
import Glibc

/// The process itself: who called it, and what it takes off before it serves anybody.
enum CallingProcess {
  /// Who calls.
  ///
  /// Decided once, before anything else. Who may not come in hears why, and the program ends.
  static let caller: Caller = {
    do throws(AccessError) {
      let user = getuid()
      let name = getpwuid(user).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
      let process = Caller.Process(
        user: user, login: name ?? "uid-\(user)", owners: InstalledDatabase.owners,
        number: InstalledDatabase.number)
      return try Caller(
        process: process, variables: variables,
        arguments: Array(CommandLine.arguments.dropFirst()))
    } catch {
      end(error.sentence, status: 64)
    }
  }()

  /// The variables of the environment that anything here may depend on.
  private static var variables: [String: String] {
    var found: [String: String] = [:]
    for name in SharedVariables.names.union([Caller.administratorVariable]) {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// Takes off all that came from outside, where the program runs for somebody else.
  ///
  /// An environment of an allow-list, files that nobody else reads, nothing left behind at a
  /// crash, no folder that could be asked for by its name, and no stop that hands over a shell.
  static func shed() {
    let kept = SharedVariables.allowed(variables)
    var isDone = clearenv() == 0
    for (name, value) in kept.merging(["PATH": "/usr/bin:/bin"], uniquingKeysWith: { $1 }) {
      isDone = setenv(name, value, 1) == 0 && isDone
    }
    umask(0o077)
    isDone = cp_hide_memory() && chdir("/") == 0 && isDone
    for stop in [SIGTSTP, SIGTTIN, SIGTTOU] { signal(stop, SIG_IGN) }
    if !isDone { end("Programmet kunde inte skydda sig, så det startade inte.", status: 1) }
  }

  private static func end(_ sentence: String, status: Int32) -> Never {
    Files.note(sentence)
    exit(status)
  }
}
