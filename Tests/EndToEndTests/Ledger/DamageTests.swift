import Foundation
import Testing

/// A database that is damaged behind the program's back, with a ledger of what was in it.
@Suite(.needs(.python)) struct DamageTests {
  enum Damage: String, CaseIterable, Sendable {
    case emptied, gone, goneWithTheWAL, cutInHalf, noDatabase, noise
    case walCut, walTurned, walGone

    /// Does it to a database that nobody has open.
    func spoil(_ path: String) throws {
      switch self {
      case .emptied: #expect(truncate(path, 0) == 0)
      case .gone: #expect(unlink(path) == 0)
      case .goneWithTheWAL: for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      case .cutInHalf: #expect(truncate(path, try size(path) / 8_192 * 4_096) == 0)
      case .noDatabase: try "Det här är ingen databas.".data.write(to: URL(fileURLWithPath: path))
      case .noise: try overwrite(path, from: 4_096, with: Data(repeating: 7, count: 8_192))
      case .walCut: #expect(truncate(path + "-wal", try size(path + "-wal") / 2) == 0)
      case .walTurned:
        try overwrite(path + "-wal", from: 5_000, with: Data(repeating: 7, count: 16))
      case .walGone: #expect(unlink(path + "-wal") == 0)
      }
    }

    private func size(_ path: String) throws -> Int {
      try Data(contentsOf: URL(fileURLWithPath: path)).count
    }

    private func overwrite(_ path: String, from start: Int, with noise: Data) throws {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try #require(bytes.count > start + noise.count)
      bytes.replaceSubrange(start..<start + noise.count, with: noise)
      try bytes.write(to: URL(fileURLWithPath: path))
    }
  }

  /// A database with the last events in its WAL only, as after a power cut, and a backup of the
  /// first ones.
  private func makePlace() throws -> (Place, copied: Ledger) {
    let place = try Place.withOrganisation()
    var copied = Ledger()
    let texts = (1...10).map { "Nummer \($0)." }
    let files = try texts.map { try place.write("\($0)-eml", MailFile(body: $0).text) }
    for (result, text) in zip(try place.importFiles(files), texts) {
      copied.report("registered", text, in: result.reference)
    }
    try place.succeed("backup", place.folder + "/copy")
    try Place.sql(place.database, "PRAGMA wal_checkpoint(TRUNCATE)")
    let more = try (11...80).map {
      try place.write("\($0).eml", MailFile(body: "Nummer \($0).").text)
    }
    let child = try Program.start(["import"] + more, environment: place.environment)
    _ = try child.readOutput { $0.contains(0x0A) }
    child.send(SIGKILL)
    _ = try child.finish()
    return (place, copied)
  }

  @Test(arguments: Damage.allCases)
  func itIsNamedAndPutBackAndNeverEmptied(damage: Damage) throws {
    try Tool.python.require()
    let (place, copied) = try makePlace()
    let path = place.database
    try damage.spoil(path)
    // An empty WAL is as good as none.
    func bytes(_ suffix: String) -> Data {
      FileManager.default.contents(atPath: path + suffix) ?? Data()
    }
    func files() -> [Data] { ["", "-wal", ".head"].map(bytes) }
    let before = files()

    let verified = try place.run("verify")
    #expect(verified.status == 1)
    let said = verified.text + verified.complaint
    #expect(["restore", "event ", "sqlite:"].contains(where: said.contains), "\(said)")
    let mail = try place.write("new.eml", MailFile(body: "Ny.").text)
    for command in [["list"], ["import", mail], ["show", "26-1"]] {
      let outcome = try place.run(command)
      // A page that is never read tells nobody but verify and backup.
      if damage != .noise { outcome.expectRefused("synpunkt restore") }
    }
    let copying = try place.run("backup", place.folder + "/other")
    #expect(copying.status == 1)
    #expect(copying.complaint.contains("synpunkt verify") || copying.complaint.contains("restore"))
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/other"))
    // What can be saved by hand is still to be saved.
    if damage != .noise { #expect(files() == before) }

    let replaced = [bytes(""), bytes("-wal")]
    try place.succeed("restore", place.folder + "/copy")
    try copied.expectHeld(in: place)
    // What was there is kept beside it, as it was.
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder)
      .filter { $0.hasPrefix("synpunkt.sqlite.replaced-") }
    let kept = try [false, true].map { isWAL in
      let name = names.first { $0.hasSuffix("-wal") == isWAL }
      return try name.map { try Data(contentsOf: URL(fileURLWithPath: "\(place.folder)/\($0)")) }
    }
    #expect(kept.map { $0 ?? Data() } == replaced)
    let taken: [ImportResult] = try place.run("import", "--json", mail).json()
    #expect(taken.map(\.result) == ["registered"])
    try place.expectVerified()
  }
}
