import Domain
import Terminal
import Testing

@testable import Interface

/// Naming a substitute by keys, and what substitute and chef see of it.
struct SubstituteKeysTests {
  private let today = Kommun.today

  @Test func aChefNamesOneWithAFewKeys() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("Vnbo<Enter><Enter>27/11<Enter><Enter>")
    let named = Substitution(chef: "asa", substitute: "bo", from: today, to: today + 3)
    #expect(session.world.rules.organisation.substitutes == [named])
    #expect(
      session.notice
        == "Bo Falk är vikarie för Åsa Lind tisdag 24 november till fredag 27 november. "
        + "Båda får veta det.")
    #expect(session.shows("är vikarie nu"))
    session.press("<Esc>")
    #expect(session.shows("vikarie: Bo Falk t.o.m. 27 nov"))
    session.become("bo")
    #expect(session.screen[0].hasSuffix("Bo Falk, enhetschef, vikarie för Åsa Lind"))
    #expect(session.shows("Hemtjänst Öster") && session.shows("Hemtjänst Väst"))
  }

  @Test func theLastDayIsChangedAndItIsEndedAfterAQuestion() throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: "karin")
    // The first letter takes the place of the day that stands there.
    session.press("V<Enter>1 dec<C-s>")
    let organisation = { session.world.rules.organisation }
    #expect(organisation().substitution(for: "asa", on: today)?.to == day("2026-12-01"))
    session.press("xn")
    #expect(organisation().substitution(for: "asa", on: today) != nil)
    session.press("x<Enter>j")
    #expect(organisation().substitution(for: "asa", on: today) == nil)
    #expect(session.notice == "Sigge Ström är inte längre vikarie för Åsa Lind. Båda får veta det.")
    #expect(session.shows("Bo Falk") && !session.shows("Sigge Ström  "))
  }

  @Test(arguments: [
    ("sig<Enter><Enter>20/11/26<C-s>", "Skriv dagen som 2026-11-05, 5/11 eller 5 nov."),
    ("<C-s>", "Skriv några bokstäver i namnet, eller välj med piltangenterna."),
    ("<Enter>", "Skriv några bokstäver i namnet, eller välj med piltangenterna."),
    ("xyz<Enter>", "Ingen passar ”xyz”. Sudda och skriv om."),
    ("bo<Enter><Enter>2026-11-20<C-s>", "Sista dagen är före den första, så ändra en av dem."),
    (
      "bo<Enter><Enter>28/11<C-s>",
      "Sigge Ström är redan vikarie 24 nov–27 nov, så välj andra dagar eller avsluta det."
    ),
  ])
  func whatIsRefusedKeepsWhatWasTyped(keys: String, sentence: String) throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: "asa")
    session.press("Vn" + keys)
    #expect(session.notice == sentence && session.isRefused)
    let form = try session.top(SubstitutesScreen.self).form
    #expect(form?.fields[.substitute]?.text.isEmpty == keys.hasPrefix("<"))
    session.press("<Esc>")
    session.press("n")
    #expect(try session.top(SubstitutesScreen.self).form?.fields == form?.fields)
    #expect(session.world.rules.organisation.substitutes.count == 2)
  }

  @Test func whoStandsAboveChoosesTheChef() throws {
    var session = Session(try .kommun(), as: "karin")
    // As förvaltningschef Karin begins with her own, and can go back.
    session.press("Vn<S-Tab>")
    session.press(Array(repeating: .backspace, count: 10))
    session.press("as<Enter><Down><Enter><Enter>25/11<C-s>")
    #expect(
      session.world.rules.organisation.substitutes
        == [Substitution(chef: "asa", substitute: "sigge", from: today, to: today + 1)])
  }

  @Test(arguments: [("maja", true), ("ulf", true), ("rut", false), ("sigge", false)])
  func onlyWhoMayNameOneComesThere(login: String, may: Bool) throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: login)
    session.press("V")
    #expect((session.top is SubstitutesScreen) == may)
    #expect(session.isRefused == !may)
  }

  @Test func othersSubstitutesAreNotShown() throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: "ulf")
    session.press("V")
    #expect(session.shows("Ingen är eller ska bli vikarie."))
    session.press("x")
    #expect(session.notice == "Det finns ingen vikarie att ändra.")
  }

  // MARK: - Days

  /// Lets days pass with the session open, as the loop sees it.
  private func pass(days: Int, _ session: inout Session) {
    session.world.now = Instant(
      milliseconds: session.world.now.milliseconds + Int64(days) * 86_400_000)
    session.wait(seconds: 1)
    session.takeRules()
    session.othersWrote()
  }

  @Test func afterTheLastDayItIsOverInAnOpenSession() throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: "sigge")
    #expect(session.screen[0].contains("vikarie för Åsa Lind") && session.shows("26-142"))
    session.press("<Enter>iRing kocken")
    pass(days: 3, &session)
    #expect(session.screen[0].contains("vikarie för Åsa Lind"))
    pass(days: 1, &session)
    #expect(!session.screen[0].contains("vikarie"))
    // What is being written stays, and the matter is gone from under it.
    #expect(session.shows("Ring kocken"))
    #expect(session.notice?.contains("Det du har skrivit finns kvar.") == true)
    session.press("<Esc>")
    #expect(session.shows("längre. Det du har skrivit finns kvar: P i listan"))
    #expect(!session.front.context.drafts.isEmpty)
    session.press("<Esc>")
    #expect(!session.shows("26-142"))
  }

  @Test func theDayThatItBeginsIsSaid() throws {
    var session = Session(try SubstituteSnapshotTests.substituted(), as: "bo")
    #expect(!session.screen[0].contains("vikarie"))
    pass(days: 30, &session)
    #expect(session.screen[0].contains("vikarie för Karin Berg"))
    #expect(session.notice == "Du är vikarie för Karin Berg från och med i dag.")
    pass(days: 11, &session)
    #expect(session.notice == "Du är inte längre vikarie för Karin Berg.")
  }
}
