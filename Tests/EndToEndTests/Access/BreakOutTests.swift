import Foundation
import Glibc
import Testing

extension AccessSuite {
  /// Attempts to get more than the program, or more of the program than there is.
  @Suite struct BreakOutTests {
    let host: Host

    init() throws { host = try Host.shared() }

    private static let commands = [
      "nonsense", "sh", "bash -i", "/bin/sh -c id", "scp -t .", "/usr/lib/openssh/sftp-server",
      "demo",
      "organisation apply -", "verify", "keys", "synpunkt keys",
      "/usr/bin/synpunkt demo",
      "sudo -u synpunkt sh", "../../bin/sh", "../../../usr/bin/synpunkt keys", "''",
    ]

    @Test(arguments: commands, Host.Way.allCases)
    func whatDoesNotExistIsUnknown(command: String, way: Host.Way) throws {
      let outcome = try host.send(command, from: "asa.lind", by: way)
      let word =
        command.replacingOccurrences(of: "''", with: "").split(separator: " ")
        .first { !$0.hasSuffix("synpunkt") || $0.hasPrefix("..") }.map(String.init) ?? ""
      #expect(outcome.status == 64)
      #expect(outcome.text.isEmpty)
      #expect(outcome.complaint == "Kommandot ”\(word)” finns inte: se synpunkt --help.\n")
    }

    @Test(
      arguments: [
        "--as bo.berg", "--as bo.berg list", "list --as bo.berg", "--as=bo.berg",
        "synpunkt --as bo.berg",
        "--database /tmp/x", "list --database /tmp/x", "list --database=../x.sqlite",
        "open --database /tmp/x", "list --generate-completion-script bash",
        "--experimental-dump-help", "list --help-hidden",
      ], Host.Way.allCases)
    func optionsThatDoNotExistAreUnknown(command: String, way: Host.Way) throws {
      let outcome = try host.send(command, from: "asa.lind", by: way)
      #expect(outcome.status == 64 && outcome.text.isEmpty)
      #expect(outcome.complaint.hasPrefix("Flaggan ”--"), "\(outcome.complaint)")
      #expect(outcome.complaint.hasSuffix("finns inte: se synpunkt --help.\n"))
    }

    @Test(
      arguments: [
        "list; id", "list && id", "list | sh", "list $(id)", "list `id`", "list > x", "list\nid",
        "list\n--as bo.berg", "note 26-1 '", "list \"", "list \\; id", "list 'a\nb'",
        "list \u{1B}[2J",
        "list {a,b}", "list *", "list ~", "list $SSH_AUTH_SOCK", "list \u{202E}",
        String(repeating: "a", count: 5_000),
      ], Host.Way.allCases)
    func noShellReadsWhatIsSent(command: String, way: Host.Way) throws {
      let outcome = try host.send(command, from: "asa.lind", by: way)
      #expect(outcome.status == 64 && outcome.text.isEmpty)
      #expect(outcome.complaint.split(separator: "\n").count == 1)
      #expect(!outcome.complaint.contains("uid="))
      outcome.expectPlain()
    }

    @Test(
      arguments: [
        "import /etc/passwd", "import ../../etc/passwd", "import .ssh/authorized_keys",
        "import ./-", "import /dev/stdin", "attach REF /etc/shadow", "attach REF synpunkt.sqlite",
        "attach REF ../../../etc/passwd", "attach REF -- /etc/passwd",
      ], Host.Way.allCases)
    func noFileIsNamed(command: String, way: Host.Way) throws {
      let reference = try host.matter(at: "gata")
      let from = command.hasPrefix("import") ? "maja.mc" : "asa.lind"
      let line = command.replacingOccurrences(of: "REF", with: reference)
      let outcome = try host.send(line, from: from, by: way)
      #expect(outcome.status == 1)
      #expect((outcome.text + outcome.complaint).contains("skriv - i stället"))
      #expect(!(outcome.text + outcome.complaint).contains("root"))
    }

    @Test(arguments: Host.Way.allCases)
    func aTerminalGivesNoShell(way: Host.Way) throws {
      for command in ["sh", "bash -i"] {
        let screen = try Screen(
          ["--", command], environment: [:], by: host.ssh("asa.lind", way, ["-t", "-t"]))
        try screen.waitFor("finns inte")
        #expect(try screen.waitForEnd() == 64)
      }
    }

    @Test(arguments: Host.Way.allCases)
    func ctrlZStopsNothing(way: Host.Way) throws {
      let screen = try host.front("asa.lind", way)
      try screen.press("C-z")
      try screen.waitFor("gör ingenting här")
      #expect(kill(try host.session(), SIGTSTP) == 0)
      try screen.press(":")
      try screen.waitFor("Kommando")
      try screen.type("pausa")
      try screen.waitFor("pausa")
      #expect(try !screen.text().contains("fg tar fram det"))
      let state = try String(contentsOfFile: "/proc/\(host.session())/stat", encoding: .utf8)
      #expect(!state.contains(") T "))
    }

    @Test(arguments: Host.Way.allCases)
    func ctrlZWhileATextIsReadStopsNothing(way: Host.Way) throws {
      let reference = try host.matter(at: "gata")
      let screen = try Screen(
        ["--", "note \(reference) --internal"], environment: [:],
        by: host.ssh("asa.lind", way, ["-t", "-t"]))
      try screen.waitFor("Skriv texten")
      try screen.press("C-z")
      try screen.type("Efter åt.")
      try screen.press("Enter", "C-d")
      #expect(try screen.waitForEnd() == 0)
    }

    @Test(arguments: Host.Way.allCases)
    func filesAreNotCopied(way: Host.Way) throws {
      let account = way == .key ? "synpunkt" : "asa.lind"
      let target = "\(account)@127.0.0.1:"
      let local = host.folder + "/host.pub"
      for options in [[], ["-O"]] {
        let copy = host.ssh("asa.lind", way, options, program: "scp")
        #expect(try Child(copy + [local, target + ".ssh/authorized_keys"]).finish().status != 0)
        #expect(
          try Child(copy + [target + "/etc/passwd", host.folder + "/got"]).finish().status != 0)
      }
      let batch = host.ssh("asa.lind", way, ["-b", "-"], program: "sftp") + [target]
      #expect(try Child(batch).finish(input: "ls\n".data).status != 0)
      #expect(!FileManager.default.fileExists(atPath: host.folder + "/got"))
      #expect(try host.files().allSatisfy { $0.hasPrefix("synpunkt.sqlite") })
    }
  }
}
