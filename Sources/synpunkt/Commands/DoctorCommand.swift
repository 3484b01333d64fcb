import ArgumentParser
import Glibc
import Host

/// `synpunkt doctor`: checks an installed host.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check an installed host, and say what to do about what is wrong.",
    discussion: "One line for each thing looked at; the exit status is 1 when any is wrong.")

  func run() throws {
    guard getuid() == 0 else {
      throw Failure("The doctor must see the whole host: run it as root.")
    }
    let findings = Doctor(view: .live(now: Environment.live.now())).findings()
    try Output.print(lines: findings.map(\.line))
    if findings.contains(where: { $0.problem != nil }) { throw ExitCode.failure }
  }
}
