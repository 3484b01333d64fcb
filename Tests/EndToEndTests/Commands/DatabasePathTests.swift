import Foundation
import Testing

/// Which database a command works on, and who may read it.
@Suite struct DatabasePathTests {
  let place: Place

  init() throws { place = try Place() }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test func theOptionComesBeforeTheVariable() throws {
    let asked = place.folder + "/asked.sqlite"
    try place.succeed("list", "--database", asked)
    #expect(exists(asked))
    #expect(!exists(place.database))
  }

  @Test func theVariableComesBeforeTheDataFolder() throws {
    let data = place.folder + "/data"
    let outcome = try place.run("list", also: ["XDG_DATA_HOME": data])
    #expect(outcome.status == 0)
    #expect(exists(place.database))
    #expect(!exists(data))
  }

  @Test func elseItLiesInTheDataFolder() throws {
    let data = place.folder + "/data"
    let outcome = try Program.run(
      ["list"], environment: ["XDG_DATA_HOME": data, "HOME": place.folder + "/home"])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(data + "/synpunkt/synpunkt.sqlite"))
  }

  @Test(arguments: ["data", "./data", "~/data", ""])
  func aRelativeDataFolderIsIgnored(folder: String) throws {
    let home = place.folder + "/home"
    let outcome = try Program.shell(
      "cd \"$HOME/..\" && exec \"$0\" list",
      environment: ["XDG_DATA_HOME": folder, "HOME": home])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(home + "/.local/share/synpunkt/synpunkt.sqlite"))
    #expect(!exists(place.folder + "/data"))
  }

  @Test func elseInTheHomeFolder() throws {
    let home = place.folder + "/home"
    let outcome = try Program.run(["list"], environment: ["HOME": home])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(exists(home + "/.local/share/synpunkt/synpunkt.sqlite"))
  }

  @Test func nobodyElseMayReadWhatItMakes() throws {
    let folder = place.folder + "/new/folder"
    let path = folder + "/synpunkt.sqlite"
    let mail = try place.write("a.eml", MailFile().text)
    try place.succeed("import", "--database", path, mail)
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
