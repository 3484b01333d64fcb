import Glibc
import Testing

@testable import Store

/// A process is known by more than its number.
@Suite struct ProcessMarkTests {
  private static func start(_ command: [String]) throws -> Int32 {
    var words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: Int32 = 0
    try #require(posix_spawnp(&pid, command[0], nil, nil, &words, environ) == 0)
    return pid
  }

  @Test func thisOneRuns() { #expect(ProcessMark.own.isAlive) }

  @Test func oneThatWasKilledDoesNotAlsoWhenNobodyHasAskedAfterIt() throws {
    let pid = try Self.start(["sleep", "1000"])
    let mark = try #require(ProcessMark(running: pid))
    #expect(mark.isAlive)
    kill(pid, SIGKILL)
    var info = siginfo_t()
    // It is waited for and left: a zombie.
    #expect(waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == 0)
    #expect(!mark.isAlive)
    #expect(waitpid(pid, nil, 0) == pid)
    #expect(!mark.isAlive && ProcessMark(running: pid) == nil)
  }

  @Test func aNumberThatIsUsedAgainIsAnotherProcess() {
    let own = ProcessMark.own
    for other in [
      ProcessMark(pid: own.pid, started: own.started - 1, boot: own.boot),
      ProcessMark(pid: own.pid, started: own.started, boot: "another start of the host"),
    ] { #expect(!other.isAlive) }
  }
}
