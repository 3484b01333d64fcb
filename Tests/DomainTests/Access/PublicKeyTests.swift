import Domain
import Testing

/// Public keys as an organisation file names them.
@Suite struct PublicKeyTests {
  static let ed25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGkYxWzm4pRdFLhzQMUh1vHkkhx4Rjm3JqNV5DqBNkV"

  @Test func readsAKey() throws {
    let key = try #require(PublicKey(Self.ed25519))
    #expect(key.type == "ssh-ed25519")
    #expect(key.bytes.count == 51)
    #expect(key.line == Self.ed25519)
  }

  @Test(arguments: [
    "", "ssh-ed25519", ed25519 + " asa@dator", ed25519 + "\n", ed25519 + " ", " " + ed25519,
    "command=\"sh\" " + ed25519, ed25519 + "\n" + ed25519, ed25519 + "\r",
    ed25519.replacing(" ", with: "  "), ed25519.replacing(" ", with: "\t"),
    ed25519.replacing("ssh-ed25519 ", with: "ssh-rsa "),
    ed25519.replacing("ssh-ed25519 ", with: "ssh-dss "),
    String(ed25519.dropLast()), ed25519 + "=", ed25519 + "====", ed25519.replacing("G", with: "*"),
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "ssh-ed25519 ssh-ed25519",
    "ssh-ed25519 " + String(repeating: "A", count: 5_000),
  ])
  func refusesAnythingElse(line: String) {
    #expect(PublicKey(line) == nil)
  }

  /// Two texts for the same bytes would be two keys of one person, or one of two.
  @Test(arguments: ["AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"])
  func hasOneWayToBeWritten(base64: String) throws {
    let rsa = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAIQC7"
    #expect(PublicKey("ssh-ed25519 " + base64) != nil)
    #expect(PublicKey(rsa + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=") != nil)
    #expect(PublicKey(rsa + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAF=") == nil)
  }
}
