import Domain
import Terminal
import Testing

@testable import Interface

/// The same person at two windows: the newer one writes, the older one can be read in.
struct TwoWindowsTests {
  let world: World
  /// A window with a text that is not on disk yet.
  private var first: Session

  init() throws {
    world = try .one()
    first = Session(world, as: "asa")
    first.press("<Enter>iHalv")
  }

  /// Åsa logs in anew, and the older window notices.
  private mutating func logIn() -> Session {
    var second = Session(world, as: "asa")
    first.wait(seconds: 0)
    second.wait(seconds: 0)
    return second
  }

  private func text(_ session: Session) throws -> String {
    try session.top(EditorScreen.self).editor.text
  }

  private let line =
    "Läsläge: du arbetar i ett annat fönster sedan 10.00. F4 skriver här."

  @Test mutating func theNewerOneTakesTheTextOver() throws {
    var second = Session(world, as: "asa")
    #expect(second.notice == "Du var redan inloggad, sedan 10.00. Det fönstret kan nu bara läsa.")
    first.wait(seconds: 0)
    second.wait(seconds: 0)
    second.press("<Enter>i")
    #expect(try text(second) == "Halv")
    second.press(" och mer")
    second.wait(seconds: 1)
    #expect(world.drafts["asa"]?.map(\.draft.text) == ["Halv och mer"])
    // The older one shows what has become of it.
    first.wait(seconds: 0)
    #expect(try text(first) == "Halv och mer")
  }

  @Test mutating func theOlderOneSaysSoAsLongAsItIsSo() throws {
    _ = logIn()
    #expect(first.isRefused)
    #expect(first.notice?.contains("Det du skrev är sparat") == true)
    for keys in ["<Esc>", "d", "<Esc>", "?", "<Esc>", "<Esc>", "j"] {
      first.press(keys)
      #expect(first.shows(line), "after \(keys)")
    }
    world.now = Instant(milliseconds: world.now.milliseconds + 86_400_000)
    first.wait(seconds: 0)
    first.press("j")
    #expect(first.shows("sedan 24 nov 10.00. F4 skriver här."))
  }

  @Test mutating func nothingTypedThereChangesTheText() throws {
    _ = logIn()
    for keys in ["x", "<BS>", "<Enter>", "<C-w>", "<C-z>", "å"] {
      first.press(keys)
      #expect(try text(first) == "Halv", "after \(keys)")
      #expect(first.notice?.contains("F4 skriver här igen.") == true, "after \(keys)")
    }
    first.take(.paste("Klistrat"))
    #expect(try text(first) == "Halv")
    // Who reads moves.
    first.press("<Home>")
    #expect(first.notice == nil)
    #expect(first.surface.cursor?.column == 1)
  }

