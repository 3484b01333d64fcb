import Domain
import Terminal
import Testing

@testable import Interface

/// What keys do in the queues.
struct ListKeysTests {
  @Test(arguments: [("b", Category.praise), ("f", .suggestion), ("k", .complaint)])
  func cAndALetterSetsTheType(key: String, category: Category) throws {
    var session = Session(try .one(category: nil), as: "asa")
    session.press("c" + key)
    #expect(session.commands == [.categorise(category)])
    #expect(try session.world.state(142).category == category)
    #expect(session.notice == "26-142 är nu \(category.word). u ångrar.")
  }

  @Test func severalMarkedMattersGetTheTypeAtOnce() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Space>j<Space>")
    #expect(session.shows("2 markerade"))
    session.press("cb")
    #expect(session.commands == [.categorise(.praise), .categorise(.praise)])
    #expect(try session.world.state(127).category == .praise)
    #expect(try session.world.state(142).category == .praise)
    #expect(try session.world.state(139).category == .complaint)
    #expect(!session.shows("markerade"))
  }

  @Test func aStepOnSeveralIsTakenBackAsOne() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Space><Space>cb")
    #expect(session.notice == "2 ärenden är nu beröm. u ångrar alla.")
    session.press("u")
    #expect(try session.world.state(127).category == .suggestion)
    #expect(try session.world.state(139).category == .complaint)
    session.press("u")
    #expect(session.notice == "Det finns inget eget steg att ångra.")
  }

  @Test func allCanBeMarkedAndUnmarked() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("*")
    #expect(session.shows("5 markerade"))
    session.press("<Space>")
    #expect(session.shows("4 markerade"))
    session.press("*")
    #expect(!session.shows("markerade"))
    session.press("<Space><Esc>")
    #expect(!session.shows("markerade"))
  }

  @Test func markingGoesDownWithoutScrolling() throws {
    let world = World()
    for serial in 1...40 {
      try world.register(serial, Post.mail("Nummer \(serial)", "…", on: day("2026-11-20")))
    }
    var session = Session(world, as: "maja")
    session.press("jj<Space>")
    #expect(session.cursorRow.contains("> 26-4 "))
    #expect(session.row(of: "26-1 ") == 3)
  }

  @Test func aMatterThatIsOverIsNotChanged() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<S-Tab>c")
    #expect(session.top is ListScreen)
    #expect(session.notice == Refusal.isClosed.sentence)
  }

  @Test func whatIsNoSynpunktIsNotCalledClosed() throws {
    let world = try World.one()
    try world.take(.giveBack(.wrongUnit, words: nil), on: 142, as: "asa")
    try world.take(.setAside(.junk, wentTo: ""), on: 142, as: "maja")
    var session = Session(world, as: "maja")
    session.press("<S-Tab>c")
    #expect(session.notice == Refusal.isNotMatter.sentence)
    session.press("<Space>c")
    #expect(session.notice == "26-142: \(Refusal.isNotMatter.sentence)")
  }

  @Test func movingKeys() throws {
    var session = Session(try .kommun(), as: "asa")
    for (keys, number) in [
      ("j", "26-139"), ("<Down>", "26-142"), ("k", "26-139"), ("G", "26-118"), ("g", "26-127"),
      ("<End>", "26-118"), ("<Up>", "26-131"), ("<Home>", "26-127"), ("<PgDn>", "26-118"),
    ] {
      session.press(keys)
      #expect(session.cursorRow.hasPrefix(" > \(number)"), "\(keys)")
    }
  }

  @Test func tabsTurnBothWays() throws {
    var session = Session(try .kommun(), as: "asa")
    for title in ["[Nya 4]", "[Sena 1]", "[Väntar 1]", "[Klara]", "[Att göra 5]"] {
      session.press("<Tab>")
      #expect(session.shows(title))
    }
    session.press("<S-Tab>")
    #expect(session.shows("[Klara]"))
  }

  @Test(arguments: ["<Enter>", "<Right>"])
  func openingAMatter(key: String) throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("j" + key)
    #expect(try session.top(MatterScreen.self).matter.state.reference.serial == 139)
  }

  @Test func anEmptyListDoesNothing() throws {
    var session = Session(.empty(), as: "asa")
    for key in ["<Enter>", "c", "<Space>", "*"] {
      session.press(key)
      #expect(session.notice == "Listan är tom.")
      #expect(session.front.layers.count == 1)
    }
    session.press("jkGg<PgDn><Tab>")
    #expect(session.front.layers.count == 1)
  }

  @Test func pasteIsRefusedWithANotice() throws {
    var session = Session(try .kommun(), as: "asa")
    session.take(.paste("cbq\nq"))
    #expect(session.notice == "Det går bara att klistra in där man skriver.")
    #expect(session.isRefused)
    #expect(session.commands.isEmpty)
    #expect(!session.front.isFinished)
  }

  @Test func aKeyWithoutUseIsNamed() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("y")
    #expect(session.notice == "y gör ingenting här. ? visar vad som går.")
    session.press("j")
    #expect(session.notice == nil)
  }

  @Test func qLeavesTheProgramOnlyFromTheQueues() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Enter>q")
    #expect(!session.front.isFinished)
    session.press("q")
    #expect(session.front.isFinished)
    #expect(session.effects.last == .quit)
  }

  @Test func leavingWithATextBegunSavesIt() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv<Esc>qq")
    #expect(session.front.isFinished && session.effects.last == .quit)
    #expect(session.world.drafts["asa"]?.map(\.draft.text) == ["Halv"])
  }

  @Test func leavingAsksWhereATextCannotBeSaved() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHalv")
    session.world.draftFailures = Array(repeating: "Disken är full.", count: 50)
    session.press("<Esc>qq")
    #expect(session.shows("Det du har skrivit går inte att spara. Lämna programmet ändå?"))
    session.press("<Enter>qn")
    #expect(!session.front.isFinished)
    session.press("<Enter>i")
    #expect(try session.top(EditorScreen.self).editor.text == "Halv")
    session.press("<Esc>qqj")
    #expect(session.front.isFinished && session.effects.last == .quit)
  }

  @Test func escNeverLeavesTheProgram() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<Enter><Esc><Esc><Esc>")
    #expect(session.top is ListScreen)
    #expect(!session.front.isFinished)
  }

  @Test func thePreviewFollowsTheSelection() throws {
    var session = Session(try .kommun(), as: "asa")
    #expect(session.shows("Det vore bra om personalen ringde"))
    session.press("j")
    #expect(session.shows("Mammas matlåda var iskall"))
    #expect(!session.shows("Det vore bra om personalen ringde"))
    session.press("j")
    #expect(session.shows("Min mamma Greta"))
  }

  @Test func earlierMattersOfTheSenderOpen() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("jj<Enter>")
    #expect(session.shows("tidigare: 3"))
    session.press("T")
    #expect(session.shows("Från samma avsändare"))
    #expect(session.shows("Ni svarar aldrig i telefon."))
    session.press("j<Enter>")
    #expect(try session.top(MatterScreen.self).matter.state.reference.serial == 115)
    session.press("qq")
    #expect(try session.top(MatterScreen.self).matter.state.reference.serial == 142)
  }

  @Test func messagesSetAsideAreForTheRegistrar() throws {
    var session = Session(try ListSnapshotTests.withAsides(), as: "rut")
    session.press("<S-Tab><Down><Enter>")
    #expect(session.shows("Ditt ärende har fått en ny status."))
    session.press("<Esc>c")
    #expect(session.notice == "Listan är tom.")
    session.become("maja")
    #expect(!session.shows("Lagt åt sidan"))
  }
}
