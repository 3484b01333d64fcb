import Foundation
import Testing

/// Databases that cannot be opened, and folders that cannot be written.
@Suite struct BadDatabaseTests {
  let place: Place

  init() throws { place = try Place() }

  private static let commands = [
    ["list"], ["list", "--json"], ["verify"], ["show", "26-1"], ["import", "/dev/null"],
  ]

  /// Expects that every command refuses the database, and leaves the file as it is.
  private func expectRefused(_ path: String, _ words: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for command in Self.commands {
      try place.run(command + ["--database", path]).expectRefused(words)
    }
    let organisation = try place.write("organisation.yaml", Place.organisation)
    try place.run("organisation", "apply", "--database", path, organisation).expectRefused(words)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aFileThatIsNoDatabase() throws {
    try expectRefused(
      try place.write("brev.txt", "Ett viktigt brev som är längre än huvudet i en databas.\n"),
      "ingen databas för Synpunkt")
    try expectRefused(try place.write("kort.txt", "Hej\n"), "ingen databas för Synpunkt")
    let random = Data((0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) })
    try expectRefused(try place.write("random.bin", random), "ingen databas för Synpunkt")
    try expectRefused(
      try place.write("head.sqlite", "SQLite format 3\0".data + random),
      "ingen databas för Synpunkt")
  }

  @Test func aDatabaseOfAnotherProgram() throws {
    try Tool.python.require()
    let path = place.folder + "/other.sqlite"
    try Place.sql(path, "CREATE TABLE t(a); INSERT INTO t VALUES (1);")
    try expectRefused(path, "ingen databas för Synpunkt")
  }

  @Test func aDatabaseOfANewerVersion() throws {
    let place = try Place.withOrganisation()
    _ = try place.register("a.eml", MailFile().text)
    let old = try place.matters()
    try Place.sql(place.database, "INSERT INTO grdb_migrations VALUES ('999-from-the-future');")
    for command in Self.commands where command != ["verify"] {
      try place.run(command).expectRefused("nyare Synpunkt")
    }
    let verified = try place.run("verify")
    #expect(verified.status == 1)
    #expect(verified.text.contains("nyare Synpunkt"), "\(verified.text)")
    try place.run("import", try place.write("b.eml", MailFile().text))
      .expectRefused("nyare Synpunkt")
    // Nothing is lost: the newer program, were it here, would read it all.
    try Place.sql(
      place.database, "DELETE FROM grdb_migrations WHERE identifier = '999-from-the-future';")
    #expect(try place.matters() == old)
    try place.expectVerified()
  }

  @Test func aDatabaseThatIsCutOff() throws {
    let place = try Place.withOrganisation()
    for number in 1...20 { _ = try place.register("\(number).eml", MailFile().text) }
    try Place.sql(place.database, "PRAGMA wal_checkpoint(TRUNCATE);")
    #expect(truncate(place.database, 20_000) == 0)
    for command in [["list", "--queue", "all"], ["verify"], ["show", "26-1"]] {
      let outcome = try place.run(command)
      #expect(outcome.status == 1, "\(command) \(outcome.signal ?? 0)")
      #expect(!(outcome.text + outcome.complaint).isEmpty)
      outcome.expectPlain()
    }
  }

  @Test func verifyMakesNothing() throws {
    try place.run("verify").expectRefused("finns inte")
    #expect(!FileManager.default.fileExists(atPath: place.database))
    try place.run("verify", "--database", try place.write("empty", ""))
      .expectRefused("ingen databas för Synpunkt")
  }

  @Test func whatIsNoFile() throws {
    for path in [place.folder, "/dev/null", "/dev/null/x.sqlite", "/proc/nothing/x.sqlite"] {
      for command in Self.commands {
        let outcome = try place.run(command + ["--database", path])
        #expect(outcome.status == 1, "\(path)")
        outcome.expectRefused()
      }
    }
  }

  @Test(.needs(.setpriv)) func aFolderThatMayNotBeWritten() throws {
    try Tool.setpriv.require()
    let folder = place.folder + "/locked"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o755])
    try open(place.folder, 0o711)
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for path in [folder + "/new.sqlite", folder + "/deeper/new.sqlite"] {
      let outcome = try Program.run(
        ["list"], environment: ["SYNPUNKT_DATABASE": path], prefix: nobody)
      outcome.expectRefused("du har inte rätt till filen eller mappen")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    // One that may be read but not written is neither used nor changed.
    let own = folder + "/own.sqlite"
    try place.succeed("list", "--database", own)
    try open(own, 0o644)
    let before = try Data(contentsOf: URL(fileURLWithPath: own))
    try Program.run(["list"], environment: ["SYNPUNKT_DATABASE": own], prefix: nobody)
      .expectRefused("du har inte rätt till filen eller mappen")
    #expect(try Data(contentsOf: URL(fileURLWithPath: own)) == before)
  }

  private func open(_ path: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}
