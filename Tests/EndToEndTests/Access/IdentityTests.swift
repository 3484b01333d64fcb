import Foundation
import Testing

extension AccessSuite {
  /// The program as other users of the host run it, without ssh.
  @Suite struct IdentityTests {
    let host: Host

    init() throws { host = try Host.shared() }

    private let program = "/usr/bin/synpunkt"
    private let database = "/var/lib/synpunkt/synpunkt.sqlite"

    @Test(arguments: ["asa.lind", "nobody"])
    func nobodyReachesTheFile(login: String) throws {
      let group = login == "nobody" ? "nogroup" : login
      for command in [["cat", database], ["ls", "/var/lib/synpunkt"]] {
        let words = ["setpriv", "--reuid", login, "--regid", group, "--clear-groups"] + command
        #expect(try host.run(words).status != 0)
      }
      let words = ["setpriv", "--reuid", login, "--regid", group, "--clear-groups", program]
      try host.run(words + ["list", "--database", database]).expectRefused("har inte rätt")
      let keys = try host.run(words + ["keys", "--database", database])
      #expect(keys.status == 1 && keys.text.isEmpty)
      let info = try host.run(["stat", "-c", "%U %a", database])
      #expect(info.text == "synpunkt 600\n")
    }

    @Test(arguments: ["asa.lind", nil])
    func asIsNobodysButTheServices(login: String?) throws {
      let outcome = try host.run([program, "--as", "bo.berg", "list"], as: login)
      #expect(outcome.status == 64 && outcome.complaint.contains("”--as” finns inte"))
    }

    @Test(arguments: ["asa.lind", "root"])
    func withSudosWordAsIsRefused(person: String) throws {
      let outcome = try host.run(
        [program, "--as", "bo.berg", "list"], as: "synpunkt", environment: ["SUDO_USER": person])
      #expect(outcome.status == 64 && outcome.complaint.contains("”--as” finns inte"))
    }

    @Test func sudosWordCountsForTheServiceOnly() throws {
      let own = try host.matter(at: "gata")
      let shown = try host.run(
        [program, "show", own], as: "synpunkt", environment: ["SUDO_USER": "asa.lind"])
      #expect(shown.status == 0)
      try host.run([program, "show", own], as: "synpunkt", environment: ["SUDO_USER": "bo.berg"])
        .expectRefused("Det finns inget sådant ärende")
      // Another account has its own database, in which nobody is asa.lind.
      let other = try host.run(
        [program, "list"], as: "bo.berg",
        environment: ["SUDO_USER": "asa.lind", "HOME": "/home/bo.berg"])
      #expect(other.status == 0 && other.text.isEmpty)
    }

    @Test func fromRootTheServiceAdministers() throws {
      for environment in [[:], ["SUDO_USER": "root"]] {
        let outcome = try host.run([program, "verify"], as: "synpunkt", environment: environment)
        #expect(outcome.status == 0, "\(outcome.complaint)")
      }
      let sudo = try host.run(["sudo", "-n", "-u", "synpunkt", program, "verify"])
      #expect(sudo.status == 0, "\(sudo.complaint)")
    }

    @Test(arguments: [
      ["sh"], ["/usr/bin/synpunkt", "list"], ["/usr/bin/synpunkt", "--as", "bo.berg"],
      ["/usr/bin/synpunkt", "organisation", "apply", "/tmp/x"], ["-e", "/etc/passwd"], ["-s"],
    ])
    func sudoGivesNothingElse(command: [String]) throws {
      let outcome = try host.run(["sudo", "-n", "-u", "synpunkt"] + command, as: "asa.lind")
      #expect(outcome.status == 1 && outcome.text.isEmpty)
      #expect(outcome.complaint.contains("password is required"), "\(outcome.complaint)")
    }

    @Test(arguments: [
      "-u root", "-g root -u synpunkt", "LD_PRELOAD=/x -u synpunkt", "-E -u synpunkt",
    ])
    func sudoBendsInNothing(options: String) throws {
      let words = options.split(separator: " ").map(String.init)
      let outcome = try host.run(
        ["sudo", "-n"] + words + [program], as: "asa.lind",
        environment: ["SYNPUNKT_DATABASE": "/tmp/evil", "SSH_ORIGINAL_COMMAND": "list"])
      #expect(outcome.status == 1 && outcome.text.isEmpty)
    }

    @Test func sudoTellsWhoAsksWhateverTheEnvironmentSays() throws {
      let own = try host.matter(at: "gata")
      let other = try host.matter(at: "oster")
      let environment = [
        "SUDO_USER": "bo.berg", "LOGNAME": "bo.berg", "USER": "bo.berg",
        "SYNPUNKT_DATABASE": "/tmp/evil", "HOME": "/tmp",
      ]
      for (reference, status) in [(own, Int32(0)), (other, 1)] {
        let outcome = try host.run(
          ["sudo", "-n", "-u", "synpunkt", program], as: "asa.lind",
          environment: environment.merging(["SSH_ORIGINAL_COMMAND": "show \(reference)"]) { $1 })
        #expect(outcome.status == status, "\(outcome.complaint)")
      }
    }

    @Test func aDatabaseThatIsLostIsToldOfAndNeverMade() throws {
      let aside = "/var/lib/synpunkt.aside"
      _ = try host.run(["mv", "/var/lib/synpunkt", aside])
      defer {
        _ = try? host.run(["sh", "-c", "rm -r /var/lib/synpunkt; mv \(aside) /var/lib/synpunkt"])
      }
      _ = try host.run([
        "install", "-d", "-o", "synpunkt", "-g", "synpunkt", "-m", "700", "/var/lib/synpunkt",
      ])
      func list() throws -> Program.Outcome {
        try host.run([program, "list"], as: "synpunkt", environment: ["SUDO_USER": "asa.lind"])
      }
      try list().expectRefused(database, "/var/backups/synpunkt")
      #expect(try host.files() == [])
      _ = try host.run(["install", "-o", "synpunkt", "-m", "600", "/dev/null", database])
      try list().expectRefused(database, "/var/backups/synpunkt")
      #expect(try host.files() == ["synpunkt.sqlite"])
      #expect(try host.run(["stat", "-c", "%s", database]).text == "0\n")
      // A database that anybody could have written is not one to trust.
      _ = try host.run(["sh", "-c", "cp -p \(aside)/* /var/lib/synpunkt/; chmod 644 \(database)"])
      try list().expectRefused("0600")
      _ = try host.run(["sh", "-c", "chmod 600 \(database); chown asa.lind \(database)"])
      try list().expectRefused("tillhör tjänsten")
    }
  }
}
