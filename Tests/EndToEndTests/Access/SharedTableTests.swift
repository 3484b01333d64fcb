import Access
import Foundation
import Testing

/// Every command and option of the program stands in the table of what a shared session has.
@Suite struct SharedTableTests {
  /// What the program tells of its own command line.
  private struct Dump: Decodable {
    struct Command: Decodable {
      struct Argument: Decodable {
        struct Name: Decodable {
          var kind: String
          var name: String

          var written: String { kind == "long" ? "--" + name : "-" + name }
        }

        var kind: String
        var names: [Name]?
      }

      var commandName: String
      var arguments: [Argument]?
      var subcommands: [Command]?

      var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
    }

    var command: Command
  }

  private let dump: Dump

  init() throws {
    dump = try Place().run("--experimental-dump-help").json()
  }

  @Test func everyCommandIsThereOrNot() {
    let commands = Set((dump.command.subcommands ?? []).map(\.commandName)).subtracting(["help"])
    #expect(commands == SharedCommands.commands.union(SharedCommands.otherCommands))
  }

  @Test func everyOptionNamesAFileOrNot() {
    let names = dump.command.all.flatMap { $0.arguments ?? [] }.flatMap { $0.names ?? [] }
    let options = Set(names.map(\.written))
    let known = SharedCommands.options.union(SharedCommands.otherOptions)
    #expect(options.subtracting(known) == [])
    #expect(known.subtracting(options) == [])
  }
}
