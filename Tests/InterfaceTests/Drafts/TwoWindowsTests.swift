import Domain
import Terminal
import Testing

@testable import Interface

/// The same person at two windows: no save writes over the other's text.
struct TwoWindowsTests {
  @Test func bothTextsAreKept() throws {
    let world = try World.one()
    var first = Session(world, as: "asa")
    first.press("<Enter>iHalv")
    first.wait(seconds: 1)
    var second = Session(world, as: "asa")
    second.press("<Enter> och så")
    first.press(" och mycket mer")
    first.wait(seconds: 1)
    second.wait(seconds: 1)
    #expect(second.notice?.contains("Båda finns kvar") == true)
    let texts = world.drafts["asa"]?.map(\.draft.text) ?? []
    #expect(Set(texts) == ["Halv och mycket mer", "Halv och så"])
    second.hear(.drafts(DraftsFound(drafts: world.drafts["asa"] ?? [])))
    // What is being written stays; the other stands beside.
    #expect(try second.top(EditorScreen.self).editor.text == "Halv och så")
    second.press("<Esc><Esc>")
    #expect(second.shows("Du har 2 påbörjade texter"))
    second.press("G<Enter>")
    let text = try second.top(EditorScreen.self).editor.text
    second.press("<Esc><Esc>g<Enter>")
    #expect(try Set([text, second.top(EditorScreen.self).editor.text]) == Set(texts))
  }

  @Test func whatTheOtherHasFinishedIsNoDraftHere() throws {
    let world = try World.one()
    var first = Session(world, as: "asa")
    first.press("<Enter>iHalv<Esc>")
    var second = Session(world, as: "asa")
    #expect(second.top is DraftsScreen)
    first.press("i<C-s>")
    second.hear(.drafts(DraftsFound(drafts: world.drafts["asa"] ?? [])))
    #expect(second.front.context.drafts.isEmpty)
  }

  @Test func whatTheOtherHasWrittenIsWhatIsOpened() throws {
    let world = try World.one()
    var first = Session(world, as: "asa")
    var second = Session(world, as: "asa")
    first.press("<Enter>iHalv")
    first.wait(seconds: 1)
    second.hear(.drafts(DraftsFound(drafts: world.drafts["asa"] ?? [])))
    first.press("vägs<Esc>")
    second.hear(.drafts(DraftsFound(drafts: world.drafts["asa"] ?? [])))
    second.press("<Enter>i")
    #expect(try second.top(EditorScreen.self).editor.text == "Halvvägs")
  }

  @Test func aNewTakingLeavesTheBegunOneBeside() throws {
    var session = TakingKeysTests.session(["m<Enter>Ett<Esc>", "mn<Enter>Två<Esc>", "m"])
    #expect(session.shows("Du har flera påbörjade muntliga synpunkter"))
    session.press("2")
    #expect(try session.top(TakingScreen.self).text == "Ett")
    session.press("<Esc>m2")
    #expect(try session.top(TakingScreen.self).text == "Två")
    session.startAgain()
    #expect(session.shows("Du har 2 påbörjade texter"))
  }
}
