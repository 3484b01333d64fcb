import Domain
import Terminal
import Testing

@testable import Interface

/// Finding the unit by some letters of its name.
struct TriageUnitTests {
  private func typing(_ letters: String, in world: World) throws -> Session {
    var session = Session(world, as: "maja")
    session.press("nk" + letters)
    return session
  }

  @Test(arguments: [
    ("öst", "oster"), ("ost", "oster"), ("ÖST", "oster"), ("väst", "vast"), ("vast", "vast"),
    ("hem öst", "oster"), ("öst hem", "oster"), ("gata", "gata"), ("park", "gata"),
    ("teknis", "tek"), ("oms", "oms"),
  ])
  func anyPartOfTheName(letters: String, unit: String) throws {
    var session = try typing(letters, in: .onlyNew())
    session.press("<Enter>")
    #expect(session.commands == [.triage(.complaint, unit: unit)])
  }

  @Test func unitsComeBeforeTheirDepartments() throws {
    let session = try typing("hem", in: .onlyNew())
    let rows = ["Hemtjänst Öster", "Hemtjänst Väst", "Hemtjänst   "].map { session.row(of: $0) }
    let places = try rows.map { try #require($0) }
    #expect(places == places.sorted() && Set(places).count == 3)
  }

  @Test func arrowsMoveInTheList() throws {
    var session = try typing("hem<Down><Down><Up>", in: .onlyNew())
    #expect(session.role(of: "Hemtjänst Väst") == .selected)
    session.press("<Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "vast")])
  }

  @Test func aSuggestedUnitIsChosenAndMayBeLeft() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nnnk")
    #expect(session.shows("> Hemtjänst Öster                   Åsa Lind · föreslagen"))
    session.press("väst<Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "vast")])
    let state = try session.world.state(162)
    #expect(state.unit == "vast" && state.suggestedUnit == "oster")
  }

  @Test func theEmptyFieldListsTheLastFiveUsed() throws {
    let world = try World.onlyNew()
    for (offset, unit) in ["gata", "oster", "vast", "tek", "oms", "ht"].enumerated() {
      try world.register(
        200 + offset, Post.mail("Ett", "Ett.", on: day("2026-11-19")))
      try world.take(.triage(.complaint, unit: unit), on: 200 + offset, as: "maja")
    }
    var session = Session(world, as: "maja")
    session.press("nk")
    let screen = try session.top(TriageScreen.self)
    #expect(
      screen.candidates(in: session.front.context).map(\.id) == [
        "ht", "oms", "tek", "vast", "oster",
      ])
    #expect(screen.chosenUnit(in: session.front.context) == nil)
  }

  @Test func nothingChosenIsNotSent() throws {
    var session = try typing("<Enter>", in: TriageSnapshotTests.recent())
    #expect(session.commands.isEmpty)
    #expect(
      session.notice == "Skriv några bokstäver i enhetens namn, eller välj med piltangenterna.")
    session.press("<Down><Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "gata")])
  }

  @Test func aFieldThatIsEmptiedAgainChoosesNothing() throws {
    var session = try typing("hem<BS><BS><BS><Enter>", in: TriageSnapshotTests.recent())
    #expect(session.commands.isEmpty)
    session.press("<Up><Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "gata")])
  }

  @Test func lettersThatFitNothingAreNotSent() throws {
    var session = try typing("xyz<Enter>", in: .onlyNew())
    #expect(session.commands.isEmpty)
    #expect(session.notice == "Ingen enhet passar ”xyz”. Sudda och skriv om.")
    session.press("<BS><BS><BS>väst<Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "vast")])
  }

  @Test func everyLetterIsTextInTheField() throws {
    let session = try typing("u?qn:jbM", in: .onlyNew())
    #expect(try session.top(TriageScreen.self).field.text == "u?qn:jbM")
  }

  @Test func aLongTextStaysOnANarrowScreen() throws {
    var session = Session(try .onlyNew(), as: "maja", size: Size(columns: 40, rows: 12))
    session.press("nk" + String(repeating: "hej ", count: 14))
    let cursor = try #require(session.surface.cursor)
    #expect(cursor.column < 40)
  }

  @Test func pastedLettersFindTheUnitToo() throws {
    var session = try typing("", in: .onlyNew())
    session.take(.paste("väst\n"))
    session.press("<Enter>")
    #expect(session.commands == [.triage(.complaint, unit: "vast")])
  }

  @Test func aUnitWithoutChefIsRefusedAndTheKeysAreKept() throws {
    let world = try World.onlyNew()
    world.rules.organisation.people.removeAll { $0.login == "ulf" }
    var session = Session(world, as: "maja")
    session.press("nkgata<Enter>")
    #expect(
      session.notice == "Gata och park har ingen chef att skicka till, så välj en annan enhet.")
    #expect(try session.top(TriageScreen.self).field.text == "gata")
    #expect(session.shows("ingen chef"))
  }
}
