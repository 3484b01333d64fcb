import Foundation
import Testing

extension AccessSuite {
  /// Which keys open the one account, and what else does not.
  @Suite struct KeysTests {
    let host: Host

    init() throws { host = try Host.shared() }

    @Test func onlyTheKeysOfTheOrganisationOpen() throws {
      let lines = try host.administer("keys").lines
      #expect(
        try lines
          == Host.people.map {
            "restrict,pty,command=\"/usr/bin/synpunkt --as \($0)\" \(try host.publicKey($0))"
          })
      let stranger = try host.send("list", from: "stranger", by: .key)
      #expect(
        stranger.status == 255 && stranger.complaint.contains("Permission denied (publickey)"))
    }

    @Test func noFileOfKeysIsRead() throws {
      let folder = "/var/lib/synpunkt/.ssh"
      defer { _ = try? host.run(["rm", "-r", folder]) }
      _ = try host.run(["install", "-d", "-o", "synpunkt", "-m", "700", folder])
      for name in ["authorized_keys", "authorized_keys2", "rc"] {
        _ = try host.run(
          [
            "install", "-o", "synpunkt", "-m", "600", host.folder + "/stranger.pub",
            "\(folder)/\(name)",
          ])
      }
      #expect(try host.send("list", from: "stranger", by: .key).status == 255)
    }

    @Test func aKeyInTheTextOfAMatterIsText() throws {
      let key = try host.publicKey("stranger")
      let line = "command=\"/bin/sh\" \(key)"
      let reference = try host.matter(at: "gata", title: key, text: "Hej\n\n\(key)\n\(line)\n")
      let note = try host.send(
        "note \(reference) --internal", from: "asa.lind", by: .key, input: "\(key)\n")
      #expect(note.status == 0)
      #expect(try !host.administer("keys").text.contains(key.split(separator: " ")[1]))
      #expect(try host.send("list", from: "stranger", by: .key).status == 255)
      #expect(try host.files().allSatisfy { $0.hasPrefix("synpunkt.sqlite") })
    }

    @Test func aPasswordOpensNothing() throws {
      let client = host.ssh(
        "asa.lind", .key,
        ["-v", "-o", "PubkeyAuthentication=no", "-o", "PreferredAuthentications=password"])
      let outcome = try Child(client + ["list"]).finish()
      #expect(outcome.status == 255)
      #expect(outcome.complaint.contains("can continue: publickey\r\n"), "\(outcome.complaint)")
      #expect(try host.run(["getent", "shadow", "synpunkt"]).text.hasPrefix("synpunkt:!"))
    }

    @Test func theServiceItselfNeverComesInThroughSudo() throws {
      _ = try host.run(["gpasswd", "--add", "synpunkt", "synpunkt-users"])
      defer { _ = try? host.run(["gpasswd", "--delete", "synpunkt", "synpunkt-users"]) }
      #expect(try host.send("list", from: "asa.lind", by: .key).status == 0)
      #expect(try host.send("verify", from: "asa.lind", by: .key).status == 64)
    }

    @Test func askingForKeysMakesAndChangesNothing() throws {
      let before = try host.run(["sh", "-c", "sha256sum /var/lib/synpunkt/synpunkt.sqlite*"]).text
      #expect(try host.administer("keys").status == 0)
      #expect(
        try host.run(["sh", "-c", "sha256sum /var/lib/synpunkt/synpunkt.sqlite*"]).text == before)
      let missing = try host.run(
        ["/usr/bin/synpunkt", "keys", "--database", "/var/lib/synpunkt/none"], as: "synpunkt")
      #expect(missing.status == 1 && missing.text.isEmpty)
      #expect(try host.files().allSatisfy { $0.hasPrefix("synpunkt.sqlite") })
    }
  }
}
