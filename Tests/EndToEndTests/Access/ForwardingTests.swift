import Foundation
import Glibc
import Testing

extension AccessSuite {
  /// A session is no tunnel, and what surrounds the client does not come along.
  @Suite struct ForwardingTests {
    let host: Host

    init() throws { host = try Host.shared() }

    /// What comes from a port of loopback after something was sent to it.
    private func read(_ port: Int, sending bytes: String = "") throws -> String {
      let line = """
        for try in $(seq 100); do
          if exec 3<>/dev/tcp/127.0.0.1/\(port); then
            printf '\(bytes)' >&3; timeout 10 head -c 40 <&3; exit
          fi 2>/dev/null
          sleep 0.1
        done; echo never
        """
      return try Child(["bash", "-c", line]).finish().text
    }

    /// The SOCKS request to connect to sshd itself.
    private var socks: String {
      let port = Int(host.address.split(separator: ":")[1]) ?? 0
      let bytes = [5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, port >> 8, port & 255]
      return bytes.map { "\\x" + String(format: "%02x", $0) }.joined()
    }

    @Test(arguments: Host.Way.allCases)
    func nothingIsReachedThroughIt(way: Host.Way) throws {
      let through = try Child(host.ssh("asa.lind", way, ["-W", host.address])).finish()
      #expect(through.status != 0 && !through.text.contains("SSH-2.0"))
      for (option, bytes) in [("-L", ""), ("-D", socks)] {
        let port = try Host.freePort()
        let target = option == "-L" ? "127.0.0.1:\(port):\(host.address)" : "127.0.0.1:\(port)"
        let client = try Child(host.ssh("asa.lind", way, [option, target, "-N"]))
        let said = try read(port, sending: bytes)
        #expect(said != "never\n" && !said.contains("SSH-2.0"), "\(option): \(said)")
        client.send(SIGTERM)
      }
    }

    @Test(arguments: Host.Way.allCases)
    func nothingIsReachedBackThroughIt(way: Host.Way) throws {
      for target in [
        "0:\(host.address)", "/tmp/synpunkt-test-\(UUID().uuidString):\(host.address)",
      ] {
        let client = try Child(
          host.ssh("asa.lind", way, ["-R", target, "-N", "-o", "ExitOnForwardFailure=yes"])
        ).finish(seconds: 20)
        #expect(client.status == 255)
      }
    }

    @Test(arguments: Host.Way.allCases)
    func aSecondSessionOnOneConnectionIsNoOtherOne(way: Host.Way) throws {
      let socket = host.folder + "/master-\(way.rawValue)"
      let screen = try host.front("asa.lind", way, ["-M", "-S", socket])
      let shell = try host.send("sh", from: "asa.lind", by: way, ["-S", socket])
      #expect(shell.status == 64 && shell.complaint.contains("finns inte"))
      #expect(try host.send("list", from: "asa.lind", by: way, ["-S", socket]).status == 0)
      let port = try Host.freePort()
      _ = try host.send(
        "", from: "asa.lind", by: way,
        ["-S", socket, "-O", "forward", "-L", "127.0.0.1:\(port):\(host.address)"])
      let said = try read(port)
      #expect(said != "never\n" && !said.contains("SSH-2.0"), "\(said)")
      try screen.hangUp()
    }

    @Test(arguments: Host.Way.allCases)
    func nothingOfTheClientComesAlong(way: Host.Way) throws {
      let agent = host.folder + "/agent-\(way.rawValue)"
      let keeper = try Child(["ssh-agent", "-D", "-a", agent])
      defer { keeper.send(SIGTERM) }
      let names = [
        "LD_PRELOAD", "LD_LIBRARY_PATH", "TERMINFO", "SYNPUNKT_DATABASE", "SUDO_USER", "PATH",
        "HOME", "BASH_ENV", "ENV", "LC_EVIL", "LANG",
      ]
      let evil = names.map { "\($0)=/tmp/evil" }.joined(separator: " ")
      let screen = try host.front(
        "asa.lind", way, ["-A", "-X", "-o", "SetEnv=\(evil)"],
        environment: ["DISPLAY": ":9", "SSH_AUTH_SOCK": agent])
      // What the kernel shows is what the process began with, before it made its own.
      let environment = try String(
        contentsOfFile: "/proc/\(host.session())/environ", encoding: .utf8)
      let begun = environment.split(separator: "\0")
      let found = begun.map { String($0.prefix { $0 != "=" }) }
      #expect(found.contains("TERM"))
      for name in ["DISPLAY", "SSH_AUTH_SOCK", "XAUTHORITY"] { #expect(!found.contains(name)) }
      // sshd takes the language from anybody, sudo only where it is no path.
      let taken = begun.filter { $0.hasSuffix("=/tmp/evil") }.map { $0.prefix { $0 != "=" } }
      #expect(Set(taken) == (way == .key ? ["LANG", "LC_EVIL"] : []))
      try screen.hangUp()
    }

    @Test(arguments: Host.Way.allCases)
    func theProcessIsShutIn(way: Host.Way) throws {
      let screen = try host.front("asa.lind", way)
      let process = "/proc/\(try host.session())"
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: process + "/cwd") == "/")
      let limits = try String(contentsOfFile: process + "/limits", encoding: .utf8)
      #expect(limits.contains(#/Max core file size +0 +0 /#))
      let status = try String(contentsOfFile: process + "/status", encoding: .utf8)
      #expect(status.contains("Umask:\t0077"))
      // Who is not dumpable belongs to root in /proc: another process of the account cannot look in.
      let owner = try FileManager.default.attributesOfItem(atPath: process + "/environ")
      #expect((owner[.ownerAccountID] as? NSNumber)?.intValue == 0)
      let peeping = try host.run(["cat", process + "/environ"], as: "synpunkt")
      #expect(peeping.status != 0)
      try screen.press("q")
      #expect(try screen.waitForEnd() == 0)
    }

    @Test(
      arguments: [
        "../../../tmp/evil", "/tmp/evil", "xterm\u{1B}]0;x\u{07}", "", "%s%n", "xterm;id",
      ],
      Host.Way.allCases)
    func aHostileTerminalIsNone(type: String, way: Host.Way) throws {
      let screen = try Screen(
        [], environment: [:], by: host.ssh("asa.lind", way, ["-tt"]), type: type)
      if way == .sudo, type.isEmpty || type.contains("/") || type.contains("%") {
        // sudo has its own word for it: an unknown terminal, which the front makes do with.
        try screen.waitFor("Åsa Lind")
        try screen.press("q")
        #expect(try screen.waitForEnd() == 0)
      } else {
        #expect(try screen.waitForEnd() == 1)
        #expect(try screen.text().contains("TERM"))
      }
    }

    @Test(arguments: ["/tmp/evil", "../../tmp/evil.UTF-8", "%n%n%n", "C.UTF-8"], Host.Way.allCases)
    func aHostileLanguageChangesNothing(language: String, way: Host.Way) throws {
      let outcome = try host.send(
        "list --queue all", from: "asa.lind", by: way,
        ["-o", "SendEnv=LANG LC_ALL LC_CTYPE LC_MESSAGES"],
        environment: ["LANG": language, "LC_ALL": language, "LC_CTYPE": language])
      #expect(outcome.status == 0)
    }
  }
}
