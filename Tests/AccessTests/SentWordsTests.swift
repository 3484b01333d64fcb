import Testing

@testable import Access

/// What a client of ssh may send instead of a command line.
@Suite struct SentWordsTests {
  @Test(arguments: [
    ("", []), ("   ", []), ("synpunkt", []), ("/usr/bin/synpunkt list", ["list"]),
    ("list --json", ["list", "--json"]), ("  show   26-1 ", ["show", "26-1"]),
    ("synpunkt synpunkt", ["synpunkt"]),
    ("categorise 26-1 beröm", ["categorise", "26-1", "beröm"]),
    ("assign 26-1 'Gata och park'", ["assign", "26-1", "Gata och park"]),
    ("answer --recipient \"Anna; Bo & 'Co'\"", ["answer", "--recipient", "Anna; Bo & 'Co'"]),
    ("a''b \"\" c\" d\"", ["ab", "", "c d"]), ("import -", ["import", "-"]),
    ("list --queue=late", ["list", "--queue=late"]), ("'list' \"--json\"", ["list", "--json"]),
    ("show ../../etc/passwd", ["show", "../../etc/passwd"]),
  ])
  func splits(line: String, words: [String]) throws {
    #expect(try SentWords.read(line) == words)
  }

  @Test(arguments: [
    "list\n", "list\nshow 26-1", "list\r", "list\t--json", "list\u{0}", "list\u{1B}[2J", "a\u{7F}",
    "a\u{85}b", "a\u{202E}b", "a\u{200B}b", "a\u{2028}b", "a\u{A0}b", "a\u{FFFD}", "a\u{E000}",
    "list;id", "list|sh", "list&", "list>x", "list<x", "list $HOME", "'$HOME'", "\"$(id)\"",
    "list `id`", "'`'", "list \\n", "'\\'", "list *", "list ?", "~root", "list #x", "!1", "{a,b}",
    "[a]", "(a)", "^a",
  ])
  func refusesCharactersThatAShellWouldActOn(line: String) {
    let error = #expect(throws: AccessError.self) { try SentWords.read(line) }
    guard case .badLine(.character(let scalar))? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(line.unicodeScalars.contains(scalar))
    // What could move a cursor is named, not shown.
    #expect(error?.sentence.unicodeScalars.allSatisfy(SentWords.isPrintable) == true)
  }

  @Test(arguments: ["'", "list 'a", "list \"a'", "a'b"])
  func refusesAnOpenQuote(line: String) {
    #expect(throws: AccessError.badLine(.openQuote)) { try SentWords.read(line) }
  }

  @Test func refusesALongLine() throws {
    let line = String(repeating: "å", count: 2_048)
    #expect(try SentWords.read(line) == [line])
    #expect(throws: AccessError.badLine(.tooLong)) { try SentWords.read(line + "a") }
  }
}
