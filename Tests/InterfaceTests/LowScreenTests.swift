import Domain
import Terminal
import Testing

@testable import Interface

/// What must be on the screen however small it is.
struct LowScreenTests {
  static let sizes = [
    Front.smallest, Size(columns: 40, rows: 12), Size(columns: 60, rows: 15), .standard, .wide,
  ]

  /// Somebody who takes down what is told, after some writes.
  private func taking(_ writes: [String], size: Size) -> Session {
    var session = Session(World(), as: "sigge", size: size)
    for keys in writes { session.press(keys) }
    return session
  }

  @Test(
    "The step that leads on is named",
    arguments: [
      ("<Enter>s<Enter>Hej", "granska"), ("<Enter>s<Enter>Hej<C-s>", "spara som lämnat"),
      ("<Enter>iHej", "spara"), ("<Enter>a", "spara och åter"),
    ], sizes)
  func step(written: (keys: String, word: String), size: Size) throws {
    var session = Session(try .one(), as: "asa", size: size)
    session.press(written.keys)
    #expect(session.hints.contains(written.word), "\(session.hints)")
  }

  @Test(arguments: sizes)
  func theFormNamesTheRegistration(size: Size) {
    let session = taking(Told.toDetails, size: size)
    #expect(session.hints.contains("registrera") && session.hints.contains("tillbaka"))
  }

  @Test(arguments: sizes)
  func theQuestionAfterReadingBackIsWhole(size: Size) {
    let session = taking([Told.toReadBack()], size: size)
    #expect(session.shows("”Är det rätt? Godkänner du texten?”"))
  }

  @Test(arguments: sizes)
  func whatAnonymityMeansIsSaid(size: Size) {
    let session = taking(Told.toDetails + ["<Tab><Space>"], size: size)
    #expect(session.shows("[anonym]"))
    let words = session.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let isWhole = words.contains("Anonym: vi kan inte höra av oss med svar eller frågor.")
    #expect(isWhole || words.contains("Anonym: inget svar, men en kod."))
    // Either all of it, or a mark that there is more.
    #expect(!isWhole || words.contains("Skriv inte i texten vem det är."))
  }

  @Test(arguments: [Front.smallest, .standard])
  func aLongSentenceLeavesTheChoicesOfADialog(size: Size) throws {
    var session = Session(try .one(), as: "asa", size: size)
    session.press("<Enter>r")
    let choices = session.screen.dropLast(2)
    session.hear(.failed(String(repeating: "Disken är full. ", count: 20)))
    #expect(session.screen.count { $0.contains("Disken är full") } == 2)
    let selected = try #require(choices.first { $0.contains(">") })
    #expect(session.screen.contains(selected))
    if size == .standard {
      for choice in choices.suffix(3) { #expect(session.screen.contains(choice), "\(choice)") }
    }
  }

  @Test func newsAndWhereThereIsMoreStandBesideEachOther() throws {
    var session = Session(try .one(), as: "asa", size: Front.smallest)
    let lines = (1...30).map { "Rad \($0)" }.joined(separator: "<Enter>")
    session.press("<Enter>i" + lines)
    try session.world.take(.writeInternalNote("Ring."), on: 142, as: "maja")
    session.othersWrote()
    let rule = try #require(session.screen.first { $0.contains(" mer: ↑ ") })
    #expect(rule.contains("Maja") && rule.hasPrefix("── "), "\(rule)")
  }
}
