import Domain
import Terminal
import Testing

@testable import Interface

/// Taking down what is told, with the keys.
struct TakingKeysTests {
  static let taken = Told.toReadBack()

  /// Somebody at the keyboard after some writes.
  static func session(
    _ writes: [String], as login: PersonID = "sigge", in world: World = World()
  ) -> Session {
    var session = Session(world, as: login)
    for keys in writes { session.press(keys) }
    return session
  }

  @Test func aShortOneTakesFewKeys() throws {
    let session = Self.session([
      Self.taken, "g<Tab><Tab>Anna Exempel<Tab>070-123 45 67<C-s>",
    ])
    let state = try session.world.state(143)
    #expect(state.text == Told.short)
    #expect(state.channel == .phone)
    #expect(state.arrivedOn == Kommun.today)
    #expect(state.sender.name == "Anna Exempel")
    #expect(state.sender.phone == "070-123 45 67")
    #expect(state.sender.replyVia == .phone)
    #expect(state.sender.isAnswerable)
    #expect(state.suggestedUnit == "oster")
    #expect(state.readBackBrief == "uppläst och godkänd 24 nov 10.00")
    _ = try session.top(ReceiptScreen.self)
    #expect(session.shows("Den har nummer SYN-2026-00143."))
    #expect(session.shows("Du får svar per telefon senast tisdag 8 december."))
  }

  /// Where several have a login in common, they say who they are first.
  @Test(
    "Everybody who works here may",
    arguments: Kommun.people.map(\.login).filter { !["anna", "enhet"].contains($0) })
  func everybody(login: PersonID) throws {
    let session = Self.session([Self.taken, "g<C-s>"], as: login)
    #expect(try session.world.state(143).text == Told.short)
    #expect(try session.world.matter(143).events[0].by == login)
  }

  @Test func enterGoesFromFieldToFieldAndRegistersOnTheLastRow() throws {
    let enters = String(repeating: "<Enter>", count: 9)
    let session = Self.session([Self.taken, "g<Enter><Enter>Anna\(enters)"])
    #expect(try session.world.state(143).sender.name == "Anna")
  }

  @Test func tabGoesRoundInTheOrderOfTheScreen() throws {
    var session = Self.session([Self.taken, "g"])
    let order: [TakingField] = [
      .channel, .anonymity, .name, .phone, .email, .address, .wantsAnswer, .way, .concerns,
      .solvedAtOnce, .register,
    ]
    var rows: [Int] = []
    for field in order {
      #expect(try session.top(TakingScreen.self).form.focus == field)
      rows.append(session.surface.cursor?.row ?? -1)
      session.press("<Tab>")
    }
    #expect(rows == rows.sorted() && Set(rows).count == rows.count)
    #expect(try session.top(TakingScreen.self).form.focus == .channel)
    session.press("<S-Tab>")
    #expect(try session.top(TakingScreen.self).form.focus == .register)
  }

  @Test func whatWasPutRightAtOnceIsRegisteredWithIt() throws {
    let session = Self.session([Self.taken, "g<S-Tab><S-Tab>Vi värmde maten.<C-s>"])
    #expect(try session.world.state(143).solvedAtOnce == "Vi värmde maten.")
    let other = Self.session([Self.taken, "g<S-Tab><S-Tab>Greta<C-s>"], as: "maja")
    #expect(try other.world.state(143).solvedAtOnce == nil)
    #expect(try other.world.state(143).concerns == "Greta")
  }

  @Test func nothingIsApprovedByKeysTypedAhead() throws {
    // In one write: what comes after Ctrl-S is thrown away.
    let session = Self.session(["m<Enter>\(Told.short)<C-s>g<C-s>"])
    #expect(try session.top(TakingScreen.self).phase == .readBack)
    #expect(session.world.matters.isEmpty)
  }

  @Test func allOfALongTextMustHaveStoodOnTheScreen() throws {
    var session = Self.session([Told.toReadBack(Told.long), "g"])
    #expect(session.notice == "Läs upp hela texten först: Enter visar mer.")
    session.press("<Enter>")
    session.press("g")
    #expect(try session.top(TakingScreen.self).phase == .readBack)
    session.press("<Enter>")
    #expect(session.shows("del 3 av 3"))
    session.press("<Enter>")
    #expect(session.isRefused)
    session.press("<Up><PgUp>")
    #expect(session.shows("del 1 av 3"))
    session.press("g")
    #expect(try session.top(TakingScreen.self).phase == .details)
  }

