import Domain
import Terminal
import Testing

@testable import Interface

/// Two in the same matter: each knows of the other, nobody is kept out, and no text is lost.
struct PresenceTests {
  let world: World

  init() throws { world = try .one() }

  /// Karin, with the matter before her.
  private func karin(_ keys: String = "") -> Session {
    var session = Session(world, as: "karin")
    session.press("/26-142<Enter><Enter>\(keys)")
    return session
  }

  private static let answering = "s<End><Enter>"

  @Test func theListAndTheMatterSayWhoWritesAndSinceWhen() throws {
    var asa = Session(world, as: "asa")
    asa.press("jk")
    var karin = karin(Self.answering)
    asa.wait(seconds: 1)
    #expect(asa.cursorRow.contains("Skriver: Karin"))
    #expect(asa.shows("Karin Berg skriver svar sedan 10.00"))
    asa.press("<Enter>")
    #expect(asa.shows("─ Karin Berg skriver svar sedan 10.00 ─"))
    #expect(asa.shows("Enter: Svara avsändaren"))
    // Reading is always possible, and she lets go when she goes back.
    karin.press("<Esc>")
    asa.wait(seconds: 1)
    #expect(!asa.shows("Karin Berg"))
  }

  @Test func aWideListHasRoomForAllOfIt() throws {
    var asa = Session(world, as: "asa", size: .wide)
    let karin = karin(Self.answering)
    asa.wait(seconds: 1)
    #expect(asa.cursorRow.contains("Skriver: Karin Berg · Sena"))
    asa.press("/26-142<Enter>")
    #expect(asa.shows("Karin Berg skriver svar sedan 10.00 · Sena morgonbesök"))
    karin.end()
  }

  @Test func aLowScreenSaysItToo() throws {
    var asa = Session(world, as: "asa", size: Size(columns: 80, rows: 10))
    _ = karin(Self.answering)
    asa.press("<Enter>")
    asa.wait(seconds: 1)
    #expect(asa.shows("Karin Berg skriver svar sedan 10.00 · Enter:"))
  }

