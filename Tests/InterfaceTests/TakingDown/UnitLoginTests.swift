import Domain
import Terminal
import Testing

@testable import Interface

/// A login that a unit's staff have in common, with the keys.
struct UnitLoginTests {
  /// From the first screen to the card.
  static let eva = "<Enter>Eva Exempel<Enter>undersköterska<Enter>"

  private func session(_ writes: String..., in world: World = World()) -> Session {
    var session = Session(world, as: "enhet")
    for keys in writes { session.press(keys) }
    return session
  }

  @Test func itBeginsWhereOneTakesDown() throws {
    var session = session()
    _ = try session.top(UnitLoginScreen.self)
    #expect(session.shows("Ta emot en synpunkt") && session.shows("Hemtjänst Väst"))
    session.press("<F1>")
    #expect(session.shows("Ta emot en muntlig synpunkt"))
    session.press("<Esc>/u:")
    #expect(!(session.top is SearchScreen))
  }

  @Test func whoTakesItInIsAskedFirstAndToldToEverybody() throws {
    let session = session(Self.eva + "<Enter>\(Told.short)<C-s>", "g<Tab><Tab>Anna<C-s>")
    _ = try session.top(ReceiptScreen.self)
    let state = try session.world.state(143)
    #expect(state.namedTaker == NamedTaker(name: "Eva Exempel", role: "undersköterska"))
    #expect(state.commonLogin == "vast" && state.suggestedUnit == "vast")
    for login in ["maja", "rut"] {
      var reader = Session(session.world, as: login, size: .wide)
      reader.press("<Enter>")
      if reader.top is TriageScreen { reader.press("o") }
      #expect(reader.shows("Mottaget av Eva Exempel, undersköterska, via Hemtjänst Väst"))
      #expect(reader.shows("mottaget av Eva Exempel"))
    }
  }

  @Test func theReceiptIsAllThatIsSeen() throws {
    var session = session(Self.eva + "<Enter>\(Told.short)<C-s>", "g<Tab><Space><C-s>")
    let receipt = try session.top(ReceiptScreen.self)
    #expect(receipt.code != nil)
    session.press("<Enter>j")
    _ = try session.top(UnitLoginScreen.self)
    #expect(!session.shows("26-143"))
    #expect(!session.effects.contains { if case .loadQueue = $0 { true } else { false } })
  }

  @Test func withoutANameNothingGoesOn() throws {
    var session = session("<Enter><Enter>")
    #expect(try session.top(TakingScreen.self).form.focus == .takerRole)
    session.press("<Enter>")
    #expect(session.isRefused && session.notice == "Skriv ditt namn först.")
    session.press("Eva<Enter><Enter>")
    #expect(session.notice == "Skriv din yrkesroll först.")
    session.press("kock<Enter>")
    #expect(try session.top(TakingScreen.self).phase == .card)
  }

  @Test func ctrlSGoesOnToo() throws {
    var session = session("<Enter>Eva<C-s>")
    #expect(session.notice == "Skriv din yrkesroll först.")
    session.press("kock<C-s>")
    #expect(try session.top(TakingScreen.self).phase == .card)
  }

  @Test("Who comes back at once need not say again who they are", arguments: [4, 6])
  func whoWasKept(minutes: Int) throws {
    var session = session("<Enter>Eva Exempel<Esc>")
    session.wait(seconds: minutes * 60)
    session.press("<Enter>")
    #expect(session.shows("Ditt namn      Eva Exempel") == (minutes == 4))
    // After the registration it is for the next one to say.
    session.press("<C-u><BS>")
    for _ in 0..<20 { session.press("<BS>") }
    session.press("Eva Prov<Enter>kock<Enter><Enter>\(Told.short)<C-s>")
    session.press("g<C-s>")
    session.press("<Esc><Enter>")
    #expect(try session.top(TakingScreen.self).phase == .taker && !session.shows("Eva Prov"))
  }