  @Test func aPartThatOnlyFlewByHasNotBeenRead() throws {
    var session = Self.session([Told.toReadBack(Told.long), "<Enter><Enter>"])
    #expect(session.shows("del 3 av 3"))
    session.press("g")
    #expect(session.isRefused)
    #expect(try session.top(TakingScreen.self).phase == .readBack)
  }

  @Test(arguments: ["r", "<Esc>", "q", "<Left>"])
  func toMendTheTextVoidsTheApproval(key: String) throws {
    var session = Self.session([Self.taken, "g", "<Esc>", key])
    #expect(try session.top(TakingScreen.self).phase == .writing)
    #expect(try session.top(TakingScreen.self).readBack == nil)
    session.press(" Ni svarar inte heller.<C-s>")
    session.press("g")
    session.press("<C-s>")
    #expect(try session.world.state(143).text == Told.short + " Ni svarar inte heller.")
    guard case .approved? = try session.world.state(143).readBack else {
      Issue.record("not approved")
      return
    }
  }

  @Test func whyItCouldNotBeReadBackMustBeWritten() throws {
    var session = Self.session([Self.taken, "k<Enter>"])
    #expect(session.isRefused)
    session.press("<Esc>")
    #expect(try session.top(TakingScreen.self).phase == .readBack)
    session.press("kLinjen bröts.<Enter>")
    #expect(session.shows("Inte uppläst: Linjen bröts."))
    session.press("<C-s>")
    #expect(try session.world.state(143).whyNotReadBack == "Linjen bröts.")
  }

  @Test func everybodyDownstreamSeesTheReason() throws {
    let world = try World.told(.notPossible(reason: "Linjen bröts."))
    let reason = "Inte uppläst för den som lämnade den: Linjen bröts."
    var session = Session(world, as: "maja")
    session.press("<Enter>")
    #expect(session.shows(reason))
    session.press("o")
    #expect(session.shows(reason))
    session.press("<Esc>kvast<Enter>")
    var chef = Session(world, as: "bo")
    #expect(chef.shows("inte uppläst"))
    chef.press("<Enter>")
    #expect(chef.shows(reason))
  }

  @Test func aTextWithoutWordsIsNotReadBack() throws {
    let session = Self.session(["m<Enter>  <Enter><C-s>"])
    #expect(session.notice == "Det finns ingen text än.")
  }

  @Test func aRefusalGoesToTheFieldThatIsWrong() throws {
    var session = Self.session([Self.taken, "g\(Told.tabs(4))anna@<Tab><C-s>"])
    #expect(session.isRefused)
    #expect(try session.top(TakingScreen.self).form.focus == .email)
    session.press("exempel.se<C-s>")
    #expect(try session.world.state(143).sender.email == "anna@exempel.se")
  }

  @Test func aFailureKeepsEverything() throws {
    let world = World()
    world.failures = ["Databasen är upptagen av någon annan, så försök igen om en stund."]
    var session = Self.session([Self.taken, "g<Tab><Tab>Anna<C-s>"], in: world)
    #expect(session.isRefused)
    #expect(world.matters.isEmpty)
    session.press("<C-s>")
    #expect(try world.state(143).sender.name == "Anna")
  }

  @Test func theListShowsItAtOnce() throws {
    let session = Self.session([Self.taken, "g<C-s>", "<Enter>"], as: "maja")
    #expect(session.shows("26-143"))
  }

  @Test func whoWorksAtTwoUnitsChoosesWhereTheRoutineAsks() throws {
    let world = try World.straight()
    let tuva = Person(
      login: "sigge", name: "Sigge Ström",
      grants: [Grant(role: .staff, unit: "oster"), Grant(role: .staff, unit: "vast")])
    world.rules.organisation.people.removeAll { $0.login == "sigge" }
    world.rules.organisation.people.append(tuva)
    var session = Self.session([Self.taken, "g<Tab>"], in: world)
    #expect(session.shows("[Hemtjänst Öster]"))
    session.press("<Right><C-s>")
    #expect(try world.state(143).unit == "vast")
    #expect(session.shows("Den går direkt till chefen för Hemtjänst Väst."))
  }
}
