import Foundation
import Testing

/// Which database a command works on, and who may read it.
@Suite struct DatabasePathTests {
  let place: Place

  init() throws { place = try Place() }

  private func mail() throws -> String { try place.write("a.eml", MailFile().text) }

  @Test(
    "A command that reads makes no database",
    arguments: [["list"], ["search", "mat"], ["show", "26-1"], ["letter", "26-1"]])
  func aMistypedPathIsTold(command: [String]) throws {
    let path = place.folder + "/mistyped.sqlite"
    let outcome = try Program.run(command, environment: ["SYNPUNKT_DATABASE": path])
    #expect(outcome.status == 1)
    #expect(outcome.complaint.contains("Det finns ingen databas i \(path)."))
    #expect(!exists(path))
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test func theOptionComesBeforeTheVariable() throws {
    let asked = place.folder + "/asked.sqlite"
    try place.succeed("import", "--database", asked, try mail())
    #expect(exists(asked))
    #expect(!exists(place.database))
  }

  @Test func theVariableComesBeforeTheDataFolder() throws {
    let data = place.folder + "/data"
    let outcome = try place.run("import", try mail(), also: ["XDG_DATA_HOME": data])
    #expect(outcome.status == 0)
    #expect(exists(place.database))
    #expect(!exists(data))
  }

  @Test func elseItLiesInTheDataFolder() throws {
    let data = place.folder + "/data"
    let outcome = try Program.run(
      ["import", try mail()], environment: ["XDG_DATA_HOME": data, "HOME": place.folder + "/home"])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(data + "/synpunkt/synpunkt.sqlite"))
  }

  @Test(arguments: ["data", "./data", "~/data", ""])
  func aRelativeDataFolderIsIgnored(folder: String) throws {
    let home = place.folder + "/home"
    let outcome = try Program.shell(
      "cd \"$HOME/..\" && exec \"$0\" import '\(try mail())'",
      environment: ["XDG_DATA_HOME": folder, "HOME": home])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(home + "/.local/share/synpunkt/synpunkt.sqlite"))
    #expect(!exists(place.folder + "/data"))
  }

  @Test func elseInTheHomeFolder() throws {
    let home = place.folder + "/home"
    let outcome = try Program.run(["import", try mail()], environment: ["HOME": home])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(home + "/.local/share/synpunkt/synpunkt.sqlite"))
  }

  @Test func nobodyElseMayReadWhatItMakes() throws {
    let folder = place.folder + "/new/folder"
    let path = folder + "/synpunkt.sqlite"
    try place.succeed("import", "--database", path, try mail())
    #expect(place.mode(of: folder) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(place.mode(of: "\(folder)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func anEmptyFileBecomesADatabase() throws {
    try place.write("synpunkt.sqlite", "")
    try place.succeed("list")
    try place.expectVerified()
  }
}
