import Domain
import Terminal
import Testing

@testable import Interface

/// The next start offers to go on, per draft.
struct DraftOfferTests {
  /// Åsa has written, and the program was ended without a warning.
  private func ended(
    _ world: World, as login: String = "asa", _ keys: String...
  ) -> Session {
    var session = Session(world, as: login)
    for keys in keys {
      session.press(keys)
      session.wait(seconds: 1)
    }
    session.startAgain()
    return session
  }

  @Test func nothingBegunIsNothingOffered() throws {
    let session = ended(try .one())
    #expect(session.top is ListScreen)
    #expect(!session.hints.contains("påbörjade"))
  }

  @Test(arguments: AutosaveTests.begun.filter { !$0.keys.hasSuffix("raHalv") })
  func whatWasBegunIsGoneOnWith(_ begun: AutosaveTests.Begun) throws {
    var session = ended(try .one(), as: begun.login, begun.keys)
    #expect(session.shows("Du har en påbörjad text"))
    session.press("<Enter> mer")
    switch begun.place {
    case .taking: #expect(try session.top(TakingScreen.self).text.contains("Halv mer"))
    default: #expect(try session.top(EditorScreen.self).editor.text.contains("Halv mer"))
    }
    // And back to the queues, with the text begun.
    session.press("<Esc><Esc><Esc><Esc>")
    #expect(session.hints.contains("P påbörjade"))
  }

  @Test func laterIsLater() throws {
    var session = ended(try .one(), "<Enter>iHalv", "<Esc>KtTill")
    #expect(session.shows("Du har 2 påbörjade texter"))
    #expect(session.cursorRow.contains("26-142"))
    #expect(session.cursorRow.contains("Komplettering"))
    session.press("<Esc>")
    #expect(session.top is ListScreen)
    #expect(session.hints.contains("P påbörjade"))
    session.press("Pj<Enter>")
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
    session.startAgain()
    #expect(session.shows("Du har 2 påbörjade texter"))
  }

  @Test func oneIsThrownAwayAfterAQuestion() throws {
    var session = ended(try .one(), "<Enter>iHalv", "<Esc>KtTill")
    session.press("x<Enter><Esc>")
    #expect(session.shows("Du har 2 påbörjade texter"))
    session.press("xn")
    #expect(session.shows("Du har 2 påbörjade texter"))
    session.press("xj")
    #expect(session.shows("Du har en påbörjad text") && session.shows("Halv"))
    session.press("xj")
    #expect(session.top is ListScreen)
    #expect(session.world.drafts["asa"]?.isEmpty == true)
  }

  @Test func whatIsFinishedFromTheListComesBackToTheRest() throws {
    var session = ended(try .one(), "<Enter>iHalv", "<Esc>KtTill")
    session.press("<Enter><C-s><Esc>")
    #expect(session.shows("Du har en påbörjad text"))
    session.press("<Enter><C-s><Esc>")
    // The last one was it.
    #expect(session.top is ListScreen)
  }

  @Test func aMatterThatAnotherHasAnsweredIsTold() throws {
    let world = try World.one()
    var session = ended(world, "<Enter>iHalv")
    let step = try #require(world.matters[142]?.events.last)
    world.drafts["asa"]?[0].standing = .changed(step)
    session.startAgain()
    #expect(session.shows("Sedan dess: skickat till Hemtjänst Öster (Maja Ek)."))
    session.press("<Enter>")
    #expect(session.notice == "Sedan dess: skickat till Hemtjänst Öster (Maja Ek).")
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
  }

  @Test func aMatterThatIsClosedDoesNotTakeTheText() throws {
    let world = try World.one(150, unit: "gata")
    var session = Session(world, as: "ulf")
    session.press("<Enter>s<End><Enter>Halv")
    session.wait(seconds: 1)
    try world.take(.setSubjectArea("gator"), on: 150, as: "ulf")
    try world.take(World.answer(), on: 150, as: "ulf")
    try world.take(.close, on: 150, as: "ulf")
    session.startAgain()
    session.press("<Enter>")
    #expect(session.isRefused)
    #expect(session.notice?.hasSuffix("Texten finns kvar: P i listan visar den.") == true)
    session.press("<Esc>B")
    #expect(session.isFrameless && session.shows("Halv"))
  }

