import Domain
import Terminal
import Testing

@testable import Interface

/// The queues while other people work.
struct ListOthersTests {
  @Test func rowsInsertedAboveLeaveTheSelection() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("jj")
    #expect(session.cursorRow.hasPrefix(" > 26-142"))
    for serial in [90, 91] {
      try session.world.register(
        serial, Post.mail("Gammal", "Gammal.", on: day("2026-11-02")))
      try session.world.take(.triage(.complaint, unit: "oster"), on: serial, as: "maja")
    }
    session.othersWrote()
    #expect(session.cursorRow.hasPrefix(" > 26-142"))
    #expect(session.shows("[Att göra 7]"))
    #expect(session.row(of: "26-90") == 3)
    #expect(session.shows("Min mamma Greta"))
  }

  @Test func aSelectedRowThatGoesGivesWayToItsNeighbour() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("j")
    try session.world.take(.giveBack(.wrongUnit, words: nil), on: 139, as: "asa")
    session.othersWrote()
    #expect(session.cursorRow.hasPrefix(" > 26-142"))
    #expect(session.shows("Min mamma Greta"))
  }

  @Test func marksStayOnTheMattersThatStay() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Space><Space>")
    try session.world.take(.giveBack(.wrongUnit, words: nil), on: 127, as: "asa")
    session.othersWrote()
    #expect(session.shows("1 markerade"))
    #expect(session.row(of: "*26-139") != nil)
  }

  @Test func aQuestionIsAboutTheMattersThatWereAskedAbout() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("c")
    try session.world.take(.giveBack(.wrongUnit, words: nil), on: 127, as: "asa")
    session.othersWrote()
    session.press("b")
    #expect(session.commands.isEmpty)
    #expect(session.notice == "Någon annan hann före. Se efter i listan och välj igen.")
    #expect(try session.world.state(139).category == .complaint)
  }

  @Test func twoAtOnceTheLoserIsToldWhatChanged() throws {
    var session = Session(try .one(), as: "asa")
    session.press("c")
    try session.world.take(.categorise(.praise), on: 142, as: "karin")
    session.press("f")
    #expect(session.isRefused)
    #expect(session.notice?.hasPrefix("Karin Berg hann före: typ beröm.") == true)
    #expect(try session.world.state(142).category == .praise)
    session.press("cf")
    #expect(try session.world.state(142).category == .suggestion)
  }

  /// A list of many pages, with the selection and marks on a late one.
  private func longList() throws -> Session {
    let world = World()
    world.pageLength = 100
    for serial in 1...450 {
      try world.register(serial, Post.mail("Nr \(serial)", "…", on: day("2026-11-20")))
    }
    return Session(world, as: "maja")
  }

  @Test func pagesAreReadOnTheWayDown() throws {
    var session = try longList()
    session.press(Array(repeating: Key.down, count: 300))
    #expect(session.cursorRow.hasPrefix(" > 26-301 "))
    session.press("G")
    session.press("G")
    #expect(session.cursorRow.hasPrefix(" > 26-450 "))
  }

  @Test func selectionAndMarksOnALatePageStay() throws {
    var session = try longList()
    session.press(Array(repeating: Key.down, count: 299))
    session.press("<Space>")
    let row = session.surface.cursor?.row
    try session.world.register(500, Post.mail("Gammal", "Gammal.", on: day("2026-11-02")))
    session.othersWrote()
    #expect(session.cursorRow.hasPrefix(" > 26-301 "))
    #expect(session.surface.cursor?.row == row)
    #expect(session.shows("*26-300"))
    #expect(session.shows("1 markerade"))
  }

  @Test func aListThatHasShrunkEndsAtItsLastRow() throws {
    var session = try longList()
    session.press(Array(repeating: Key.down, count: 449))
    for serial in 200...450 {
      try session.world.take(.setAside(.junk, wentTo: ""), on: serial, as: "maja")
    }
    session.othersWrote()
    #expect(session.cursorRow.hasPrefix(" > 26-199 "))
  }

  @Test func aMatterOnTheScreenFollows() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>")
    try session.world.take(
      .add(.phone, on: Kommun.today, text: "Det hände igen."), on: 142, as: "maja")
    session.othersWrote()
    #expect(session.shows("Avsändaren har lagt till något nytt."))
  }

  @Test func aChangedOrganisationIsTaken() throws {
    var session = Session(try .kommun(), as: "asa")
    session.world.rules.organisation.units[2].name = "Hemtjänst Nordost"
    session.takeRules()
    session.othersWrote()
    #expect(session.shows("Hemtjänst Nord"))
  }

  @Test func whatWasSetAsideIsRegisteredFromTheList() throws {
    var session = Session(try ListSnapshotTests.withAsides(), as: "rut")
    session.press("r")
    #expect(session.notice == "r gör ingenting här. ? visar vad som går.")
    session.press("<S-Tab>jrn")
    #expect(session.world.asides.count == 2)
    session.press("r<Enter>j")
    #expect(session.notice == "26-163 är registrerat.")
    #expect(try session.world.state(163).text == "Ditt ärende har fått en ny status.")
    #expect(session.world.asides.map(\.id) == [2])
    #expect(session.shows("> 23 nov") && !session.shows("statusmejl"))
  }

  @Test func whatAnotherHasRegisteredIsSaid() throws {
    var session = Session(try ListSnapshotTests.withAsides(), as: "rut")
    session.press("<S-Tab>r")
    session.world.asides.removeFirst()
    session.press("j")
    #expect(session.notice == Refusal.alreadyRegistered.sentence)
    #expect(session.shows("> 20 nov"))
  }
}