  @Test mutating func noKeyThereWritesAnything() throws {
    _ = logIn()
    first.press("<Esc>")
    let matter = try world.matter(142)
    for binding in MatterScreen.allBindings where binding.command.writes(on: first.top) {
      first.press([binding.keys[0]])
      #expect(first.top is MatterScreen, "\(binding.command)")
      #expect(first.notice?.contains("F4 skriver här igen.") == true, "\(binding.command)")
      #expect(
        binding.hint.isEmpty || !first.hints.contains(" \(binding.hint) "), "\(binding.command)")
    }
    first.press("<Esc>m")
    #expect(first.top is ListScreen)
    first.press("p")
    #expect(first.top is ListScreen)
    first.press("c")
    #expect(first.top is ListScreen)
    first.press("u")
    #expect(first.effects.allSatisfy { !$0.writes })
    #expect(try world.matter(142) == matter)
  }

  @Test mutating func whatWasOpenWhenItHappenedWritesNothingEither() throws {
    first.press("<Esc>")
    for keys in ["c", "tEn rubrik", "v"] {
      first.press(keys)
      let second = logIn()
      first.press(keys == "c" ? "f" : "<Enter>")
      #expect(first.effects.allSatisfy { !$0.writes }, "after \(keys)")
      second.end()
      first.wait(seconds: 0)
      if !(first.top is MatterScreen) { first.press("<Esc>") }
    }
  }

  @Test mutating func whatIsDoneBeforeItIsNoticedIsStoppedByTheWorld() throws {
    let found = OtherSessions(replacedAt: world.now)
    var front = first.front
    // The world answers a command so, when it finds a newer session.
    let effects = front.update(.others(found))
    guard case .saveDrafts? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(front.halt == .replaced(since: world.now))
  }

  @Test mutating func aKeyTakesItBack() throws {
    var second = logIn()
    second.press("<Enter>i och mer")
    second.wait(seconds: 1)
    first.press("<F4>")
    #expect(first.notice == "Nu går det att skriva här igen.")
    #expect(try text(first) == "Halv och mer")
    first.press(" till")
    #expect(try text(first) == "Halv och mer till")
    second.wait(seconds: 0)
    #expect(second.shows("Läsläge") || second.notice?.contains("F4 skriver här igen") == true)
    second.press("x")
    #expect(try text(second) == "Halv och mer")
  }

  @Test mutating func whatIsYoungerThanTheTakingBackFollows() throws {
    var second = logIn()
    second.press("<Enter>i och mer")
    first.press("<F4>")
    second.wait(seconds: 0)
    first.wait(seconds: 0)
    #expect(try text(first) == "Halv och mer")
    #expect(world.drafts["asa"]?.count == 1)
  }

  @Test mutating func bothTextsAreKeptWhenBothWriteInTheSameSecond() throws {
    var second = logIn()
    second.press("<Enter>i och så")
    first.press("<F4> och mycket mer")
    first.wait(seconds: 1)
    second.wait(seconds: 0)
    let texts = world.drafts["asa"]?.map(\.draft.text) ?? []
    #expect(Set(texts) == ["Halv och mycket mer", "Halv och så"])
    first.wait(seconds: 0)
    #expect(try text(first) == "Halv och mycket mer")
    first.press("<Esc><Esc>P")
    #expect(first.shows("Du har 2 påbörjade texter"))
  }

  @Test mutating func anEmptyTextOfTheNewerOneTakesWhatTheOlderHad() throws {
    var second = Session(world, as: "asa")
    second.press("<Enter>i")
    #expect(try text(second).isEmpty)
    first.wait(seconds: 0)
    second.wait(seconds: 0)
    #expect(try text(second) == "Halv")
    second.press("<Esc>")
    second.wait(seconds: 1)
    #expect(world.drafts["asa"]?.map(\.draft.text) == ["Halv"])
  }

  @Test mutating func anEmptyTextOfTheOlderOneRemovesNothing() throws {
    first.press("<C-w>")
    var second = logIn()
    second.press("<Enter>iNy text")
    second.wait(seconds: 1)
    first.wait(seconds: 0)
    first.press("<Esc>")
    first.wait(seconds: 1)
    #expect(world.drafts["asa"]?.map(\.draft.text) == ["Ny text"])
  }

  @Test mutating func whatIsFinishedInTheNewerOneIsLeftInTheOlder() throws {
    var second = logIn()
    second.press("<Enter>i")
    second.press("<C-s>")
    #expect(try world.state(142).internalNotes == ["Halv"])
    first.wait(seconds: 0)
    #expect(first.top is MatterScreen)
    #expect(first.notice == "Texten är klar, eller kastad, i det andra fönstret.")
    first.press("<F4>")
    first.wait(seconds: 1)
    #expect(world.drafts["asa"]?.isEmpty == true)
  }

  @Test mutating func theOlderOneWritesAgainWhenTheNewerHasEnded() throws {
    var second = logIn()
    second.press("<Enter>i och mer")
    second.wait(seconds: 1)
    second.take(.hangUp)
    second.end()
    first.wait(seconds: 0)
    #expect(first.notice == "Nu går det att skriva här igen.")
    #expect(try text(first) == "Halv och mer")
  }

  @Test mutating func whoOnlyReadsIsNobodyWhoWrites() throws {
    _ = logIn()
    first.press("<Left><Right>")
    #expect(world.sessions.allSatisfy { $0.writing == nil })
  }

  @Test mutating func whatIsTakenInByHandGoesOverToo() throws {
    first.press("<C-w><Esc><Esc>m<Enter>Maten är")
    var second = logIn()
    second.press("P<Enter> kall")
    second.wait(seconds: 1)
    first.wait(seconds: 0)
    #expect(try first.top(TakingScreen.self).text == "Maten är kall")
    first.press("x")
    #expect(try first.top(TakingScreen.self).text == "Maten är kall")
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
