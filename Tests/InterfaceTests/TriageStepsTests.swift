import Domain
import Terminal
import Testing

@testable import Interface

/// What triage does beside sending: no synpunkt, skipping, and taking back.
struct TriageStepsTests {
  @Test(arguments: [
    ("f", NotMatterKind.question), ("e", .faultReport), ("s", .junk), ("h", .documentRequest),
    ("m", .otherAuthority),
  ])
  func noSynpunktAndWhereItWent(key: String, kind: NotMatterKind) throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nx\(key)Kundtjänst<Enter>")
    #expect(session.commands == [.setAside(kind, wentTo: "Kundtjänst")])
    let state = try session.world.state(160)
    #expect(state.status == .notMatter && state.notMatter == kind && state.wentTo == "Kundtjänst")
    #expect(session.notice == "26-160 är ingen synpunkt: \(kind.words). u ångrar.")
    #expect(session.shows("Ny 26-161"))
  }

  @Test func whereItWentMayBeEmpty() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nxs<Enter>")
    #expect(session.commands == [.setAside(.junk, wentTo: "")])
  }

  @Test(arguments: ["x<Esc>", "xq", "xf<Esc>", "xfKund<Esc>"])
  func escOutOfTheQuestionsDoesNothing(keys: String) throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n" + keys)
    #expect(session.commands.isEmpty)
    #expect(session.top is TriageScreen)
    #expect(session.shows("Ny 26-160"))
  }

  @Test func noSynpunktCanBeTakenBack() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nxf<Enter>u")
    #expect(try session.world.state(160).status == .received)
    #expect(session.shows("Ny 26-160"))
    #expect(session.notice == "Ångrat i 26-160: ej synpunkt: fråga.")
  }

  @Test func undoShowsTheMatterAgain() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nköst<Enter>u")
    let state = try session.world.state(160)
    #expect(state.status == .received && state.category == nil && state.unit == nil)
    #expect(session.shows("Ny 26-160"))
    session.press("bväst<Enter>")
    #expect(try session.world.state(160).unit == "vast")
  }

  @Test func undoTakesTheStepsBackInTurn() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nköst<Enter>bväst<Enter>uu")
    #expect(try session.world.state(160).status == .received)
    #expect(try session.world.state(161).status == .received)
    session.press("u")
    #expect(session.notice == "Det finns inget eget steg att ångra.")
  }

  @Test func skippingShowsTheNextAndBackTheLast() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nn")
    #expect(session.shows("Ny 26-161"))
    session.press("n")
    #expect(session.shows("Ny 26-162"))
    session.press("p")
    #expect(session.shows("Ny 26-161"))
    session.press("p")
    #expect(session.shows("Ny 26-160"))
    session.press("p")
    #expect(session.notice == "Det finns inget förra ärende.")
    #expect(session.commands.isEmpty)
  }

  @Test func afterTheLastTheFirstComesAgain() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nnnn")
    #expect(session.shows("Ny 26-160"))
    #expect(session.notice == "Du har sett alla nya. Det första visas igen.")
  }

  @Test func skippedMattersAreNotShownAfterASending() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nnkväst<Enter>")
    #expect(try session.world.state(161).unit == "vast")
    #expect(session.shows("Ny 26-162"))
  }

  @Test func whenAllAreSortedTheScreenSaysSo() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nköst<Enter>köst<Enter>köst<Enter>")
    #expect(session.shows("Inga nya ärenden att sortera."))
    for key in ["b", "d", "x", "t", "ä", "n", "o", "<Enter>"] {
      session.press(key)
      #expect(session.notice == "Det finns inget nytt ärende att sortera.")
    }
    session.press("u")
    #expect(session.shows("Ny 26-162"))
    session.press("q")
    #expect(session.top is ListScreen)
  }

  @Test func aNewMatterIsShownWhenItComes() throws {
    var session = Session(.empty(), as: "maja")
    session.press("n")
    try session.world.register(170, Post.mail("Ny", "Ny.", on: Kommun.today))
    session.othersWrote()
    #expect(session.shows("Ny 26-170"))
  }

  @Test func onlyTheTriageGroupSorts() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("n")
    #expect(session.top is ListScreen)
    #expect(
      session.notice
        == "Bara arbetsgruppen kan skicka ärendet vidare eller markera det.")
  }

  @Test func enterOnANewMatterOpensItForSorting() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("j<Enter>")
    #expect(session.top is TriageScreen)
    #expect(session.shows("Ny 26-161"))
  }
}
