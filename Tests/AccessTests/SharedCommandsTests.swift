import Access
import Testing

/// What there is in a shared session.
@Suite struct SharedCommandsTests {
  @Test(arguments: [
    [], ["list"], ["list", "--queue", "late", "--json"], ["list", "--queue=late"], ["import", "-"],
    ["attach", "26-1", "-", "--name", "a.pdf"], ["--help"], ["help", "list"], ["list", "-h"],
    ["--version"],
    ["show", "--", "--database"],
  ])
  func letsThrough(words: [String]) throws {
    try SharedCommands.check(words)
  }

  @Test(arguments: SharedCommands.otherCommands.sorted() + ["nonsense", "sh", "", "list "])
  func refusesOtherCommandsAsUnknown(command: String) {
    #expect(throws: AccessError.unknownCommand(command)) { try SharedCommands.check([command]) }
    #expect(throws: AccessError.unknownCommand(command)) {
      try SharedCommands.check([command, "--help"])
    }
  }

  @Test(arguments: [
    ["--database", "x"], ["--database=x"], ["list", "--database", "x"], ["list", "--database=x"],
    ["list", "--json", "--database"], ["open", "--as", "bo"], ["--as", "bo"], ["list", "-d"],
    ["list", "--generate-completion-script"], ["--experimental-dump-help"],
    ["list", "--help-hidden"],
    ["answer", "26-1", "--how", "--database"], ["list", "--datab"], ["list", "--jso"],
  ])
  func refusesOtherOptionsAsUnknown(words: [String]) {
    let option = words.last { $0.hasPrefix("-") && !SharedCommands.options.contains($0) } ?? ""
    #expect(throws: AccessError.unknownOption(String(option.prefix { $0 != "=" }))) {
      try SharedCommands.check(words)
    }
  }

  @Test func nothingIsBoth() {
    #expect(SharedCommands.commands.isDisjoint(with: SharedCommands.otherCommands))
    #expect(SharedCommands.options.isDisjoint(with: SharedCommands.otherOptions))
  }
}
