import Foundation
import Testing

/// The command line itself.
@Suite struct UsageTests {
  let place: Place

  init() throws { place = try Place() }

  @Test(arguments: [
    ["nonsense"], ["import"], ["list", "--queue", "nonsense"], ["show"], ["categorise", "26-1"],
    ["categorise", "26-1", "skäll"], ["assign", "26-1"], ["answer", "26-1"],
    ["answer", "26-1", "--how", "duva"], ["return", "26-1"], ["return", "26-1", "--reason", "x"],
    ["attachment", "26-1"], ["attachment", "26-1", "första"], ["organisation", "apply"],
    ["list", "--nonsense"], ["close"], ["note"], ["letter"], ["backup"],
    ["restore"], ["backup", "--keep", "0", "."], ["protect"], ["solved"],
    ["access", "--sample", "i maj"],
  ])
  func aWrongCommandLineIs64(arguments: [String]) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == 64, "\(outcome.text)")
    #expect(!outcome.complaint.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: place.database))
  }

  @Test(arguments: [
    [], ["open"], ["demo"], ["import"], ["list"], ["show"], ["categorise"], ["assign"],
    ["answer"], ["note"], ["return"], ["close"], ["letter"], ["attachment"], ["deadline"],
    ["organisation"], ["organisation", "apply"], ["verify"], ["protect"], ["solved"], ["access"],
    ["backup"], ["restore"], ["setup"], ["doctor"],
  ])
  func everyCommandHasHelp(command: [String]) throws {
    let outcome = try place.run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("USAGE: synpunkt"))
  }

  @Test func itTellsItsVersion() throws {
    #expect(try place.run("--version").text.contains("."))
  }

  @Test func withoutATerminalTheFrontSaysWhatThereIsInstead() throws {
    try place.run().expectRefused("terminal", "synpunkt --help")
    try place.run("open").expectRefused("terminal")
  }

  @Test(arguments: ["nonsense", "26-", "SYN-2026", "26-0", "x\u{1B}[31mröd\u{202E}"])
  func aNumberThatIsNoneIsRefused(number: String) throws {
    for command in [["show"], ["letter"], ["close"], ["attachment"]] {
      let more = command == ["attachment"] ? ["1"] : []
      try place.run(command + [number] + more).expectRefused("är inget ärendenummer")
    }
  }

  @Test func aMatterThatDoesNotExistIsRefused() throws {
    for command in [
      ["show", "26-99"], ["categorise", "26-99", "beröm"], ["assign", "26-99", "gata"],
      ["note", "26-99"], ["return", "26-99", "--reason", "klar"], ["close", "26-99"],
      ["letter", "26-99"], ["attachment", "26-99", "1"], ["answer", "26-99", "--how", "brev"],
    ] {
      try place.run(command).expectRefused("Det finns inget sådant ärende")
    }
  }

  @Test func aClosedOutputIsNoCrash() throws {
    let place = try Place.withOrganisation()
    _ = try place.register("a.eml", MailFile().text)
    let outcome = try Program.shell(
      "exec \"$0\" list --queue all >/dev/full", environment: place.environment)
    outcome.expectRefused("disken är full")
  }
}
