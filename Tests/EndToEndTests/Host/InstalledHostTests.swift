import Foundation
import Testing

/// The database of an installed host, at its real path, in a mount namespace of its own.
@Suite(.needs(.mount)) struct InstalledHostTests {
  let place: Place

  init() throws {
    try Tool.mount.require()
    place = try Place()
  }

  private static let database = "/var/lib/synpunkt/synpunkt.sqlite"

  /// Runs a script of the shell where `/var/lib/synpunkt` and `/var/backups/synpunkt` are empty;
  /// `$0` is the program, and `$SYNPUNKT_DATABASE` the host's database.
  private func onHost(_ script: String) throws -> Program.Outcome {
    let prepared = """
      set -e
      mount -t tmpfs synpunkt-test /var/lib
      mount -t tmpfs synpunkt-test /var/backups
      mkdir -m 700 /var/lib/synpunkt /var/backups/synpunkt
      \(script)
      """
    return try Child(
      ["unshare", "--mount", "sh", "-c", prepared, Program.path],
      environment: place.environment.merging(["SYNPUNKT_DATABASE": Self.database]) { $1 }
    ).finish()
  }

  @Test(arguments: ["list", "verify", "import /dev/null", "demo --database $SYNPUNKT_DATABASE"])
  func whatIsMissingIsNotMade(command: String) throws {
    let outcome = try onHost("\"$0\" \(command)")
    outcome.expectRefused("saknas", "ingen säkerhetskopia", "synpunkt-admin setup")
    try onHost("\"$0\" \(command) || ls -A /var/lib/synpunkt; exit 1").expectRefused("saknas")
    let left = try onHost("\"$0\" \(command) 2>/dev/null || ls -A /var/lib/synpunkt")
    #expect(left.text.isEmpty, "\(left.text)")
  }

  @Test func setupMakesItOnce() throws {
    let outcome = try onHost(
      """
      "$0" setup
      "$0" list
      "$0" verify
      stat -c %a $SYNPUNKT_DATABASE
      "$0" setup
      """)
    outcome.expectRefused("finns redan")
    #expect(outcome.text.contains("Allt stämmer") && outcome.text.hasSuffix("600\n"))
  }

  @Test func whatIsCutToNothingIsPutBack() throws {
    let mail = try place.write("a.eml", MailFile().text)
    let outcome = try onHost(
      """
      "$0" setup >/dev/null
      "$0" import \(mail) >/dev/null
      "$0" backup --keep 30 /var/backups/synpunkt >/dev/null
      : >$SYNPUNKT_DATABASE
      "$0" list >/dev/null 2>/var/lib/said && exit 9
      rm $SYNPUNKT_DATABASE*
      "$0" setup >/dev/null 2>>/var/lib/said && exit 9
      sed -n '1p;2p' /var/lib/said
      "$0" restore /var/backups/synpunkt/synpunkt-*.sqlite
      "$0" verify
      "$0" list --queue all | wc -l
      """)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let lines = outcome.lines
    #expect(lines.count == 5, "\(outcome.text)")
    for (line, words) in zip(lines, ["är tom", "saknas"]) {
      #expect(line.contains(words), "\(line)")
      #expect(line.contains("synpunkt-admin restore /var/backups/synpunkt/synpunkt-2"), "\(line)")
    }
    #expect(lines.last == "1")
  }

  @Test func whatIsDamagedIsSaidAndNotBackedUpButPutBack() throws {
    let mail = try place.write("a.eml", MailFile().text)
    let outcome = try onHost(
      """
      "$0" setup >/dev/null
      "$0" import \(mail) >/dev/null
      "$0" backup --keep 30 /var/backups/synpunkt >/dev/null
      dd if=/dev/zero of=$SYNPUNKT_DATABASE bs=4096 seek=1 count=4 conv=notrunc status=none
      : >$SYNPUNKT_DATABASE-wal
      for command in verify "backup /var/lib/copy"; do
        "$0" $command 2>/var/lib/said >/dev/null && exit 9
        grep -o 'synpunkt-admin restore .*' /var/lib/said
      done
      ls /var/lib | grep copy && exit 9
      "$0" restore /var/backups/synpunkt/synpunkt-*Z.sqlite >/dev/null
      "$0" verify
      """)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let lines = outcome.lines
    try #require(lines.count == 3, "\(outcome.text)")
    for line in lines.prefix(2) {
      #expect(line.hasPrefix("synpunkt-admin restore /var/backups/synpunkt/synpunkt-2"), "\(line)")
    }
    #expect(lines.last?.hasPrefix("Allt stämmer") == true, "\(outcome.text)")
  }

  @Test(arguments: ["verify", "restore x", "organisation show", "list"])
  func rootIsSentToTheHostsOwnRecord(command: String) throws {
    let outcome = try onHost(
      "unset SYNPUNKT_DATABASE; \"$0\" \(command)")
    outcome.expectRefused("synpunkt-admin")
  }

  @Test(.needs(.setpriv)) func nobodySetsUpInAnothersFolder() throws {
    let outcome = try onHost("chown 65534 /var/lib/synpunkt; \"$0\" setup")
    outcome.expectRefused("synpunkt-admin")
  }

  @Test func theDoctorSaysWhatToDo() throws {
    let outcome = try onHost("\"$0\" setup >/dev/null; \"$0\" doctor")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count > 10)
    for line in outcome.lines {
      let isWrong = line.hasPrefix("WRONG  ") && line.contains(": ")
      #expect(isWrong || line.hasPrefix("ok     "), "\(line)")
    }
    #expect(outcome.text.contains("WRONG  last backup: there is none"), "\(outcome.text)")
    outcome.expectPlain()
  }

  @Test(.needs(.setpriv)) func theDoctorSeesAllOrNothing() throws {
    try Program.run(
      ["doctor"], prefix: ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    ).expectRefused("as root")
  }
}
