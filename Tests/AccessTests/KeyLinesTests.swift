import Access
import Domain
import Testing

/// What sshd is told.
@Suite struct KeyLinesTests {
  static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGGkYxWzm4pRdFLhzQMUh1vHkkhx4Rjm3JqNV5DqBNkV"

  @Test func eachKeyOpensTheProgramAsItsOwnerAndNothingElse() throws {
    let key = try #require(PublicKey(Self.key))
    let organisation = Organisation(people: [
      Person(login: "asa.lind", name: "Åsa", keys: [key]), Person(login: "bo", name: "Bo"),
      // No such login is ever read from a file.
      Person(login: "x\" ssh-rsa", name: "X", keys: [key]),
    ])
    #expect(
      KeyLines.lines(of: organisation) == [
        "restrict,pty,command=\"/usr/bin/synpunkt --as asa.lind\" \(Self.key)"
      ])
  }
}