  @Test func aMatterOutOfReachDoesNotTakeTheText() throws {
    let world = try World.one()
    var session = ended(world, "<Enter>iHalv")
    try world.take(.assign("vast"), on: 142, as: "maja")
    world.drafts["asa"]?[0].standing = .unreachable
    session.startAgain()
    #expect(session.shows("Du kan inte läsa ärendet längre."))
    session.press("<Enter>")
    #expect(session.isRefused && session.top is DraftsScreen)
    session.press("B")
    #expect(session.isFrameless && session.shows("Halv"))
  }

  @Test func aMatterThatIsNotInTheRecordDoesNotTakeTheText() throws {
    let world = try World.one()
    var session = ended(world, "<Enter>iHalv")
    let stored = try #require(world.drafts["asa"]?.first)
    world.drafts["asa"]?[0].draft = stored.draft.detached
    world.drafts["asa"]?[0].standing = .lost
    session.startAgain()
    #expect(session.shows("en säkerhetskopia har lästs in"))
    session.press("<Enter>")
    #expect(session.isRefused && session.top is DraftsScreen)
    #expect(session.notice?.hasSuffix("B visar den, för att läsa och kopiera.") == true)
    session.press("B")
    #expect(session.isFrameless && session.shows("Halv"))
    // The matter that has its number now has an empty editor.
    session.press("<Esc><Esc><Enter>i")
    #expect(try session.top(EditorScreen.self).editor.text == "")
    session.press("<Esc><Esc>Px")
    #expect(session.shows("Kasta") || session.shows("kasta"))
    session.press("j")
    #expect(world.drafts["asa"]?.isEmpty == true)
  }

  @Test func aRightThatIsGoneDoesNotTakeTheText() throws {
    let world = World()
    var session = ended(world, as: "rut", "pHalv")
    session.become("rut")
    world.drafts["karin"] = world.drafts["rut"]
    session.become("karin")
    session.press("<Enter>")
    #expect(session.isRefused && session.top is DraftsScreen)
  }

  @Test func nobodyElseIsOfferedIt() throws {
    var session = ended(try .one(), "<Enter>iHemligt")
    session.become("maja")
    #expect(!(session.top is DraftsScreen))
    #expect(session.front.context.drafts.isEmpty)
  }

  @Test func aLineOfAQuestionComesForthWithTheQuestion() throws {
    var session = ended(try .one(), "<Enter>raHalv")
    // It is nothing to be offered, but it can be seen.
    #expect(session.top is ListScreen)
    session.press("P")
    #expect(session.shows("Varför går ärendet åter? Säg det med egna ord."))
    session.press("<Esc><Enter>ra")
    #expect(session.cursorRow.trimmingSpaces == "Halv")
    #expect(session.notice == "Det du skrev förut står kvar. Ctrl-Z tar bort det.")
  }

  @Test func aDamagedFileIsToldOf() throws {
    var session = Session(try .one(), as: "asa")
    session.hear(.drafts(DraftsFound(movedTo: "/tmp/x.drafts.skadad-1")))
    #expect(session.notice?.contains("/tmp/x.drafts.skadad-1") == true)
    session.hear(.drafts(DraftsFound(unreadable: 1)))
    #expect(session.notice?.contains("inte går att läsa här: starta om programmet") == true)
  }

  @Test func whatLayInADamagedFileIsSavedAnew() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv<Esc>")
    session.world.drafts = [:]
    session.hear(.drafts(DraftsFound(movedTo: "/tmp/x.drafts.skadad-1")))
    session.wait(seconds: 1)
    #expect(session.world.drafts["asa"]?.map(\.draft.text) == ["Halv"])
  }

  @Test func theMatterSaysWhatIsBegun() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv<Esc>")
    #expect(session.shows("· påbörjat: intern anteckning"))
  }
}