  @Test func theNameCanBeMendedInTheForm() throws {
    var session = session(Self.eva + "<Enter>\(Told.short)<C-s>", "g<S-Tab><S-Tab><S-Tab>")
    #expect(try session.top(TakingScreen.self).form.focus == .takerName)
    session.press("<C-u><BS>")
    for _ in 0..<20 { session.press("<BS>") }
    session.press("<C-s>")
    #expect(session.notice == "Skriv ditt namn först.")
    session.press("Eva Prov<C-s>")
    #expect(try session.world.state(143).namedTaker?.name == "Eva Prov")
  }

  @Test func theNextOneSeesWhoBeganAndSaysWhoTheyAre() throws {
    var first = session(Self.eva + "<Enter>Maten är kall")
    first.wait(seconds: 1)
    var second = Session(first.world, as: "enhet")
    _ = try second.top(DraftsScreen.self)
    #expect(second.shows("Här finns en påbörjad text"))
    #expect(second.shows("Påbörjad av Eva Exempel, undersköterska"))
    second.press("<Enter>")
    #expect(second.shows("påbörjad av Eva Exempel, undersköterska"))
    #expect(!second.shows("> Ditt namn      Eva"))
    second.press("Bo<Enter>vikarie<Enter>")
    #expect(second.shows("Maten är kall"))
    second.press("<C-s>")
    second.press("g")
    second.press("<C-s>")
    let words = try second.world.state(143).takerWords { $0 }
    #expect(words == "Mottaget av Bo, vikarie, via vast (påbörjat av Eva Exempel, undersköterska)")
  }

  @Test("Whether somebody may be writing still is said", arguments: [1, 3])
  func mayBeWritten(minutes: Int) throws {
    var first = session(Self.eva + "<Enter>Maten är kall")
    first.wait(seconds: 1)
    first.world.now = Instant(
      milliseconds: first.world.now.milliseconds + Int64(minutes) * 60_000)
    let second = Session(first.world, as: "enhet")
    #expect(second.shows("fråga om någon ännu skriver") == (minutes == 1))
  }

  @Test func whatWasBegunIsKeptWhenTheNextOneBeginsAnew() throws {
    var first = session(Self.eva + "<Enter>Maten är kall")
    first.wait(seconds: 1)
    var second = Session(first.world, as: "enhet")
    second.press("<Esc><Enter>")
    #expect(second.shows("Fortsätt på den som Eva Exempel, undersköterska började"))
    second.press("nBo<Enter>vikarie<Enter><Enter>Ingen ringde.")
    second.wait(seconds: 1)
    let texts = (second.world.drafts["enhet"] ?? []).map(\.draft.text)
    #expect(Set(texts) == ["Maten är kall", "Ingen ringde."])
  }

  @Test func whoOnlySaysTheirNameLeavesNothingBehind() throws {
    var session = session(Self.eva + "<Esc>")
    session.wait(seconds: 1)
    #expect(session.world.drafts["enhet"]?.isEmpty != false)
  }
}

/// The same, as it looks.
struct UnitLoginSnapshotTests {
  static let scenes = [
    Scene("unit-login", as: "enhet"),
    Scene("unit-login-taker", as: "enhet", "<Enter>Eva"),
    Scene(
      "unit-login-details", as: "enhet",
      UnitLoginTests.eva + "<Enter>\(Told.short)<C-s>", "g<S-Tab><S-Tab>"),
    Scene(
      "unit-login-begun", as: "enhet",
      UnitLoginTests.eva + "<Enter>\(Told.short)<Esc><Enter>"),
    Scene(
      "unit-login-resumed", as: "enhet",
      UnitLoginTests.eva + "<Enter>\(Told.short)<Esc><Enter>f"),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  @Test(arguments: ["unit-login", "unit-login-taker"])
  func theSmallestScreenToo(name: String) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    Snapshot.expect(try scene.play(Size(columns: 40, rows: 8)), "smallest-\(name)")
  }
}
