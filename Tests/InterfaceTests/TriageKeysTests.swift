import Domain
import Terminal
import Testing

@testable import Interface

/// Sorting new matters: a key for the type, letters for the unit, Enter, next.
struct TriageKeysTests {
  @Test func keysInOneWriteTriageTheRightMatters() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n")
    session.press("k öst<Enter> b väst<Enter>")
    #expect(
      session.commands == [.triage(.complaint, unit: "oster"), .triage(.praise, unit: "vast")])
    let first = try session.world.state(160)
    #expect(first.category == .complaint && first.unit == "oster" && first.status == .withManager)
    let second = try session.world.state(161)
    #expect(second.category == .praise && second.unit == "vast" && second.status == .withManager)
    #expect(try session.world.state(162).status == .received)
    #expect(session.shows("Ny 26-162"))
  }

  @Test func keysFasterThanTheScreenDoTheSame() throws {
    var fast = Session(try .onlyNew(), as: "maja")
    fast.press("nköst<Enter>bväst<Enter>dgata<Enter>")
    var slow = Session(try .onlyNew(), as: "maja")
    slow.pressSlowly("nköst<Enter>bväst<Enter>dgata<Enter>")
    #expect(fast.commands.count == 3)
    #expect(fast.commands == slow.commands)
    #expect(fast.screen == slow.screen)
  }

  @Test(arguments: [
    ("b", Category.praise), ("f", .suggestion), ("k", .complaint),
  ])
  func aKeyForTheType(key: String, category: Category) throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n\(key)väst<Enter>")
    #expect(session.commands == [.triage(category, unit: "vast")])
  }

  @Test func withoutATypeTheChefSetsIt() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nk<Esc>dväst<Enter>")
    #expect(session.commands == [.triage(nil, unit: "vast")])
    let state = try session.world.state(160)
    #expect(state.unit == "vast" && state.category == nil)
    #expect(session.notice == "26-160 är skickat till Hemtjänst Väst utan typ. u ångrar.")
  }

  @Test(arguments: ["k", "kväst", "bväst<Esc>", "kväst<Esc>q", "d", "fväst<BS><BS><BS><BS><BS>"])
  func nothingLeavesBeforeEnter(keys: String) throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n" + keys)
    #expect(session.commands.isEmpty)
    #expect(try session.world.state(160).status == .received)
  }

  @Test func backspaceInAnEmptyFieldGoesBackToTheType() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nkvä<BS><BS>")
    #expect(try session.top(TriageScreen.self).phase == .unit)
    session.press("<BS>")
    #expect(try session.top(TriageScreen.self).phase == .type)
    session.press("bväst<Enter>")
    #expect(session.commands == [.triage(.praise, unit: "vast")])
  }

  @Test func enterInTheTypePhaseTakesTheSuggestedType() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nnn")
    #expect(session.shows("Ny 26-162"))
    for _ in 1...2 {
      session.wait(seconds: 1)
      session.press("<Enter>")
    }
    #expect(session.commands == [.triage(.suggestion, unit: "oster")])
  }

  @Test func enterInTheTypePhaseAsksForTheTypeWhereNoneIsKnown() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n<Enter>")
    #expect(session.notice == "Välj typ först: b beröm, f förslag eller k klagomål.")
    #expect(session.isRefused)
    #expect(try session.top(TriageScreen.self).phase == .type)
  }

  @Test(arguments: ["<Down>", "<PgDn>", "<Space>"])
  func theTextScrolls(key: String) throws {
    var session = Session(try TriageSnapshotTests.long(), as: "maja")
    session.press("n")
    #expect(session.shows("Dag 1:"))
    session.press(key)
    #expect(!session.shows("Dag 1:") || key == "<Down>")
    #expect(try session.top(TriageScreen.self).pane.top > 0)
    session.press("<Home>")
    #expect(try session.top(TriageScreen.self).pane.top == 0)
  }

  @Test(arguments: ["<PgDn>", "<Space>"])
  func theTextScrollsWhileTheUnitIsChosen(key: String) throws {
    var session = Session(try TriageSnapshotTests.long(), as: "maja")
    session.press("nk" + key)
    #expect(try session.top(TriageScreen.self).pane.top > 0)
    #expect(try session.top(TriageScreen.self).field.text.isEmpty)
  }

  @Test func lettersDoNotScroll() throws {
    var session = Session(try TriageSnapshotTests.long(), as: "maja")
    session.press("nj")
    #expect(try session.top(TriageScreen.self).pane.top == 0)
    #expect(session.notice == "j gör ingenting här. ? visar vad som går.")
    session.press("k")
    #expect(try session.top(TriageScreen.self).category == .complaint)
    #expect(try session.top(TriageScreen.self).pane.top == 0)
  }

  @Test func subjectAreaAndTitleWaitWithTheMatter() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("näbemö<Enter>")
    #expect(try session.world.state(160).subjectArea == "bemötande")
    session.press("t<C-Home>Nytt: <Enter>")
    #expect(try session.world.state(160).title == "Nytt: Sena morgonbesök")
    session.press("köst<Enter>")
    let state = try session.world.state(160)
    #expect(state.unit == "oster" && state.subjectArea == "bemötande")
  }

  @Test func anotherMatterOnTheScreenMeansAnotherQuestion() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nx")
    try session.world.take(.triage(.praise, unit: "vast"), on: 160, as: "maja")
    session.othersWrote()
    #expect(session.shows("Ny 26-161"))
    session.press("f")
    #expect(session.notice == "Ett annat ärende visas nu, så svaret gäller inte. Börja om.")
    #expect(session.commands.isEmpty)
    #expect(try session.world.state(161).status == .received)
  }

  @Test func aMatterThatAnotherTookGivesWayToTheNext() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nkvä")
    try session.world.take(.triage(.praise, unit: "vast"), on: 160, as: "maja")
    session.othersWrote()
    #expect(session.notice == "26-160 togs om hand av någon annan.")
    #expect(session.shows("Ny 26-161"))
    #expect(try session.top(TriageScreen.self).phase == .type)
  }

  @Test func theWholeMatterAndBackAgainIsOneTriageView() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("no<Enter>")
    #expect(session.front.layers.count == 2)
    #expect(session.shows("Ny 26-160"))
    session.press("kväst<Enter>")
    #expect(try session.world.state(160).unit == "vast")
    session.press("q")
    #expect(session.top is ListScreen)
  }
}
