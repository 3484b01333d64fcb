import Domain
import Terminal
import Testing

@testable import Interface

/// What keys do in the log of who has seen what.
struct AccessKeysTests {
  /// So many openings of one matter, the newest a minute ago.
  private func world(_ count: Int) throws -> World {
    let world = try World.kommun()
    for index in 0..<count { world.log(.opened(142), by: "asa", minutesAgo: count - index) }
    return world
  }

  private func loads(_ session: Session) -> [Effect] {
    session.effects.filter { if case .loadAccesses = $0 { true } else { false } }
  }

  /// In front of the list of a matter that the head has opened.
  private func inMatter(_ world: World, size: Size = .standard) -> Session {
    var session = Session(world, as: "karin", size: size)
    if let matter = world.matters[142] { session.hear(.matter(matter, .open, earlier: 0)) }
    return session
  }

  @Test(arguments: Kommun.people.map(\.login))
  func onlyWhoAnswersForItHasTheKeys(login: PersonID) throws {
    let isHead = login == "karin"
    let refusal = "Bara förvaltningschefen kan läsa vem som har öppnat ärenden."
    var list = Session(try World.logged(), as: login, size: .wide)
    guard list.top is ListScreen else { return }
    #expect(list.hints.contains("Ö logg") == isHead)
    list.press("?")
    #expect(list.shows("Visa loggen: vem som har läst vad.") == isHead)
    list.press("<Esc>Ö")
    #expect(list.top is AccessScreen == isHead)
    #expect(list.notice == (isHead ? nil : refusal))
    var session = Session(try World.logged(), as: login, size: .wide)
    let matter = try #require(session.world.matters[142])
    guard let seen = matter.seen(by: session.front.context.actor) else { return }
    session.hear(.matter(seen, .open, earlier: 0))
    #expect(session.hints.contains("Ö vem har läst") == isHead)
    session.press("?")
    #expect(session.shows("Visa vem som har läst ärendet.") == isHead)
    session.press("<Esc>Ö")
    #expect(session.top is AccessScreen == isHead)
    #expect(session.notice == (isHead ? nil : refusal))
    if !isHead { #expect(loads(session).isEmpty && loads(list).isEmpty) }
  }

  @Test func enterOpensTheMatterOfTheRow() throws {
    var session = Session(try World.logged(), as: "karin")
    session.press("Ö<Enter>")
    #expect(try session.top(MatterScreen.self).matter.id == 142)
    session.press("<Esc>")
    #expect(try session.top(AccessScreen.self).cursor.selected == 0)
    // A list that was taken out is no matter.
    session.press("j<Enter>")
    #expect(session.notice == "Raden gäller inget ärende.")
    #expect(!session.hints.contains("öppna"))
    #expect(session.top is AccessScreen)
  }

  @Test func whatOneMayNotReadIsNotOpened() throws {
    let world = try World.logged()
    world.log(.opened(999), by: "maja")
    var session = Session(world, as: "karin")
    session.press("Ö<Enter>")
    #expect(session.notice == "Du kan inte läsa det ärendet.")
    #expect(session.top is AccessScreen)
    // It is said to who asked, and once.
    session.press("j")
    session.hear(.matterGone(999))
    #expect(session.notice == nil)
    session.press("<Enter>")
    #expect(session.notice == nil && session.top is MatterScreen)
  }

  @Test func inAMatterOnlyItsOwnLinesAreShown() throws {
    var session = inMatter(try World.logged())
    session.press("Ö")
    let screen = try session.top(AccessScreen.self)
    #expect(screen.rows.count == 5 && screen.rows.allSatisfy { $0.entry.access.matter == 142 })
    #expect(session.shows("Vem har läst 26-142"))
    // There is nothing more to open.
    session.press("<Enter>")
    #expect(session.top is AccessScreen)
    session.press("q")
    #expect(session.top is MatterScreen)
  }

  @Test func aPageIsReadWhenItIsNear() throws {
    var session = Session(try world(250), as: "karin", size: .standard)
    session.press("Ö")
    #expect(loads(session) == [.loadAccesses(of: nil, after: nil, limit: 100)])
    #expect(session.screen[1].hasSuffix("mer: ↓"))
    session.press("<PgDn>")
    #expect(loads(session).count == 1)
    session.press("<End>")
    #expect(loads(session).last == .loadAccesses(of: nil, after: 151, limit: 100))
    #expect(try session.top(AccessScreen.self).rows.count == 200)
    session.press("<End><End>")
    #expect(try session.top(AccessScreen.self).rows.map(\.entry.id) == (1...250).reversed())
    #expect(session.cursorRow.contains("26-142") && !session.screen[1].contains("mer"))
    let count = loads(session).count
    session.press("<Home><End>")
    #expect(loads(session).count == count)
  }

  @Test func whatIsLoggedMeanwhileMovesNothing() throws {
    var session = Session(try world(150), as: "karin")
    session.press("Ö<End><End>kkkk")
    let before = session.screen
    session.world.log(.opened(139), by: "bo")
    session.othersWrote()
    #expect(loads(session).last == .loadAccesses(of: nil, after: nil, limit: 150))
    #expect(session.cursorRow == before.first { $0.hasPrefix(" > ") })
    session.press("<Home>")
    #expect(session.cursorRow.contains("26-139"))
  }

  @Test func whatIsSentElsewhereIsGone() throws {
    var session = Session(try World.logged(), as: "karin")
    session.press("Ö")
    #expect(session.shows("26-142"))
    try session.world.take(.assign("gata"), on: 142, as: "maja")
    session.othersWrote()
    #expect(!session.shows("26-142") && session.shows("26-139"))
  }

  @Test func whoCannotReadTheMatterAnyMoreSeesNoReaders() throws {
    var session = inMatter(try World.logged())
    session.press("Ö")
    try session.world.take(.assign("gata"), on: 142, as: "maja")
    session.othersWrote()
    #expect(session.notice == "Du kan inte läsa 26-142 längre.")
    #expect(session.top is MatterScreen && !session.shows("Åsa Lind"))
  }

  @Test(arguments: [true, false])
  func whoLosesTheRightLosesTheLog(isOfMatter: Bool) throws {
    var session = isOfMatter ? inMatter(try .logged()) : Session(try .logged(), as: "karin")
    session.press("Ö")
    #expect(session.shows("Åsa Lind"))
    let index = try #require(
      session.world.rules.organisation.people.firstIndex { $0.login == "karin" })
    session.world.rules.organisation.people[index].grants = [Grant(role: .analyst, unit: "oms")]
    session.takeRules()
    session.othersWrote()
    #expect(!(session.top is AccessScreen))
    #expect(session.notice == "Bara förvaltningschefen kan läsa vem som har öppnat ärenden.")
  }

  @Test func aReasonIsShownWholeAndHarmless() throws {
    let world = try World.kommun()
    world.log(.openedProtected(142, reason: "a\u{1B}[2Jb\u{202E}c"), by: "vera")
    var session = Session(world, as: "karin")
    session.press("Ö")
    let text = session.screen.joined()
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(session.shows("Såg skyddad identitet: ”a"))
  }

  @Test func whatCannotBeReadOnATinyScreenIsThereAgain() throws {
    var session = Session(try World.logged(), as: "karin")
    session.press("Öjj")
    let before = session.screen
    session.take(.resized(Size(columns: 20, rows: 5)))
    #expect(session.shows("Gör fönstret större"))
    session.press("qk<Enter>")
    session.take(.resized(.standard))
    #expect(session.screen == before && session.cursorRow.contains("tog ut listan Alla"))
  }
}