  @Test func severalAreToldOfShortly() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>")
    _ = karin(Self.answering)
    var rut = Session(world, as: "rut")
    rut.press("/26-142<Enter><Enter>i")
    rut.press("j")
    asa.wait(seconds: 1)
    #expect(asa.shows("─ Karin Berg med flera skriver här sedan 10.00 ─"))
  }

  @Test(arguments: [
    ("i", "intern anteckning"), ("a", "tjänsteanteckning"), ("Kt", "komplettering"),
  ])
  func whatIsWrittenIsSaid(keys: String, words: String) throws {
    var asa = Session(world, as: "asa")
    _ = karin(keys)
    asa.wait(seconds: 1)
    #expect(asa.shows("Karin Berg skriver \(words) sedan 10.00"))
  }

  @Test(arguments: ["anna", "ulf", "sigge", "bo"])
  func whoDoesNotSeeItIsNotTold(login: String) throws {
    _ = karin("i")
    var session = Session(world, as: login, size: .wide)
    session.wait(seconds: 1)
    #expect(session.front.others == OtherSessions())
    #expect(!session.shows("Karin"))
  }

  @Test func itLetsGoWithoutAKeyAndComesBackWithTheNext() throws {
    var asa = Session(world, as: "asa")
    var karin = karin("iHej")
    karin.wait(seconds: 14 * 60 + 59)
    asa.wait(seconds: 0)
    #expect(asa.shows("sedan 10.00"))
    karin.wait(seconds: 1)
    asa.wait(seconds: 0)
    #expect(!asa.shows("Karin Berg"))
    karin.press("<Left>")
    asa.wait(seconds: 0)
    #expect(asa.shows("Karin Berg skriver intern anteckning sedan 10.15"))
    #expect(try karin.top(EditorScreen.self).editor.text == "Hej")
  }

  @Test func typingOnIsNoNewsToAnybody() throws {
    var karin = karin("iHej")
    let told = karin.effects.count { if case .noteWriting = $0 { true } else { false } }
    karin.press(" igen, och en ny rad<Enter>och en till")
    karin.wait(seconds: 60)
    karin.press("x")
    #expect(karin.effects.count { if case .noteWriting = $0 { true } else { false } } == told)
  }

  @Test func whoGoesAsideOrLeavesLetsGo() throws {
    var asa = Session(world, as: "asa")
    var karin = karin("iHej")
    karin.take(.suspend)
    asa.wait(seconds: 0)
    #expect(!asa.shows("Karin Berg"))
    // It is told before the program stops.
    #expect(karin.effects.suffix(3).first == .noteWriting(nil))
    karin.press("<Left>")
    asa.wait(seconds: 0)
    #expect(asa.shows("Karin Berg"))
    karin.take(.hangUp)
    karin.end()
    asa.wait(seconds: 0)
    #expect(!asa.shows("Karin Berg"))
  }

  // MARK: - The second

  @Test(arguments: ["s", "i", "a", "Kt", "<Enter>"])
  func theSecondIsAskedBeforeTheFirstLetter(keys: String) throws {
    _ = karin(Self.answering)
    var asa = Session(world, as: "asa")
    asa.wait(seconds: 1)
    // What is typed ahead is no answer.
    asa.press("<Enter>\(keys)jag")
    #expect(asa.shows("Karin Berg skriver svar sedan 10.00. Vill du skriva ändå?"))
    asa.press("n")
    #expect(asa.top is MatterScreen)
    asa.press(keys)
    asa.press("j")
    asa.press("<End><Enter>")
    #expect(asa.top is EditorScreen)
    #expect(asa.shows("─ Karin Berg skriver svar sedan 10.00 ─"))
  }

  @Test func aTextThatWasBegunIsGoneOnWithAfterTheSameQuestion() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>iHalv<Esc>")
    asa.wait(seconds: 1)
    _ = karin("iHej")
    asa.startAgain()
    asa.wait(seconds: 1)
    asa.press("<Enter>")
    #expect(asa.shows("Vill du skriva ändå?"))
    asa.press("j")
    #expect(try asa.top(EditorScreen.self).editor.text == "Halv")
  }

  @Test func whoComesInTheSameSecondIsToldAtOnce() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>")
    var karin = karin()
    karin.press("i")
    asa.press("i")
    #expect(asa.notice?.hasPrefix("Karin Berg skriver också här: intern anteckn") == true)
    #expect(try asa.top(EditorScreen.self).editor.isEmpty)
    // And the first is told of the second.
    karin.wait(seconds: 1)
    #expect(karin.notice?.hasPrefix("Åsa Lind skriver också här: intern") == true)
    karin.press("H")
    #expect(karin.notice == nil && karin.shows("─ Åsa Lind skriver intern anteckning sedan"))
  }

  @Test func whatTheOtherHasDoneIsToldWithTheTextKept() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>iMin text")
    var karin = karin("i")
    karin.press("jUtrett.")
    asa.wait(seconds: 1)
    world.now = Instant(milliseconds: world.now.milliseconds + 55 * 60_000)
    karin.press("<C-s>")
    asa.othersWrote()
    asa.wait(seconds: 0)
    #expect(
      asa.notice
        == "Nytt i ärendet: Karin Berg 10.55, intern anteckning. Din text finns kvar.")
    asa.press(" växer")
    #expect(asa.shows("─ Karin Berg 10.55, intern anteckning ─"), "\(asa.screen)")
    #expect(try asa.top(EditorScreen.self).editor.text == "Min text växer")
    // Who saves is stopped, told again, and saves then.
    asa.press("<C-s>")
    #expect(asa.notice?.hasPrefix("Karin Berg hann före: intern anteckning.") == true)
    #expect(try world.state(142).internalNotes == ["Utrett."])
    asa.press("<C-s>")
    #expect(try world.state(142).internalNotes == ["Utrett.", "Min text växer"])
  }

  @Test func newsOfAnotherHidesNoConflict() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>iMin text")
    try world.take(.writeInternalNote("Utrett."), on: 142, as: "karin")
    asa.press("<C-s>")
    let conflict = asa.notice
    #expect(conflict?.hasPrefix("Karin Berg hann före: intern anteckning.") == true)
    var karin = karin("i")
    karin.press("j")
    asa.wait(seconds: 1)
    let isTold = asa.shows("─ Karin Berg skriver intern anteckning sedan")
    #expect(isTold && asa.notice == conflict)
    karin.end()
  }

  @Test func ownStepsAreNoNews() throws {
    var asa = Session(world, as: "asa")
    asa.press("<Enter>iMin text")
    try world.take(.writeInternalNote("Från ett skript"), on: 142, as: "asa")
    asa.othersWrote()
    #expect(asa.notice == nil)
  }
}
