import Domain
import Terminal
import Testing

@testable import Interface

/// What others have changed for the person is told until it has been read.
@Suite struct OwnChangesTests {
  private let changes = [
    OwnChange(
      event: 7, at: Instant(milliseconds: 1_795_000_000_000), by: "sten",
      sentences: ["Du har fått rollen chef på Gata."]),
    OwnChange(
      event: 9, at: Instant(milliseconds: 1_795_100_000_000), by: "synpunkt",
      sentences: ["Nyckeln SHA256:x öppnar nu din inloggning.", "Natt finns inte längre."]),
  ]

  @Test(arguments: ["<Enter>", "<Esc>", "q"])
  func isSeenWhenItIsLeft(key: String) throws {
    var session = Session(try .one(), as: "asa")
    session.hear(.ownChanges(changes))
    for words in ["Ändrat för dig", "rollen chef på Gata", "SHA256:x", "av synpunkt", "Natt finns"]
    {
      #expect(session.shows(words), "\(words)")
    }
    #expect(!session.effects.contains(.ownChangesSeen(upTo: 9)))
    session.press(key)
    #expect(session.effects.contains(.ownChangesSeen(upTo: 9)))
    #expect(!session.shows("Ändrat för dig"))
  }

  @Test func isNotSeenWhenTheLineBreaks() throws {
    var session = Session(try .one(), as: "asa")
    session.hear(.ownChanges(changes))
    session.take(.hangUp)
    #expect(!session.effects.contains(.ownChangesSeen(upTo: 9)))
  }

  @Test func nothingIsShownWhereNothingHasChanged() throws {
    var session = Session(try .one(), as: "asa")
    session.hear(.ownChanges([]))
    #expect(session.top is ListScreen)
  }
}
