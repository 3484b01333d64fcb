import Domain
import Terminal
import Testing

@testable import Interface

/// Nothing that was begun is lost by going away.
struct TakingKeptTests {
  @Test func whatWasBegunIsThereAgain() throws {
    var session = TakingKeysTests.session([
      Told.toReadBack(), "g<Tab><Tab>Anna<Esc><Esc><Esc>",
    ])
    _ = try session.top(ListScreen.self)
    session.press("m")
    #expect(session.shows("Du har en påbörjad muntlig synpunkt"))
    #expect(session.shows("Maten är kall, och ingen ringer …"))
    session.press("f<C-s>")
    #expect(try session.top(TakingScreen.self).readBack == nil)
    session.press("g")
    session.press("<C-s>")
    #expect(try session.world.state(143).sender.name == "Anna")
    session.press("<Enter>m")
    // What has become a matter is not begun any more.
    #expect(try session.top(TakingScreen.self).phase == .card)
  }

  @Test func toBeginAnewIsToSaySo() throws {
    var session = TakingKeysTests.session(["m<Enter>\(Told.short)<Esc>mn"])
    #expect(try session.top(TakingScreen.self).phase == .card)
    session.press("<Enter>")
    #expect(try session.top(TakingScreen.self).editor.isEmpty)
  }

  @Test func nothingWrittenIsNothingBegun() throws {
    let session = TakingKeysTests.session(["m<Enter> <Esc>m"])
    #expect(try session.top(TakingScreen.self).phase == .card)
  }

  @Test func spokenAndPaperAreKeptApart() throws {
    var session = TakingKeysTests.session(["m<Enter>Muntligt<Esc>pSkriftligt<Esc>"], as: "rut")
    session.press("mf")
    #expect(try session.top(TakingScreen.self).text == "Muntligt")
    session.press("<Esc>pf")
    #expect(try session.top(TakingScreen.self).text == "Skriftligt")
  }

  @Test func anotherPersonInTheDemoDoesNotSeeIt() throws {
    var session = Session(World(), as: "sigge", isDemo: true)
    session.press("m<Enter>Hemligt<F2>1m")
    #expect(session.front.context.actor.login == "maja")
    #expect(try session.top(TakingScreen.self).phase == .card)
    session.press("<Esc><F2>6mf")
    #expect(try session.top(TakingScreen.self).text == "Hemligt")
  }

  @Test func aSmallerWindowKeepsTextAndPlace() throws {
    var session = TakingKeysTests.session([Told.toReadBack(Told.long), "<Enter>", "<Enter>"])
    session.take(.resized(Size(columns: 40, rows: 8)))
    session.take(.resized(.standard))
    #expect(session.shows("del 3 av 3"))
    session.press("g")
    session.take(.resized(Size(columns: 20, rows: 5)))
    session.take(.resized(.standard))
    #expect(try session.top(TakingScreen.self).phase == .details)
  }

  @Test func pastedTextGoesWhereOneWrites() throws {
    var session = TakingKeysTests.session(["m"])
    session.take(.paste("bort"))
    #expect(session.isRefused)
    session.press("<Enter>")
    session.take(.paste("Maten är kall.\nVarje dag."))
    session.press("<C-s>")
    session.take(.paste("bort"))
    #expect(session.isRefused)
    session.press("g<Tab><Tab>")
    session.take(.paste("Anna\nExempel"))
    session.press("<C-s>")
    let state = try session.world.state(143)
    #expect(state.text == "Maten är kall.\nVarje dag.")
    #expect(state.sender.name == "Anna Exempel")
  }
}
